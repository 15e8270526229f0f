"""The account of a clock: interval by interval what it did and why, so that a due time can be checked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from itdesk.domain.opening_hours import NO_TIME
from itdesk.domain.sla.clock import Clock, Phase, Stretch
from itdesk.domain.sla.promises import Terms
from itdesk.domain.sla.target import Target
from itdesk.domain.status import PendingReason


class Entered(StrEnum):
    """What a line of the account is."""

    RUNNING = "running"
    CLOSED = "closed"
    """Nobody works at this time: outside the hours, or on the days that the line names."""
    PAUSED = "paused"
    SOLVED = "solved"
    NOT_PROMISED = "not_promised"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One interval, UTC. Only a running one adds to `total`, by `counted`."""

    start: datetime
    end: datetime
    entered: Entered
    reason: PendingReason | None = None
    """What the ticket waits for: it pauses the clock, or runs although it waits."""
    closed_days: tuple[date, ...] = ()
    """Of a closed interval: holidays and other closed days in it on which there would have been hours."""
    counted: timedelta = NO_TIME
    """Open time in it: used up when it runs, waited when it is paused."""
    total: timedelta = NO_TIME
    """How much of the promised time is used up at its end."""
    limit: timedelta | None = None
    """How much may be used up, by what was promised then."""
    terms: Terms | None = None


@dataclass(frozen=True, kw_only=True)
class Account:
    """One promised time and how it was counted, up to a moment. Times are UTC, lengths open time."""

    target: Target
    used: timedelta
    limit: timedelta | None
    """How much may be used up, by what is promised now; `None`: nothing is."""
    due_at: datetime | None
    broken_at: datetime | None
    ended_at: datetime | None
    """When the answer came; a resolution never ends for good."""
    lines: tuple[Line, ...]


def account_of(clock: Clock, now: datetime) -> Account:
    """Return the account of a clock up to now, or to when it ended."""
    return Account(
        target=clock.target,
        used=clock.elapsed(now),
        limit=clock.now.limit,
        due_at=clock.due_at,
        broken_at=clock.broken_at,
        ended_at=clock.ended_at,
        lines=ledger(clock, clock.ended_at or now),
    )


def ledger(clock: Clock, until: datetime) -> tuple[Line, ...]:
    """Return the account of a clock up to a time, in order and without gaps.

    Up to the clock's due time, the last line's `total` is its `limit`.
    """
    lines, total = [], NO_TIME
    for stretch in clock.stretches:
        end = until if stretch.end is None else min(stretch.end, until)
        for line in _lines(stretch, end):
            counts = line.counted if line.entered is Entered.RUNNING else NO_TIME
            total += counts
            lines.append(replace(line, total=total))
    return tuple(lines)


def _lines(stretch: Stretch, end: datetime) -> Iterator[Line]:
    if end <= stretch.start:
        return
    if stretch.phase is Phase.RUNNING and stretch.terms is not None:
        yield from _by_hours(stretch, stretch.terms, end)
        return
    entered = {Phase.PAUSED: Entered.PAUSED, Phase.SOLVED: Entered.SOLVED}
    yield _line(stretch, stretch.start, end, entered.get(stretch.phase, Entered.NOT_PROMISED))


def _by_hours(stretch: Stretch, terms: Terms, end: datetime) -> Iterator[Line]:
    at = stretch.start
    for span in terms.time.spans(stretch.start, end):
        if span.start > at:
            yield _line(stretch, at, span.start, Entered.CLOSED)
        at = min(span.end, end)
        yield _line(stretch, max(span.start, stretch.start), at, Entered.RUNNING)
    if at < end:
        yield _line(stretch, at, end, Entered.CLOSED)


def _line(stretch: Stretch, start: datetime, end: datetime, entered: Entered) -> Line:
    time = stretch.terms.time if stretch.terms else None
    closed = time.closed_days(start, end) if time and entered is Entered.CLOSED else ()
    return Line(
        start=start,
        end=end,
        entered=entered,
        reason=stretch.reason,
        closed_days=closed,
        counted=time.elapsed(start, end) if time else NO_TIME,
        limit=stretch.limit,
        terms=stretch.terms,
    )
