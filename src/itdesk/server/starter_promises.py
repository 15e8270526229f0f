"""The calendars and the policy that travel with the program, as a file of TOML says them."""

from importlib.resources import files

import msgspec

from itdesk.domain.calendar_rules import check_calendar
from itdesk.domain.documents import Calendar, Policy
from itdesk.domain.documents.policy import Length, Targets, Unit
from itdesk.domain.hours_text import hours_from
from itdesk.domain.ids import CalendarId, PolicyId
from itdesk.domain.priority import Priority
from itdesk.domain.sla.policy_rules import check_policy


class _Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What has only the fields that are declared."""


class CalendarEntry(_Form, frozen=True, kw_only=True):
    """A `[[calendar]]`."""

    id: str
    name: dict[str, str]
    zone: str
    hours: str
    public_holidays: str = ""


class TargetsEntry(_Form, frozen=True, kw_only=True):
    """A `[[policy.targets]]`; lengths are told like `30 minutes` or `2 days`."""

    priority: Priority
    first_response: str
    next_response: str
    resolution: str
    calendar_id: str | None = None


class PolicyEntry(_Form, frozen=True, kw_only=True):
    """A `[[policy]]`."""

    id: str
    name: dict[str, str]
    calendar_id: str
    targets: tuple[TargetsEntry, ...]


class PromisesFile(_Form, frozen=True, kw_only=True):
    """The whole file."""

    calendar: tuple[CalendarEntry, ...]
    policy: tuple[PolicyEntry, ...]


def starter_promises() -> tuple[tuple[Calendar, ...], tuple[Policy, ...]]:
    """Return the calendars and the policies that any company can begin with."""
    text = (files("itdesk.resources") / "promises.toml").read_text("utf-8")
    read = msgspec.toml.decode(text, type=PromisesFile)
    calendars = tuple(check_calendar(_calendar(entry)) for entry in read.calendar)
    return calendars, tuple(check_policy(_policy(entry)) for entry in read.policy)


def _calendar(entry: CalendarEntry) -> Calendar:
    return Calendar(
        id=CalendarId(entry.id),
        name=entry.name,
        zone=entry.zone,
        hours=hours_from(entry.hours),
        public_holidays=entry.public_holidays,
    )


def _policy(entry: PolicyEntry) -> Policy:
    return Policy(
        id=PolicyId(entry.id),
        name=entry.name,
        calendar_id=CalendarId(entry.calendar_id),
        targets=tuple(map(_targets, entry.targets)),
    )


def _targets(entry: TargetsEntry) -> Targets:
    return Targets(
        priority=entry.priority,
        first_response=_length(entry.first_response),
        next_response=_length(entry.next_response),
        resolution=_length(entry.resolution),
        calendar_id=None if entry.calendar_id is None else CalendarId(entry.calendar_id),
    )


def _length(text: str) -> Length:
    count, unit = text.split()
    return Length(int(count), Unit(unit if unit.endswith("s") else f"{unit}s"))
