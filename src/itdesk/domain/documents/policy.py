"""What is promised: how soon IT answers and solves, by priority, and what stops the clock."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from itdesk.domain.catalogue import Category
from itdesk.domain.documents.words import Words
from itdesk.domain.ids import CalendarId, PolicyId
from itdesk.domain.priority import Priority
from itdesk.domain.sla.target import Target
from itdesk.domain.status import PendingReason

USUAL_PAUSES = frozenset({PendingReason.USER, PendingReason.SCHEDULED})


class Unit(StrEnum):
    """In what a length is told."""

    MINUTES = "minutes"
    DAYS = "days"
    """Working days, each as long as a day of the calendar: never 24 hours where nobody works at night."""


@dataclass(frozen=True)
class Length:
    """How long something may take, within the calendar's hours."""

    count: int
    unit: Unit = Unit.MINUTES


@dataclass(frozen=True, kw_only=True)
class Targets:
    """What is promised for one priority; `None` is no promise.

    `calendar_id` is another calendar than the policy's: what is critical may be counted around the clock.
    """

    priority: Priority
    first_response: Length | None = None
    next_response: Length | None = None
    resolution: Length | None = None
    calendar_id: CalendarId | None = None

    def length(self, target: Target) -> Length | None:
        """Return how long this may take."""
        return {
            Target.FIRST_RESPONSE: self.first_response,
            Target.NEXT_RESPONSE: self.next_response,
            Target.RESOLUTION: self.resolution,
        }[target]


@dataclass(frozen=True, kw_only=True)
class Policy:
    """What is promised for tickets. `domain.sla.policy_rules` says what must hold.

    Of several policies one that names the ticket's category counts before one for all; then the first id.
    """

    id: PolicyId
    name: Words
    calendar_id: CalendarId
    targets: tuple[Targets, ...]
    pauses: frozenset[PendingReason] = USUAL_PAUSES
    """Waiting for these stops the clocks; waiting for anything else is IT's own time."""
    warn_at: tuple[int, ...] = (50, 80)
    """In percent of the promised time; at 100 it is broken."""
    categories: tuple[Category, ...] = ()
    """For which tickets; none named: for all."""
    since: datetime | None = None
    """Nothing is promised for tickets that were reported earlier (UTC)."""
