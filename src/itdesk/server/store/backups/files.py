"""Attached files beside backups: the bytes under an id never change once they are whole.

So a file is taken once, however many backups have it, by a hard link where that is possible: the nightly
backups cost no room for files. On another disk it is a copy.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from itdesk.database.engine import open_sqlite_copy
from itdesk.server.store.store import Store
from itdesk.server.store.tables import files

FOLDER = "files"


@dataclass(frozen=True)
class Kept:
    """How many attached files a backup has, and how many it should have."""

    files: int
    lost: int


def path_of(folder: Path, id: str) -> Path:
    """Return where the bytes of a file lie, as `Files` keeps them."""
    return folder / id[-2:] / id


def complete_files(connection: Connection) -> Iterator[tuple[str, int]]:
    """Yield id and bytes of every file that has arrived whole."""
    for row in connection.execute(select(files.c.id, files.c.bytes).where(files.c.complete_at.is_not(None))):
        yield row.id, row.bytes


def files_of(backup: Path) -> dict[str, int]:
    """Return id and bytes of every whole file that a backup knows. Raises StoreUnavailable."""
    store = Store(open_sqlite_copy(backup))
    try:
        with store.reading() as connection:
            return dict(complete_files(connection))
    finally:
        store.close()


def keep_files(backup: Path, source: Path, folder: Path) -> Kept:
    """Take the files that a backup knows into the folder beside it. Raises OSError."""
    return take_files(files_of(backup), source, folder / FOLDER)


def take_files(wanted: dict[str, int], source: Path, target: Path) -> Kept:
    """Take files over that are not there yet; what the source lacks is counted. Raises OSError."""
    lost = 0
    for id, size in wanted.items():
        there, here = path_of(source, id), path_of(target, id)
        if here.is_file() and here.stat().st_size == size:
            continue
        if not there.is_file() or there.stat().st_size != size:
            lost += 1
            continue
        _take(there, here)
    return Kept(files=len(wanted) - lost, lost=lost)


def forget_files(folder: Path, backups: list[Path]) -> None:
    """Delete the files that none of these backups knows. Raises OSError, StoreUnavailable."""
    known = set[str]().union(*(files_of(backup) for backup in backups))
    for path in (folder / FOLDER).glob("??/*"):
        if path.name not in known:
            path.unlink()


def _take(source: Path, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        with suppress(OSError):
            os.link(source, unfinished)
        if not unfinished.exists():
            _copy(source, unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as read, os.fdopen(_new(target), "wb") as written:
        shutil.copyfileobj(read, written)
        written.flush()
        os.fsync(written.fileno())


def _new(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
