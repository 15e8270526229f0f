"""Taking one page of the feed into the replica: rows, search and cursor in one transaction."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from itdesk.domain.changes import CommentAdded
from itdesk.domain.documents import Queue
from itdesk.domain.ids import QueueId, TicketId
from itdesk.domain.people import Actor, Person
from itdesk.protocol.messages import (
    DocumentEntry,
    EventMessage,
    LeftEntry,
    SyncResponse,
    TicketEntry,
)
from itdesk.protocol.translation import event_from
from itdesk.replica.doubt import (
    TooMuchGone,
    begin_doubt,
    check_left,
    check_page,
    check_snapshot,
    end_doubt,
    is_doubted,
)
from itdesk.replica.due_times import note_changed
from itdesk.replica.outbox import Outbox
from itdesk.replica.purging import note_erasures
from itdesk.replica.replica import (
    Replica,
    actor_in,
    me_in,
    note,
    overlay_in,
    queues_in,
    role_falls,
    take_note,
)
from itdesk.replica.replica_schema import SEARCH
from itdesk.replica.ticket_rows import Answer, in_list, rewrite
from itdesk.replica.wiping import note_loss, wipe
from itdesk.replica.written_rows import lay_writings

EVERYTHING = (
    "tickets",
    "events",
    "shown_in",
    "children",
    "people",
    "documents",
    "left_tickets",
    "cached_files",
    "overlaid",
)
"""The tables of what the server said."""


def next_cursor(replica: Replica) -> str | None:
    """Return how far the feed was read, as the server words it; `None` before the first page.

    `None` too where the server's word was doubted: it is to tell everything once more.
    """
    with replica.reading() as connection:
        if is_doubted(connection):
            return note(connection, "staged_cursor") or None
        return note(connection, "staged_cursor") or note(connection, "cursor") or None


def incomplete(replica: Replica, limit: int) -> list[TicketId]:
    """Return tickets of which the replica holds another number of events than its person may see."""
    with replica.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id FROM tickets WHERE held_events <> visible_events AND position IS NOT NULL LIMIT ?",
            (limit,),
        )
        return [row.id for row in rows]


def take_page(replica: Replica, outbox: Outbox, page: SyncResponse, *, all_settled: bool = True) -> None:
    """Take one page and its cursor in one transaction.

    A snapshot that follows upon an older replica is laid beside and swapped in when it is complete; where
    the reader's rights shrank, the old is hidden at once. `all_settled` says that the outbox
    knows of everything it ever sent whether the store still has it; only then does a page that ends the feed
    cover all of it. What the reader lost leaves the disk, not only the tables.
    Raises OddAnswer (TooMuchGone where most tickets would vanish) and WorldFailed; then nothing was taken.
    """
    check_page(page, replica.me.id)
    try:
        with replica.writing() as connection:
            _take(connection, replica, outbox, page, all_settled=all_settled)
    except TooMuchGone:
        with replica.writing() as connection:
            begin_doubt(connection)
        raise
    wipe(replica)


def _take(
    connection: Connection, replica: Replica, outbox: Outbox, page: SyncResponse, *, all_settled: bool
) -> None:
    before = actor_in(connection, replica.me)
    is_first = not note(connection, "cursor") and not note(connection, "staged_cursor")
    is_again = is_doubted(connection) and not note(connection, "is_staging")
    if page.reset or is_first or is_again:
        _begin_snapshot(connection, beside=not is_first and not _shrinks(connection, page, before))
    if note(connection, "is_staging"):
        _stage(connection, page)
        pages = [] if page.snapshot else _swap(connection)
    else:
        check_left(connection, page)
        pages = [page]
    if not pages:
        return
    if not page.more and all_settled:
        _reach(connection, outbox)
    take_note(connection, "cursor", page.cursor)
    _take_pages(connection, outbox, replica, pages)
    if not page.more and not page.snapshot:
        take_note(connection, "was_filled", "1")


def _shrinks(connection: Connection, page: SyncResponse, before: Actor) -> bool:
    """Tell whether the reader may see less than before: a lesser role, or a queue that was closed to her.

    A snapshot's first page carries the reader and all queues.
    """
    reader = next((person for person in page.people if person.id == page.me), None)
    if reader is None or role_falls(before.role, reader.role):
        return True
    if not reader.role.is_staff:
        return False
    bodies = [
        one.body
        for one in page.entries
        if isinstance(one, DocumentEntry) and one.kind == "queue" and one.body
    ]
    queues = [msgspec.json.decode(body, type=Queue) for body in bodies]
    return bool(_closed(queues, page.me) - _closed(queues_in(connection), page.me))


def _closed(queues: Iterable[Queue], me: str) -> set[QueueId]:
    return {queue.id for queue in queues if queue.restricted and me not in queue.members}


def _begin_snapshot(connection: Connection, *, beside: bool) -> None:
    connection.exec_driver_sql("DELETE FROM staged")
    take_note(connection, "staged_cursor", "")
    take_note(connection, "is_staging", "1" if beside else "")
    if not beside:
        _forget_everything(connection)


def _stage(connection: Connection, page: SyncResponse) -> None:
    connection.exec_driver_sql("INSERT INTO staged (page) VALUES (?)", (msgspec.json.encode(page),))
    take_note(connection, "staged_cursor", page.cursor)


def _swap(connection: Connection) -> list[SyncResponse]:
    """Throw the old away and return the pages laid beside it."""
    rows = connection.exec_driver_sql("SELECT page FROM staged ORDER BY sequence").all()
    pages = [msgspec.json.decode(row.page, type=SyncResponse) for row in rows]
    check_snapshot(connection, pages)
    end_doubt(connection)
    _forget_everything(connection)
    connection.exec_driver_sql("DELETE FROM staged")
    take_note(connection, "staged_cursor", "")
    take_note(connection, "is_staging", "")
    return pages


def _forget_everything(connection: Connection) -> None:
    """Remove what the server said. Own changes are laid anew over whatever comes; read marks stay."""
    for table in EVERYTHING:
        connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - our own names
    connection.exec_driver_sql("DROP TABLE search")
    connection.exec_driver_sql(SEARCH.rstrip(";"))
    take_note(connection, "reached", "0")
    note_loss(connection)


def _reach(connection: Connection, outbox: Outbox) -> None:
    """Note that the feed was read beyond everything that was accepted so far."""
    with outbox.reading() as kept:
        last = kept.exec_driver_sql("SELECT max(position) FROM changes WHERE state = 'accepted'").scalar()
    if last is not None:
        take_note(connection, "reached", str(last))


def _take_pages(
    connection: Connection, outbox: Outbox, replica: Replica, pages: Sequence[SyncResponse]
) -> None:
    """Take these pages in order, and write all rows that they or the outbox touch."""
    touched: set[TicketId] = set()
    answers: dict[TicketId, Answer] = {}
    for page in pages:
        touched |= _take_people(connection, page.people, page.me)
        _take_documents(connection, [one for one in page.entries if isinstance(one, DocumentEntry)])
        touched |= _take_tickets(connection, page, answers)
    _mark_old_as_read(connection, answers)
    note_erasures(connection, pages)
    overlay, changed = overlay_in(connection, outbox, replica.me, changed_only=False)
    lay_writings(connection, overlay)
    touched |= changed | set(overlay.entries)
    rewrite(connection, touched | set(answers), overlay, answers)


def _take_tickets(
    connection: Connection, page: SyncResponse, answers: dict[TicketId, Answer]
) -> set[TicketId]:
    """Put the page's tickets into `answers` and their events into the history; return those that left."""
    positions = _positions(connection, page)
    entries: dict[TicketId, list[TicketEntry]] = {}
    left: set[TicketId] = set()
    for entry in page.entries:
        if isinstance(entry, LeftEntry):
            id = TicketId(entry.ticket_id)
            answers.pop(id, None)
            entries.pop(id, None)
            positions.pop(id, None)
            _purge(connection, id)
            left.add(id)
        elif isinstance(entry, TicketEntry) and entry.position >= positions.get(entry.ticket.id, 0):
            answers[entry.ticket.id] = Answer(
                ticket=entry.ticket, position=entry.position, visible_events=entry.visible_events
            )
            positions[entry.ticket.id] = entry.position
            entries.setdefault(entry.ticket.id, []).append(entry)
    _take_events(connection, [entry for some in entries.values() for entry in some])
    return left


