"""Tickets that somebody has put aside for a while."""

from dataclasses import dataclass
from datetime import datetime

from itdesk.domain.ids import PersonId, SnoozeId, TicketId


@dataclass(frozen=True, kw_only=True)
class Snooze:
    """Somebody's own: the ticket is out of her lists until then, or until another does something on it."""

    id: SnoozeId
    owner_id: PersonId
    ticket_id: TicketId
    until: datetime
    """In UTC."""
