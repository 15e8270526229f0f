"""What the screen shows of a ticket: the server's answer with own changes laid over it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from itdesk.domain.apply import BrokenHistory, apply
from itdesk.domain.changes import CommentAdded, TicketOpened, Writing
from itdesk.domain.judgement import event_of
from itdesk.domain.listing import Delivery
from itdesk.domain.people import Actor
from itdesk.domain.searched import Comment
from itdesk.domain.ticket import Ticket
from itdesk.replica.outbox_entry import Entry, State


@dataclass(frozen=True, kw_only=True)
class Confirmed:
    """What the server last said about one ticket, and what it already contains.

    `position` is empty when it has not said anything; `has_left` when it said that we see it no more.
    """

    ticket: Ticket | None
    position: int | None
    events: AbstractSet[str]
    has_left: bool = False


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The ticket as the screen shows it."""

    ticket: Ticket | None
    laid: tuple[Entry, ...]
    delivery: Delivery
    comments: tuple[Comment, ...]
    """Own comments that are not in the history yet."""


def lay_over(confirmed: Confirmed, entries: Sequence[Entry], actor: Actor, reached: int) -> Shown:
    """Return the confirmed ticket with those entries over it that it does not contain yet.

    `reached` is the feed's position up to which this replica has read everything.
    """
    laid = tuple(entry for entry in entries if lies_over(entry, confirmed, reached))
    ticket = confirmed.ticket
    for entry in laid:
        ticket = _after(ticket, entry, actor)
    payloads = (entry.change.payload for entry in laid)
    comments = tuple((said.audience, said.body) for said in payloads if isinstance(said, CommentAdded))
    if laid and ticket is not None and not actor.role.is_staff:
        ticket = replace(ticket, follow_up=None)  # what her words set off is for IT
    return Shown(ticket=ticket, laid=laid, delivery=_delivery(entries, laid), comments=comments)


def lies_over(entry: Entry, confirmed: Confirmed, reached: int) -> bool:
    """Tell whether a change is to be shown although the server's answer does not contain it yet."""
    if entry.state is State.REFUSED or entry.change.id in confirmed.events:
        return False
    if entry.state is State.QUEUED:
        return True
    position = entry.position or 0
    return not confirmed.has_left and position > max(reached, confirmed.position or 0)


NOT_CONFIRMED = Confirmed(ticket=None, position=None, events=frozenset())


def last_writing(entries: Sequence[Entry], reached: int) -> Writing | None:
    """Return the last own writing of a document or a card that lies over what the server said of it."""
    laid = [entry.change.payload for entry in entries if lies_over(entry, NOT_CONFIRMED, reached)]
    writings = [payload for payload in laid if isinstance(payload, Writing)]
    return writings[-1] if writings else None


def _after(ticket: Ticket | None, entry: Entry, actor: Actor) -> Ticket | None:
    version = ticket.version + 1 if ticket else 1
    try:
        after = apply(ticket, event_of(entry.change, actor, entry.change.made_at, version))
    except BrokenHistory:
        return ticket
    if isinstance(entry.change.payload, TicketOpened) and entry.number is not None:
        return replace(after, number=entry.number)
    return after


def _delivery(entries: Sequence[Entry], laid: Sequence[Entry]) -> Delivery:
    if any(entry.state is State.REFUSED for entry in entries):
        return Delivery.REFUSED
    return Delivery.WAITING if any(entry.state is State.QUEUED for entry in laid) else Delivery.SENT
