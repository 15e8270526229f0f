"""Own writings of documents and cards, laid over what the server said of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import msgspec
from sqlalchemy import Connection

from itdesk.domain.changes import DocumentDeleted, DocumentWritten, PersonWritten, Writing
from itdesk.domain.documents import Document, kind_of_document
from itdesk.domain.ids import PersonId, TicketId, document_subject
from itdesk.domain.people import Person
from itdesk.replica.outbox_entry import Entry
from itdesk.replica.overlay import last_writing
from itdesk.replica.ticket_rows import Overlay

Key = tuple[str, str]


def lay_writings(
    connection: Connection, overlay: Overlay, *, only: Collection[TicketId] | None = None
) -> None:
    """Write the rows on which own writings lie, and those on which none lies any more.

    `only` are the subjects whose own changes have changed; without it, everything is laid anew.
    """
    last = _last_writings(overlay.entries, overlay.reached)
    for kind, id in _laid_documents(connection):
        subject = document_subject(kind, id)
        if subject not in last and (only is None or subject in only):
            _uncover_document(connection, kind, id)
    for person_id in _laid_people(connection):
        if TicketId(person_id) not in last and (only is None or TicketId(person_id) in only):
            _uncover_person(connection, person_id)
    for writing in last.values():
        _lay(connection, writing)


def _last_writings(entries: Mapping[TicketId, Sequence[Entry]], reached: int) -> dict[TicketId, Writing]:
    found = {subject: last_writing(some, reached) for subject, some in entries.items()}
    return {subject: writing for subject, writing in found.items() if writing is not None}


def _laid_documents(connection: Connection) -> list[Key]:
    rows = connection.exec_driver_sql("SELECT kind, id FROM documents WHERE is_laid").all()
    return [(row.kind, row.id) for row in rows]


def _laid_people(connection: Connection) -> list[PersonId]:
    return [row.id for row in connection.exec_driver_sql("SELECT id FROM people WHERE is_laid").all()]


def _lay(connection: Connection, writing: Writing) -> None:
    match writing:
        case DocumentWritten(document=document):
            _cover_document(connection, kind_of_document(document), document.id, document)
        case DocumentDeleted(kind=kind, id=id):
            _cover_document(connection, kind, id, None)
        case PersonWritten(person=person):
            _cover_person(connection, person)


def _cover_document(connection: Connection, kind: str, id: str, document: Document | None) -> None:
    body = None if document is None else msgspec.json.encode(document)
    connection.exec_driver_sql(
        "INSERT INTO documents (kind, id, version, body, is_laid) VALUES (?, ?, 0, ?, 1)"
        " ON CONFLICT (kind, id) DO UPDATE SET confirmed = iif(is_laid, confirmed, body),"
        " body = excluded.body, is_laid = 1",
        (kind, id, body),
    )


def _uncover_document(connection: Connection, kind: str, id: str) -> None:
    key = (kind, id)
    connection.exec_driver_sql("DELETE FROM documents WHERE kind = ? AND id = ? AND confirmed IS NULL", key)
    connection.exec_driver_sql(
        "UPDATE documents SET body = confirmed, confirmed = NULL, is_laid = 0 WHERE kind = ? AND id = ?", key
    )


def _cover_person(connection: Connection, person: Person) -> None:
    encoded = msgspec.json.encode(replace(person, version=0))
    connection.exec_driver_sql(
        "INSERT INTO people (id, login, name, place, person, is_laid) VALUES (?, ?, ?, ?, ?, 1)"
        " ON CONFLICT (id) DO UPDATE SET confirmed = iif(is_laid, confirmed, person),"
        " login = excluded.login, name = excluded.name, place = excluded.place, person = excluded.person,"
        " is_laid = 1",
        (person.id, person.login, person.name, person.place, encoded),
    )


def _uncover_person(connection: Connection, person_id: PersonId) -> None:
    connection.exec_driver_sql("DELETE FROM people WHERE id = ? AND confirmed IS NULL", (person_id,))
    said = connection.exec_driver_sql("SELECT confirmed FROM people WHERE id = ?", (person_id,)).scalar()
    if said is not None:
        person = msgspec.json.decode(said, type=Person)
        connection.exec_driver_sql(
            "UPDATE people SET login = ?, name = ?, place = ?, person = confirmed, confirmed = NULL,"
            " is_laid = 0 WHERE id = ?",
            (person.login, person.name, person.place, person_id),
        )
