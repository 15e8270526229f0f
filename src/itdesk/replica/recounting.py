"""Works out anew, a few tickets at a time, what is due when calendars or policies have changed."""

from sqlalchemy import Connection

from itdesk.domain.ids import TicketId
from itdesk.replica.due_times import BASIS
from itdesk.replica.outbox import Outbox
from itdesk.replica.replica import Replica, note, overlay_in
from itdesk.replica.ticket_rows import rewrite, rewrite_due

TICKETS_AT_ONCE = 500


def recount_due(replica: Replica, outbox: Outbox) -> int:
    """Work it out on at most `TICKETS_AT_ONCE` tickets; return on how many. Raises WorldFailed."""
    with replica.reading() as connection:
        if not _stale(connection, 1):
            return 0
    with replica.writing() as connection:
        stale = _stale(connection, TICKETS_AT_ONCE)
        overlay, changed = overlay_in(connection, outbox, replica.me, changed_only=False)
        rewrite(connection, changed, overlay)
        rewrite_due(connection, stale, overlay)
    return len(stale)


def _stale(connection: Connection, most: int) -> list[TicketId]:
    rows = connection.exec_driver_sql(
        "SELECT id FROM tickets WHERE due_basis < ? LIMIT ?", (int(note(connection, BASIS) or 0), most)
    )
    return [row.id for row in rows]
