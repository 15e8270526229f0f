"""When the last good backup was made, as the store itself remembers."""

from datetime import datetime

from sqlalchemy import delete, insert, select

from itdesk.server.store.store import Store
from itdesk.server.store.tables import meta

KEY = "backed_up_at"


def remember_backup(store: Store, at: datetime) -> None:
    """Write down that a good backup was made. Raises StoreUnavailable."""
    with store.writing() as connection:
        connection.execute(delete(meta).where(meta.c.key == KEY))
        connection.execute(insert(meta).values(key=KEY, value=at.isoformat()))


def last_backup(store: Store) -> datetime | None:
    """Return when the last good backup was made; None: never. Raises StoreUnavailable."""
    with store.reading() as connection:
        value = connection.scalar(select(meta.c.value).where(meta.c.key == KEY))
    return datetime.fromisoformat(value) if value else None
