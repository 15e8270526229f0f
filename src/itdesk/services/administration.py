"""What leads and admins write: documents and people. Kept in the outbox like everything else."""

from collections.abc import Callable
from dataclasses import dataclass

from itdesk.domain.changes import (
    Change,
    DocumentDeleted,
    DocumentWritten,
    PersonWritten,
    Writing,
    subject_of,
)
from itdesk.domain.document_rules.check import named_by
from itdesk.domain.document_rules.pieces import Reference
from itdesk.domain.documents import DOCUMENT_KINDS, Document, kind_of_document
from itdesk.domain.ids import ChangeId, PersonId, document_subject, new_id
from itdesk.domain.listing import Delivery
from itdesk.domain.people import Person
from itdesk.domain.refusals import Code, Refusal
from itdesk.domain.writing import judge_deletion, judge_document, judge_person
from itdesk.replica import contents
from itdesk.replica.outbox_entry import Entry, State
from itdesk.services.asking import Saved
from itdesk.services.desk import Desk

MOST_AWAITED = 50
"""As many as a change can name; what was asked for before these is sent before them."""


@dataclass(frozen=True, kw_only=True)
class RefusedWriting:
    """What the server would not write, why, and what it has instead, if it has anything."""

    change_id: ChangeId
    yours: Writing
    theirs: Document | Person | None
    refusal: Refusal


def write_document(desk: Desk, document: Document, *, in_place_of_draft: str | None = None) -> Saved:
    """Save a document, new or changed; it is shown at once. Raises Refused and WorldFailed."""
    desk.replica.catch_up(desk.outbox)
    held = contents.held_document(desk.replica, kind_of_document(document), document.id)
    wish = DocumentWritten(document=document, seen_version=held.standing.version)
    judge_document(desk.actor, held, wish, _exists(desk))
    return _save(desk, wish, _not_yet_written(desk, document), in_place_of_draft)


def delete_document(desk: Desk, kind: str, id: str) -> Saved:
    """Save that a document is to be no more; it vanishes at once. Raises Refused and WorldFailed."""
    desk.replica.catch_up(desk.outbox)
    held = contents.held_document(desk.replica, kind, id)
    wish = DocumentDeleted(kind=kind, id=id, seen_version=held.standing.version)
    judge_deletion(desk.actor, held, wish, lambda named: _needed_by(desk, named))
    return _save(desk, wish)


def write_person(desk: Desk, person: Person, *, in_place_of_draft: str | None = None) -> Saved:
    """Save somebody's card, new or changed; it is shown at once. Raises Refused and WorldFailed."""
    desk.replica.catch_up(desk.outbox)
    held = contents.held_person(desk.replica, person.id)
    wish = PersonWritten(person=person, seen_version=held.standing.version)
    logins = {one.login: one.id for one in contents.people(desk.replica)}
    judge_person(desk.actor, held, wish, logins)
    return _save(desk, wish, in_place_of_draft=in_place_of_draft)


def delivery_of_document(desk: Desk, kind: str, id: str) -> Delivery:
    """Return whether own changes to a document wait, were refused, or are all known to the server."""
    return _delivery(desk.outbox.entries_of(document_subject(kind, id)))


def refused_writings(desk: Desk) -> tuple[RefusedWriting, ...]:
    """Return what was refused and is still kept, oldest first; `standing.dismiss` forgets it."""
    return tuple(
        RefusedWriting(
            change_id=entry.change.id,
            yours=entry.change.payload,
            theirs=_theirs(desk, entry.change.payload),
            refusal=entry.refusal or Refusal(code=Code.NOT_ALLOWED),
        )
        for entry in desk.outbox.entries(State.REFUSED)
        if isinstance(entry.change.payload, Writing)
    )


def _save(
    desk: Desk, wish: Writing, after: tuple[ChangeId, ...] = (), in_place_of_draft: str | None = None
) -> Saved:
    change = Change(
        id=ChangeId(new_id()),
        ticket_id=subject_of(wish),
        payload=wish,
        after=after,
        made_at=desk.now(),
    )
    desk.save([change], in_place_of_draft=in_place_of_draft)
    return Saved(change_id=change.id, ticket_id=change.ticket_id)


def _exists(desk: Desk) -> Callable[[Reference], bool]:
    def exists(named: Reference) -> bool:
        if named.kind == "person":
            person = contents.person(desk.replica, PersonId(named.id))
            return person is not None and not person.is_disabled
        return contents.held_document(desk.replica, named.kind, named.id).document is not None

    return exists


def _needed_by(desk: Desk, named: Reference) -> str:
    """Return what still needs a document, as far as this computer knows; the server knows its tickets too."""
    for kind in DOCUMENT_KINDS.values():
        for document in contents.documents(desk.replica, kind):
            if named in named_by(document):
                return f"{kind_of_document(document)} {document.id}"
    return ""


def _not_yet_written(desk: Desk, document: Document) -> tuple[ChangeId, ...]:
    """Return the own changes, not yet accepted, by which what the document names comes to be."""
    named = {one.subject for one in named_by(document)}
    queued = [entry for entry in desk.outbox.entries(State.QUEUED) if entry.change.ticket_id in named]
    return tuple(entry.change.id for entry in queued[-MOST_AWAITED:])


def _theirs(desk: Desk, yours: Writing) -> Document | Person | None:
    match yours:
        case DocumentWritten(document=document):
            return contents.confirmed_document(desk.replica, kind_of_document(document), document.id)
        case DocumentDeleted(kind=kind, id=id):
            return contents.confirmed_document(desk.replica, kind, id)
        case PersonWritten(person=person):
            return contents.confirmed_person(desk.replica, person.id)


def _delivery(entries: tuple[Entry, ...]) -> Delivery:
    states = {entry.state for entry in entries}
    if State.REFUSED in states:
        return Delivery.REFUSED
    return Delivery.WAITING if State.QUEUED in states else Delivery.SENT
