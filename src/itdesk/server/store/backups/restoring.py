"""Brings a backup back: wholly or not at all, into SQLite or PostgreSQL, whichever it was made from.

What comes back is a history of its own (a new epoch): every client starts over, and offers again what it had
accepted after the backup was made. What was taken from people since stays taken, as far as the store that is
replaced can still tell.
"""

import dataclasses
import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select, text, update

from itdesk.server.store.backups.checking import wrong_in
from itdesk.server.store.backups.files import FOLDER, complete_files, take_files
from itdesk.server.store.backups.making import bring_to_disk, digest_of, digest_path
from itdesk.server.store.backups.rows import copy_rows
from itdesk.server.store.backups.taken_away import forget_codes, take_away_again, taken_away
from itdesk.server.store.store import Store, StoreUnavailable, open_store
from itdesk.server.store.tables import meta, people, tickets

RESTORING = ".restoring"
BEFORE = ".before-restore"


class NotRestored(Exception):
    """Nothing was changed. The text is a sentence for a person."""


@dataclass(frozen=True)
class Restored:
    """What came back; `lost` files the backup knows, and has not.

    `still_over` counts whom and what the replaced store had ended since the backup; None: nobody could tell.
    """

    tickets: int
    people: int
    lost: int
    still_over: int | None = None


def restore(backup: Path, into: str | Path, files: Path, *, replace: bool) -> Restored:
    """Put the backup in place of what is in the store at `into`; attached files go to `files`.

    An SQLite file that is replaced stays beside the new one.
    Raises NotRestored, StoreTooNew, StoreUnavailable.
    """
    _check_digest(backup)
    with _world_failed(), _prepared(backup, files.parent) as prepared:
        with prepared.reading() as connection:
            lost = take_files(dict(complete_files(connection)), backup.parent / FOLDER, files).lost
            done = Restored(_count(connection, tickets.c.id), _count(connection, people.c.id), lost)
        if isinstance(into, Path):
            still_over = _replace_file(prepared, into, may_replace=replace)
        else:
            still_over = _replace_rows(prepared, into, may_replace=replace)
    return dataclasses.replace(done, still_over=still_over)


@contextmanager
def _prepared(backup: Path, folder: Path) -> Iterator[Store]:
    """Yield a copy of the backup at this program's schema, checked, as a history of its own."""
    path = folder / f"itdesk.db{RESTORING}"
    _forget(path)
    try:
        shutil.copyfile(backup, path)
        path.chmod(0o600)
        store = open_store(path)
        try:
            _make_ready(store, backup)
            yield store
        finally:
            store.close()
    finally:
        _forget(path)


def _make_ready(store: Store, backup: Path) -> None:
    try:
        with store.reading() as connection:
            if not connection.dialect.has_table(connection, meta.name):
                raise NotRestored(f"{backup} is no backup of itdesk. Nothing was changed.")
        store.migrate()
        wrong = wrong_in(store)
    except StoreUnavailable as error:
        raise NotRestored(f"{backup} cannot be read as a backup. Nothing was changed.") from error
    if wrong:
        raise NotRestored(f"The backup {backup} is not whole: {wrong[0]} Nothing was changed.")
    _begin_history(store)


def _begin_history(store: Store) -> None:
    with store.writing() as connection:
        epoch = update(meta).where(meta.c.key == "epoch")
        connection.execute(epoch.values(value=secrets.token_hex(16)))
        forget_codes(connection)


def _replace_file(prepared: Store, target: Path, *, may_replace: bool) -> int | None:
    source = Path(str(prepared.engine.url.database))
    still_over = None
    if target.exists():
        if not may_replace and _holds_something(target):
            raise _not_empty(str(target))
        still_over = _taken_in_file(prepared, target)
        _set_aside(target)
    prepared.close()
    with sqlite3.connect(source) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    bring_to_disk(source)
    source.replace(target)
    bring_to_disk(target.parent)
    return still_over


def _taken_in_file(prepared: Store, target: Path) -> int | None:
    """End in the prepared store what has ended in the one that goes; None when that cannot be read."""
    store = open_store(target)
    try:
        with store.reading() as connection:
            taken = taken_away(connection)
    except StoreUnavailable:
        return None
    finally:
        store.close()
    with prepared.writing() as connection:
        return take_away_again(connection, taken)


def _holds_something(path: Path) -> bool:
    """What cannot be read may hold something."""
    store = open_store(path)
    try:
        with store.reading() as connection:
            return not _is_empty(connection)
    except StoreUnavailable:
        return True
    finally:
        store.close()


def _set_aside(target: Path) -> None:
    """Bring all into the one file, and keep it under another name too. A damaged one stays as it is."""
    with suppress(sqlite3.Error):
        connection = sqlite3.connect(target)
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
    kept = target.with_name(target.name + BEFORE)
    kept.unlink(missing_ok=True)
    os.link(target, kept)
    for left in ("-wal", "-shm"):
        target.with_name(target.name + left).unlink(missing_ok=True)


def _replace_rows(prepared: Store, url: str, *, may_replace: bool) -> int | None:
    store = open_store(url)
    try:
        _refuse_company(store)
        store.migrate()
        with store.writing() as target, prepared.reading() as source:
            was_empty = _is_empty(target)
            if not may_replace and not was_empty:
                raise _not_empty("The PostgreSQL database")
            taken = taken_away(target)
            copy_rows(source, target)
            still_over = take_away_again(target, taken)
            store.index_anew(target)
        return None if was_empty else still_over
    finally:
        store.close()


def _refuse_company(store: Store) -> None:
    """A server that runs would go on with what it remembers of the old history."""
    others = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND application_name = 'itdesk' AND pid <> pg_backend_pid()"
    )
    with store.reading() as connection:
        if connection.scalar(others):
            raise NotRestored(
                "A server, or another command, is connected to the database. Stop every server first. "
                "Nothing was changed."
            )


def _is_empty(connection: Connection) -> bool:
    if not connection.dialect.has_table(connection, tickets.name):
        return True
    return not (_count(connection, people.c.id) or _count(connection, tickets.c.id))


def _count(connection: Connection, column: object) -> int:
    return connection.scalar(select(func.count(column))) or 0  # type: ignore[arg-type]


def _not_empty(what: str) -> NotRestored:
    return NotRestored(
        f"{what} holds people or tickets already. To put the backup in their place, add --replace. "
        "Nothing was changed."
    )


def _check_digest(backup: Path) -> None:
    if not backup.is_file():
        raise NotRestored(f"There is no backup {backup}.")
    written = digest_path(backup)
    if written.exists() and written.read_text("utf-8").split()[:1] != [digest_of(backup)]:
        raise NotRestored(
            f"The backup {backup} is not as it was made: its SHA-256 differs from {written.name}. "
            "Take another one. Nothing was changed."
        )


def _forget(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


@contextmanager
def _world_failed() -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise NotRestored(f"The backup could not be brought back: {error}. Nothing was changed.") from error
