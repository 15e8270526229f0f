"""The replica: this computer's copy of what its person may see."""

import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, event

from itdesk.database.engine import reading, writing
from itdesk.domain.documents import Queue
from itdesk.domain.ids import PersonId, QueueId, TicketId
from itdesk.domain.people import Actor, Person, Role
from itdesk.replica.failures import WorldFailed, told_plainly
from itdesk.replica.files import is_sound, open_file, remove, schema_version
from itdesk.replica.outbox import Outbox, revision_of, rows_as_entries
from itdesk.replica.outbox_entry import ENTRY_COLUMNS, Entry
from itdesk.replica.replica_schema import SCHEMA, VERSION
from itdesk.replica.ticket_rows import Overlay, in_list, rewrite
from itdesk.replica.written_rows import lay_writings

logger = logging.getLogger(__name__)

FILE_NAME = "replica.db"


class Replica:
    """One person's replica of one server, in one file. From any thread and process.

    All calls raise WorldFailed when the disk refuses; then nothing was changed.
    """

    def __init__(self, folder: Path, me: Actor) -> None:
        """`me` is who reads, as last known; the server's word, once it is here, counts more."""
        self.path = folder / FILE_NAME
        self.me = me
        _remove_other_version(self.path)
        # Older versions are never brought up to date: there is only the last step.
        self.engine = open_file(self.path, ("",) * (VERSION - 1) + (SCHEMA,))
        event.listen(self.engine, "connect", _leave_no_trace)

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment."""
        with told_plainly(self.path), reading(self.engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that changes things; what was removed leaves no trace in the file."""
        with told_plainly(self.path), writing(self.engine) as connection:
            yield connection
            connection.exec_driver_sql("UPDATE meta SET value = value + 1 WHERE name = 'revision'")

    def revision(self) -> int:
        """Return a number that every write makes larger."""
        with self.reading() as connection:
            return revision_of(connection)

    def note(self, name: str) -> str:
        """Return a small value kept under `name`, or nothing."""
        with self.reading() as connection:
            return note(connection, name)

    def take_note(self, name: str, value: str) -> None:
        """Keep a small value under `name`."""
        with self.writing() as connection:
            take_note(connection, name, value)

    def introduce(self, person: Person) -> None:
        """Let the replica know its person before the server has described her."""
        with self.reading() as connection:
            known = connection.exec_driver_sql("SELECT 1 FROM people WHERE id = ?", (person.id,)).scalar()
        if known is None:
            with self.writing() as connection:
                connection.exec_driver_sql(
                    "INSERT OR IGNORE INTO people (id, login, name, place, person) VALUES (?, ?, ?, ?, ?)",
                    (person.id, person.login, person.name, person.place, msgspec.json.encode(person)),
                )

    def actor(self) -> Actor:
        """Return who reads, with the role and the restricted queues that the server last told."""
        with self.reading() as connection:
            return actor_in(connection, self.me)

    def catch_up(self, outbox: Outbox) -> bool:
        """Lay over what the outbox says now, if that has changed; return whether all is laid.

        Never raises: what is shown may then be behind for a while, what is kept is not.
        """
        try:
            if self.note("laid") != str(outbox.revision()):
                with self.writing() as connection:
                    lay_changed(connection, outbox, self.me)
        except WorldFailed as error:
            logger.warning("what is shown is behind the outbox: %s", error)
            return False
        return True


def remove_replica(folder: Path) -> None:
    """Remove the replica in a person's folder, with the damaged ones that were set aside; nothing is opened.

    Raises WorldFailed.
    """
    path = folder / FILE_NAME
    with told_plainly(path):
        remove(path)
        for aside in folder.glob(f"{path.stem}-damaged-*"):
            aside.unlink(missing_ok=True)


def note(connection: Connection, name: str) -> str:
    """Return a small value kept under `name`, or nothing."""
    found = connection.exec_driver_sql("SELECT value FROM meta WHERE name = ?", (name,)).scalar()
    return "" if found is None else str(found)


