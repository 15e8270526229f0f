"""What is due next on a ticket, and what there is to be told of it now. Stores keep it beside the ticket."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from itdesk.domain.changes import SlaBreached, SlaWarned
from itdesk.domain.sla.clock import Clock
from itdesk.domain.sla.target import BREACHED_PERCENT, Target


@dataclass(frozen=True, kw_only=True)
class Due:
    """What hurries most. Nothing is due while all clocks stand still."""

    at: datetime | None = None
    """When the next promised time runs out, or since when it has, UTC."""
    target: Target | None = None
    turns_at: datetime | None = None
    """When there is something to be told next: a warning, or a breach. It may have passed."""


NOTHING_DUE = Due()


def due_of(clocks: Iterable[Clock]) -> Due:
    """Return what is due next: the earliest of the clocks that run."""
    running = [clock for clock in clocks if clock.is_running]
    ends = [(at, clock.target) for clock in running if (at := clock.due_at) is not None]
    turns = [at for clock in running for _, at in clock.steps()]
    at, target = min(ends, default=(None, None))
    return Due(at=at, target=target, turns_at=min(turns, default=None))


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
