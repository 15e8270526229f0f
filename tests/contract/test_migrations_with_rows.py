"""Every step of the schema, with rows in every table: what was there stays, and the program before goes on.

A server of the previous version works on while the new one migrates, and so does the one that was not stopped
yet: it writes and reads the columns that it knows. New steps are found by themselves.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest
from alembic import command
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    insert,
    inspect,
    select,
    update,
)

from itdesk.server.store.store import Store, migrations, open_store
from tests.contract.databases import Databases
from tests.contract.test_migrations import STEPS, is_ours

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def bare(databases: Databases) -> Iterator[Store]:
    """A database without tables."""
    url = databases.empty()
    store = open_store(url)
    yield store
    store.close()
    databases.drop(url)


ONLY_ADDED_TO = frozenset({"audit"})
"""No program writes a row of these once more; the database itself refuses it."""


class OldProgram:
    """What a program of some step knows of the tables, and how it writes and reads them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        known = MetaData()
        with store.reading() as connection:
            names = [name for name in inspect(connection).get_table_names() if is_ours(name, "table", None)]
            known.reflect(connection, only=[name for name in names if name != "alembic_version"])
        self.tables = known.sorted_tables

    def write(self, number: int) -> None:
        """Write a row into every table, naming every column."""
        with self._store.writing() as connection:
            rows: dict[str, Mapping[str, Any]] = {}
            for table in self.tables:
                rows[table.name] = {column.name: _value(column, number, rows) for column in table.columns}
                connection.execute(insert(table).values(rows[table.name]))

    def write_briefly(self, number: int) -> None:
        """Write rows that leave out what may be left out."""
        with self._store.writing() as connection:
            rows: dict[str, Mapping[str, Any]] = {}
            for table in self.tables:
                needed = [one for one in table.columns if not one.nullable and one.server_default is None]
                rows[table.name] = {column.name: _value(column, number, rows) for column in needed}
                connection.execute(insert(table).values(rows[table.name]))

    def read(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return all rows, of every table."""
        with self._store.reading() as connection:
            return {table.name: _rows(connection, table) for table in self.tables}

    def change(self) -> int:
        """Write each row once more as it is; return how many there were."""
        with self._store.writing() as connection:
            return sum(
                _rewritten(connection, table) for table in self.tables if table.name not in ONLY_ADDED_TO
            )


def _rewritten(connection: Connection, table: Table) -> int:
    column = next((one for one in table.columns if not one.primary_key), None)
    return 0 if column is None else connection.execute(update(table).values({column: column})).rowcount


def _rows(connection: Connection, table: Table) -> list[tuple[Any, ...]]:
    return sorted((tuple(row) for row in connection.execute(select(table))), key=repr)


def _value(column: Column[Any], number: int, rows: Mapping[str, Mapping[str, Any]]) -> object:
    """Return something that fits, another one for each number."""
    for key in column.foreign_keys:
        parent = rows.get(key.column.table.name, {})
        if key.column.name in parent:
            return parent[key.column.name]
    match column.type:
        case Boolean():
            return False
        case Integer() | BigInteger():
            return number
        case Float():
            return float(number)
        case DateTime():
            return AT
        case LargeBinary():
            return b"%d" % number
        case String(length=length):
            return f"{number}"[:length]
    raise AssertionError(f"no value is known for {column!r}")


def _to(store: Store, step: str) -> None:
    with store.writing() as connection:
        command.upgrade(migrations(connection), step)


@pytest.mark.parametrize(("before", "step"), [*pairwise(STEPS)])
def test_the_program_before_works_on_beside_the_new_schema(bare: Store, before: str, step: str) -> None:
    _to(bare, before)
    old = OldProgram(bare)
    old.write(11)
    had = old.read()
    _to(bare, step)
    now = old.read()
    for name, rows in had.items():
        assert set(rows) <= set(now[name]), name
    old.write(12)
    old.write_briefly(13)
    assert old.change() > 0
    assert all(len(rows) >= len(had[name]) + 2 for name, rows in old.read().items())


@pytest.mark.parametrize(("before", "step"), [*pairwise(STEPS)])
def test_a_step_that_is_taken_back_keeps_what_was_there_before_it(
    bare: Store, before: str, step: str
) -> None:
    _to(bare, before)
    old = OldProgram(bare)
    old.write(11)
    had = old.read()
    _to(bare, step)
    OldProgram(bare).write(12)
    with bare.writing() as connection:
        command.downgrade(migrations(connection), "-1")
    now = old.read()
    for name, rows in had.items():
        assert set(rows) <= set(now[name]), name
