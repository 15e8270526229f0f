"""What a commit put into the feed, and whom besides IT it concerns."""

from dataclasses import dataclass

from itdesk.domain.audience import Audience
from itdesk.domain.ids import PersonId
from itdesk.domain.ticket import Ticket


@dataclass(frozen=True, kw_only=True)
class News:
    """The positions from `first` to `head` are committed. IT may notice all of them."""

    first: int
    head: int
    people: frozenset[PersonId]
    """Who else may notice something among them."""
    is_for_everyone: bool = False
    """Whether all the others may, too."""


def noticed_by(ticket: Ticket, audience: Audience) -> frozenset[PersonId]:
    """Return who, besides IT, notices what happens to the ticket for this audience."""
    match audience:
        case Audience.PARTICIPANTS:
            return ticket.participants | {ticket.requester_id}
        case Audience.REQUESTER:
            return frozenset({ticket.requester_id})
        case Audience.STAFF:
            return frozenset()
