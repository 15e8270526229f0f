"""Writing tickets as lists, counts and search read them: the one place where `shown` comes from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import Connection

from itdesk.domain.audience import Audience
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.people import Actor, Person
from itdesk.domain.searched import Comment, searched
from itdesk.domain.sla.due import NOTHING_DUE
from itdesk.domain.ticket import Ticket
from itdesk.replica.due_times import DUE_COLUMNS, Promised, due_columns, due_on, promised_in
from itdesk.replica.instants import to_number
from itdesk.replica.outbox_entry import Entry
from itdesk.replica.overlay import Confirmed, Shown, lay_over
from itdesk.replica.search import words_of

NUMBERLESS = 2**53
"""Sorts tickets without a number before all others: they are the newest."""
AT_ONCE = 500

COLUMNS = (
    "id, shown, confirmed, position, visible_events, held_events, foreign_version, number, place, title,"
    " standing, is_open, priority, requester_id, assignee_id, queue_id, is_reported, is_unread, delivery,"
    f" follow_up_since, {', '.join(DUE_COLUMNS)}, created_at, updated_at"
)
UPSERT = (
    f"INSERT INTO tickets ({COLUMNS}) VALUES ({', '.join('?' * len(COLUMNS.split(', ')))})"  # noqa: S608
    " ON CONFLICT (id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in COLUMNS.split(", ") if name != "id")
)

UPDATE_DUE = f"UPDATE tickets SET {', '.join(f'{name} = ?' for name in DUE_COLUMNS)} WHERE id = ?"  # noqa: S608


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the server says about one ticket now."""

    ticket: Ticket
    position: int
    visible_events: int


@dataclass(frozen=True, kw_only=True)
class Overlay:
    """What lies over the server's answers: own changes by ticket, whose they are, how far was read."""

    entries: Mapping[TicketId, Sequence[Entry]]
    actor: Actor
    reached: int


@dataclass
class _Held:
    """What the replica holds of one ticket before it is written anew."""

    answer: Answer | None = None
    event_ids: set[str] = field(default_factory=set)
    comments: list[Comment] = field(default_factory=list)
    foreign_version: int = 0
    read_version: int = 0
    has_left: bool = False


def rewrite(
    connection: Connection,
    ids: Iterable[TicketId],
    overlay: Overlay,
    answers: Mapping[TicketId, Answer] | None = None,
) -> None:
    """Write these tickets' rows and search entries: the server's last answer with own changes over it.

    `answers` are new ones; of other tickets the replica still has the last.
    """
    promised = promised_in(connection)
    for some in _portions(ids):
        held = _held(connection, some, overlay.actor.id)
        for id in some:
            if answers and id in answers:
                held[id].answer = answers[id]
        _write(connection, {id: held[id] for id in some}, overlay, promised)


def rewrite_due(connection: Connection, ids: Iterable[TicketId], overlay: Overlay) -> None:
    """Write anew what is due on these tickets; nothing else about them has changed."""
    promised = promised_in(connection)
    for some in _portions(ids):
        held = _held(connection, some, overlay.actor.id)
        shown = {id: _shown(id, held[id], overlay) for id in some}
        due = due_on(connection, shown, promised, overlay.actor)
        rows = [
            (*due_columns(one.ticket, due.get(id, NOTHING_DUE), promised), id)
            for id, one in shown.items()
            if one.ticket is not None
        ]
        connection.exec_driver_sql(UPDATE_DUE, rows)


def in_list(ids: Iterable[str]) -> str:
    """Return the ids as the JSON text that `json_each` unfolds: no limit on their count."""
    return msgspec.json.encode(list(ids)).decode()


def _portions(ids: Iterable[TicketId]) -> Iterator[list[TicketId]]:
    every = list(dict.fromkeys(ids))
    for start in range(0, len(every), AT_ONCE):
        yield every[start : start + AT_ONCE]


def _held(connection: Connection, ids: Sequence[TicketId], me: PersonId) -> dict[TicketId, _Held]:
    wanted = (in_list(ids),)
    held: dict[TicketId, _Held] = defaultdict(_Held)
    for row in connection.exec_driver_sql(
        "SELECT id, coalesce(confirmed, shown) AS said, position, visible_events FROM tickets"
        " WHERE position IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
        wanted,
    ):
        ticket = msgspec.json.decode(row.said, type=Ticket)
        held[row.id].answer = Answer(ticket=ticket, position=row.position, visible_events=row.visible_events)
    for row in connection.exec_driver_sql(
        "SELECT id, ticket_id, version, actor_id, audience, text FROM events"
        " WHERE ticket_id IN (SELECT value FROM json_each(?)) ORDER BY version",
        wanted,
    ):
        _count_event(held[row.ticket_id], row, me)
    for row in connection.exec_driver_sql(
        "SELECT ticket_id, version FROM read_marks WHERE ticket_id IN (SELECT value FROM json_each(?))",
        wanted,
    ):
        held[row.ticket_id].read_version = row.version
    for row in connection.exec_driver_sql(
        "SELECT ticket_id FROM left_tickets WHERE ticket_id IN (SELECT value FROM json_each(?))", wanted
    ):
        held[row.ticket_id].has_left = True
    return held


def _count_event(held: _Held, row: Any, me: PersonId) -> None:
    held.event_ids.add(row.id)
    if row.text:
        held.comments.append((Audience(row.audience), row.text))
    if row.actor_id != me:
        held.foreign_version = max(held.foreign_version, row.version)


