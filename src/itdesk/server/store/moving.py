"""Moves a whole store into an empty database of another kind, and reads back every row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, tuple_

from itdesk.server.store.backups.rows import copy_rows, portions
from itdesk.server.store.search.writing import VERSION_KEY, renew_index
from itdesk.server.store.store import MOVED_KEY, Store
from itdesk.server.store.tables import METADATA, changes, documents, files, meta, people, tickets

OCCUPYING = (people, tickets, documents, changes, files)
"""Who has a row in one of these has begun to work. Other tables say something of even an empty store."""

Row = Mapping[str, Any]


class NotEmpty(Exception):
    """The other database holds something already. The text is a sentence for a person."""

    def __init__(self, table: str) -> None:
        super().__init__(
            f"The database is not empty: {table} has rows. Give an empty one; nothing was changed."
        )


class NotTheSame(Exception):
    """A row did not come back as it was. The text is a sentence for a person; nothing was moved."""

    def __init__(self, table: str, key: Sequence[object]) -> None:
        row = ", ".join(str(part) for part in key)
        super().__init__(
            f"A row of {table} ({row}) is not in the other database as it is in this one. Nothing was moved;"
            " the other database is as empty as before."
        )


@dataclass(frozen=True)
class Moved:
    """How many rows each table had; all of them were read back and found the same."""

    rows: Mapping[str, int]


def move(source: Store, target: Store, now: datetime) -> Moved:
    """Copy all that `source` holds into `target` in one transaction, then mark `source` as moved.

    Both must be at this program's schema, and nobody may write to `source` meanwhile. It is the same history
    afterwards: clients go on where they were. Raises NotEmpty, NotTheSame, StoreUnavailable; nothing is
    changed then.
    """
    with source.reading() as before, target.writing() as after:
        _refuse_full(after)
        copy_rows(before, after)
        renew_index(after)
        rows = {table.name: _compared(before, after, table) for table in METADATA.sorted_tables}
    with source.writing() as connection:
        connection.execute(insert(meta).values(key=MOVED_KEY, value=now.isoformat(timespec="seconds")))
    return Moved(rows)


def _refuse_full(connection: Connection) -> None:
    for table in OCCUPYING:
        if connection.execute(select(table).limit(1)).first() is not None:
            raise NotEmpty(table.name)


def _compared(before: Connection, after: Connection, table: Table) -> int:
    """Compare by key, portion by portion: the two databases need not sort alike. Return how many rows."""
    for rows in portions(before, table):
        expected = {_key(table, row): row for row in rows if row.get("key") != VERSION_KEY}
        found = {_key(table, row): row for row in _rows_at(after, table, list(expected))}
        for key, row in expected.items():
            if found.get(key) != row:
                raise NotTheSame(table.name, key)
    counts = [connection.scalar(select(func.count()).select_from(table)) for connection in (before, after)]
    if counts[0] != counts[1]:
        raise NotTheSame(table.name, [f"{counts[0]} rows here, {counts[1]} there"])
    return counts[0] or 0


def _rows_at(connection: Connection, table: Table, keys: list[tuple[object, ...]]) -> list[Row]:
    columns = list(table.primary_key.columns)
    if not keys:
        return []
    return [
        dict(row) for row in connection.execute(select(table).where(tuple_(*columns).in_(keys))).mappings()
    ]


def _key(table: Table, row: Row) -> tuple[object, ...]:
    return tuple(row[column.name] for column in table.primary_key.columns)
