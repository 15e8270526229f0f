"""Reading single things from the replica: a ticket with its history, people, documents; what was opened."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import msgspec

from itdesk.domain.documents import DOCUMENT_KINDS, Device, Document, kind_name
from itdesk.domain.events import Event
from itdesk.domain.ids import ChangeId, FileId, PersonId, TicketId
from itdesk.domain.people import Person
from itdesk.domain.ticket import Attachment, Ticket
from itdesk.domain.writing import Held, HeldPerson, Standing
from itdesk.protocol.messages import EventMessage
from itdesk.protocol.translation import event_from
from itdesk.replica.instants import to_number
from itdesk.replica.replica import Replica
from itdesk.replica.ticket_rows import in_list

CACHE_BYTES = 200 * 1024 * 1024

FACTS_OF_DEVICE = """
WITH named AS MATERIALIZED (
  SELECT ticket_id, version, CAST(message AS TEXT) AS said
  FROM events WHERE instr(message, CAST(? AS BLOB)) > 0
), attached AS MATERIALIZED (
  SELECT ticket_id, version, json_extract(said, '$.at') AS at, json_extract(said, '$.payload.facts') AS facts
  FROM named WHERE json_extract(said, '$.kind') = 'DiagnosticsAttached'
)
SELECT attached.ticket_id, tickets.number, attached.at, attached.facts
FROM attached JOIN tickets ON tickets.id = attached.ticket_id
WHERE CASE WHEN json_valid(facts) THEN json_extract(facts, '$.facts.device.id') END = ?
ORDER BY julianday(attached.at) DESC, attached.version DESC LIMIT ?
"""
"""Only what holds the device's id somewhere is looked into; the facts are a text within the message."""

SomeDocument = TypeVar("SomeDocument", bound=Document)


@dataclass(frozen=True, kw_only=True)
class HeldTicket:
    """A ticket as it is shown and as the server confirmed it (empty before it did), with its history."""

    shown: Ticket
    confirmed: Ticket | None
    events: tuple[Event, ...]


@dataclass(frozen=True, kw_only=True)
class HeldFacts:
    """A document of facts that came along with a ticket, as text."""

    ticket_id: TicketId
    number: int | None
    at: datetime
    text: str


def held_ticket(replica: Replica, ticket_id: TicketId) -> HeldTicket | None:
    """Return what is held of a ticket; `None` when there is none that its person may see."""
    with replica.reading() as connection:
        row = connection.exec_driver_sql(
            "SELECT shown, coalesce(confirmed, shown) AS said, position FROM tickets WHERE id = ?",
            (ticket_id,),
        ).one_or_none()
        if row is None:
            return None
        events = connection.exec_driver_sql(
            "SELECT message FROM events WHERE ticket_id = ? ORDER BY version", (ticket_id,)
        ).all()
    return HeldTicket(
        shown=msgspec.json.decode(row.shown, type=Ticket),
        confirmed=None if row.position is None else msgspec.json.decode(row.said, type=Ticket),
        events=tuple(event_from(msgspec.json.decode(one.message, type=EventMessage)) for one in events),
    )


def shown_tickets(replica: Replica, ids: Collection[TicketId]) -> dict[TicketId, Ticket]:
    """Return those of the tickets that are held, as they are shown."""
    if not ids:
        return {}
    with replica.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id, shown FROM tickets WHERE id IN (SELECT value FROM json_each(?))", (in_list(ids),)
        ).all()
    return {row.id: msgspec.json.decode(row.shown, type=Ticket) for row in rows}


def event(replica: Replica, event_id: ChangeId) -> Event | None:
    """Return one event of a ticket's history."""
    with replica.reading() as connection:
        found = connection.exec_driver_sql("SELECT message FROM events WHERE id = ?", (event_id,)).scalar()
    return None if found is None else event_from(msgspec.json.decode(found, type=EventMessage))


def facts_of_device(replica: Replica, device_id: str, limit: int) -> tuple[HeldFacts, ...]:
    """Return the newest `limit` facts that are of this device, of all tickets held here, newest first."""
    with replica.reading() as connection:
        rows = connection.exec_driver_sql(FACTS_OF_DEVICE, (device_id, device_id, limit)).all()
    return tuple(
        HeldFacts(
            ticket_id=row.ticket_id, number=row.number, at=msgspec.convert(row.at, datetime), text=row.facts
        )
        for row in rows
    )


def people(replica: Replica) -> tuple[Person, ...]:
    """Return everybody whom the replica knows, by name."""
    with replica.reading() as connection:
        rows = connection.exec_driver_sql("SELECT person FROM people ORDER BY name, login").all()
    return tuple(msgspec.json.decode(row.person, type=Person) for row in rows)


def person(replica: Replica, person_id: PersonId) -> Person | None:
    """Return one person."""
    with replica.reading() as connection:
        found = connection.exec_driver_sql("SELECT person FROM people WHERE id = ?", (person_id,)).scalar()
    return None if found is None else msgspec.json.decode(found, type=Person)


def documents(replica: Replica, kind: type[SomeDocument]) -> tuple[SomeDocument, ...]:
    """Return all documents of one kind. One that cannot be read by this program is left out."""
    with replica.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT body FROM documents WHERE kind = ? AND body IS NOT NULL ORDER BY id",
            (kind_name(kind),),
        ).all()
    return tuple(found for row in rows if (found := _document(row.body, kind)) is not None)


