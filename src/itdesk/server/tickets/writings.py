"""What admins write, among the changes of one batch: documents and people, judged one after the other."""

from collections.abc import Callable, Iterable, Sequence

from itdesk.domain.changes import DocumentDeleted, DocumentWritten, PersonWritten, Writing
from itdesk.domain.document_rules.check import NAMED, check_document, named_by
from itdesk.domain.document_rules.pieces import Reference
from itdesk.domain.documents import DOCUMENT_KINDS, Device, Document, kind_name, kind_of_document
from itdesk.domain.ids import SYSTEM, PersonId, is_document_id, is_id
from itdesk.domain.people import Actor
from itdesk.domain.person_rules import checked_person, is_renamed
from itdesk.domain.refusals import Refused
from itdesk.domain.writing import Held, HeldPerson, judge_deletion, judge_document, judge_person
from itdesk.server.store.documents import DocumentVersion, Key, next_version
from itdesk.server.store.ledger import Ledger
from itdesk.server.store.people import PersonVersion

KINDS_THAT_NEED = frozenset(kind_name(kind) for kind in NAMED if kind is not Device)
"""The kinds that are looked through before something is deleted; a device needs nothing but its owner."""


class WritingsMissing(Exception):
    """The house may have to write a document. To be begun anew with them locked first: nothing was done.

    Locked behind the tickets they would let two servers wait for each other for ever.
    """


class Writings:
    """Documents and people as they stand under the lock, with what was written so far in this batch."""

    def __init__(self, ledger: Ledger, wishes: Sequence[Writing]) -> None:
        """Must come before the ledger locks anything else."""
        self._ledger = ledger
        self._is_locked = False
        self._documents: dict[Key, Held] = {}
        if not wishes:
            return
        self.lock()
        named = {one for one in _named(wishes) if is_document_id(one.id)}
        people = {PersonId(one.id) for one in named if one.kind == "person" and is_id(one.id)}
        keys = {(kind, id) for kind, id in map(_key, wishes) if is_document_id(id)}
        self._documents = ledger.held_documents(keys | {(one.kind, one.id) for one in named})
        self._people = ledger.people({PersonId(id) for kind, id in keys if kind == "person"} | people)
        self._logins = ledger.taken_logins(set(_logins(wishes)))

    def lock(self) -> None:
        """Let nobody else write any, from now on. To be called before all other locks."""
        if not self._is_locked:
            self._ledger.lock_writings()
            self._is_locked = True

    def check_locked(self) -> None:
        """Raise WritingsMissing when others may write some."""
        if not self._is_locked:
            raise WritingsMissing

    def rewritten(
        self, key: Key, rewritten: Callable[[Document | None], Document | None]
    ) -> DocumentVersion | None:
        """Return the document as the house wants it, by how it is; `None`: it stays.

        Raises Refused, and WritingsMissing.
        """
        self.check_locked()
        if key not in self._documents:
            self._documents |= self._ledger.held_documents({key})
        held = self._documents.get(key, Held())
        document = rewritten(held.document)
        if document is None:
            return None
        check_document(document)
        return next_version(key, document, held, held.standing.written_by(SYSTEM))

    def judge(self, actor: Actor, wish: Writing) -> DocumentVersion | PersonVersion:
        """Return what is to be written. Raises Refused."""
        if isinstance(wish, PersonWritten):
            return self._judge_person(actor, wish)
        key = _key(wish)
        held = self._documents.get(key, Held())
        if isinstance(wish, DocumentWritten):
            document = judge_document(actor, held, wish, self._exists)
            return next_version(key, document, held, held.standing.written_by(actor.id))
        judge_deletion(actor, held, wish, self._needed_by)
        return next_version(key, None, held, held.standing.written_by(actor.id))

    def note(self, version: DocumentVersion | PersonVersion) -> None:
        """From here on, the changes that follow see this one as written."""
        if isinstance(version, DocumentVersion):
            held = Held(document=version.document, standing=version.standing)
            self._documents[version.kind, version.id] = held
            return
        person = version.person
        self._people[person.id] = HeldPerson(person=person, standing=version.standing)
        self._logins = {login: id for login, id in self._logins.items() if id != person.id}
        self._logins[person.login] = person.id

    def _judge_person(self, actor: Actor, wish: PersonWritten) -> PersonVersion:
        held = self._people.get(wish.person.id, HeldPerson())
        person = judge_person(actor, held, wish, self._logins)
        return PersonVersion(
            person=person,
            standing=held.standing.written_by(actor.id),
            is_renamed=is_renamed(held.person, person),
        )

    def _exists(self, named: Reference) -> bool:
        if named.kind == "person":
            person = self._people.get(PersonId(named.id), HeldPerson()).person
            return person is not None and not person.is_disabled and person.role.is_verified
        return self._documents.get(named, Held()).document is not None

    def _needed_by(self, named: Reference) -> str:
        """Return what still needs a document, in words; nothing when nothing does."""
        if named.kind == "queue" and self._ledger.has_ticket_in(named.id):
            return "a ticket"
        stored = self._ledger.every_document(KINDS_THAT_NEED)
        documents = {(kind_of_document(one), one.id): one for one in stored}
        now = documents | {key: held.document for key, held in self._documents.items()}
        for (kind, id), document in sorted(now.items()):
            if document is not None and named in named_by(document):
                return f"{kind} {id}"
        return ""


def _key(wish: Writing) -> Key:
    match wish:
        case DocumentWritten(document=document):
            return kind_of_document(document), document.id
        case DocumentDeleted(kind=kind, id=id):
            return (kind if kind in DOCUMENT_KINDS else ""), id
        case PersonWritten(person=person):
            return "person", person.id


def _named(wishes: Iterable[Writing]) -> Iterable[Reference]:
    return (one for wish in wishes if isinstance(wish, DocumentWritten) for one in named_by(wish.document))


def _logins(wishes: Iterable[Writing]) -> Iterable[str]:
    """Yield the logins that are wished for, as they would be stored."""
    for wish in wishes:
        if isinstance(wish, PersonWritten):
            try:
                yield checked_person(wish.person).login
            except Refused:
                continue
