"""Promised times counted minute by minute, one after the other: slow, plain, and not as the program does it.

All events must be at whole minutes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from itdesk.domain.apply import replay
from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded, FixConfirmed, PrioritySet, SlaBreached, StatusChanged
from itdesk.domain.documents import Calendar
from itdesk.domain.documents.policy import Length, Policy, Unit
from itdesk.domain.events import Event
from itdesk.domain.opening_hours import day_length
from itdesk.domain.people import Role
from itdesk.domain.sla.target import Target
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from tests.unit.domain.sla.told import CALENDARS
from tests.unit.domain.wall import MINUTE, open_minutes_of

BY_ID = {calendar.id: calendar for calendar in CALENDARS}


@dataclass
class SlowClock:
    """What one promise has come to."""

    target: Target
    elapsed: int = 0
    base: int = 0
    """Minutes that were used up when the promise began anew."""
    due_at: datetime | None = None
    broken_at: datetime | None = None
    """What a breach in the history says; it holds whatever is counted."""
    ended_at: datetime | None = None


def counted(history: Sequence[Event], policy: Policy, until: datetime) -> list[SlowClock]:
    """Return the clocks at `until`, counted minute by minute."""
    clocks: list[SlowClock] = []
    done, minute, ticket = 0, history[0].at, replay(history[:1])
    while minute < until:
        while done < len(history) and history[done].at <= minute:
            done += 1
            ticket = replay(history[:done])
            _happened(clocks, history[:done])
        minute += MINUTE
        for clock in clocks:
            in_time = _is_over_at(minute, history, done, clock.target)
            _count(clock, ticket, policy, minute - MINUTE, in_time=in_time)
    return clocks


def _happened(clocks: list[SlowClock], history: Sequence[Event]) -> None:
    event, after = history[-1], replay(history)
    if len(history) == 1:
        clocks += [SlowClock(Target.FIRST_RESPONSE), SlowClock(Target.RESOLUTION)]
        return
    before = replay(history[:-1])
    if isinstance(event.payload, SlaBreached):
        for clock in clocks:
            if clock.ended_at is None and clock.target is event.payload.target:
                clock.broken_at = clock.broken_at or event.payload.due_at
    if _answers(event, before):
        for clock in clocks:
            if clock.ended_at is None and clock.target is not Target.RESOLUTION:
                clock.ended_at = event.at
    if before.priority != after.priority:
        anew = isinstance(event.payload, PrioritySet) and event.payload.from_now
        for clock in clocks:
            clock.base = clock.elapsed if anew else 0
    waits = any(one.ended_at is None and one.target is not Target.RESOLUTION for one in clocks)
    if _asks(event, before) and not waits:
        clocks.append(SlowClock(Target.NEXT_RESPONSE))


def _is_over_at(minute: datetime, history: Sequence[Event], done: int, target: Target) -> bool:
    """Tell whether what first changes something at this minute answers or solves."""
    for place in range(done, len(history)):
        if history[place].at != minute:
            return False
        before, after = replay(history[:place]), replay(history[: place + 1])
        if target is not Target.RESOLUTION and _answers(history[place], before):
            return True
        if _what_counts(before) != _what_counts(after):
            return not after.status.is_open
    return False


def _what_counts(ticket: Ticket) -> tuple[object, ...]:
    reason = ticket.standing.reason if ticket.status == Status.PENDING else None
    return ticket.status.is_open, reason, ticket.priority


def _answers(event: Event, before: Ticket) -> bool:
    if event.actor_role not in (Role.TECHNICIAN, Role.LEAD) or event.actor_id == before.requester_id:
        return False
    said = event.payload
    if isinstance(said, CommentAdded):
        return said.audience != Audience.STAFF
    moved = isinstance(said, StatusChanged) and said.to in (Status.PENDING, Status.RESOLVED)
    return moved and bool(said.note.strip())  # type: ignore[union-attr]


def _asks(event: Event, before: Ticket) -> bool:
    if event.actor_role is not Role.EMPLOYEE and event.actor_id != before.requester_id:
        return False  # IT's own words, and a program that wakes a ticket
    said = event.payload
    if isinstance(said, CommentAdded):
        return said.audience != Audience.STAFF
    opens_again = isinstance(said, StatusChanged) and said.to == Status.OPEN
    return opens_again or (isinstance(said, FixConfirmed) and not said.works)


def _count(clock: SlowClock, ticket: Ticket, policy: Policy, minute: datetime, *, in_time: bool) -> None:
    """Count one minute; `in_time`: just when it ends, it is answered or solved."""
    targets = next((one for one in policy.targets if one.priority == ticket.priority), None)
    if targets is None or clock.ended_at is not None:
        return
    calendar = BY_ID[targets.calendar_id or policy.calendar_id]
    waits = ticket.status == Status.PENDING and ticket.standing.reason in policy.pauses
    is_open = minute in _open(calendar.id, minute.year)
    if waits or not is_open or ticket.status not in (Status.NEW, Status.OPEN, Status.PENDING):
        return
    length = targets.length(clock.target)
    most = None if length is None else clock.base + _of(length, calendar)
    if most is not None and clock.due_at is None and clock.elapsed >= most:
        clock.due_at = minute
    clock.elapsed += 1
    if most is not None and clock.due_at is None and clock.elapsed >= most and not in_time:
        clock.due_at = minute + MINUTE


def _of(length: Length, calendar: Calendar) -> int:
    a_day = day_length(calendar.hours) // timedelta(minutes=1)
    return length.count * (a_day if length.unit is Unit.DAYS else 1)


@cache
def _open(calendar_id: str, year: int) -> set[datetime]:
    """Return the open minutes of the two months of a year in which the clock is changed."""
    calendar = BY_ID[calendar_id]  # type: ignore[index]
    spring = open_minutes_of(calendar, date(year, 3, 1), date(year, 4, 30))
    return spring | open_minutes_of(calendar, date(year, 10, 1), date(year, 11, 30))
