"""What others did on the tickets that concern the reader, and that she has not opened since."""

from dataclasses import dataclass

import msgspec

from itdesk.domain.events import Event
from itdesk.domain.ids import TicketId
from itdesk.protocol.messages import EventMessage
from itdesk.protocol.translation import event_from
from itdesk.replica.replica import Replica

IS_NEW = "e.actor_id <> :me AND e.version > coalesce(r.version, 0)"
FOUND = f"""
SELECT t.id, t.number, t.title, t.is_reported, e.message, {IS_NEW} AS is_new
FROM {{}} ON e.ticket_id = t.id
LEFT JOIN read_marks r ON r.ticket_id = t.id
WHERE t.is_unread AND {{}} ORDER BY +t.updated_at, t.id, e.version
"""  # noqa: S608 - our own texts
BY_TICKET, BY_EVENT = "tickets t CROSS JOIN events e", "events e CROSS JOIN tickets t"
"""CROSS says where SQLite has to begin, and the + not to begin with the order: few are unread of many."""
REPORTED = FOUND.format(BY_TICKET, f"t.is_reported AND {IS_NEW}")
ASSIGNED = FOUND.format(BY_TICKET, "t.assignee_id = :me")
CALLING = FOUND.format(BY_EVENT, f"e.audience = 'staff' AND instr(e.text, '@') AND {IS_NEW}")
"""`events_calling` is an index of just these."""


@dataclass(frozen=True, kw_only=True)
class UnreadEvent:
    """One event, with what a person calls its ticket by."""

    event: Event
    ticket_id: TicketId
    number: int | None
    title: str
    is_reported: bool
    """Whether the reader is its requester or reads along, and not only IT."""
    is_new: bool = True
    """Whether somebody else did it, after the reader last looked."""


def unread_events(replica: Replica) -> tuple[UnreadEvent, ...]:
    """Return what is new on the tickets that she reported or reads along, the one that changed last last.

    Raises WorldFailed, like every call here.
    """
    return _found(replica, REPORTED)


def events_of_assigned(replica: Replica) -> tuple[UnreadEvent, ...]:
    """Return all that happened on those tickets assigned to her on which something is new, in order."""
    return _found(replica, ASSIGNED)


def unread_calls(replica: Replica) -> tuple[UnreadEvent, ...]:
    """Return the new notes, on any ticket, in which somebody may be called: an `@` stands in them."""
    return _found(replica, CALLING)


def _found(replica: Replica, question: str) -> tuple[UnreadEvent, ...]:
    with replica.reading() as connection:
        rows = connection.exec_driver_sql(question, {"me": replica.me.id}).all()
    return tuple(
        UnreadEvent(
            event=event_from(msgspec.json.decode(row.message, type=EventMessage)),
            ticket_id=row.id,
            number=row.number,
            title=row.title,
            is_reported=bool(row.is_reported),
            is_new=bool(row.is_new),
        )
        for row in rows
    )
