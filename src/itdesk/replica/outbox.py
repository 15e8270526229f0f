"""The outbox: everything that a person asked for, kept for certain until the server has accepted it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection

from itdesk.database.engine import reading, writing
from itdesk.domain.changes import Change
from itdesk.domain.ids import ChangeId, FileId, TicketId
from itdesk.domain.refusals import Code, refuse
from itdesk.replica.failures import WorldFailed, told_plainly
from itdesk.replica.files import open_file, remove
from itdesk.replica.instants import to_number
from itdesk.replica.outbox_entry import ENTRY_COLUMNS, Entry, KeptFile, State, entry_from, values_of
from itdesk.replica.outbox_schema import STEPS

FILE_NAME = "outbox.db"
ENDED = "ended"
SIGNED_OUT = "You were signed out meanwhile, so this was not saved. Sign in again, then do it once more."


@dataclass(frozen=True)
class Draft:
    """An unfinished text under its name, as it was at a time."""

    key: str
    text: str
    at: datetime


class Outbox:
    """One person's outbox on one server, in one file. From any thread and process.

    Between `end` and `begin` nothing can be written: a program that still has the file open after its person
    was signed out elsewhere would write into what is about to be removed, or in her name.
    Every call is one transaction. All raise WorldFailed when the disk refuses; then nothing was changed.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self.engine = open_file(self.path, STEPS)

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    def begin(self) -> None:
        """Let changes in: the person has signed in."""
        with self._transaction() as connection:
            connection.exec_driver_sql("DELETE FROM meta WHERE name = ?", (ENDED,))

    def end(self) -> int:
        """Let no more changes in, then close; return how much is not sent yet, files counted like changes.

        The file is removed where nothing in it waits and nothing was refused.
        """
        with self._transaction() as connection:
            connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES (?, '1')", (ENDED,))
            waiting, refused = _unfinished(connection)
        self.close()
        if not waiting and not refused:
            with told_plainly(self.path):
                remove(self.path)
        return waiting

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment."""
        with told_plainly(self.path), reading(self.engine) as connection:
            yield connection

    @contextmanager
    def writing(self, *, is_news: bool = True) -> Iterator[Connection]:
        """A transaction that changes things; `is_news` when a window may show it."""
        if not self.path.exists():
            raise WorldFailed(SIGNED_OUT)
        with self._transaction() as connection:
            if connection.exec_driver_sql("SELECT 1 FROM meta WHERE name = ?", (ENDED,)).scalar():
                raise WorldFailed(SIGNED_OUT)
            yield connection
            if is_news:
                connection.exec_driver_sql("UPDATE meta SET value = value + 1 WHERE name = 'revision'")

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with told_plainly(self.path), writing(self.engine) as connection:
            yield connection

    # Asking

    def keep(
        self,
        changes: Sequence[Change],
        files: Sequence[tuple[KeptFile, bytes]] = (),
        *,
        in_place_of_draft: str | None = None,
    ) -> None:
        """Keep the changes and their files' bytes, for certain, in one commit; the draft is done with."""
        with self.writing() as connection:
            connection.exec_driver_sql(
                "INSERT INTO changes (id, ticket_id, kind, payload, seen, after, not_before, made_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [values_of(change) for change in changes],
            )
            if files:
                connection.exec_driver_sql(
                    "INSERT INTO files (id, change_id, name, bytes, sha256, content)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    [(f.id, f.change_id, f.name, f.bytes, f.sha256, content) for f, content in files],
                )
            if in_place_of_draft is not None:
                connection.exec_driver_sql("DELETE FROM drafts WHERE key = ?", (in_place_of_draft,))

    def take_back(self, change_id: ChangeId, *, as_draft: Draft | None = None) -> Entry:
        """Remove a change that was never sent, with those that depend on it, and return it.

        Its text is kept again as a draft, where one is given, in the same commit. Raises Refused when the
        change is not there or may have reached the server; then nothing was changed.
        """
        with self.writing() as connection:
            entry = _entry(connection, change_id)
            if entry is None or entry.state is not State.QUEUED or entry.attempts:
                raise refuse(Code.CANNOT_BE_UNDONE)
            _remove(connection, [change_id, *dependents(connection, change_id)])
            if as_draft is not None:
                _put_draft(connection, as_draft)
            return entry

    def release(self, change_id: ChangeId) -> None:
        """Let a change that is held back, and those that depend on it, be sent now."""
        with self.writing() as connection:
            for id in (change_id, *dependents(connection, change_id)):
                connection.exec_driver_sql("UPDATE changes SET not_before = NULL WHERE id = ?", (id,))

    def dismiss(self, change_id: ChangeId) -> Entry:
        """Remove a refused change whose text the person has got back, and return it. Raises Refused."""
        with self.writing() as connection:
            entry = _entry(connection, change_id)
            if entry is None or entry.state is not State.REFUSED:
                raise refuse(Code.CANNOT_BE_UNDONE)
            _remove(connection, [change_id])
            return entry

    # Looking

    def revision(self) -> int:
        """Return a number that every write a window may show makes larger."""
        with self.reading() as connection:
            return revision_of(connection)

    def entry(self, change_id: ChangeId) -> Entry | None:
        """Return what is known of a change."""
        with self.reading() as connection:
            return _entry(connection, change_id)

    def entries(self, state: State) -> tuple[Entry, ...]:
        """Return all changes in this state, oldest first."""
        with self.reading() as connection:
            return rows_as_entries(
                connection.exec_driver_sql(
                    f"SELECT {ENTRY_COLUMNS} FROM changes WHERE state = ? ORDER BY sequence",  # noqa: S608
                    (state.value,),
                )
            )

    def entries_of(self, ticket_id: TicketId) -> tuple[Entry, ...]:
        """Return own changes to a ticket that the replica does not contain for certain, oldest first."""
        with self.reading() as connection:
            return rows_as_entries(
                connection.exec_driver_sql(
                    f"SELECT {ENTRY_COLUMNS} FROM changes"  # noqa: S608
                    " WHERE ticket_id = ? AND NOT is_covered ORDER BY sequence",
                    (ticket_id,),
                )
            )

    def count(self, state: State) -> int:
        """Return how many changes are in this state."""
        with self.reading() as connection:
            result = connection.exec_driver_sql(
                "SELECT count(*) FROM changes WHERE state = ?", (state.value,)
            )
            return int(result.scalar_one())

    def files_of(self, ticket_id: TicketId) -> tuple[KeptFile, ...]:
        """Return the files that this person sent or sends to a ticket."""
        with self.reading() as connection:
            rows = connection.exec_driver_sql(
                "SELECT files.id, change_id, name, bytes, sha256, sent_bytes, is_complete FROM files"
                " JOIN changes ON changes.id = change_id WHERE ticket_id = ? ORDER BY sequence",
                (ticket_id,),
            )
            return tuple(_file(row) for row in rows)

    def content(self, file_id: FileId) -> bytes | None:
        """Return the bytes of an own file, as long as they are kept."""
        with self.reading() as connection:
            found = connection.exec_driver_sql("SELECT content FROM files WHERE id = ?", (file_id,)).scalar()
            return None if found is None else bytes(found)

    # Drafts and small notes

    def save_draft(self, key: str, text: str, now: datetime) -> None:
        """Keep an unfinished text."""
        with self.writing(is_news=False) as connection:
            _put_draft(connection, Draft(key, text, now))

    def draft(self, key: str) -> str:
        """Return an unfinished text, or nothing."""
        with self.reading() as connection:
            found = connection.exec_driver_sql("SELECT text FROM drafts WHERE key = ?", (key,)).scalar()
            return "" if found is None else str(found)

    def drop_draft(self, key: str) -> None:
        """Forget an unfinished text."""
        with self.writing(is_news=False) as connection:
            connection.exec_driver_sql("DELETE FROM drafts WHERE key = ?", (key,))

    def note(self, name: str) -> str:
        """Return a small value kept under `name`, or nothing."""
        with self.reading() as connection:
            found = connection.exec_driver_sql("SELECT value FROM meta WHERE name = ?", (name,)).scalar()
            return "" if found is None else str(found)

    def take_note(self, name: str, value: str, *, is_news: bool = False) -> None:
        """Keep a small value under `name`."""
        with self.writing(is_news=is_news) as connection:
            connection.exec_driver_sql(
                "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )


def _put_draft(connection: Connection, draft: Draft) -> None:
    connection.exec_driver_sql(
        "INSERT INTO drafts VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE"
        " SET text = excluded.text, changed_at = excluded.changed_at",
        (draft.key, draft.text, to_number(draft.at)),
    )


def _unfinished(connection: Connection) -> tuple[int, int]:
    """Return how many changes and files wait to be sent, and how many changes were refused."""
    row = connection.exec_driver_sql(
        "SELECT count(*) FILTER (WHERE state = 'queued') AS queued,"
        " count(*) FILTER (WHERE state = 'refused') AS refused,"
        " (SELECT count(*) FROM files JOIN changes ON changes.id = change_id"
        "  WHERE state = 'accepted' AND NOT is_complete AND content IS NOT NULL) AS files FROM changes"
    ).one()
    return row.queued + row.files, row.refused


def revision_of(connection: Connection) -> int:
    """Return the outbox's revision at this moment."""
    return int(connection.exec_driver_sql("SELECT value FROM meta WHERE name = 'revision'").scalar_one())


def rows_as_entries(rows: Any) -> tuple[Entry, ...]:
    """Return rows of ENTRY_COLUMNS as entries."""
    return tuple(entry_from(row) for row in rows)


def dependents(connection: Connection, change_id: ChangeId) -> list[ChangeId]:
    """Return the queued changes that wait for this one, directly or through others, oldest first."""
    rows = connection.exec_driver_sql(
        "SELECT id, after FROM changes WHERE state = 'queued' ORDER BY sequence"
    )
    found = {change_id}
    for row in rows:
        if found & set(msgspec.json.decode(row.after, type=list[ChangeId])):
            found.add(row.id)
    return sorted(found - {change_id})


def _remove(connection: Connection, ids: Sequence[ChangeId]) -> None:
    for id in ids:
        connection.exec_driver_sql("DELETE FROM changes WHERE id = ?", (id,))


def _entry(connection: Connection, change_id: ChangeId) -> Entry | None:
    row = connection.exec_driver_sql(
        f"SELECT {ENTRY_COLUMNS} FROM changes WHERE id = ?",  # noqa: S608
        (change_id,),
    ).one_or_none()
    return None if row is None else entry_from(row)


def _file(row: Any) -> KeptFile:
    return KeptFile(
        id=row.id,
        change_id=row.change_id,
        name=row.name,
        bytes=row.bytes,
        sha256=row.sha256,
        sent_bytes=row.sent_bytes,
        is_complete=bool(row.is_complete),
    )
