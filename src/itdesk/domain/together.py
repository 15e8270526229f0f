"""What concerns two tickets: whether a change may tie them, and what happens in the other one.

A change has one ticket. Whatever else it concerns gets an event of its own, worked out from how the change
left its ticket: so a pointer and its counterpart never disagree, whichever change moved the pointer, and
`Undone` needs no rule of its own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from itdesk.domain import limits
from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded, FileAttached, Payload, StatusChanged, Undone, kind_of
from itdesk.domain.events import Event, audience_of
from itdesk.domain.family import copied
from itdesk.domain.ids import ChangeId, PersonId, TicketId, derived_id
from itdesk.domain.people import SYSTEM_ACTOR
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.relating import link_to, place_of
from itdesk.domain.relations import (
    ChildJoined,
    ChildLeft,
    LinkSet,
    MessagesBrought,
    MessagesMoved,
    MessagesTaken,
    ParentSet,
    TicketAbsorbed,
    TicketReleased,
    TicketsMerged,
)
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from itdesk.domain.workflow import waits_for_requester

MOVABLE = (CommentAdded, FileAttached)


@dataclass(frozen=True)
class Message:
    """A message of a ticket, as far as moving it needs."""

    ticket_id: TicketId
    audience: Audience


@dataclass(frozen=True)
class Around:
    """What one must know of the tickets around the one that changes."""

    ticket: Callable[[TicketId], Ticket | None]
    """Whether the actor sees it or not."""
    sees: Callable[[Ticket], bool]
    """Whether the actor does."""
    message: Callable[[ChangeId], Message | None]
    is_staff: Callable[[PersonId], bool]


class UnknownNeighbour(LookupError):
    """A ticket that is concerned is not at hand."""


@dataclass(frozen=True)
class Follows:
    """An event that follows in another ticket. Its author is that of the change, or the system."""

    ticket_id: TicketId
    payload: Payload
    by_system: bool = False


def named_in(payload: Payload) -> TicketId | None:
    """Return the other ticket that a change names."""
    match payload:
        case LinkSet(ticket_id=id) | TicketsMerged(into=id):
            return id
        case ParentSet(to=to) | MessagesMoved(to=to):
            return to
    return None


def tickets_in(payload: Payload) -> tuple[TicketId, ...]:
    """Return the other tickets of which an event tells, asked for or following."""
    match payload:
        case ChildJoined(ticket_id=id) | ChildLeft(ticket_id=id):
            return (id,)
        case TicketAbsorbed(ticket_id=id) | TicketReleased(ticket_id=id):
            return (id,)
        case MessagesBrought(home=home) | MessagesTaken(home=home):
            return (home,)
    named = named_in(payload)
    return (named,) if named else ()


def tied_to(ticket: Ticket, payload: Payload) -> set[TicketId]:
    """Return the tickets, beside those it names, that must be at hand to judge `payload` on this one."""
    tied = merged_with(ticket) | ticket.children
    match payload:
        case ParentSet():
            tied |= {ticket.parent_id} if ticket.parent_id else set()
        case MessagesMoved(event_ids=event_ids):
            tied |= {one.to for one in ticket.moved if one.event_id in event_ids}
        case Undone():
            stamps = (ticket.stamps.parent_id, ticket.stamps.merged_into)
            tied |= {stamp.before for stamp in stamps if stamp is not None and stamp.before is not None}
            tied |= {ticket.parent_id} if ticket.parent_id else set()
    return tied


def merged_with(ticket: Ticket) -> set[TicketId]:
    """Return the tickets that are one step away among those merged into each other."""
    return set(ticket.absorbed | ({ticket.merged_into} if ticket.merged_into else set()))


def check_together(event: Event, before: Ticket, after: Ticket, around: Around) -> None:
    """Raise Refused when the change ties the ticket to one that the actor does not see, or to a wrong one."""
    if after.merged_into is not None and after.merged_into != before.merged_into:
        _check_merge(event, before, _seen(after.merged_into, after, around), around)
    if after.parent_id is not None and after.parent_id != before.parent_id:
        _check_parent(after, _seen(after.parent_id, after, around))
    match event.payload:
        case LinkSet(ticket_id=id, relation=relation) if relation is not None:
            other = _seen(id, after, around)
            if link_to(other, after.id) is None and len(other.links) >= limits.LINKS:
                raise refuse(
                    Code.TOO_MANY, field="link", yours=str(limits.LINKS + 1), limit=str(limits.LINKS)
                )
        case MessagesMoved() as move:
            _check_move(move, after, around)


def _seen(id: TicketId, ticket: Ticket, around: Around) -> Ticket:
    """Return another ticket that the actor sees; one that she does not see does not exist."""
    if id == ticket.id:
        raise refuse(Code.CYCLE)
    other = around.ticket(id)
    if other is None or not around.sees(other):
        raise refuse(Code.NOT_FOUND)
    return other


def _check_merge(event: Event, ticket: Ticket, survivor: Ticket, around: Around) -> None:
    """Into a ticket that was merged itself is allowed: it goes on where that one goes on."""
    chain = [survivor, *_survivors(survivor, around)]
    if ticket.id in {one.id for one in chain}:
        raise refuse(Code.CYCLE)
    if not around.sees(chain[-1]):
        raise refuse(Code.NOT_FOUND)
    if ticket.children:
        raise refuse(Code.HAS_CHILDREN)
    knows = not isinstance(event.payload, TicketsMerged) or event.payload.across_requesters
    if ticket.requester_id != survivor.requester_id and not knows:
        raise refuse(Code.DIFFERENT_REQUESTERS)
    if len(survivor.absorbed) >= limits.ABSORBED:
        raise refuse(Code.TOO_MANY, field="merge", yours=str(limits.ABSORBED + 1), limit=str(limits.ABSORBED))


def _check_parent(child: Ticket, parent: Ticket) -> None:
    if parent.id in child.children:
        raise refuse(Code.CYCLE)
    if child.children or parent.parent_id is not None:
        raise refuse(Code.TOO_DEEP)
    if parent.status is Status.MERGED:
        raise refuse(Code.MERGED)
    if len(parent.children) >= limits.CHILDREN:
        raise refuse(
            Code.TOO_MANY, field="parent", yours=str(limits.CHILDREN + 1), limit=str(limits.CHILDREN)
        )


def _check_move(move: MessagesMoved, home: Ticket, around: Around) -> None:
    for id in move.event_ids:
        message = around.message(id)
        if message is None or message.ticket_id != home.id or message.audience is not move.audience:
            raise refuse(Code.UNKNOWN_ENTRY, field="message")
    if move.to is None:
        return
    target = _seen(move.to, home, around)
    if any(not around.is_staff(id) for id in _outsiders(move.audience, home, target)):
        raise refuse(Code.READERS_DIFFER)


def _outsiders(audience: Audience, home: Ticket, target: Ticket) -> frozenset[PersonId]:
    """Return who would be shown in `target` what she may not read in `home`."""
    match audience:
        case Audience.PARTICIPANTS:
            return target.readers - home.readers
        case Audience.REQUESTER:
            return frozenset({target.requester_id}) - {home.requester_id}
        case Audience.STAFF:
            return frozenset()


def follow(event: Event, before: Ticket, after: Ticket, around: Around) -> list[Follows]:
    """Return what follows in other tickets, in order. Raises UnknownNeighbour."""
    return [
        *_merging(before, after, around),
        *_parenting(before, after),
        *_linking(event),
        *_moving(event, before),
        *_relaying(event, after, around),
        *_copying(event, before, after, around),
    ]


def following(event: Event, follows: Follows, ticket: Ticket) -> Event:
    """Return the event that follows in `ticket`, which is at hand as the events before left it."""
    kind = kind_of(follows.payload)
    return Event(
        id=derived_id(event.id, ticket.id, kind),
        ticket_id=ticket.id,
        payload=follows.payload,
        actor_id=SYSTEM_ACTOR.id if follows.by_system else event.actor_id,
        actor_role=SYSTEM_ACTOR.role if follows.by_system else event.actor_role,
        at=event.at,
        version=ticket.version + 1,
        audience=audience_of(follows.payload),
    )


def _merging(before: Ticket, after: Ticket, around: Around) -> Iterator[Follows]:
    old, new = before.merged_into, after.merged_into
    if old == new:
        return
    if old is not None:
        yield Follows(old, TicketReleased(ticket_id=after.id, across_requesters=_across(after, old, around)))
    if new is not None:
        yield Follows(new, TicketAbsorbed(ticket_id=after.id, across_requesters=_across(after, new, around)))


def _across(ticket: Ticket, other_id: TicketId, around: Around) -> bool:
    return _at_hand(other_id, around).requester_id != ticket.requester_id


def _parenting(before: Ticket, after: Ticket) -> Iterator[Follows]:
    old, new = before.parent_id, after.parent_id
    if old == new:
        return
    if old is not None:
        yield Follows(old, ChildLeft(ticket_id=after.id))
    if new is not None:
        yield Follows(new, ChildJoined(ticket_id=after.id))


def _linking(event: Event) -> Iterator[Follows]:
    if isinstance(event.payload, LinkSet):
        relation = event.payload.relation
        mirrored = LinkSet(ticket_id=event.ticket_id, relation=relation.mirrored if relation else None)
        yield Follows(event.payload.ticket_id, mirrored)


def _moving(event: Event, before: Ticket) -> Iterator[Follows]:
    """Tell the ticket in which the messages were shown, and the one in which they are from now on."""
    if not isinstance(event.payload, MessagesMoved):
        return
    move, was = event.payload, dict[TicketId, list[ChangeId]]()
    for id in move.event_ids:
        was.setdefault(place_of(before, id), []).append(id)
    for place, ids in was.items():
        if place not in (before.id, move.to):
            yield Follows(place, MessagesTaken(home=before.id, event_ids=tuple(ids)))
    if move.to is not None:
        yield Follows(move.to, MessagesBrought(home=before.id, event_ids=move.event_ids))


def _relaying(event: Event, ticket: Ticket, around: Around) -> Iterator[Follows]:
    """A public reply reaches the survivor, and whoever among the merged tickets would not read it there."""
    if not isinstance(event.payload, MOVABLE) or event.audience is not Audience.PARTICIPANTS:
        return
    merged = _merged_tickets(ticket, around)
    root = next(one for one in merged if one.merged_into is None)
    readers = ticket.readers | root.readers
    for one in merged:
        unheard = any(not around.is_staff(id) for id in one.readers - readers)
        if one.id != ticket.id and (one is root or unheard):
            yield Follows(one.id, event.payload)
    asked_too = (
        isinstance(event.payload, CommentAdded) and event.actor_id == ticket.requester_id != root.requester_id
    )
    if asked_too and (waits_for_requester(root) or root.status is Status.RESOLVED):
        yield Follows(root.id, StatusChanged(to=Status.OPEN), by_system=True)


def _merged_tickets(ticket: Ticket, around: Around) -> list[Ticket]:
    """Return this ticket and all that are merged with it, directly or by way of others."""
    found = {ticket.id: ticket}
    wanted = sorted(merged_with(ticket))
    while wanted:
        one = _at_hand(wanted.pop(), around)
        found[one.id] = one
        wanted += sorted(merged_with(one) - found.keys())
    return list(found.values())


def _survivors(ticket: Ticket, around: Around) -> Iterator[Ticket]:
    while ticket.merged_into is not None:
        ticket = _at_hand(ticket.merged_into, around)
        yield ticket


def _copying(event: Event, before: Ticket, after: Ticket, around: Around) -> Iterator[Follows]:
    if before.standing == after.standing:
        return
    for id in sorted(after.children):
        payload = copied(event, before, after, _at_hand(id, around))
        if payload is not None:
            yield Follows(id, payload, by_system=True)


def _at_hand(id: TicketId, around: Around) -> Ticket:
    ticket = around.ticket(id)
    if ticket is None:
        raise UnknownNeighbour(id)
    return ticket
