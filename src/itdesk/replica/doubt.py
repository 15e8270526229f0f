"""What the server says is doubted where it contradicts itself, or lets most of the replica vanish at once."""

from collections.abc import Sequence

from sqlalchemy import Connection

from itdesk.domain.ids import PersonId, TicketId, is_id
from itdesk.protocol.messages import LeftEntry, SyncResponse, TicketEntry
from itdesk.replica.replica import note, take_note
from itdesk.replica.ticket_rows import in_list

FEW = 20
"""So many tickets may vanish on one word of the server."""
SHARE = 0.2
"""And of more than a hundred so large a part."""


class OddAnswer(ValueError):
    """The server's answer contradicts itself or is for somebody else. Nothing of it was taken."""


class TooMuchGone(OddAnswer):
    """Most tickets would vanish at once. Nothing was taken; the server is asked for everything once more."""

    def __init__(self, gone: int, held: int) -> None:
        super().__init__(
            f"it says that {gone} of {held} tickets are gone at once. They stay here until it has told"
            " everything once more"
        )


def check_page(page: SyncResponse, me: PersonId) -> None:
    """Raise OddAnswer when a page is for somebody else, names no reader or has ids that are none."""
    if page.me != me:
        raise OddAnswer("The server answered for somebody else. Sign in again.")
    if page.reset and all(person.id != me for person in page.people):
        raise OddAnswer("The server's answer contradicts itself: everything anew, but for nobody.")
    for entry in page.entries:
        if isinstance(entry, TicketEntry):
            _check_ticket(entry)
        elif isinstance(entry, LeftEntry) and not is_id(entry.ticket_id):
            raise OddAnswer("The server's answer contradicts itself: a ticket without an id.")


def _check_ticket(entry: TicketEntry) -> None:
    if not is_id(entry.ticket.id):
        raise OddAnswer("The server's answer contradicts itself: a ticket without an id.")
    if not all(is_id(file.id) for file in entry.ticket.attachments):
        raise OddAnswer("The server's answer contradicts itself: a file without an id.")
    if any(one.ticket_id != entry.ticket.id for one in entry.events):
        raise OddAnswer("The server's answer contradicts itself: an event of another ticket.")


def is_doubted(connection: Connection) -> bool:
    """Tell whether the server is to tell everything once more."""
    return bool(note(connection, "doubted"))


def begin_doubt(connection: Connection) -> None:
    """Ask for everything once more; what was laid beside is thrown away."""
    take_note(connection, "doubted", "1")
    connection.exec_driver_sql("DELETE FROM staged")
    for name in ("staged_cursor", "is_staging", "left_in_pull"):
        take_note(connection, name, "")


def end_doubt(connection: Connection) -> None:
    """Believe the server again: it has told everything twice."""
    take_note(connection, "doubted", "")


def check_left(connection: Connection, page: SyncResponse) -> None:
    """Raise TooMuchGone when this page and those of the same pull before it take away most tickets."""
    left = {entry.ticket_id for entry in page.entries if isinstance(entry, LeftEntry)}
    before = int(note(connection, "left_in_pull") or 0)
    gone = (
        before
        + connection.exec_driver_sql(
            "SELECT count(*) FROM tickets WHERE position IS NOT NULL"
            " AND id IN (SELECT value FROM json_each(?))",
            (in_list(TicketId(id) for id in left),),
        ).scalar_one()
    )
    _judge(gone, before + _held(connection))
    take_note(connection, "left_in_pull", str(gone) if page.more and gone else "")


def check_snapshot(connection: Connection, pages: Sequence[SyncResponse]) -> None:
    """Raise TooMuchGone when a snapshot lacks most of what is held, and nothing was doubted before it."""
    if is_doubted(connection):
        return
    told = {entry.ticket.id for page in pages for entry in page.entries if isinstance(entry, TicketEntry)}
    gone = connection.exec_driver_sql(
        "SELECT count(*) FROM tickets WHERE position IS NOT NULL"
        " AND id NOT IN (SELECT value FROM json_each(?))",
        (in_list(told),),
    ).scalar_one()
    _judge(gone, _held(connection))


def _held(connection: Connection) -> int:
    found = connection.exec_driver_sql("SELECT count(*) FROM tickets WHERE position IS NOT NULL").scalar_one()
    return int(found)


def _judge(gone: int, held: int) -> None:
    if gone > max(FEW, SHARE * held):
        raise TooMuchGone(gone, held)
