"""The pictures of articles, kept beside the files of tickets that were opened."""

from datetime import datetime

from itdesk.domain.ids import FileId
from itdesk.replica.contents import CACHE_BYTES
from itdesk.replica.instants import to_number
from itdesk.replica.replica import Replica

OF_NO_TICKET = ""
"""In place of the ticket's id: it is forgotten with no ticket."""


def keep(replica: Replica, file_id: FileId, content: bytes, now: datetime) -> None:
    """Keep the bytes of a picture; beyond 200 MB of all that is kept, the oldest go."""
    with replica.writing() as connection:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO cached_files VALUES (?, ?, ?, ?)",
            (file_id, OF_NO_TICKET, content, to_number(now)),
        )
        connection.exec_driver_sql(
            "DELETE FROM cached_files WHERE file_id IN (SELECT file_id FROM"
            " (SELECT file_id, sum(length(content)) OVER (ORDER BY used_at DESC) AS total FROM cached_files)"
            " WHERE total > ?)",
            (CACHE_BYTES,),
        )


def kept(replica: Replica) -> frozenset[FileId]:
    """Return which pictures of articles lie here."""
    with replica.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT file_id FROM cached_files WHERE ticket_id = ?", (OF_NO_TICKET,)
        )
        return frozenset(rows.scalars())
