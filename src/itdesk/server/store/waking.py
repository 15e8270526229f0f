"""Tickets with which the house may have to do something by itself."""

from collections.abc import Mapping
from datetime import datetime

import msgspec
from sqlalchemy import bindparam, select, update

from itdesk.domain.ticket import Ticket
from itdesk.server.store.store import Store
from itdesk.server.store.tables import tickets


def waking_tickets(store: Store, now: datetime, most: int) -> list[Ticket]:
    """Return tickets that are to be looked at by now, the longest awake first. Raises StoreUnavailable."""
    awake = select(tickets.c.state).where(tickets.c.wakes_at <= now)
    with store.reading() as connection:
        states = connection.scalars(awake.order_by(tickets.c.wakes_at, tickets.c.id).limit(most)).all()
    return [msgspec.json.decode(state, type=Ticket) for state in states]


def let_sleep(store: Store, until: Mapping[Ticket, datetime | None]) -> None:
    """Look at these no earlier than then. One that changed meanwhile has its own time.

    Raises StoreUnavailable.
    """
    unchanged = tickets.c.id == bindparam("ticket_id"), tickets.c.version == bindparam("seen")
    rows = [{"ticket_id": ticket.id, "seen": ticket.version, "at": at} for ticket, at in until.items()]
    if rows:
        with store.writing() as connection:
            connection.execute(update(tickets).where(*unchanged).values(wakes_at=bindparam("at")), rows)
