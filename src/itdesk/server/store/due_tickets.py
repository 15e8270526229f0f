"""Tickets by what is due on them."""

from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import Connection, and_, or_, select

from itdesk.domain.ids import TicketId
from itdesk.domain.policy import Scope
from itdesk.domain.sla.target import Target
from itdesk.domain.ticket import Ticket
from itdesk.server.store.store import Store
from itdesk.server.store.tables import tickets
from itdesk.server.store.visibility import visible


@dataclass(frozen=True)
class DuePlace:
    """A place in the order of due times; the ticket's number tells equal ones apart."""

    due_at: datetime
    number: int


@dataclass(frozen=True, kw_only=True)
class DueTicket:
    """A ticket with the promised time that runs out next, or has run out first."""

    ticket: Ticket
    due_at: datetime
    target: Target

    @property
    def place(self) -> DuePlace:
        """Where it stands in the order."""
        return DuePlace(self.due_at, self.ticket.number or 0)


def due_tickets(connection: Connection, scope: Scope, after: DuePlace | None, limit: int) -> list[DueTicket]:
    """Return tickets that this reader sees and on which something is due, the soonest first."""
    question = select(tickets.c.state, tickets.c.due_at, tickets.c.due_target).where(
        tickets.c.due_at.is_not(None), visible(scope)
    )
    if after is not None:
        same = and_(tickets.c.due_at == after.due_at, tickets.c.number > after.number)
        question = question.where(or_(tickets.c.due_at > after.due_at, same))
    rows = connection.execute(question.order_by(tickets.c.due_at, tickets.c.number).limit(limit))
    return [
        DueTicket(
            ticket=msgspec.json.decode(row.state, type=Ticket),
            due_at=row.due_at,
            target=Target(row.due_target),
        )
        for row in rows
    ]


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
