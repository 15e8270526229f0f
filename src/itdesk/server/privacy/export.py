"""Hands out what is kept of one person: a ZIP of JSON and files with an index, written as it is read."""

import re
import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import msgspec

from itdesk.domain.ids import PersonId
from itdesk.domain.people import Role
from itdesk.domain.policy import as_seen_by
from itdesk.domain.ticket import Ticket, number_text
from itdesk.server.store import audit, personal_data
from itdesk.server.store.moment import HeldEvent
from itdesk.server.store.people import held_people
from itdesk.server.store.queues import load_queues
from itdesk.server.store.store import Store
from itdesk.server.tickets.faces import Faces, with_faces

CHUNK_BYTES = 256 * 1024
UNSAFE = re.compile(r"[^A-Za-z0-9._-]")
INDEX = """What {company} keeps about {name} ({login}), as of {at}

card.json        the card: name, role, department, place, phone
tickets/         one file a ticket that she reported: what it is now, and its history
elsewhere.jsonl  what she wrote and did on tickets of others, one line each
files/           files on her tickets, and files that she sent; named by id, then as they were called
sessions.jsonl   where she is or was signed in; never a secret
documents.jsonl  her saved views and snoozes, her profile, her computers
audit.jsonl     what she did, and what was done to her account; people of IT are not named

{tickets} tickets, {files} files. JSON is UTF-8; times are UTC.
"""


class NobodyToExport(Exception):
    """There is no such person. The text is a sentence for a person."""

    def __init__(self) -> None:
        super().__init__("There is no such person. Nothing was written.")


def export_person(
    store: Store, files: Path, person_id: PersonId, target: IO[bytes], *, by: str, at: datetime
) -> None:
    """Write the ZIP into `target`, and note that it was done.

    One portion is in memory at a time. Raises NobodyToExport, StoreUnavailable, OSError.
    """
    with store.reading() as connection:
        held = held_people(connection, [person_id]).get(person_id)
        if held is None or held.person is None:
            raise NobodyToExport
        person = held.person
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("card.json", _json(person))
            count = _write_tickets(archive, connection, person_id)
            _write_lines(
                archive, "elsewhere.jsonl", map(_event, personal_data.words_elsewhere(connection, person_id))
            )
            _write_lines(
                archive, "sessions.jsonl", map(_plain, personal_data.sessions_of(connection, person_id))
            )
            _write_lines(
                archive, "documents.jsonl", map(_document, personal_data.documents_of(connection, person_id))
            )
            deeds = (_deed(row, person_id) for row in personal_data.deeds_about(connection, person_id))
            _write_lines(archive, "audit.jsonl", deeds)
            rows = list(personal_data.files_of(connection, person_id))
            _write_files(archive, files, rows)
            index = INDEX.format(
                company="the helpdesk",
                name=person.name,
                login=person.login,
                at=at.isoformat(timespec="seconds"),
                tickets=count,
                files=len(rows),
            )
            archive.writestr("index.txt", index)
    with store.writing() as connection:
        audit.note(
            connection,
            actor_id=by,
            action="person-exported",
            object_kind="person",
            object_id=person_id,
            at=at,
        )


def _write_tickets(archive: zipfile.ZipFile, connection: Any, person_id: PersonId) -> int:
    scope = load_queues(connection).scope(person_id, Role.EMPLOYEE)
    faces = Faces(scope, person_id)
    count = 0
    for some in personal_data.states_of(connection, person_id):
        history: dict[str, list[HeldEvent]] = {id: [] for id, _ in some}
        for one in personal_data.history_for_her(connection, [id for id, _ in some]):
            history[one.ticket_id].append(one)
        for id, state in some:
            ticket = with_faces(scope, as_seen_by(scope, msgspec.json.decode(state, type=Ticket)))
            told = [_held(faces.event(one), person_id) for one in history[id]]
            found = {"ticket": ticket, "history": told}
            archive.writestr(f"tickets/{number_text(ticket.number, ticket.id)}.json", _json(found))
            count += 1
    return count


def _write_lines(archive: zipfile.ZipFile, name: str, found: Iterable[object]) -> None:
    with archive.open(name, "w") as target:
        for one in found:
            target.write(msgspec.json.encode(one) + b"\n")


def _write_files(archive: zipfile.ZipFile, folder: Path, rows: Iterable[Any]) -> None:
    for row in rows:
        path = folder / row.id[-2:] / row.id
        if not path.exists():
            continue  # lost with a disk; its ticket still tells of it
        with path.open("rb") as source, archive.open(f"files/{row.id}-{_safe(row.name)}", "w") as target:
            while chunk := source.read(CHUNK_BYTES):
                target.write(chunk)


def _json(found: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(found))


def _held(event: HeldEvent, person_id: PersonId) -> dict[str, object]:
    return {
        "kind": event.kind,
        "at": event.at,
        "by": "me" if event.actor_id == person_id else event.actor_role,
        "payload": msgspec.Raw(event.payload.encode()),
    }


def _event(row: Any) -> dict[str, object]:
    payload = msgspec.Raw(row.payload.encode())
    return {"ticket_id": row.ticket_id, "kind": row.kind, "at": row.at, "payload": payload}


def _document(row: Any) -> dict[str, object]:
    return {"kind": row.kind, "id": row.id, "body": msgspec.Raw(row.body.encode())}


def _plain(row: Any) -> dict[str, object]:
    return dict(row._asdict())


def _deed(row: Any, person_id: PersonId) -> dict[str, object]:
    """Who of IT did it is IT's own affair; that it was done is hers."""
    by = "me" if row.actor_id == person_id else "it"
    return {"at": row.at, "by": by, "action": row.action, "kind": row.object_kind, "id": row.object_id}


def _safe(name: str) -> str:
    return UNSAFE.sub("_", name)[-80:].lstrip(".") or "file"
