"""Files of erased contents: their rows go, and their bytes, unless something else still shows them."""

from collections.abc import Collection
from pathlib import Path

from sqlalchemy import Connection, delete, select, update

from itdesk.domain.ids import FileId, TicketId
from itdesk.server.store.held_files import held_files
from itdesk.server.store.tables import files, repeated_files


def drop_files(connection: Connection, folder: Path, ticket_id: TicketId, ids: Collection[FileId]) -> int:
    """Take these files from a ticket; return of how many the bytes went.

    One that stands in another ticket as well belongs to that one from now on; one that an article shows stays
    on disk, without the row that named it.
    """
    gone = 0
    for id in sorted(ids):
        here = repeated_files.c.file_id == id, repeated_files.c.ticket_id == ticket_id
        if connection.execute(delete(repeated_files).where(*here)).rowcount:
            continue  # its row is at home in another ticket
        if not _moves_on(connection, id, ticket_id):
            connection.execute(delete(files).where(files.c.id == id))
            gone += _drop_bytes(connection, folder, id)
    return gone


def _moves_on(connection: Connection, id: FileId, ticket_id: TicketId) -> bool:
    """Give the file to the first of the other tickets in which it stands, where there is one."""
    question = select(repeated_files.c.ticket_id).where(repeated_files.c.file_id == id)
    other = connection.scalar(question.order_by(repeated_files.c.ticket_id).limit(1))
    if other is None:
        return False
    there = repeated_files.c.file_id == id, repeated_files.c.ticket_id == other
    connection.execute(delete(repeated_files).where(*there))
    mine = files.c.id == id, files.c.ticket_id == ticket_id
    connection.execute(update(files).where(*mine).values(ticket_id=other))
    return True


def _drop_bytes(connection: Connection, folder: Path, id: FileId) -> int:
    if id in held_files(connection, [id]):
        return 0
    path = folder / id[-2:] / id
    existed = path.exists()
    path.unlink(missing_ok=True)
    return int(existed)
