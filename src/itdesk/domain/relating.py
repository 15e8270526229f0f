"""Links, parents and children, merging, moved messages: as far as one ticket can judge and fold them.

What takes both tickets to judge stands in `domain.together`.
"""

from collections.abc import Iterable
from dataclasses import replace

from itdesk.domain import limits
from itdesk.domain.changes import Change, Payload
from itdesk.domain.events import Event
from itdesk.domain.ids import ChangeId, TicketId, is_id
from itdesk.domain.people import Actor
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.relations import (
    ChildJoined,
    ChildLeft,
    Link,
    LinkSet,
    MessagesMoved,
    MovedMessage,
    ParentSet,
    Relation,
    TicketAbsorbed,
    TicketReleased,
    TicketsMerged,
)
from itdesk.domain.stamping import set_fields
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket


def check_relations(payload: Payload) -> None:
    """Raise Refused when the payload names what cannot be a ticket or a message, or too many at once."""
    match payload:
        case LinkSet(ticket_id=id) | TicketsMerged(into=id):
            _check_ids([id], Code.NOT_FOUND)
        case ParentSet(to=to):
            _check_ids([to] if to else [], Code.NOT_FOUND)
        case MessagesMoved(to=to, event_ids=event_ids):
            _check_ids([to] if to else [], Code.NOT_FOUND)
            _check_ids(event_ids, Code.UNKNOWN_ENTRY)
            if not 1 <= len(set(event_ids)) == len(event_ids) <= limits.MESSAGES_MOVED:
                raise refuse(Code.OUT_OF_RANGE, field="message", limit=f"1 – {limits.MESSAGES_MOVED}")


def _check_ids(ids: Iterable[str], code: Code) -> None:
    if not all(is_id(id) for id in ids):
        raise refuse(code)


def check_relating(actor: Actor, ticket: Ticket, change: Change) -> None:
    """Raise Refused when the state of this one ticket does not allow the change, or somebody was faster."""
    match change.payload:
        case LinkSet(ticket_id=id, relation=relation):
            link = link_to(ticket, id)
            theirs = link.relation if link else ""
            if link is not None and relation is not link.relation and _is_news(link, actor, change):
                raise refuse(Code.CONFLICT, field="link", theirs=theirs, yours=relation or "")
            if link is None and relation is not None and len(ticket.links) >= limits.LINKS:
                raise refuse(
                    Code.TOO_MANY, field="link", yours=str(limits.LINKS + 1), limit=str(limits.LINKS)
                )
        case TicketsMerged() | ParentSet() if ticket.status is Status.MERGED:
            raise refuse(Code.MERGED)
        case MessagesMoved(event_ids=event_ids, to=to):
            moved = [one for one in ticket.moved if one.event_id in event_ids and one.to != to]
            if any(_is_news(one, actor, change) for one in moved):
                raise refuse(Code.CONFLICT, field="message", theirs=moved[0].to, yours=to or "")


def _is_news(one: Link | MovedMessage, actor: Actor, change: Change) -> bool:
    """Tell whether somebody else set it after the author of the change had looked."""
    return one.version > change.seen and one.author != actor.id


def link_to(ticket: Ticket, id: TicketId) -> Link | None:
    """Return the link with another ticket."""
    return next((link for link in ticket.links if link.ticket_id == id), None)


def relate(ticket: Ticket, event: Event) -> Ticket:
    """Return the ticket after an event that ties it to another one, or unties it; after others as it is."""
    match event.payload:
        case LinkSet(ticket_id=id, relation=relation):
            others = tuple(link for link in ticket.links if link.ticket_id != id)
            return replace(ticket, links=(*others, *_links(event, id, relation)))
        case ParentSet(to=to):
            return set_fields(ticket, event, parent_id=to)
        case TicketsMerged(into=into):
            standing = replace(ticket.standing, status=Status.MERGED, reason=None, until=None)
            return set_fields(ticket, event, merged_into=into, standing=standing)
        case MessagesMoved():
            return _moved(ticket, event, event.payload)
    return _answered(ticket, event.payload)


def _answered(ticket: Ticket, payload: Payload) -> Ticket:
    match payload:
        case ChildJoined(ticket_id=id):
            return replace(ticket, children=ticket.children | {id})
        case ChildLeft(ticket_id=id):
            return replace(ticket, children=ticket.children - {id})
        case TicketAbsorbed(ticket_id=id):
            return replace(ticket, absorbed=ticket.absorbed | {id})
        case TicketReleased(ticket_id=id):
            return replace(ticket, absorbed=ticket.absorbed - {id})
    return ticket


def _links(event: Event, id: TicketId, relation: Relation | None) -> tuple[Link, ...]:
    if relation is None:
        return ()
    return (Link(ticket_id=id, relation=relation, author=event.actor_id, version=event.version),)


def _moved(ticket: Ticket, event: Event, payload: MessagesMoved) -> Ticket:
    others = tuple(one for one in ticket.moved if one.event_id not in payload.event_ids)
    if payload.to is None:
        return replace(ticket, moved=others)
    new = (
        MovedMessage(
            event_id=id,
            to=payload.to,
            audience=payload.audience,
            author=event.actor_id,
            version=event.version,
        )
        for id in payload.event_ids
    )
    return replace(ticket, moved=(*others, *new))


def place_of(ticket: Ticket, event_id: ChangeId) -> TicketId:
    """Return the ticket in which a message of this one is shown."""
    return next((one.to for one in ticket.moved if one.event_id == event_id), ticket.id)
