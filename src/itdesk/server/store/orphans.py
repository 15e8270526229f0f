"""Bytes in the folder of files that belong to nothing in the database, after a restore or by foreign hands.

Bytes come to disk only after their row (`Files.receive`), so what has no row was left behind. But the same id
may be announced at this very moment, and its bytes begin at the same place; so they are deleted only while
nobody can add a row, and only after another look at the rows there are.
"""

import stat
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import text

from itdesk.domain.ids import is_id
from itdesk.server.store.held_files import held_files
from itdesk.server.store.store import Store

IDS_AT_ONCE = 500


def delete_orphans(store: Store, folder: Path, written_before: datetime, most: int) -> int:
    """Delete at most so many orphans that were last written before this; return how many were deleted.

    Whatever else lies in the folder is left alone. Raises StoreUnavailable, or OSError for a folder that
    cannot be read.
    """
    found = list(islice(_orphans(store, folder, written_before.timestamp()), most))
    if not found:
        return 0
    with store.writing() as connection:  # on SQLite there is but one writer
        if connection.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE files IN SHARE MODE"))
        held = held_files(connection, [path.name for path in found])
        return sum(_delete(path) for path in found if path.name not in held)


def _orphans(store: Store, folder: Path, written_before: float) -> Iterator[Path]:
    """Yield what looked like an orphan a moment ago."""
    candidates = _old_files(folder, written_before)
    while some := list(islice(candidates, IDS_AT_ONCE)):
        with store.reading() as connection:
            held = held_files(connection, [path.name for path in some])
        yield from (path for path in some if path.name not in held)


def _old_files(folder: Path, written_before: float) -> Iterator[Path]:
    """Yield the files that lie where bytes of a file with their name would lie (`Files`)."""
    if not folder.exists():
        return
    for inner in sorted(path for path in folder.iterdir() if path.is_dir()):
        for path in sorted(inner.iterdir()):
            is_ours = is_id(path.name) and path.name[-2:] == inner.name
            if is_ours and _is_old_file(path, written_before):
                yield path


def _is_old_file(path: Path, written_before: float) -> bool:
    """One look, not two: another sweep may delete the file between them."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_mtime < written_before


def _delete(path: Path) -> bool:
    try:
        path.unlink()
    except FileNotFoundError:  # another server was faster
        return False
    return True