def take_note(connection: Connection, name: str, value: str) -> None:
    """Keep a small value under `name`."""
    connection.exec_driver_sql(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def me_in(connection: Connection) -> Person | None:
    """Return the reader as the server last described her."""
    found = note(connection, "me")
    return msgspec.json.decode(found, type=Person) if found else None


def actor_in(connection: Connection, fallback: Actor) -> Actor:
    """Return the reader as an actor; `fallback` until the server has spoken."""
    me = me_in(connection)
    if me is None:
        return fallback
    return Actor(
        id=me.id, role=me.role, queues=_own_queues(connection, me.id) if me.role.is_staff else frozenset()
    )


def overlay_in(
    connection: Connection, outbox: Outbox, me: Actor, *, changed_only: bool
) -> tuple[Overlay, set[TicketId]]:
    """Return what lies over the server's answers, and the tickets on which that has changed; note the new.

    With `changed_only` the overlay holds the entries of these tickets alone. To be called inside a writing
    transaction: then no older state of the outbox is laid after a newer one.
    """
    with outbox.reading() as kept:
        take_note(connection, "laid", str(revision_of(kept)))
        changed = _changed(connection, kept)
        entries = rows_as_entries(
            kept.exec_driver_sql(
                f"SELECT {ENTRY_COLUMNS} FROM changes WHERE NOT is_covered AND"  # noqa: S608
                " (? OR ticket_id IN (SELECT value FROM json_each(?))) ORDER BY sequence",
                (not changed_only, in_list(changed)),
            )
        )
    by_ticket: dict[TicketId, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_ticket[entry.change.ticket_id].append(entry)
    reached = int(note(connection, "reached") or 0)
    return Overlay(entries=by_ticket, actor=actor_in(connection, me), reached=reached), changed


def lay_changed(connection: Connection, outbox: Outbox, me: Actor) -> None:
    """Write anew what own changes are about that have changed."""
    overlay, changed = overlay_in(connection, outbox, me, changed_only=True)
    rewrite(connection, changed, overlay)
    lay_writings(connection, overlay, only=changed)


def _changed(connection: Connection, kept: Connection) -> set[TicketId]:
    """Return the tickets whose own changes are others than when last laid over, and note the new."""
    before = set(map(tuple, connection.exec_driver_sql("SELECT change_id, ticket_id, state FROM overlaid")))
    now = set(
        map(tuple, kept.exec_driver_sql("SELECT id, ticket_id, state FROM changes WHERE NOT is_covered"))
    )
    _renote(connection, sorted(before - now), sorted(now - before))
    return {TicketId(ticket_id) for _, ticket_id, _ in before ^ now}


def _renote(connection: Connection, gone: Sequence[tuple[str, ...]], come: Sequence[tuple[str, ...]]) -> None:
    if gone:
        connection.exec_driver_sql("DELETE FROM overlaid WHERE change_id = ?", [(id,) for id, _, _ in gone])
    if come:
        connection.exec_driver_sql("INSERT OR REPLACE INTO overlaid VALUES (?, ?, ?)", list(come))


def queues_in(connection: Connection) -> list[Queue]:
    """Return the teams' queues, as the server told them."""
    rows = connection.exec_driver_sql(
        "SELECT coalesce(confirmed, body) AS body FROM documents WHERE kind = 'queue' AND version > 0"
    )
    return [msgspec.json.decode(row.body, type=Queue) for row in rows]


def _own_queues(connection: Connection, me: PersonId) -> frozenset[QueueId]:
    return frozenset(queue.id for queue in queues_in(connection) if queue.restricted and me in queue.members)


def _remove_other_version(path: Path) -> None:
    with told_plainly(path):
        if path.exists() and is_sound(path) and schema_version(path) != VERSION:
            with suppress(FileNotFoundError):
                remove(path)


def _leave_no_trace(dbapi_connection: Any, _record: Any) -> None:
    """Overwrite what is deleted: a ticket that somebody may see no more must not lie in the file either."""
    dbapi_connection.execute("PRAGMA secure_delete=ON")


def role_falls(before: Role, after: Role) -> bool:
    """Tell whether somebody with the second role may see less than with the first."""
    return not after.reaches(before)
