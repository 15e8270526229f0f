"""Which tickets somebody of IT opened here: kept in the outbox until the server was told, also offline."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from itdesk.domain.ids import TicketId
from itdesk.replica.instants import from_number, to_number
from itdesk.replica.outbox import Outbox

AT_ONCE = 200


@dataclass(frozen=True)
class Opened:
    """A ticket, and when it was opened first since the server was told last; by this computer's clock."""

    ticket_id: TicketId
    at: datetime


def note_opened(outbox: Outbox, ticket_id: TicketId, at: datetime) -> None:
    """Keep that a ticket was opened; once until it was told. Raises WorldFailed."""
    known = "SELECT 1 FROM opened WHERE ticket_id = ?"
    with outbox.reading() as connection:
        if connection.exec_driver_sql(known, (ticket_id,)).scalar():
            return
    with outbox.writing(is_news=False) as connection:
        connection.exec_driver_sql("INSERT OR IGNORE INTO opened VALUES (?, ?)", (ticket_id, to_number(at)))


def opened_since(outbox: Outbox) -> tuple[Opened, ...]:
    """Return what the server was not told yet, the oldest first, as much as goes at once."""
    with outbox.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT ticket_id, at FROM opened ORDER BY at, ticket_id LIMIT ?", (AT_ONCE,)
        )
        return tuple(Opened(TicketId(row.ticket_id), from_number(row.at)) for row in rows)


def forget_told(outbox: Outbox, told: Sequence[Opened]) -> None:
    """Forget what the server was told. Opened again, it is told again."""
    if not told:
        return
    with outbox.writing(is_news=False) as connection:
        connection.exec_driver_sql(
            "DELETE FROM opened WHERE ticket_id = ?", [(one.ticket_id,) for one in told]
        )
