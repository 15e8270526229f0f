"""What a commit put into the feed, and whom besides IT it concerns."""

from collections.abc import Mapping
from dataclasses import dataclass

from itdesk.domain.audience import Audience
from itdesk.domain.ids import PersonId
from itdesk.domain.ticket import Ticket
from itdesk.server.store.documents import DocumentVersion
from itdesk.server.store.judged import Accepted, Written


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


def news_of(placed: Mapping[int, Accepted | Written]) -> News | None:
    """Return what was put into the feed at these positions; `None`: nothing was."""
    if not placed:
        return None
    return News(
        first=min(placed),
        head=max(placed),
        people=frozenset().union(*map(_concerned, placed.values())),
        is_for_everyone=any(map(_is_for_everyone, placed.values())),
    )


def _concerned(one: Accepted | Written) -> frozenset[PersonId]:
    """Return who notices it, besides IT and, where it is for everyone, all the others."""
    if isinstance(one, Accepted):
        return one.entered | one.left | noticed_by(one.after, Audience(one.event.audience))
    return frozenset() if isinstance(one.version, DocumentVersion) else frozenset({one.version.person.id})


def _is_for_everyone(one: Accepted | Written) -> bool:
    match one:
        case Written(version=DocumentVersion() as version):
            return version.is_for_everyone
    return False
