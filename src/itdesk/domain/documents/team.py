"""Who works on a queue's tickets, and in which line of support."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from itdesk.domain.documents.words import Words
from itdesk.domain.ids import PersonId, QueueId, TeamId


class Line(IntEnum):
    """First line answers, second line knows, third line has built it."""

    FIRST = 1
    SECOND = 2
    THIRD = 3


class Assigning(StrEnum):
    """How tickets of the team's queue find somebody."""

    BY_HAND = "by_hand"
    ROUND_ROBIN = "round_robin"
    """To each in turn."""
    LEAST_LOADED = "least_loaded"
    """To who has the fewest open tickets."""


@dataclass(frozen=True, kw_only=True)
class Team:
    """A team has one queue. `escalates_to` is where it hands on what it cannot solve.

    Without it that is the queue of the next line above; see `domain.routing.lines`.
    """

    id: TeamId
    name: Words
    queue_id: QueueId
    line: Line = Line.FIRST
    members: frozenset[PersonId] = frozenset()
    assigning: Assigning = Assigning.BY_HAND
    escalates_to: QueueId | None = None
