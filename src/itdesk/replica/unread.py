"""What others did on the reader's tickets that she has not opened yet."""

from dataclasses import dataclass

import msgspec

from itdesk.domain.events import Event
from itdesk.domain.ids import TicketId
from itdesk.protocol.messages import EventMessage
from itdesk.protocol.translation import event_from
from itdesk.replica.replica import Replica

UNREAD = """
SELECT t.id, t.number, t.title, t.is_reported, e.message
FROM tickets t JOIN events e ON e.ticket_id = t.id
LEFT JOIN read_marks r ON r.ticket_id = t.id
WHERE t.is_unread AND (t.is_reported OR t.assignee_id = :me)
  AND e.actor_id <> :me AND e.version > coalesce(r.version, 0)
ORDER BY t.updated_at, t.id, e.version
"""


@dataclass(frozen=True, kw_only=True)
class UnreadEvent:
    """One event, with what a person calls its ticket by."""

    event: Event
    ticket_id: TicketId
    number: int | None
    title: str
    is_reported: bool
    """Whether the reader is its requester or reads along, and not only IT."""


def unread_events(replica: Replica) -> tuple[UnreadEvent, ...]:
    """Return them, ticket by ticket, the one that changed last coming last. Raises WorldFailed."""
    with replica.reading() as connection:
        rows = connection.exec_driver_sql(UNREAD, {"me": replica.me.id}).all()
    return tuple(
        UnreadEvent(
            event=event_from(msgspec.json.decode(row.message, type=EventMessage)),
            ticket_id=row.id,
            number=row.number,
            title=row.title,
            is_reported=bool(row.is_reported),
        )
        for row in rows
    )