def _write(
    connection: Connection, held: Mapping[TicketId, _Held], overlay: Overlay, promised: Promised
) -> None:
    shown = {id: _shown(id, one, overlay) for id, one in held.items()}
    due = due_on(connection, shown, promised, overlay.actor)
    people = _people(connection, [one.ticket for one in shown.values() if one.ticket])
    gone = [id for id, one in shown.items() if one.ticket is None]
    if gone:
        _remove(connection, gone)
    _write_ties(connection, held, [one.ticket for one in shown.values() if one.ticket])
    rows = [
        _row(
            one.ticket,
            one,
            held[id],
            overlay.actor.id,
            due_columns(one.ticket, due.get(id, NOTHING_DUE), promised),
        )
        for id, one in shown.items()
        if one.ticket is not None
    ]
    if not rows:
        return
    connection.exec_driver_sql(UPSERT, rows)
    is_staff = overlay.actor.role.is_staff
    found = {
        id: words_of(searched(one.ticket, (*held[id].comments, *one.comments), people), is_staff=is_staff)
        for id, one in shown.items()
        if one.ticket is not None
    }
    _write_words(connection, found)


def _remove(connection: Connection, ids: Sequence[TicketId]) -> None:
    gone = (in_list(ids),)
    connection.exec_driver_sql(
        "DELETE FROM search WHERE rowid IN"
        " (SELECT row FROM tickets WHERE id IN (SELECT value FROM json_each(?)))",
        gone,
    )
    connection.exec_driver_sql("DELETE FROM tickets WHERE id IN (SELECT value FROM json_each(?))", gone)


def _write_words(connection: Connection, found: Mapping[TicketId, tuple[str, str]]) -> None:
    """Write the search entries that say something else now: most changes leave the words as they are."""
    rows = connection.exec_driver_sql(
        "SELECT t.row, t.id, s.words, s.marks FROM tickets t LEFT JOIN search s ON s.rowid = t.row"
        " WHERE t.id IN (SELECT value FROM json_each(?))",
        (in_list(found),),
    )
    stale = [row for row in rows if (row.words, row.marks) != found[row.id]]
    old = [(row.row,) for row in stale if row.words is not None]
    if old:
        connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", old)
    if stale:
        connection.exec_driver_sql(
            "INSERT INTO search (rowid, words, marks) VALUES (?, ?, ?)",
            [(row.row, *found[row.id]) for row in stale],
        )


def _write_ties(connection: Connection, ids: Iterable[TicketId], tickets: Sequence[Ticket]) -> None:
    """Note in which other tickets messages of these are shown, and whose children they are."""
    wanted = in_list(ids)
    for table, column in (("shown_in", "home_id"), ("children", "child_id")):
        connection.exec_driver_sql(
            f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))",  # noqa: S608
            (wanted,),
        )
    places = [(one.id, place) for one in tickets for place in _places(one)]
    if places:
        connection.exec_driver_sql("INSERT INTO shown_in VALUES (?, ?)", places)
    parents = [(one.id, one.parent_id) for one in tickets if one.parent_id]
    if parents:
        connection.exec_driver_sql("INSERT INTO children VALUES (?, ?)", parents)


def _places(ticket: Ticket) -> set[TicketId]:
    merged_into = {ticket.merged_into} if ticket.merged_into else set()
    return merged_into | {message.to for message in ticket.moved}


def _shown(id: TicketId, held: _Held, overlay: Overlay) -> Shown:
    answer = held.answer
    confirmed = Confirmed(
        ticket=answer.ticket if answer else None,
        position=answer.position if answer else None,
        events=held.event_ids,
        has_left=held.has_left,
    )
    return lay_over(confirmed, overlay.entries.get(id, ()), overlay.actor, overlay.reached)


def _row(
    ticket: Ticket, shown: Shown, held: _Held, me: PersonId, due: tuple[object, ...]
) -> tuple[object, ...]:
    answer = held.answer
    return (
        ticket.id,
        msgspec.json.encode(ticket),
        msgspec.json.encode(answer.ticket) if answer and shown.laid else None,
        answer.position if answer else None,
        answer.visible_events if answer else 0,
        len(held.event_ids),
        held.foreign_version,
        ticket.number,
        ticket.number if ticket.number is not None else NUMBERLESS,
        ticket.title,
        msgspec.json.encode(ticket.standing),
        ticket.status.is_open,
        int(ticket.priority),
        ticket.requester_id,
        ticket.assignee_id,
        ticket.queue_id,
        me == ticket.requester_id or me in ticket.participants,
        held.foreign_version > held.read_version,
        shown.delivery.value,
        _follow_up_since(ticket),
        *due,
        to_number(ticket.created_at),
        to_number(ticket.updated_at),
    )


def _follow_up_since(ticket: Ticket) -> int | None:
    return to_number(ticket.follow_up.since) if ticket.follow_up and ticket.follow_up.is_open else None


def _people(connection: Connection, tickets: Iterable[Ticket]) -> dict[PersonId, Person]:
    named = {person for one in tickets for person in (one.requester_id, one.assignee_id) if person}
    rows = connection.exec_driver_sql(
        "SELECT person FROM people WHERE id IN (SELECT value FROM json_each(?))", (in_list(named),)
    )
    people = (msgspec.json.decode(row.person, type=Person) for row in rows)
    return {person.id: person for person in people}
