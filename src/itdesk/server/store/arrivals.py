"""A file has wholly arrived: its tickets say so, and their readers hear of it without a new event."""

from dataclasses import replace
from datetime import datetime

import msgspec
from sqlalchemy import Connection, select, update

from itdesk.domain.audience import Audience
from itdesk.domain.ids import FileId, TicketId
from itdesk.domain.ticket import Ticket
from itdesk.server.store.counter import publish
from itdesk.server.store.news import News, noticed_by
from itdesk.server.store.tables import files, repeated_files, tickets


def mark_complete(connection: Connection, id: FileId, at: datetime) -> News | None:
    """Mark the file complete and publish the tickets in which it stands once more, as old as they were.

    Returns `None` when somebody else was faster.
    """
    about = connection.execute(select(files.c.ticket_id, files.c.audience).where(files.c.id == id)).one()
    others = connection.scalars(select(repeated_files.c.ticket_id).where(repeated_files.c.file_id == id))
    listed = [_locked(connection, TicketId(one)) for one in sorted({about.ticket_id, *others})]
    waiting = files.c.id == id, files.c.complete_at.is_(None)
    marked = connection.execute(
        update(files).where(*waiting).values(received=files.c.bytes, complete_at=at)
    ).rowcount
    if not marked:
        return None
    for ticket in listed:
        _write_state(connection, _with_complete(ticket, id))
    audience = Audience(about.audience)
    positions = [publish(connection, "ticket", ticket.id, audience) for ticket in listed]
    people = (noticed_by(ticket, audience) for ticket in listed)
    return News(first=positions[0], head=positions[-1], people=frozenset().union(*people))


def _locked(connection: Connection, id: TicketId) -> Ticket:
    """Return the ticket; nobody else can change it until the end."""
    state = connection.scalars(select(tickets.c.state).where(tickets.c.id == id).with_for_update()).one()
    return msgspec.json.decode(state, type=Ticket)


def _with_complete(ticket: Ticket, id: FileId) -> Ticket:
    attachments = (replace(one, is_complete=one.is_complete or one.id == id) for one in ticket.attachments)
    return replace(ticket, attachments=tuple(attachments))


def _write_state(connection: Connection, ticket: Ticket) -> None:
    """Version, time and position stay those of the last event."""
    state = msgspec.json.encode(ticket).decode()
    connection.execute(update(tickets).where(tickets.c.id == ticket.id).values(state=state))
