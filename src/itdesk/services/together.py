"""Tying tickets to each other, and untying them: links, parents and children, merging, splitting, moving."""

from collections.abc import Sequence

from itdesk.domain.apply import apply
from itdesk.domain.audience import Audience
from itdesk.domain.changes import Change, StatusChanged, TicketOpened, Undone
from itdesk.domain.ids import ChangeId, TicketId, new_id
from itdesk.domain.judgement import judge
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.relations import LinkSet, MessagesMoved, ParentSet, Relation, TicketsMerged
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from itdesk.replica import contents
from itdesk.replica.ties import children_of
from itdesk.services.asking import Saved, ask, form
from itdesk.services.desk import Desk


def link(desk: Desk, ticket_id: TicketId, other_id: TicketId, relation: Relation = Relation.RELATED) -> Saved:
    """Link two tickets: the first is `relation` to the second. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, LinkSet(ticket_id=other_id, relation=relation))


def unlink(desk: Desk, ticket_id: TicketId, other_id: TicketId) -> Saved:
    """Take the link between two tickets away. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, LinkSet(ticket_id=other_id, relation=None))


def set_parent(desk: Desk, child_id: TicketId, parent_id: TicketId | None) -> Saved:
    """Make a ticket the child of another one, or nobody's child. Raises Refused and WorldFailed."""
    return ask(desk, child_id, ParentSet(to=parent_id))


def merge(desk: Desk, ticket_id: TicketId, into: TicketId, *, across_requesters: bool = False) -> Saved:
    """Let a ticket go on in another one. Raises Refused and WorldFailed.

    Tickets of different people are refused as `different_requesters`: make them children of one. A lead may
    merge them all the same, having been warned: what was said stays with those who could read it, and later
    public replies go to both.
    """
    payload = TicketsMerged(into=into, across_requesters=across_requesters)
    return ask(desk, ticket_id, payload)


def unmerge(desk: Desk, ticket_id: TicketId) -> Saved:
    """Take a merge back. Raises Refused and WorldFailed."""
    ticket = _held(desk, ticket_id)
    stamp = ticket.stamps.merged_into
    if ticket.merged_into is None or stamp is None:
        raise refuse(Code.CANNOT_BE_UNDONE)
    return ask(desk, ticket_id, Undone(event_id=stamp.event))


def move_messages(
    desk: Desk, ticket_id: TicketId, event_ids: Sequence[ChangeId], to: TicketId | None
) -> tuple[Saved, ...]:
    """Show messages of a ticket in another one, or at home again (nothing); in one commit.

    Public words and notes among IT are moved by a change each. Raises Refused and WorldFailed.
    """
    if not event_ids:
        raise refuse(Code.UNKNOWN_ENTRY, field="message")
    moves = [form(desk, ticket_id, payload) for payload in _moves(desk, event_ids, to)]
    desk.save(moves)
    return tuple(Saved(change_id=one.id, ticket_id=ticket_id) for one in moves)


def split(desk: Desk, ticket_id: TicketId, event_ids: Sequence[ChangeId], title: str) -> Saved:
    """Open a new ticket for the same requester and show these messages there, in one commit.

    Its inverse is to move them home and to cancel the new ticket. Raises Refused and WorldFailed.
    """
    old = _held(desk, ticket_id)
    report = TicketOpened(title=title, category=old.category, requester_id=old.requester_id)
    opening = Change(id=ChangeId(new_id()), ticket_id=TicketId(new_id()), payload=report, made_at=desk.now())
    new = apply(None, judge(desk.actor, None, opening, desk.now()))
    moves = [form(desk, ticket_id, one, opening=(opening, new)) for one in _moves(desk, event_ids, new.id)]
    desk.save([opening, *moves])
    return Saved(change_id=opening.id, ticket_id=new.id)


def resolve_children(desk: Desk, parent_id: TicketId, note: str) -> tuple[Saved, ...]:
    """Resolve all open children of a ticket with one shared note, and the parent not. Raises Refused.

    In one commit; on the server each is judged by itself.
    """
    desk.replica.catch_up(desk.outbox)
    children = contents.shown_tickets(desk.replica, children_of(desk.replica, parent_id))
    still_open = [id for id, child in children.items() if child.status.is_open]
    changes = [form(desk, id, StatusChanged(to=Status.RESOLVED, note=note)) for id in still_open]
    if changes:
        desk.save(changes)
    return tuple(Saved(change_id=one.id, ticket_id=one.ticket_id) for one in changes)


def _held(desk: Desk, ticket_id: TicketId) -> Ticket:
    held = contents.held_ticket(desk.replica, ticket_id)
    if held is None:
        raise refuse(Code.NOT_FOUND)
    return held.shown


def _moves(desk: Desk, event_ids: Sequence[ChangeId], to: TicketId | None) -> list[MessagesMoved]:
    """Return what moves these messages, those of each audience together."""
    by_audience: dict[Audience, list[ChangeId]] = {}
    for id in event_ids:
        event = contents.event(desk.replica, id)
        if event is None:
            raise refuse(Code.UNKNOWN_ENTRY, field="message")
        by_audience.setdefault(event.audience, []).append(id)
    return [
        MessagesMoved(event_ids=tuple(ids), to=to, audience=audience) for audience, ids in by_audience.items()
    ]
