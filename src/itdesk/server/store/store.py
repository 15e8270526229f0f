"""Opens the central database, brings it to this program's schema, and hands out transactions."""

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, QueuePool, insert, select, text
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from itdesk.database.engine import Pool, Timeouts, open_postgresql, open_sqlite, reading, writing
from itdesk.server import limits
from itdesk.server.store.search.writing import renew_index
from itdesk.server.store.tables import counter, meta

MIGRATIONS = Path(__file__).parent / "migrations"
FIRST_NUMBER = 1_000
MIGRATION_LOCK = 0x17DE5C
MOVED_KEY = "moved_at"
POOL = Pool(size=limits.POOL, overflow=limits.POOL_OVERFLOW, wait_s=limits.POOL_WAIT_S)
TIMEOUTS = Timeouts(
    connect_s=limits.CONNECT_S,
    statement_s=limits.STATEMENT_S,
    lock_s=limits.LOCK_S,
    idle_transaction_s=limits.IDLE_TRANSACTION_S,
)
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class StoreNotToUse(Exception):
    """The database is none that this program may work on. The text is a sentence for a person."""


class StoreTooNew(StoreNotToUse):
    """The database was written by a newer itdesk."""

    def __init__(self, found: str, known: str) -> None:
        super().__init__(
            f"The database has schema {found}, this program knows schemas up to {known}. "
            "A newer itdesk server has used it: install that version again, or restore the backup made "
            "before it. Nothing was changed."
        )


class StoreMoved(StoreNotToUse):
    """What the database holds goes on elsewhere."""

    def __init__(self, when: str) -> None:
        super().__init__(
            f"These tickets were moved to another database at {when}. Start the server with --database and"
            " that database's address. Nothing was changed here."
        )


class StoreUnavailable(Exception):
    """The database cannot be reached, is too busy, full or damaged. Asking again later is safe."""


class OtherSchema(StoreUnavailable):
    """The database has another schema than this program: it was, or is to be, migrated."""

    def __init__(self, found: str, known: str) -> None:
        super().__init__(f"The database has schema {found}, this program works with schema {known}.")


@dataclass(frozen=True)
class Schema:
    """The number of the last migration that the database had, and whether it is this program's."""

    found: str
    is_right: bool


@dataclass(frozen=True)
class Identity:
    """Which history this store holds, and the secret by which it recognises its own words."""

    epoch: str
    secret: bytes


def open_store(url: str | Path) -> "Store":
    """Return the store in an SQLite file (a path) or in PostgreSQL (`postgresql://…`)."""
    text_url = str(url)
    if text_url.startswith(("postgresql://", "postgres://")):
        address = text_url.replace("postgres://", "postgresql://", 1)
        return Store(open_postgresql(address, pool=POOL, timeouts=TIMEOUTS))
    return Store(
        open_sqlite(Path(text_url.removeprefix("sqlite:///")), busy_s=limits.SQLITE_BUSY_S, pool=POOL)
    )


class Store:
    """One central database. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def migrate(self, target: str = "head") -> None:
        """Bring the schema to `target`. Raises StoreNotToUse, or StoreUnavailable."""
        with self.writing() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SET LOCAL statement_timeout = 0"))
                connection.execute(text("SET LOCAL lock_timeout = 0"))  # another server may be migrating
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
            _refuse_newer(connection)
            command.upgrade(migrations(connection), target)
            _refuse_moved(connection)
            _found(connection)
            if target == "head":
                renew_index(connection)

    def index_anew(self, connection: Connection) -> None:
        """Make the index of search anew, in a transaction that has put other tickets into the store."""
        renew_index(connection)

    def check_schema(self) -> None:
        """See that the schema is this program's. Raises OtherSchema, or StoreUnavailable."""
        schema = self.schema()
        if not schema.is_right:
            raise OtherSchema(schema.found, self._head)

    def schema(self) -> "Schema":
        """Return which schema the database has. Raises StoreUnavailable."""
        with self.reading() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
        return Schema(found or "none", is_right=found == self._head)

    @cached_property
    def _head(self) -> str:
        return ScriptDirectory(str(MIGRATIONS)).get_current_head() or "none"

    @cached_property
    def identity(self) -> Identity:
        """Which history this is. The store must have been migrated. Raises StoreUnavailable."""
        with self.reading() as connection:
            rows = connection.execute(select(meta.c.key, meta.c.value))
            words = {row.key: row.value for row in rows}
        return Identity(epoch=words["epoch"], secret=bytes.fromhex(words["secret"]))

    @property
    def secret(self) -> bytes:
        """By which the store recognises its own words."""
        return self.identity.secret

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment. Raises StoreUnavailable."""
        with _world_failed(self.engine), reading(self.engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that changes things, wholly or not at all. Raises StoreUnavailable."""
        with _world_failed(self.engine), writing(self.engine) as connection:
            yield connection

    @property
    def connections_in_use(self) -> int:
        """How many connections of the pool are at work."""
        return self.engine.pool.checkedout() if isinstance(self.engine.pool, QueuePool) else 0

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def migrations(connection: Connection) -> Config:
    """Return Alembic's configuration over this connection; it commits with the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


@contextmanager
def _world_failed(engine: Engine) -> Iterator[None]:
    """Tell a database that is away, busy or damaged from our own mistakes, which pass through."""
    try:
        yield
    except PoolTimeout as error:
        raise StoreUnavailable("All connections to the ticket database are in use.") from error
    except DBAPIError as error:
        if error.connection_invalidated or isinstance(error, OperationalError | InterfaceError):
            raise StoreUnavailable(f"The ticket database cannot be used: {error.orig}") from error
        if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF in DAMAGED:  # above are the finer reasons
            raise StoreUnavailable(
                f"{engine.url.database} is damaged, or it is no SQLite database: {error.orig}. "
                "Restore it from a backup, or choose another folder with --data-dir. Nothing was changed."
            ) from error
        raise


def _refuse_newer(connection: Connection) -> None:
    found = MigrationContext.configure(connection).get_current_revision()
    scripts = ScriptDirectory(str(MIGRATIONS))
    if found is not None and found not in {script.revision for script in scripts.walk_revisions()}:
        raise StoreTooNew(found, scripts.get_current_head() or "none")


def _refuse_moved(connection: Connection) -> None:
    moved = connection.scalar(select(meta.c.value).where(meta.c.key == MOVED_KEY))
    if moved is not None:
        raise StoreMoved(moved)


def _found(connection: Connection) -> None:
    """Give a new store its epoch, its secret and its counter."""
    if connection.execute(select(meta.c.value).where(meta.c.key == "epoch")).first():
        return
    words = {"epoch": secrets.token_hex(16), "secret": secrets.token_hex(32)}
    connection.execute(insert(meta), [{"key": key, "value": value} for key, value in words.items()])
    connection.execute(insert(counter).values(id=1, position=0, number=FIRST_NUMBER))
