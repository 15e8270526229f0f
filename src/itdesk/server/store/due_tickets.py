"""Tickets by what is due on them."""

from datetime import datetime

from sqlalchemy import select

from itdesk.domain.ids import TicketId
from itdesk.server.store.store import Store
from itdesk.server.store.tables import tickets


def turning_tickets(store: Store, now: datetime, most: int) -> list[TicketId]:
    """Return tickets of which a warning or a breach is to be told by now, the longest due first.

    Raises StoreUnavailable.
    """
    turning = select(tickets.c.id).where(tickets.c.turns_at <= now)
    with store.reading() as connection:
        return list(connection.scalars(turning.order_by(tickets.c.turns_at, tickets.c.id).limit(most)))


def holds_tickets(store: Store) -> bool:
    """Whether anything was ever reported. Raises StoreUnavailable."""
    with store.reading() as connection:
        return connection.execute(select(tickets.c.id).limit(1)).first() is not None
