"""Opening an SQLite file so that it is whole from its first moment, whoever else opens it meanwhile."""

import logging
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Dialect, Engine, event

from itdesk.database.engine import Pool, open_sqlite, writing
from itdesk.replica.failures import WorldFailed, damage_mark, is_damage, told_plainly

logger = logging.getLogger(__name__)

OWNER_ONLY = 0o600


def open_file(path: Path, steps: Sequence[str]) -> Engine:
    """Return an engine over the file at `path`, made or brought up to date where needed.

    `steps[n]` is the script that makes schema version n + 1 of version n. A damaged file is set aside.
    Raises WorldFailed when the disk refuses, or when a newer program wrote the file.
    """
    with told_plainly(path):
        if damage_mark(path).exists() or (path.exists() and not is_sound(path)):
            set_aside(path)
            damage_mark(path).unlink(missing_ok=True)
        if not path.exists():
            _create_whole(path, steps)
        engine = open_sqlite(path, pool=Pool(size=2))
        event.listen(engine, "do_connect", _open_existing)
        _migrate(engine, path, steps)
        return engine


def _open_existing(_dialect: Dialect, _record: object, cargs: list[Any], cparams: dict[str, Any]) -> None:
    """Connect to the file only where it is: SQLite would make an empty one after it was removed."""
    cargs[0] = f"{Path(cargs[0]).absolute().as_uri()}?mode=rw"
    cparams["uri"] = True


def is_sound(path: Path) -> bool:
    """Tell whether SQLite can read the file's header and schema."""
    try:
        with closing(sqlite3.connect(path, timeout=15)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return False
        raise
    return True


def schema_version(path: Path) -> int:
    """Return the file's schema version."""
    with closing(sqlite3.connect(path, timeout=15)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def set_aside(path: Path) -> None:
    """Give the file and its journals another name; nothing is deleted."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    aside = path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}")
    logger.error("The file %s is damaged. It is kept as %s; a new one is begun.", path, aside.name)
    for suffix in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).replace(aside.with_name(aside.name + suffix))


def remove(path: Path) -> None:
    """Delete the file with its journals."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _create_whole(path: Path, steps: Sequence[str]) -> None:
    """Make the file beside and give it its name when it is complete: nobody ever sees half of it.

    Twenty first starts at once would otherwise fight over the switch to WAL, which no timeout helps.
    """
    fresh = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
        with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.executescript(f"BEGIN; {''.join(steps)} PRAGMA user_version={len(steps)}; COMMIT;")
        _give_name(fresh, path)
    finally:
        remove(fresh)


def _give_name(fresh: Path, path: Path) -> None:
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        return
    except OSError:  # a file system without links, like FAT
        fresh.rename(path)


def _migrate(engine: Engine, path: Path, steps: Sequence[str]) -> None:
    if schema_version(path) == len(steps):
        return
    with writing(engine) as connection:
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if version > len(steps):
            raise WorldFailed(
                f"The file {path} was written by a newer itdesk. Install that again; nothing is lost."
            )
        for step in steps[version:]:
            for statement in filter(str.strip, step.split(";")):
                connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA user_version={len(steps)}")
