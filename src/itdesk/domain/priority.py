"""Priority is impact times urgency: the employee answers urgency in plain words, IT sets impact."""

from dataclasses import dataclass
from enum import IntEnum


class Urgency(IntEnum):
    """How badly it gets in the way: "I cannot work", "it hinders me", "it can wait"."""

    HIGH = 1
    MEDIUM = 2
    LOW = 3


class Impact(IntEnum):
    """How many it stops: the company or a site, a team, one person."""

    HIGH = 1
    MEDIUM = 2
    LOW = 3


class Priority(IntEnum):
    """What comes first."""

    CRITICAL = 1
    HIGH = 2
    MODERATE = 3
    LOW = 4
    PLANNING = 5


def priority_of(impact: Impact, urgency: Urgency) -> Priority:
    """Return the priority by the usual 3 x 3 matrix (ITIL; ServiceNow's default).

    The matrix is the sum of its two sides: (1, 1) is critical, (3, 3) is planning.
    """
    return Priority(impact + urgency - 1)


@dataclass(frozen=True)
class Ranking:
    """Impact, urgency, and the priority that follows from them or was set over them."""

    impact: Impact
    urgency: Urgency
    override: Priority | None = None

    @property
    def priority(self) -> Priority:
        """The priority that counts."""
        return self.override or priority_of(self.impact, self.urgency)
