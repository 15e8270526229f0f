"""What somebody may see no more leaves the disk: the journal still holds it when the tables do not."""

from sqlalchemy import Connection

from itdesk.database.engine import BUSY_TIMEOUT_S, writing
from itdesk.replica.failures import told_plainly
from itdesk.replica.replica import Replica, note, take_note

NOTE = "to_be_wiped"
WAIT_MS = 200
"""So long whoever reads just now is waited for; then the next page tries again."""


def note_loss(connection: Connection) -> None:
    """Note, with the removal itself, that the journal is to be emptied: a crash between forgets nothing."""
    take_note(connection, NOTE, "1")


def wipe(replica: Replica) -> bool:
    """Empty the journal where something was lost; return whether nothing of it is left. Raises WorldFailed.

    The tables themselves are overwritten where they lose something (`secure_delete`).
    """
    with replica.reading() as connection:
        if not note(connection, NOTE):
            return True
    with told_plainly(replica.path):
        if not _is_emptied(replica):
            return False
        with writing(replica.engine) as connection:  # no news for a window: the revision stays
            take_note(connection, NOTE, "")
    return True


def _is_emptied(replica: Replica) -> bool:
    """Bring the journal into the file and cut it to nothing; tell whether nobody held that up."""
    borrowed = replica.engine.raw_connection()
    try:
        cursor = borrowed.cursor()
        cursor.execute(f"PRAGMA busy_timeout={WAIT_MS}")
        is_busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_S * 1000}")
        return not is_busy
    finally:
        borrowed.close()
