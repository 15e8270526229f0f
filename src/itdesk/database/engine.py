"""Engines and transactions, the same way for SQLite and PostgreSQL.

With the driver's own transaction handling, SQLite reads before it locks: of 800 concurrent updates
700 vanished silently. So the driver stays in autocommit, and we begin: `BEGIN IMMEDIATE` to write.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

WRITING = {"itdesk_writing": True}
BUSY_TIMEOUT_S = 15
APPLICATION = "itdesk"


@dataclass(frozen=True, kw_only=True)
class Pool:
    """Connections that are kept, those beside them under load, and how long one may be waited for."""

    size: int = 5
    overflow: int = 20
    wait_s: int = 30


@dataclass(frozen=True, kw_only=True)
class Timeouts:
    """After how long PostgreSQL ends what takes too long."""

    connect_s: int
    statement_s: int
    lock_s: int
    idle_transaction_s: int


def open_sqlite(path: Path, *, busy_s: int = BUSY_TIMEOUT_S, pool: Pool | None = None) -> Engine:
    """Return an engine over one SQLite file: WAL, every commit durable (`synchronous=FULL`).

    A writer waits `busy_s` for another one.
    """
    pool = pool or Pool()
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": busy_s, "check_same_thread": False},
        pool_size=pool.size,
        max_overflow=pool.overflow,
        pool_timeout=pool.wait_s,
        hide_parameters=True,  # what people wrote is in no exception's words
    )
    event.listen(engine, "connect", partial(_prepare_sqlite, busy_s))
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def open_sqlite_copy(path: Path) -> Engine:
    """Return an engine that only reads an SQLite file to which nobody writes; nothing is made beside it."""
    engine = create_engine(f"sqlite:///file:{quote(str(path.absolute()))}?mode=ro&immutable=1&uri=true")
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def open_postgresql(url: str, *, pool: Pool, timeouts: Timeouts) -> Engine:
    """Return an engine over a PostgreSQL database given as `postgresql://…`."""
    return create_engine(
        make_url(url).set(drivername="postgresql+psycopg"),
        pool_size=pool.size,
        max_overflow=pool.overflow,
        pool_timeout=pool.wait_s,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            "application_name": APPLICATION,
            "connect_timeout": timeouts.connect_s,
            "options": _options(timeouts),
        },
    )


def _options(timeouts: Timeouts) -> str:
    settings = {
        "timezone": "UTC",
        "statement_timeout": f"{timeouts.statement_s}s",
        "lock_timeout": f"{timeouts.lock_s}s",
        "idle_in_transaction_session_timeout": f"{timeouts.idle_transaction_s}s",
    }
    return " ".join(f"-c {name}={value}" for name, value in settings.items())


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one moment and changes nothing."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin() as transaction:
            yield connection
            transaction.rollback()


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that changes things: committed at the end, undone on an exception."""
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        yield connection


def _prepare_sqlite(busy_s: int, dbapi_connection: Any, _record: Any) -> None:
    dbapi_connection.isolation_level = None
    cursor = dbapi_connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "trusted_schema=OFF",
        f"busy_timeout={busy_s * 1000}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("itdesk_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")
