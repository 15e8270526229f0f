"""Takes erased words out of what a database keeps behind its tables: freed places, old parts of the search.

On SQLite what is erased is overwritten where it stood; then the search is merged, which drops the words of
rows that are gone, and the write-ahead log is emptied. PostgreSQL does the like by itself (autovacuum).
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import Connection

from itdesk.server.store.store import Store

PAGES_AT_ONCE = 500
MOST_ROUNDS = 10_000


@contextmanager
def overwriting(store: Store) -> Iterator[Connection]:
    """A writing transaction in which what is removed leaves no trace where it stood.

    Raises StoreUnavailable.
    """
    with store.writing() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        if is_sqlite:
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
        try:
            yield connection
        finally:
            if is_sqlite:  # the connection goes back to others, who need not pay for it
                connection.exec_driver_sql("PRAGMA secure_delete=OFF")


def scrub(store: Store) -> None:
    """Let go of what erased rows left behind, a bounded piece in each transaction.

    Raises StoreUnavailable.
    """
    if store.engine.dialect.name != "sqlite":
        return
    asked = -PAGES_AT_ONCE  # below zero: whatever there is becomes one segment
    for _ in range(MOST_ROUNDS):
        with overwriting(store) as connection:
            before = connection.exec_driver_sql("SELECT total_changes()").scalar_one()
            connection.exec_driver_sql("INSERT INTO search (search, rank) VALUES ('merge', ?)", (asked,))
            after = connection.exec_driver_sql("SELECT total_changes()").scalar_one()
        asked = PAGES_AT_ONCE
        if after - before < 2:  # as SQLite's manual tells: nothing is left to be merged
            break
    with closing(store.engine.raw_connection()) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