def _positions(connection: Connection, page: SyncResponse) -> dict[TicketId, int]:
    ids = [entry.ticket.id for entry in page.entries if isinstance(entry, TicketEntry)]
    rows = connection.exec_driver_sql(
        "SELECT id, position FROM tickets WHERE position IS NOT NULL"
        " AND id IN (SELECT value FROM json_each(?))",
        (in_list(ids),),
    )
    return {row.id: row.position for row in rows}


def _take_events(connection: Connection, entries: Sequence[TicketEntry]) -> None:
    """Add these entries' events; an entry with all that the reader may see replaces what was held."""
    if not entries:
        return
    whole = [entry.ticket.id for entry in entries if len(entry.events) == entry.visible_events]
    connection.exec_driver_sql(
        "DELETE FROM events WHERE ticket_id IN (SELECT value FROM json_each(?))", (in_list(whole),)
    )
    rows = [_event_row(event) for entry in entries for event in entry.events]
    if rows:
        connection.exec_driver_sql("INSERT OR REPLACE INTO events VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    connection.exec_driver_sql(
        "DELETE FROM left_tickets WHERE ticket_id = ?", [(entry.ticket.id,) for entry in entries]
    )


def _event_row(message: EventMessage) -> tuple[object, ...]:
    text = ""
    if message.kind == CommentAdded.__name__:
        payload = event_from(message).payload
        text = payload.body if isinstance(payload, CommentAdded) else ""
    return (
        message.id,
        message.ticket_id,
        message.version,
        message.actor_id,
        message.audience,
        text,
        msgspec.json.encode(message),
    )


