"""Writes what was judged: history, current state, feed, and what a resend will be answered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, bindparam, delete, insert, update

from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded, FileAttached, kind_of
from itdesk.domain.ids import ChangeId, FileId, PersonId, TicketId
from itdesk.domain.ticket import Ticket
from itdesk.domain.waking import wakes_at
from itdesk.server.store.audit import Deed, note_all
from itdesk.server.store.counter import advance
from itdesk.server.store.documents import DocumentVersion, write_version
from itdesk.server.store.judged import Accepted, Declined, Known, Written
from itdesk.server.store.people import PersonVersion, write_person
from itdesk.server.store.promised import Kept
from itdesk.server.store.search.writing import index_renamed, index_tickets, is_searched
from itdesk.server.store.tables import (
    changes,
    events,
    feed,
    files,
    having_it_too,
    readers,
    repeated_files,
    tickets,
)

Row = dict[str, Any]
Numbered = Sequence[tuple[Accepted, int, int]]
"""What was accepted, each with its position and its ticket's number."""


def record(
    connection: Connection,
    accepted: Sequence[Accepted | Written],
    declined: Sequence[Declined],
    *,
    due: Mapping[TicketId, Kept],
    highest_receipt: int,
    at: datetime,
) -> dict[ChangeId, Known]:
    """Write everything, in the order given; return the accepted ones with numbers and positions."""
    tickets_changed = [one for one in accepted if isinstance(one, Accepted)]
    first = _reserved(connection, accepted, tickets_changed, highest_receipt)
    numbered, written = _placed(accepted, first)
    known = {one.event.id: _known(one, position, number) for one, position, number in numbered}
    known |= {one.id: _known_writing(one, position) for one, position in written}
    _insert(connection, changes, (_declined_row(one, at) for one in declined))
    _insert(connection, changes, (_accepted_row(id, one, at) for id, one in known.items()))
    last = _last(numbered)
    _write_tickets(connection, numbered, last, due)
    _insert(connection, events, (_event_row(one, position) for one, position, _ in numbered))
    _index(connection, numbered, last)
    _write_files(connection, tickets_changed)
    _insert(connection, having_it_too, (row for one in tickets_changed for row in _having_rows(one)))
    _insert(connection, feed, (row for one, position, _ in numbered for row in _feed_rows(one, position)))
    for one, position in written:
        _write(connection, one, position, at)
    index_renamed(connection, {id for one, _ in written for id in _renamed(one)})
    note_all(connection, [deed for one, _ in written for deed in _deeds(one)], at)
    return known


def _deeds(one: Written) -> Iterator[Deed]:
    """Administration is noted. What somebody keeps for herself, such as her own views, is none."""
    if isinstance(one.version, PersonVersion):
        yield Deed(
            actor_id=one.actor_id,
            action="person-written",
            object_kind="person",
            object_id=one.version.person.id,
        )
    elif one.version.only_reader is None:
        yield Deed(
            actor_id=one.actor_id,
            action="document-deleted" if one.version.document is None else "document-written",
            object_kind=one.version.kind,
            object_id=one.version.id,
        )


def _write(connection: Connection, one: Written, position: int, at: datetime) -> None:
    if isinstance(one.version, DocumentVersion):
        write_version(connection, one.version, position, one.id)
    else:
        write_person(connection, one.version, position, one.id, at)


def _renamed(one: Written) -> Iterator[PersonId]:
    if isinstance(one.version, PersonVersion) and one.version.is_renamed:
        yield one.version.person.id


