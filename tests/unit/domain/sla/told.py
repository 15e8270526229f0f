"""Histories told in Warsaw's time, and the calendars and policies of these tests."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from itdesk.domain.apply import apply
from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    Assigned,
    Change,
    CommentAdded,
    Payload,
    PrioritySet,
    StatusChanged,
    TicketOpened,
)
from itdesk.domain.documents import Calendar
from itdesk.domain.documents.policy import Length, Policy, Targets, Unit
from itdesk.domain.events import Event
from itdesk.domain.hours_text import hours_from
from itdesk.domain.ids import CalendarId, ChangeId, PolicyId
from itdesk.domain.judgement import judge
from itdesk.domain.people import Actor
from itdesk.domain.priority import Impact, Priority, Urgency
from itdesk.domain.sla.clock import Clock
from itdesk.domain.sla.clockwork import clocks_of
from itdesk.domain.sla.promises import Promises
from itdesk.domain.sla.target import Target
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.ticket import Ticket
from tests.unit.domain.histories import REQUESTER, TECHNICIAN, TICKET

WARSAW = ZoneInfo("Europe/Warsaw")
OFFICE = Calendar(
    id=CalendarId("office"),
    name={"en": "Office"},
    zone="Europe/Warsaw",
    hours=hours_from("mon-fri 09:00-17:00"),
    public_holidays="pl",
)
ALWAYS = Calendar(
    id=CalendarId("always"),
    name={"en": "Always"},
    zone="Europe/Warsaw",
    hours=hours_from("mon-sun 00:00-24:00"),
)
NIGHT = Calendar(
    id=CalendarId("night"),
    name={"en": "Night"},
    zone="Europe/Warsaw",
    hours=hours_from("mon-sun 22:00-06:00"),
    public_holidays="pl",
)
CALENDARS = (OFFICE, ALWAYS, NIGHT)
A_DAY, AN_HOUR = Length(1, Unit.DAYS), Length(60)
TARGETS = (
    Targets(
        priority=Priority.CRITICAL, first_response=Length(30), next_response=AN_HOUR, resolution=Length(240)
    ),
    Targets(
        priority=Priority.HIGH, first_response=AN_HOUR, next_response=Length(120), resolution=Length(480)
    ),
    Targets(priority=Priority.MODERATE, first_response=AN_HOUR, next_response=Length(240), resolution=A_DAY),
    Targets(priority=Priority.LOW, first_response=A_DAY, resolution=Length(2, Unit.DAYS)),
)
POLICY = Policy(id=PolicyId("standard"), name={"en": "S"}, calendar_id=OFFICE.id, targets=TARGETS)
"""Priority 5 is promised nothing."""

FIRST, NEXT, SOLVED = Target.FIRST_RESPONSE, Target.NEXT_RESPONSE, Target.RESOLUTION
HOUR = timedelta(hours=1)
REPLY = CommentAdded(body="I am coming.")
NOTE = CommentAdded(body="Cable?", audience=Audience.STAFF)
QUESTION = CommentAdded(body="And when?")
ASK_HER = StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="Which printer?")
FOR_VENDOR = StatusChanged(to=Status.PENDING, reason=PendingReason.VENDOR)
WORK_ON = StatusChanged(to=Status.OPEN)
SOLVE = StatusChanged(to=Status.RESOLVED, note="New cable.")
CRITICAL = PrioritySet(impact=Impact.HIGH, urgency=Urgency.HIGH)
USUAL = PrioritySet(impact=Impact.LOW, urgency=Urgency.HIGH)  # P3
PLANNING = PrioritySet(impact=Impact.LOW, urgency=Urgency.LOW)
P3 = TicketOpened(title="No link", urgency=Urgency.HIGH)
P4 = TicketOpened(title="No link")


def warsaw(text: str) -> datetime:
    """Return `2026-11-27 16:50` by Warsaw's wall as UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW).astimezone(UTC)


def policy(calendar: Calendar = OFFICE, *targets: Targets) -> Policy:
    """Return a policy over another calendar, or with targets for some priorities alone."""
    return replace(POLICY, calendar_id=calendar.id, targets=targets or TARGETS)


def promises(one: Policy = POLICY, calendars: Iterable[Calendar] = CALENDARS) -> Promises:
    """Return what is promised by one policy."""
    return Promises(calendars, [one])


class Told:
    """A ticket whose history is told line by line; the judge and nobody else says what happens."""

    def __init__(self, at: str, report: TicketOpened | None = None, by: Actor = REQUESTER) -> None:
        self.ticket: Ticket | None = None
        self.history: list[Event] = []
        self.then(at, by, report or TicketOpened(title="No link"))

    def then(self, at: str, actor: Actor, payload: Payload) -> "Told":
        """Let something happen."""
        change = Change(
            id=ChangeId(f"{len(self.history) + 1:032x}"),
            ticket_id=TICKET,
            payload=payload,
            seen=len(self.history),
            made_at=warsaw("2001-01-01 00:00"),  # the clock of a computer counts for nothing
        )
        event = judge(actor, self.ticket, change, warsaw(at))
        self.ticket = apply(self.ticket, event)
        self.history.append(event)
        return self

    def clocks(self, promised: Promises | None = None) -> tuple[Clock, ...]:
        """Return the clocks of the history so far."""
        return clocks_of(self.history, promises() if promised is None else promised)

    def clock(self, target: Target, promised: Promises | None = None) -> Clock:
        """Return the last clock of a target."""
        return [clock for clock in self.clocks(promised) if clock.target is target][-1]

    def due(self, target: Target, promised: Promises | None = None) -> str | None:
        """Return when a clock runs out, by Warsaw's wall."""
        at = self.clock(target, promised).due_at
        return None if at is None else at.astimezone(WARSAW).strftime("%a %Y-%m-%d %H:%M")


def taken(at: str, report: TicketOpened = P3) -> Told:
    """A ticket on which a technician works from its first minute."""
    return Told(at, report).then(at, TECHNICIAN, Assigned(to=TECHNICIAN.id))
