"""Telling the server which tickets of others were opened here: with the next exchange, also much later."""

from itdesk.domain.ticket import Ticket
from itdesk.replica.opened import note_opened
from itdesk.services.desk import Desk


def note_opening(desk: Desk, ticket: Ticket) -> None:
    """Keep that somebody of IT has this ticket before her, unless it is her own. Raises WorldFailed."""
    actor = desk.actor
    if actor.role.is_staff and actor.id not in ticket.readers and ticket.number is not None:
        note_opened(desk.outbox, ticket.id, desk.now())
