"""Which files of the store an article shows: whoever may read the article may read those."""

from sqlalchemy import Connection, literal, not_, or_, select

from itdesk.domain.ids import FileId
from itdesk.server.store.tables import documents


def is_in_article(connection: Connection, file_id: FileId, *, for_staff: bool) -> bool:
    """Tell whether an article that everyone reads, or staff, shows the file of this well-formed id."""
    shows = documents.c.body.contains(f"](file:{file_id})", autoescape=True)
    found = connection.execute(
        select(documents.c.id)
        .where(documents.c.kind == "article", not_(documents.c.deleted), shows)
        .where(or_(documents.c.everyone, literal(for_staff)))
        .limit(1)
    )
    return found.first() is not None
