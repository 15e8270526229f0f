"""Copies every row of one store into another, whatever databases they are."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Integer, Table, delete, func, insert, select, text

from itdesk.server.store.search.writing import VERSION_KEY
from itdesk.server.store.tables import METADATA, meta

ROWS_AT_ONCE = 500


def copy_rows(source: Connection, target: Connection) -> None:
    """Put the source's rows in place of the target's. Both have this program's schema.

    The index of search is not copied: the target is without one until the store is migrated again.
    """
    tables = METADATA.sorted_tables
    with _without_triggers(target):
        for table in reversed(tables):
            target.execute(delete(table))
    for table in tables:
        for rows in portions(source, table):
            target.execute(insert(table), rows)
        _count_on(target, table)
    target.execute(delete(meta).where(meta.c.key == VERSION_KEY))


def portions(source: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    """Yield the rows of a table, some hundred at once."""
    found = source.execute(select(table), execution_options={"yield_per": ROWS_AT_ONCE})
    for rows in found.mappings().partitions():
        yield [dict(row) for row in rows]


@contextmanager
def _without_triggers(connection: Connection) -> Iterator[None]:
    """Some rows refuse to be deleted, but not by who puts a whole other store in their place."""
    if connection.dialect.name == "postgresql":
        for table in METADATA.tables:
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        yield
        for table in METADATA.tables:
            connection.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER USER"))
        return
    triggers = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
    for trigger in triggers:
        connection.execute(text(f"DROP TRIGGER {trigger.name}"))
    yield
    for trigger in triggers:
        connection.exec_driver_sql(trigger.sql)


def _count_on(target: Connection, table: Table) -> None:
    """Let PostgreSQL give the next free number where it gives numbers by itself."""
    column = table.autoincrement_column
    if column is None or not isinstance(column.type, Integer) or target.dialect.name != "postgresql":
        return
    sequence = target.scalar(select(func.pg_get_serial_sequence(table.name, column.name)))
    if sequence is not None:
        following = target.scalar(select(func.coalesce(func.max(column), 0) + 1))
        target.execute(
            text("SELECT setval(:sequence, :next, false)"), {"sequence": sequence, "next": following}
        )
