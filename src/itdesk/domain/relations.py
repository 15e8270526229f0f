"""What ties tickets together: links, parents and children, merging, and messages shown elsewhere.

Nothing moves. A ticket that was merged, or a message that was moved, stays where its history is; a pointer
says where it is shown from now on, and the inverse takes the pointer back.
"""

from dataclasses import dataclass
from enum import StrEnum

from itdesk.domain.audience import Audience
from itdesk.domain.ids import ChangeId, PersonId, TicketId


class Relation(StrEnum):
    """What a ticket is to another one that it is linked with."""

    RELATED = "related"
    BLOCKS = "blocks"
    BLOCKED_BY = "blocked_by"
    FOLLOWS = "follows"
    FOLLOWED_BY = "followed_by"

    @property
    def mirrored(self) -> "Relation":
        """What the other ticket is to this one."""
        return _MIRRORED.get(self, self)


_MIRRORED = {
    Relation.BLOCKS: Relation.BLOCKED_BY,
    Relation.BLOCKED_BY: Relation.BLOCKS,
    Relation.FOLLOWS: Relation.FOLLOWED_BY,
    Relation.FOLLOWED_BY: Relation.FOLLOWS,
}


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link, as one of its two tickets has it; `author` and `version` say who set it last, and when."""

    ticket_id: TicketId
    relation: Relation
    author: PersonId
    version: int


@dataclass(frozen=True, kw_only=True)
class MovedMessage:
    """A message of this ticket that is shown in another one; `author` and `version` as in a link."""

    event_id: ChangeId
    to: TicketId
    audience: Audience
    author: PersonId
    version: int


@dataclass(frozen=True, kw_only=True)
class LinkSet:
    """The ticket is linked with another one, or no more. Both tickets have the link."""

    ticket_id: TicketId
    relation: Relation | None
    """What this ticket is to the other; nothing takes the link away."""


@dataclass(frozen=True, kw_only=True)
class ParentSet:
    """The ticket becomes a child of another one, or nobody's child."""

    to: TicketId | None


@dataclass(frozen=True, kw_only=True)
class ChildJoined:
    """What the parent's history says when it gets a child. Follows from ParentSet, never asked for."""

    ticket_id: TicketId


@dataclass(frozen=True, kw_only=True)
class ChildLeft:
    """What the parent's history says when a child leaves it. Never asked for."""

    ticket_id: TicketId


@dataclass(frozen=True, kw_only=True)
class TicketsMerged:
    """The ticket goes on in another one, the survivor. `Undone` takes it back."""

    into: TicketId
    across_requesters: bool = False
    """A lead knows that they are tickets of different people: later public replies go to both."""


@dataclass(frozen=True, kw_only=True)
class TicketAbsorbed:
    """What the survivor's history says of a merge. Never asked for."""

    ticket_id: TicketId
    across_requesters: bool = False
    """Then it is for IT alone: the survivor's people do not know the other ticket."""


@dataclass(frozen=True, kw_only=True)
class TicketReleased:
    """What the survivor's history says when a merge is taken back. Never asked for."""

    ticket_id: TicketId
    across_requesters: bool = False


@dataclass(frozen=True, kw_only=True)
class MessagesMoved:
    """Messages of this ticket are shown in another one from now on, or here again.

    Splitting a ticket is opening a new one and moving messages there.
    """

    event_ids: tuple[ChangeId, ...]
    to: TicketId | None
    audience: Audience
    """Whose messages they are: all of them for the same people."""


@dataclass(frozen=True, kw_only=True)
class MessagesBrought:
    """What the other ticket's history says when messages are shown there. Never asked for."""

    home: TicketId
    event_ids: tuple[ChangeId, ...]


@dataclass(frozen=True, kw_only=True)
class MessagesTaken:
    """What the other ticket's history says when they are shown there no more. Never asked for."""

    home: TicketId
    event_ids: tuple[ChangeId, ...]


Counterpart = ChildJoined | ChildLeft | TicketAbsorbed | TicketReleased | MessagesBrought | MessagesTaken
"""Events that follow in the other ticket; nobody may ask for them."""

Relating = LinkSet | ParentSet | TicketsMerged | MessagesMoved
"""What people ask for. All of it names another ticket."""