def _purge(connection: Connection, ticket_id: TicketId) -> None:
    """Remove every trace of a ticket that the reader sees no more."""
    note_loss(connection)
    connection.exec_driver_sql(
        "DELETE FROM search WHERE rowid IN (SELECT row FROM tickets WHERE id = ?)", (ticket_id,)
    )
    connection.exec_driver_sql("INSERT INTO search (search) VALUES ('optimize')")
    connection.exec_driver_sql("DELETE FROM tickets WHERE id = ?", (ticket_id,))
    connection.exec_driver_sql("DELETE FROM shown_in WHERE home_id = ?", (ticket_id,))
    connection.exec_driver_sql("DELETE FROM children WHERE child_id = ?", (ticket_id,))
    for table in ("events", "read_marks", "cached_files"):
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE ticket_id = ?", (ticket_id,))  # noqa: S608
    connection.exec_driver_sql("INSERT OR IGNORE INTO left_tickets VALUES (?)", (ticket_id,))


def _mark_old_as_read(connection: Connection, answers: Mapping[TicketId, Answer]) -> None:
    """What was there before this replica was first filled is not news."""
    if answers and not note(connection, "was_filled"):
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO read_marks VALUES (?, ?)",
            [(id, answer.ticket.version) for id, answer in answers.items()],
        )


def _take_people(connection: Connection, people: Sequence[Person], me: str) -> set[TicketId]:
    """Take these people; return the tickets that are to be found under new names."""
    if not people:
        return set()
    known = _known_people(connection, people)
    rows = []
    for person in people:
        encoded = msgspec.json.encode(person)
        if known.get(person.id) != encoded:
            rows.append((person.id, person.login, person.name, person.place, encoded))
        if person.id == me and me_in(connection) != person:
            take_note(connection, "me", encoded.decode())
    if not rows:
        return set()
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO people (id, login, name, place, person) VALUES (?, ?, ?, ?, ?)", rows
    )
    return _naming(connection, [id for id, *_ in rows if id in known])


def _known_people(connection: Connection, people: Sequence[Person]) -> dict[str, bytes]:
    rows = connection.exec_driver_sql(
        "SELECT id, iif(is_laid, confirmed, person) AS said FROM people"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (in_list(person.id for person in people),),
    )
    return {row.id: row.said for row in rows}


def _naming(connection: Connection, people: Sequence[str]) -> set[TicketId]:
    """Return the tickets on which these people stand as requester or assignee."""
    if not people:
        return set()
    rows = connection.exec_driver_sql(
        "SELECT id FROM tickets WHERE requester_id IN (SELECT value FROM json_each(?))"
        " OR assignee_id IN (SELECT value FROM json_each(?))",
        (in_list(people), in_list(people)),
    )
    return {row.id for row in rows}


def _take_documents(connection: Connection, entries: Sequence[DocumentEntry]) -> None:
    gone = [(entry.kind, entry.id) for entry in entries if not entry.body]
    here = [(entry.kind, entry.id, entry.version, bytes(entry.body)) for entry in entries if entry.body]
    note_changed(connection, {entry.kind for entry in entries})
    if gone:
        note_loss(connection)
        connection.exec_driver_sql("DELETE FROM documents WHERE kind = ? AND id = ?", gone)
    if here:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO documents (kind, id, version, body) VALUES (?, ?, ?, ?)", here
        )
