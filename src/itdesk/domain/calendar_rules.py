"""What must hold of a calendar before promised times are counted by it. One sentence says what does not."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from itdesk.domain.documents import Calendar, OpenHours
from itdesk.domain.hours_text import DAYS
from itdesk.domain.ids import is_document_id
from itdesk.domain.opening_hours import ONE_DAY, length_of, zone_named
from itdesk.domain.public_holidays import COUNTRIES

MOST_HOURS = 70
MOST_CLOSED_DAYS = 2_000
WEEK = 7 * ONE_DAY


class BadCalendar(ValueError):
    """A calendar that cannot be used. The text is one sentence."""


def check_calendar(calendar: Calendar) -> Calendar:
    """Return `calendar` unchanged. Raises BadCalendar with the first thing that is wrong."""
    for fault in _faults(calendar):
        raise BadCalendar(f"Calendar “{calendar.id}”: {fault}")
    return calendar


def _faults(calendar: Calendar) -> Iterator[str]:
    if not is_document_id(calendar.id):
        yield "an id has 1 to 32 of the signs a–z, 0–9, _ and -."
    if not any(text.strip() for text in calendar.name.values()):
        yield "it has no name."
    if zone_named(calendar.zone) is None:
        yield f"there is no time zone “{calendar.zone}”; write it like Europe/Warsaw."
    if calendar.public_holidays and calendar.public_holidays not in COUNTRIES:
        known = ", ".join(sorted(COUNTRIES))
        yield f"the public holidays of “{calendar.public_holidays}” are not known; known are: {known}."
    if len(calendar.closed_days) > MOST_CLOSED_DAYS:
        yield f"{len(calendar.closed_days)} closed days are too many; at most {MOST_CLOSED_DAYS} are kept."
    yield from _faults_of_hours(calendar.hours)


def _faults_of_hours(listed: Sequence[OpenHours]) -> Iterator[str]:
    if not listed:
        yield "it has no hours: no promised time would ever pass."
    if len(listed) > MOST_HOURS:
        yield f"{len(listed)} hours a week are too many; at most {MOST_HOURS} are kept."
    for hours in listed:
        if hours.weekday not in range(7):
            yield f"there is no weekday {hours.weekday}, only 0 (Monday) to 6 (Sunday)."
            return
        if not length_of(hours):
            yield f"{_called(hours)} closes when it opens."
    for one, other in _overlapping(listed):
        yield f"{_called(one)} and {_called(other)} overlap."


def _overlapping(listed: Sequence[OpenHours]) -> Iterator[tuple[OpenHours, OpenHours]]:
    ordered = sorted(listed, key=_begins)
    for one, other in pairwise(ordered):
        if _begins(one) + length_of(one) > _begins(other):
            yield one, other
    for one in ordered:  # a Sunday's night may reach into Monday
        if _begins(one) + length_of(one) - WEEK > _begins(ordered[0]):
            yield one, ordered[0]


def _begins(hours: OpenHours) -> timedelta:
    opens = hours.opens
    return hours.weekday * ONE_DAY + timedelta(hours=opens.hour, minutes=opens.minute, seconds=opens.second)


def _called(hours: OpenHours) -> str:
    return f"{DAYS[hours.weekday]} {hours.opens:%H:%M}-{hours.closes:%H:%M}"
