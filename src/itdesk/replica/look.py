"""Looks at replica and outbox as they lie there: neither is made, brought up to date or set aside."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from itdesk.replica import outbox, replica
from itdesk.replica.contact import NOTE, Contact
from itdesk.replica.failures import damage_mark, is_damage
from itdesk.replica.instants import optional_instant

LIMIT_S = 3.0
BUSY_S = 2.0
STEPS_BETWEEN_LOOKS = 20_000
"""Of SQLite's machine: a few milliseconds."""


class Soundness(StrEnum):
    """What is known of a file."""

    MISSING = "missing"
    SOUND = "sound"
    NOT_TO_THE_END = "not_to_the_end"
    """It can be read; it is too large to be checked whole in the time that there was."""
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, kw_only=True)
class FileState:
    """One file. `why` is the system's own word for what is wrong with it."""

    path: Path
    soundness: Soundness
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class OutboxState:
    """The outbox's file, how many changes wait or were refused, and how the last exchange went."""

    file: FileState
    waiting: int = 0
    refused: int = 0
    waits_since: datetime | None = None
    contact: Contact = Contact()


def look_at_replica(folder: Path, limit_s: float = LIMIT_S) -> FileState:
    """Return how this person's replica is; it is checked for at most `limit_s` seconds.

    One that is damaged is marked so, for the next start to set it aside: it is but a copy.
    """
    state = _look(folder / replica.FILE_NAME, limit_s, lambda _: None)
    if state.soundness is Soundness.DAMAGED:
        with suppress(OSError):
            damage_mark(state.path).touch(0o600)
    return state


def look_at_outbox(folder: Path, limit_s: float = LIMIT_S) -> OutboxState:
    """Return how this person's outbox is; it is checked for at most `limit_s` seconds."""
    found: list[OutboxState] = []
    path = folder / outbox.FILE_NAME
    file = _look(path, limit_s, lambda connection: found.append(_read_outbox(connection, path)))
    return replace(found[0], file=file) if found else OutboxState(file=file)


def _look(path: Path, limit_s: float, read: Callable[[sqlite3.Connection], None]) -> FileState:
    if not path.exists():
        return FileState(path=path, soundness=Soundness.MISSING)
    if damage_mark(path).exists():
        return FileState(path=path, soundness=Soundness.DAMAGED)
    try:
        # "rw" makes no file; a reader of a WAL file must be able to write the shared index beside it.
        uri = f"{path.absolute().as_uri()}?mode=rw"
        with closing(sqlite3.connect(uri, uri=True, timeout=BUSY_S, isolation_level=None)) as connection:
            connection.execute("PRAGMA query_only=1")
            read(connection)
            return FileState(path=path, soundness=_checked(connection, limit_s))
    except (sqlite3.Error, OSError, msgspec.MsgspecError) as error:
        soundness = Soundness.DAMAGED if is_damage(error) else Soundness.UNREADABLE
        return FileState(path=path, soundness=soundness, why=str(error))


def _checked(connection: sqlite3.Connection, limit_s: float) -> Soundness:
    ends = time.monotonic() + limit_s
    connection.set_progress_handler(lambda: time.monotonic() > ends, STEPS_BETWEEN_LOOKS)
    try:
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname == "SQLITE_INTERRUPT":
            return Soundness.NOT_TO_THE_END
        raise
    return Soundness.SOUND if answer == ("ok",) else Soundness.DAMAGED


def _read_outbox(connection: sqlite3.Connection, path: Path) -> OutboxState:
    waiting, refused, since = connection.execute(
        "SELECT count(*) FILTER (WHERE state = 'queued'), count(*) FILTER (WHERE state = 'refused'),"
        " min(made_at) FILTER (WHERE state = 'queued') FROM changes"
    ).fetchone()
    note = connection.execute("SELECT value FROM meta WHERE name = ?", (NOTE,)).fetchone()
    return OutboxState(
        file=FileState(path=path, soundness=Soundness.SOUND),
        waiting=waiting,
        refused=refused,
        waits_since=optional_instant(since),
        contact=msgspec.json.decode(note[0], type=Contact) if note else Contact(),
    )