def devices_of(replica: Replica, person_id: PersonId) -> tuple[Device, ...]:
    """Return the computers that belong to somebody, by name."""
    with replica.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT body FROM documents WHERE kind = 'device' AND body IS NOT NULL"
            " AND json_extract(CAST(body AS TEXT), '$.owner_id') = ?",
            (person_id,),
        ).all()
    found = (_document(row.body, Device) for row in rows)
    return tuple(sorted((one for one in found if one is not None), key=lambda device: device.name))


def document(replica: Replica, kind: type[SomeDocument], id: str) -> SomeDocument | None:
    """Return one document."""
    with replica.reading() as connection:
        body = connection.exec_driver_sql(
            "SELECT body FROM documents WHERE kind = ? AND id = ?", (kind_name(kind), id)
        ).scalar()
    return None if body is None else _document(body, kind)


def held_document(replica: Replica, kind: str, id: str) -> Held:
    """Return a document as the screen shows it, and the version of it that the server told last."""
    with replica.reading() as connection:
        row = connection.exec_driver_sql(
            "SELECT version, body FROM documents WHERE kind = ? AND id = ?", (kind, id)
        ).one_or_none()
    if row is None:
        return Held()
    return Held(document=_of_kind(kind, row.body), standing=Standing(version=row.version))


def confirmed_document(replica: Replica, kind: str, id: str) -> Document | None:
    """Return a document as the server told it last."""
    with replica.reading() as connection:
        body = connection.exec_driver_sql(
            "SELECT iif(is_laid, confirmed, body) FROM documents WHERE kind = ? AND id = ?", (kind, id)
        ).scalar()
    return _of_kind(kind, body)


def held_person(replica: Replica, person_id: PersonId) -> HeldPerson:
    """Return somebody's card as the screen shows it, and the version of it that the server told last."""
    with replica.reading() as connection:
        row = connection.exec_driver_sql(
            "SELECT person, iif(is_laid, confirmed, person) AS said FROM people WHERE id = ?", (person_id,)
        ).one_or_none()
    if row is None:
        return HeldPerson()
    version = 0 if row.said is None else msgspec.json.decode(row.said, type=Person).version
    shown = msgspec.json.decode(row.person, type=Person)
    return HeldPerson(person=shown, standing=Standing(version=version))


def confirmed_person(replica: Replica, person_id: PersonId) -> Person | None:
    """Return somebody's card as the server told it last."""
    with replica.reading() as connection:
        said = connection.exec_driver_sql(
            "SELECT iif(is_laid, confirmed, person) FROM people WHERE id = ?", (person_id,)
        ).scalar()
    return None if said is None else msgspec.json.decode(said, type=Person)


def _of_kind(kind: str, body: bytes | None) -> Document | None:
    known = DOCUMENT_KINDS.get(kind)
    return None if body is None or known is None else _document(body, known)


def mark_read(replica: Replica, ticket_id: TicketId) -> None:
    """Note that everything on this ticket was seen; nothing is written when nothing was new."""
    with replica.reading() as connection:
        unread = connection.exec_driver_sql(
            "SELECT foreign_version FROM tickets WHERE id = ? AND is_unread", (ticket_id,)
        ).scalar()
    if unread is None:
        return
    with replica.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO read_marks SELECT id, foreign_version FROM tickets WHERE id = ?"
            " ON CONFLICT (ticket_id) DO UPDATE SET version = excluded.version",
            (ticket_id,),
        )
        connection.exec_driver_sql("UPDATE tickets SET is_unread = 0 WHERE id = ?", (ticket_id,))


def cached_files(replica: Replica, ticket_id: TicketId) -> frozenset[FileId]:
    """Return which of a ticket's files lie here."""
    with replica.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT file_id FROM cached_files WHERE ticket_id = ?", (ticket_id,)
        )
        return frozenset(rows.scalars())


def cached_file(replica: Replica, file_id: FileId) -> bytes | None:
    """Return the bytes of a file that was fetched before."""
    with replica.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT content FROM cached_files WHERE file_id = ?", (file_id,)
        ).scalar()
    return None if found is None else bytes(found)


def keep_file(replica: Replica, ticket_id: TicketId, file_id: FileId, content: bytes, now: datetime) -> None:
    """Keep the bytes of a fetched file, as long as its ticket is seen; beyond 200 MB the oldest go."""
    with replica.writing() as connection:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO cached_files SELECT ?, id, ?, ? FROM tickets WHERE id = ?",
            (file_id, content, to_number(now), ticket_id),
        )
        connection.exec_driver_sql(
            "DELETE FROM cached_files WHERE file_id IN (SELECT file_id FROM"
            " (SELECT file_id, sum(length(content)) OVER (ORDER BY used_at DESC) AS total FROM cached_files)"
            " WHERE total > ?)",
            (CACHE_BYTES,),
        )


def _document(body: bytes, kind: type[SomeDocument]) -> SomeDocument | None:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.MsgspecError:
        return None


def attachment_of(replica: Replica, file_id: FileId) -> tuple[TicketId, Attachment] | None:
    """Return a file that belongs to a ticket shown here, with that ticket."""
    with replica.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT shown FROM tickets WHERE instr(shown, CAST(? AS BLOB)) > 0", (file_id,)
        ).all()
    for row in rows:
        ticket = msgspec.json.decode(row.shown, type=Ticket)
        for file in ticket.attachments:
            if file.id == file_id:
                return ticket.id, file
    return None
