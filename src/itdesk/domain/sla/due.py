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
    """Yield what is to be told now: of each clock the last step only, when several were missed."""
    for clock in clocks:
        passed = [percent for percent, at in clock.steps() if at <= now]
        terms = clock.now.terms
        if not passed or terms is None:
            continue
        percent, due_at = passed[-1], clock.due_at
        if percent < BREACHED_PERCENT:
            yield SlaWarned(
                target=clock.target,
                percent=percent,
                due_at=due_at,
                priority=terms.priority,
                calendar_id=terms.calendar_id,
            )
        elif due_at is not None:
            yield SlaBreached(
                target=clock.target, due_at=due_at, priority=terms.priority, calendar_id=terms.calendar_id
            )
