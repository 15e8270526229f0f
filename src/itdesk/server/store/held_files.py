"""Which bytes something in the database still names: the one answer, for all who delete files."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from itdesk.domain.ids import FileId
from itdesk.server.store.article_pictures import is_in_article
from itdesk.server.store.tables import files


def held_files(connection: Connection, ids: Collection[str]) -> set[str]:
    """Return those of these well-formed ids that a ticket has or an article shows."""
    with_row = set(connection.scalars(select(files.c.id).where(files.c.id.in_(ids))))
    shown = {id for id in ids if id not in with_row and is_in_article(connection, FileId(id), for_staff=True)}
    return with_row | shown
