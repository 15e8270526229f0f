"""One promised time of one ticket, as a clock that was started, stopped and ended by what happened.

Nothing is counted down: a clock keeps the stretches of its history, and everything is worked out from them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import zip_longest

from itdesk.domain.ids import ChangeId
from itdesk.domain.opening_hours import NO_TIME
from itdesk.domain.sla.promises import Terms
from itdesk.domain.sla.target import BREACHED_PERCENT, Target
from itdesk.domain.status import PendingReason


class Phase(StrEnum):
    """What a clock does."""

    RUNNING = "running"
    PAUSED = "paused"
    """The ticket waits for something that is not IT's to do."""
    SOLVED = "solved"
    """The ticket is resolved, closed or cancelled; not the same as waiting."""


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """From `start` until before `end` (UTC; `None`: still) the same holds."""

    start: datetime
    end: datetime | None = None
    phase: Phase
    reason: PendingReason | None = None
    """What the ticket waits for; of a running clock, too."""
    terms: Terms | None
    limit: timedelta | None
    """How much the whole clock may have counted; `None`: nothing is promised."""

    def counted(self, until: datetime) -> timedelta:
        """Return how much open time of it has passed until `until`, whatever the clock does."""
        if self.terms is None:
            return NO_TIME
        return self.terms.time.elapsed(self.start, until if self.end is None else min(self.end, until))

    def reaching(self, percent: int, before: timedelta) -> datetime | None:
        """Return when so much of the limit is used up if it goes on; `before` was at its start."""
        if self.terms is None or self.limit is None:
            return None
        return self.terms.time.after(self.start, self.limit * percent / 100 - before)

    def holds(self, at: datetime, *, to_its_end: bool) -> bool:
        """Tell whether a time that is not before its start lies in it."""
        return self.end is None or at < self.end or (to_its_end and self.start < at == self.end)


@dataclass(frozen=True, kw_only=True)
class Clock:
    """One promised time. `warned` is the highest percentage that was told so far."""

    target: Target
    begun_by: ChangeId
    """The report, or the words that wait for an answer."""
    stretches: tuple[Stretch, ...]
    warned: int = 0
    broken_at: datetime | None = None
    """What a breach in the history says, not what is worked out: later calendars change nothing in it."""
    ended_at: datetime | None = None
    """When the answer came; a resolution never ends for good."""

    @property
    def now(self) -> Stretch:
        """What holds since the last thing that happened."""
        return self.stretches[-1]

    @property
    def is_running(self) -> bool:
        """Whether time passes by for IT, within the opening hours, and something is promised."""
        return self.ended_at is None and self.now.phase is Phase.RUNNING and self.now.limit is not None

    def elapsed(self, now: datetime) -> timedelta:
        """Return how much of the promised time is used up. It never falls."""
        return self._counted(Phase.RUNNING, now)

    def paused(self, now: datetime) -> timedelta:
        """Return how much open time the ticket waited; that it was solved for a while is not waiting."""
        return self._counted(Phase.PAUSED, now)

    def remaining(self, now: datetime) -> timedelta | None:
        """Return how much open time is left, negative when it is overdrawn; `None`: nothing is promised."""
        return None if self.now.limit is None else self.now.limit - self.elapsed(now)

    @property
    def due_at(self) -> datetime | None:
        """When the promised time has run out or will, UTC; `None` while nothing can run out."""
        return self.broken_at or self.reached_at(BREACHED_PERCENT)

    def reached_at(self, percent: int) -> datetime | None:
        """Return when so much of the promised time is used up, by what was promised at that moment.

        `None`: never, as things are now. Only a running clock reaches anything, and only while it is open.
        What answers or solves just then comes in time.
        """
        before = NO_TIME
        for stretch, following in zip_longest(self.stretches, self.stretches[1:]):
            if stretch.phase is not Phase.RUNNING:
                continue
            found = stretch.reaching(percent, before)
            is_over = following is None or following.phase is Phase.SOLVED
            if found is not None and stretch.holds(found, to_its_end=not is_over):
                return found
            if stretch.end is not None:
                before += stretch.counted(stretch.end)
        return None

    def steps(self) -> Iterator[tuple[int, datetime]]:
        """Yield what is still to be told of a running clock, in order: how many percent, and when."""
        if not self.is_running or self.broken_at is not None or self.now.terms is None:
            return
        for percent in (*sorted(self.now.terms.policy.warn_at), BREACHED_PERCENT):
            at = self.reached_at(percent) if percent > self.warned else None
            if at is not None:
                yield percent, at

    def _counted(self, phase: Phase, now: datetime) -> timedelta:
        counted = (one.counted(now) for one in self.stretches if one.phase is phase)
        return sum(counted, NO_TIME)
