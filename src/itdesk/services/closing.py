"""The requester ends her own ticket, or opens it again while that may still be done."""

from dataclasses import replace
from datetime import datetime, timedelta

from itdesk.domain.changes import FixConfirmed, StatusChanged
from itdesk.domain.ids import TicketId
from itdesk.domain.limits import REOPEN_DAYS
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from itdesk.replica import contents
from itdesk.services.asking import Saved, ask, form
from itdesk.services.desk import Desk


def may_be_closed(ticket: Ticket) -> bool:
    """Tell whether there is something to close."""
    return ticket.status.is_open or ticket.status is Status.RESOLVED


def reopenable_until(ticket: Ticket) -> datetime | None:
    """Return until when its requester may open a closed ticket again; `None` where she cannot at all."""
    closed_at = ticket.standing.closed_at
    if ticket.status is not Status.CLOSED or closed_at is None:
        return None
    return closed_at + timedelta(days=REOPEN_DAYS)


def close_own(desk: Desk, ticket_id: TicketId, reason: str, *, is_needed: bool = True) -> Saved:
    """Close a ticket with the requester's reason. Raises Refused and WorldFailed.

    What nobody has begun and nobody needs any more (not `is_needed`) is withdrawn; all else counts as solved.
    """
    held = contents.held_ticket(desk.replica, ticket_id)
    if held is None:
        raise refuse(Code.NOT_FOUND)
    status = held.shown.status
    if status is Status.RESOLVED:
        return ask(desk, ticket_id, FixConfirmed(works=True, comment=reason))
    if status is Status.NEW and not is_needed:
        return ask(desk, ticket_id, StatusChanged(to=Status.CANCELLED, note=reason))
    return _solve_and_close(desk, ticket_id, reason)


def reopen(desk: Desk, ticket_id: TicketId, reason: str) -> Saved:
    """Open a closed ticket again, and say what is wrong. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, StatusChanged(to=Status.OPEN, note=reason))


def _solve_and_close(desk: Desk, ticket_id: TicketId, reason: str) -> Saved:
    """Nobody asks her whether it works what she has said herself: it is closed at once."""
    solved = ask(desk, ticket_id, StatusChanged(to=Status.RESOLVED, note=reason))
    closed = form(desk, ticket_id, StatusChanged(to=Status.CLOSED))
    desk.save([replace(closed, after=(*closed.after, solved.change_id))])
    return Saved(change_id=closed.id, ticket_id=ticket_id)
