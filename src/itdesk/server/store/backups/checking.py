"""Looks whether a store, or a backup of one, is whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, exists, func, select, text

from itdesk.database.engine import open_sqlite_copy
from itdesk.server.store.backups.files import complete_files, path_of
from itdesk.server.store.store import Store, StoreUnavailable
from itdesk.server.store.tables import counter, events, feed, tickets


@contextmanager
def opened_backup(path: Path) -> Iterator[Store]:
    """Yield a backup as a store that can only be read; nothing is written beside it."""
    store = Store(open_sqlite_copy(path))
    try:
        yield store
    finally:
        store.close()


def found_wrong(backup: Path) -> list[str]:
    """Return what is wrong with the database of a backup, a sentence each; nothing: it is whole."""
    try:
        with opened_backup(backup) as store:
            return wrong_in(store)
    except StoreUnavailable as error:
        return [str(error)]


def wrong_in(store: Store) -> list[str]:
    """Return what is wrong with a store's database, a sentence each. Raises StoreUnavailable."""
    with store.reading() as connection:
        return [*_damaged(connection), *_contradictions(connection)]


def lost_files(store: Store, folder: Path) -> list[str]:
    """Return the ids of files that arrived whole and are no longer in the folder. Raises StoreUnavailable."""
    with store.reading() as connection:
        return [id for id, size in complete_files(connection) if _size(path_of(folder, id)) != size]


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else -1


def _damaged(connection: Connection) -> Iterator[str]:
    """PostgreSQL looks after its pages by itself."""
    if connection.dialect.name != "sqlite":
        return
    for (word,) in connection.execute(text("PRAGMA integrity_check(3)")):
        if word != "ok":
            yield f"The database is damaged: {word}."
    for row in connection.execute(text("PRAGMA foreign_key_check")).all()[:3]:
        yield f"A row of {row[0]} names one of {row[2]} that is not there."


def _contradictions(connection: Connection) -> Iterator[str]:
    """What every commit of a whole store leaves true."""
    said = connection.execute(select(counter.c.position, counter.c.number)).first()
    if said is None:
        yield "The store has no counter."
        return
    position = connection.scalar(select(func.max(feed.c.position))) or 0
    if position != said.position:
        yield f"The counter stands at position {said.position}, the feed ends at {position}."
    number = connection.scalar(select(func.max(tickets.c.number))) or 0
    if number > said.number:
        yield f"The counter gave {said.number} as the last number, a ticket has {number}."
    without = select(func.count()).where(~exists().where(events.c.ticket_id == tickets.c.id))
    if bare := connection.scalar(without.select_from(tickets)):
        yield f"{bare} tickets have no history."
