"""What the server has erased goes here, too: rows, search, kept files, drafts, what the outbox keeps of it.

It is noted with the page that told of it, and done when the exchange is over; whoever is killed in between
finds the note. Freed places in the files are overwritten and their logs emptied: no raw bytes stay.
"""

from collections.abc import Sequence
from contextlib import closing

import msgspec
from sqlalchemy import Connection, Engine

from itdesk.domain.erasing import is_erased
from itdesk.domain.erasures import Erased
from itdesk.protocol.messages import SyncResponse, TicketEntry
from itdesk.protocol.translation import event_from
from itdesk.replica.failures import told_plainly
from itdesk.replica.outbox import Outbox
from itdesk.replica.replica import Replica, note, take_note
from itdesk.replica.ticket_rows import in_list

NOTE = "to_purge"
KINDS_OF_DRAFT = ("reply", "note")


class ToPurge(msgspec.Struct, frozen=True, kw_only=True):
    """What the outbox must let go of: everything about these tickets, and these changes."""

    tickets: list[str] = []
    changes: list[str] = []


def note_erasures(connection: Connection, pages: Sequence[SyncResponse]) -> None:
    """Note what these pages say was erased, in the transaction that takes them; drop kept files of it."""
    found = [one for page in pages for one in page.entries if isinstance(one, TicketEntry)]
    erased = {entry.ticket.id: told for entry in found if (told := _erased_in(entry))}
    for entry in found:
        if entry.ticket.id in erased:
            _drop_kept_files(connection, entry)
            _stays_read(connection, entry)
    named = any(is_erased(person) for page in pages for person in page.people)
    if not erased and not (named and _is_news(connection, pages)):
        return
    before = _noted(connection) or ToPurge()
    whole = [id for id, told in erased.items() if any(one.is_whole for one in told)]
    parts = [id for told in erased.values() for one in told for id in one.event_ids]
    now = ToPurge(tickets=[*before.tickets, *whole], changes=[*before.changes, *parts])
    take_note(connection, NOTE, msgspec.json.encode(now).decode())


def purge(replica: Replica, outbox: Outbox) -> bool:
    """Do what was noted; return whether nothing is left to be done. Raises WorldFailed.

    Somebody who reads just now keeps the logs from being emptied; then it is done next time.
    """
    with replica.reading() as connection:
        wanted = _noted(connection)
    if wanted is None:
        return True
    _purge_outbox(outbox, wanted)
    with replica.writing() as connection:
        connection.exec_driver_sql("INSERT INTO search (search) VALUES ('optimize')")
    if not (_empty_log(replica.engine) and _rewrite(outbox.engine)):
        return False
    replica.take_note(NOTE, "")
    return True


def wipe(replica: Replica, outbox: Outbox) -> None:
    """Leave nothing of this person here: the server has erased her. Raises WorldFailed."""
    with outbox.writing() as connection:
        connection.exec_driver_sql("PRAGMA secure_delete=ON")
        for table in ("files", "changes", "drafts", "opened"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - our own names
    with told_plainly(replica.path):
        _rewrite(outbox.engine)
        with replica.writing() as connection:
            _empty(connection)
        _empty_log(replica.engine)


def _erased_in(entry: TicketEntry) -> list[Erased]:
    told = [event_from(one).payload for one in entry.events if one.kind == Erased.__name__]
    return [payload for payload in told if isinstance(payload, Erased)]


def _is_news(connection: Connection, pages: Sequence[SyncResponse]) -> bool:
    """Tell whether a card that is now empty was another one before: noted once for each person."""
    ids = [person.id for page in pages for person in page.people if is_erased(person)]
    known = set(msgspec.json.decode(note(connection, "erased_people") or "[]", type=list[str]))
    if known.issuperset(ids):
        return False
    take_note(connection, "erased_people", msgspec.json.encode(sorted(known.union(ids))).decode())
    return True


def _drop_kept_files(connection: Connection, entry: TicketEntry) -> None:
    connection.exec_driver_sql(
        "DELETE FROM cached_files WHERE ticket_id = ? AND file_id NOT IN (SELECT value FROM json_each(?))",
        (entry.ticket.id, in_list(file.id for file in entry.ticket.attachments)),
    )


def _stays_read(connection: Connection, entry: TicketEntry) -> None:
    """What was read before is not news because its contents are gone."""
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO read_marks SELECT id, ? FROM tickets WHERE id = ? AND NOT is_unread",
        (entry.ticket.version, entry.ticket.id),
    )


def _noted(connection: Connection) -> ToPurge | None:
    found = note(connection, NOTE)
    return msgspec.json.decode(found, type=ToPurge) if found else None


def _purge_outbox(outbox: Outbox, wanted: ToPurge) -> None:
    drafts = [f"{kind}:{id}" for id in wanted.tickets for kind in KINDS_OF_DRAFT]
    with outbox.writing() as connection:
        connection.exec_driver_sql("PRAGMA secure_delete=ON")
        connection.exec_driver_sql(
            "DELETE FROM changes WHERE (state <> 'queued' AND ticket_id IN (SELECT value FROM json_each(?)))"
            " OR id IN (SELECT value FROM json_each(?))",
            (in_list(wanted.tickets), in_list(wanted.changes)),
        )
        connection.exec_driver_sql(
            "DELETE FROM drafts WHERE key IN (SELECT value FROM json_each(?))", (in_list(drafts),)
        )


def _rewrite(engine: Engine) -> bool:
    """Write the file anew without what was deleted from it, ever; return whether its log is empty."""
    with closing(engine.raw_connection()) as raw:
        raw.cursor().execute("VACUUM")
    return _empty_log(engine)


def _empty_log(engine: Engine) -> bool:
    """Bring the write-ahead log into the file and cut it; return whether nobody was in the way."""
    with closing(engine.raw_connection()) as raw:
        row: Sequence[int] = raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return row[0] == 0


def _empty(connection: Connection) -> None:
    tables = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'"
        " AND name NOT LIKE 'sqlite_%' AND name <> 'meta'"
    )
    for (name,) in tables.all():
        connection.exec_driver_sql(f"DELETE FROM {name}")  # noqa: S608 - our own names
    connection.exec_driver_sql("DELETE FROM search")
    connection.exec_driver_sql("INSERT INTO search (search) VALUES ('optimize')")
    connection.exec_driver_sql("DELETE FROM meta WHERE name IN ('me', 'cursor', 'staged_cursor')")
