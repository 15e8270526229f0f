"""What is due next on a ticket, and what there is to be told of it now. Stores keep it beside the ticket."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from itdesk.domain.changes import SlaBreached, SlaWarned
from itdesk.domain.sla.clock import Clock
from itdesk.domain.sla.target import BREACHED_PERCENT, Target

SCARCE_PERCENT = 80
"""When so much of a promised time is used up, what is left of it is scarce."""


@dataclass(frozen=True, kw_only=True)
class Due:
    """What hurries most. Nothing is due while all clocks stand still."""

    at: datetime | None = None
    """When the next promised time runs out, or since when it has, UTC."""
    target: Target | None = None
    begun_at: datetime | None = None
    """Since when that time is counted."""
    scarce_at: datetime | None = None
    """When it turns scarce, or has."""
    turns_at: datetime | None = None
    """When there is something to be told next: a warning, or a breach. It may have passed."""


NOTHING_DUE = Due()


def due_of(clocks: Iterable[Clock]) -> Due:
    """Return what is due next: the earliest of the clocks that run."""
    running = [clock for clock in clocks if clock.is_running]
    turns_at = min((at for clock in running for _, at in clock.steps()), default=None)
    ends = ((at, clock.target, clock) for clock in running if (at := clock.due_at) is not None)
    first = min(ends, key=lambda end: end[:2], default=None)
    if first is None:
        return Due(turns_at=turns_at)
    at, target, clock = first
    return Due(
        at=at,
        target=target,
        begun_at=clock.stretches[0].start,
        scarce_at=clock.reached_at(SCARCE_PERCENT),
        turns_at=turns_at,
    )


def stamps(clocks: Iterable[Clock], now: datetime) -> Iterator[SlaWarned | SlaBreached]:
    """Yield what is to be told now of these clocks."""
    return (said for clock in clocks if (said := stamp(clock, now)) is not None)


def stamp(clock: Clock, now: datetime) -> SlaWarned | SlaBreached | None:
    """Return what is to be told now: the last step only, when several were missed; `None`: nothing."""
    passed = [percent for percent, at in clock.steps() if at <= now]
    terms, due_at = clock.now.terms, clock.due_at
    if not passed or terms is None:
        return None
    if passed[-1] == BREACHED_PERCENT and due_at is not None:
        return SlaBreached(
            target=clock.target, due_at=due_at, priority=terms.priority, calendar_id=terms.calendar_id
        )
    return SlaWarned(
        target=clock.target,
        percent=passed[-1],
        due_at=due_at,
        priority=terms.priority,
        calendar_id=terms.calendar_id,
    )