def _insert(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    if listed := list(rows):
        connection.execute(insert(table), listed)


def _reserved(
    connection: Connection,
    accepted: Sequence[Accepted | Written],
    changed: Sequence[Accepted],
    highest_receipt: int,
) -> tuple[int, dict[TicketId, int]]:
    """Advance the counter by what was accepted; return the first position, and every ticket's number."""
    if not accepted:
        return 0, {}
    new = [one.event.ticket_id for one in changed if one.before is None and one.number is None]
    reserved = advance(connection, len(accepted), len(new), highest_receipt)
    numbers = {ticket_id: reserved.number + index for index, ticket_id in enumerate(new)}
    kept = ((one.event.ticket_id, one.number or one.after.number) for one in changed)
    numbers |= {ticket_id: number for ticket_id, number in kept if number is not None}
    return reserved.position, numbers


def _placed(
    accepted: Sequence[Accepted | Written], first: tuple[int, dict[TicketId, int]]
) -> tuple[Numbered, list[tuple[Written, int]]]:
    """Say which position and number each one has, in the order in which they were accepted."""
    numbered, written = list[tuple[Accepted, int, int]](), list[tuple[Written, int]]()
    position, numbers = first
    for index, one in enumerate(accepted):
        if isinstance(one, Accepted):
            numbered.append((one, position + index, numbers[one.event.ticket_id]))
        else:
            written.append((one, position + index))
    return numbered, written


def _known(one: Accepted, position: int, number: int) -> Known:
    return Known(
        actor_id=one.event.actor_id,
        body_sha256=one.body_sha256,
        state="accepted",
        number=number,
        position=position,
    )


def _known_writing(one: Written, position: int) -> Known:
    return Known(actor_id=one.actor_id, body_sha256=one.body_sha256, state="accepted", position=position)


def _accepted_row(id: ChangeId, one: Known, at: datetime) -> Row:
    return {
        "id": id,
        "actor_id": one.actor_id,
        "body_sha256": one.body_sha256,
        "state": one.state,
        "number": one.number,
        "position": one.position,
        "refusal": None,
        "at": at,
    }


def _declined_row(one: Declined, at: datetime) -> Row:
    return {
        "id": one.id,
        "actor_id": one.actor_id,
        "body_sha256": one.body_sha256,
        "state": "refused",
        "number": None,
        "position": None,
        "refusal": one.refusal,
        "at": at,
    }


def _event_row(one: Accepted, position: int) -> Row:
    event = one.event
    return {
        "change_id": event.id,
        "ticket_id": event.ticket_id,
        "version": event.version,
        "kind": kind_of(event.payload),
        "payload": one.payload,
        "actor_id": event.actor_id,
        "actor_role": event.actor_role,
        "at": event.at,
        "audience": event.audience,
        "position": position,
    }


def _write_files(connection: Connection, accepted: Iterable[Accepted]) -> None:
    """Write each file once, and the other tickets in which it stands: they come behind its own."""
    attached = [(one, one.event.payload) for one in accepted if isinstance(one.event.payload, FileAttached)]
    first: dict[FileId, Row] = {}
    repeated = list[Row]()
    for one, file in attached:
        if file.file_id in first:
            repeated.append({"file_id": file.file_id, "ticket_id": one.event.ticket_id})
        else:
            first[file.file_id] = _file_row(one, file)
    _insert(connection, files, first.values())
    _insert(connection, repeated_files, repeated)


def _file_row(one: Accepted, file: FileAttached) -> Row:
    return {
        "id": file.file_id,
        "owner_id": one.event.actor_id,
        "ticket_id": one.event.ticket_id,
        "change_id": one.event.id,
        "name": file.name,
        "bytes": file.bytes,
        "sha256": file.sha256,
        "received": 0,
        "audience": file.audience,
    }


def _having_rows(one: Accepted) -> Iterator[Row]:
    ticket = one.after
    if one.before is None and ticket.has_it_too:
        yield {
            "ticket_id": ticket.id,
            "announcement_id": ticket.spared_by,
            "person_id": ticket.requester_id,
        }


def _feed_rows(one: Accepted, position: int) -> Iterator[Row]:
    """One row for all who may read the event, and one for each who begins or ceases to see the ticket."""
    told: list[tuple[str, PersonId | None]] = [("ticket", None)]
    told += [("entered", person_id) for person_id in sorted(one.entered)]
    told += [("left", person_id) for person_id in sorted(one.left)]
    for ordinal, (kind, reader_id) in enumerate(told):
        yield {
            "position": position,
            "ordinal": ordinal,
            "kind": kind,
            "document_kind": None,
            "subject_id": one.event.ticket_id,
            "audience": Audience(one.event.audience),
            "reader_id": reader_id,
            "change_id": one.event.id,
        }


def _last(numbered: Numbered) -> dict[TicketId, tuple[Ticket, int]]:
    """Return each ticket as it is after the last of its events, with that event's position."""
    last = {one.event.ticket_id: (one, position, number) for one, position, number in numbered}
    return {id: (replace(one.after, number=number), position) for id, (one, position, number) in last.items()}


def _write_tickets(
    connection: Connection,
    numbered: Numbered,
    last: Mapping[TicketId, tuple[Ticket, int]],
    due: Mapping[TicketId, Kept],
) -> None:
    """Write each ticket once."""
    first = {one.event.ticket_id: one.before for one, _, _ in reversed(numbered)}
    weights = dict.fromkeys(last, 0)
    for one, _, _ in numbered:
        weights[one.event.ticket_id] += len(one.payload)
    rows = [
        ticket_row(ticket, position, weights[id]) | due[id].columns()
        for id, (ticket, position) in last.items()
    ]
    _insert(connection, tickets, (row for row in rows if first[row["id"]] is None))
    _update_tickets(connection, [row for row in rows if first[row["id"]] is not None])
    _write_readers(connection, [(first[id], ticket) for id, (ticket, _) in last.items()])


def _index(connection: Connection, numbered: Numbered, last: Mapping[TicketId, tuple[Ticket, int]]) -> None:
    """Take into the search what has become of the tickets whose words have changed."""
    new = {one.event.ticket_id for one, _, _ in numbered if one.before is None}
    told = {one.event.ticket_id for one, _, _ in numbered if is_searched(one.event.payload)} - new
    commented = {one.event.ticket_id for one, _, _ in numbered if isinstance(one.event.payload, CommentAdded)}
    index_tickets(
        connection,
        new=[ticket for id, (ticket, _) in last.items() if id in new],
        changed=[ticket for id, (ticket, _) in last.items() if id in told],
        commented=told | commented,
    )


def ticket_row(ticket: Ticket, position: int, weight: int) -> Row:
    """Return the row of a ticket; `weight` is the size of what is added to its history."""
    return {
        "id": ticket.id,
        "number": ticket.number,
        "version": ticket.version,
        "requester_id": ticket.requester_id,
        "assignee_id": ticket.assignee_id,
        "queue_id": ticket.queue_id,
        "status": ticket.status,
        "position": position,
        "bytes": weight,
        "created_at": ticket.created_at,
        "updated_at": ticket.updated_at,
        "wakes_at": wakes_at(ticket),
        "follow_up_since": ticket.follow_up.since if ticket.follow_up and ticket.follow_up.is_open else None,
        "state": msgspec.json.encode(ticket).decode(),
    }


def _update_tickets(connection: Connection, rows: Sequence[Row]) -> None:
    fixed = ("id", "number", "created_at", "bytes")
    if not rows:
        return
    values: Row = {name: bindparam(f"new_{name}") for name in rows[0] if name not in fixed}
    connection.execute(
        update(tickets)
        .where(tickets.c.id == bindparam("new_id"))
        .values(**values, bytes=tickets.c.bytes + bindparam("new_bytes")),
        [{f"new_{name}": value for name, value in row.items()} for row in rows],
    )


def _write_readers(connection: Connection, steps: Iterable[tuple[Ticket | None, Ticket]]) -> None:
    came, went = list[Row](), list[Row]()
    for before, after in steps:
        old, new = _readers(before), _readers(after)
        came += [_reader_row(after.id, person_id) for person_id in sorted(new - old)]
        went += [_reader_row(after.id, person_id) for person_id in sorted(old - new)]
    _insert(connection, readers, came)
    if went:
        gone = readers.c.ticket_id == bindparam("ticket_id"), readers.c.person_id == bindparam("person_id")
        connection.execute(delete(readers).where(*gone), went)


def _reader_row(ticket_id: TicketId, person_id: PersonId) -> Row:
    return {"ticket_id": ticket_id, "person_id": person_id}


def _readers(ticket: Ticket | None) -> frozenset[PersonId]:
    return frozenset() if ticket is None else ticket.participants | {ticket.requester_id}
