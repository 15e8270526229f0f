"""Fresh databases for tests: made once, copied cheaply, backed up and restored as an admin would."""

import sqlite3
from abc import ABC, abstractmethod
from itertools import count
from pathlib import Path

from sqlalchemy import URL, create_engine, text

from itdesk.server.store.store import open_store


class Databases(ABC):
    """Databases of one kind."""

    @abstractmethod
    def new(self) -> str:
        """Return the address of a new store at this program's schema."""

    @abstractmethod
    def empty(self) -> str:
        """Return the address of a new database without tables."""

    @abstractmethod
    def copy(self, url: str) -> str:
        """Return the address of a copy: a backup, or what is restored from one."""

    @abstractmethod
    def drop(self, url: str) -> None:
        """Forget a database."""


class SqliteDatabases(Databases):
    """Files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names = count()
        self._model: str | None = None

    def new(self) -> str:
        if self._model is None:
            self._model = _migrated(self.empty())
        return self.copy(self._model)

    def empty(self) -> str:
        return str(self._folder / f"{next(self._names)}.db")

    def copy(self, url: str) -> str:
        target = self.empty()
        with sqlite3.connect(url) as source, sqlite3.connect(target) as destination:
            source.backup(destination)
        source.close()
        destination.close()
        return target

    def drop(self, url: str) -> None:
        for path in self._folder.glob(f"{Path(url).name}*"):
            path.unlink()


class PostgresqlDatabases(Databases):
    """Databases of one server."""

    def __init__(self, server: URL) -> None:
        self._server = server
        address = server.set(drivername="postgresql+psycopg")
        self._admin = create_engine(address, isolation_level="AUTOCOMMIT", pool_size=1)
        self._names = count()
        self._model: str | None = None

    def new(self) -> str:
        if self._model is None:
            self._model = _migrated(self.empty())
        return self.copy(self._model)

    def empty(self) -> str:
        return self._create("template0")

    def copy(self, url: str) -> str:
        return self._create(url.partition("?")[0].rpartition("/")[2])

    def drop(self, url: str) -> None:
        self._do(f"DROP DATABASE {url.partition('?')[0].rpartition('/')[2]} WITH (FORCE)")

    def close(self) -> None:
        """Close the connection through which databases are made."""
        self._admin.dispose()

    def _create(self, template: str) -> str:
        name = f"itdesk_{next(self._names)}"
        self._do(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return self._server.set(database=name).render_as_string(hide_password=False)

    def _do(self, words: str) -> None:
        with self._admin.connect() as connection:
            connection.execute(text(words))


def _migrated(url: str) -> str:
    store = open_store(url)
    store.migrate()
    store.close()
    return url
