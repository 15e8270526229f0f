"""The clocks of the tickets that are assigned to the reader: when each turns scarce, and when it is over."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from itdesk.domain.ids import TicketId
from itdesk.domain.sla.target import Target
from itdesk.replica.instants import from_number, optional_instant
from itdesk.replica.replica import Replica, note
from itdesk.replica.ticket_rows import in_list

MINE = """
SELECT id, number, title, due_target, due_begun_at, scarce_at, due_at FROM tickets
WHERE assignee_id = :me AND is_open AND due_at IS NOT NULL ORDER BY due_at, id
"""


@dataclass(frozen=True, kw_only=True)
class Hurrying:
    """What is promised next on one open ticket. Times are UTC; they may have passed."""

    ticket_id: TicketId
    number: int | None
    title: str
    target: Target
    begun_at: datetime | None
    scarce_at: datetime | None
    due_at: datetime


def hurrying(replica: Replica) -> tuple[Hurrying, ...] | None:
    """Return the clocks that run on her tickets, the most urgent first; `None` before the copy was filled.

    Raises WorldFailed.
    """
    with replica.reading() as connection:
        if not note(connection, "was_filled"):
            return None
        rows = connection.exec_driver_sql(MINE, {"me": replica.me.id}).all()
    return tuple(
        Hurrying(
            ticket_id=row.id,
            number=row.number,
            title=row.title,
            target=Target(row.due_target),
            begun_at=optional_instant(row.due_begun_at),
            scarce_at=optional_instant(row.scarce_at),
            due_at=from_number(row.due_at),
        )
        for row in rows
    )


def open_among(replica: Replica, ids: Collection[TicketId]) -> frozenset[TicketId]:
    """Return which of these tickets are open. Raises WorldFailed."""
    with replica.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id FROM tickets WHERE is_open AND id IN (SELECT value FROM json_each(?))", (in_list(ids),)
        ).all()
    return frozenset(row.id for row in rows)
