"""Makes a backup: one SQLite file that is itself a whole store, whatever database it was made from.

An SQLite store is copied page by page beside the server that writes to it. Of PostgreSQL every row is copied
as one transaction sees it. A backup is called a backup only when it is whole, checked and safely on disk.
"""

import hashlib
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from itdesk.server.store.backups.checking import found_wrong
from itdesk.server.store.backups.files import keep_files
from itdesk.server.store.backups.last import remember_backup
from itdesk.server.store.backups.rows import copy_rows
from itdesk.server.store.store import Store, StoreUnavailable, open_store

ENDING = ".itdesk-backup"
UNFINISHED = ".part"
CHUNK_BYTES = 1024 * 1024


class BackupFailed(Exception):
    """There is no new backup, and the store is as it was. The text is a sentence for a person."""


@dataclass(frozen=True, kw_only=True)
class Backup:
    """A backup that was made. `files` is how many attached files it has, `lost` how many were not on disk."""

    path: Path
    made_at: datetime
    bytes: int
    files: int
    lost: int


def make_backup(store: Store, files: Path, folder: Path, now: datetime) -> Backup:
    """Make a backup in `folder`, its attached files beside it. Raises BackupFailed, or StoreUnavailable.

    Of a store whose schema is not this program's it is made on SQLite only: as it is.
    """
    path = folder / f"itdesk-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}{ENDING}"
    with _world_failed(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _forget_unfinished(folder)
        with _appearing(path) as unfinished:
            _copy(store, unfinished)
            if wrong := found_wrong(unfinished):
                raise BackupFailed(f"The copy in {folder} is not whole: {wrong[0]}")
            kept = keep_files(unfinished, files, folder)
        _write_digest(path)
    remember_backup(store, now)
    return Backup(path=path, made_at=now, bytes=path.stat().st_size, files=kept.files, lost=kept.lost)


def digest_path(backup: Path) -> Path:
    """Return where the SHA-256 of a backup stands, as `sha256sum -c` reads it."""
    return backup.with_name(backup.name + ".sha256")


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def backups_in(folder: Path) -> list[Path]:
    """Return the backups in a folder, the newest first."""
    return sorted(folder.glob(f"itdesk-*{ENDING}"), reverse=True)


def _copy(store: Store, target: Path) -> None:
    if store.engine.dialect.name == "sqlite":
        _copy_pages(Path(str(store.engine.url.database)), target)
    else:
        _copy_rows(store, target)


def _copy_pages(source: Path, target: Path) -> None:
    """Others may write meanwhile: the copy is of one moment."""
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, without others beside it


def _copy_rows(store: Store, target: Path) -> None:
    store.check_schema()
    copy = open_store(target)
    try:
        copy.migrate()
        with store.reading() as source, copy.writing() as connection:
            copy_rows(source, connection)
    finally:
        copy.close()
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")


@contextmanager
def _appearing(path: Path) -> Iterator[Path]:
    """Yield a place for an unfinished file; it gets its name when all is done, and goes when it is not."""
    unfinished = path.with_name(path.name + UNFINISHED)
    os.close(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield unfinished
        bring_to_disk(unfinished)
        unfinished.replace(path)
        bring_to_disk(path.parent)
    finally:
        for left in path.parent.glob(f"{unfinished.name}*"):
            left.unlink(missing_ok=True)


def bring_to_disk(path: Path) -> None:
    """See that a file, or what a folder names, survives a power cut. Windows cannot do it for folders."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_digest(path: Path) -> None:
    digest_path(path).write_text(f"{digest_of(path)}  {path.name}\n", "utf-8")


def _forget_unfinished(folder: Path) -> None:
    """A process that was killed in the middle of a backup left them."""
    for left in folder.glob(f"itdesk-*{ENDING}{UNFINISHED}*"):
        left.unlink(missing_ok=True)


@contextmanager
def _world_failed(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(
            f"No backup could be made in {folder}: {error}. The store and older backups are as they were."
        ) from error
    except StoreUnavailable as error:
        raise BackupFailed(f"No backup could be made in {folder}: {error}") from error
