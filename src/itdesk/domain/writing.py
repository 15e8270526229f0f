"""Whether a document or somebody's card may be written. The server decides by it; a client predicts by it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, fields, replace

from itdesk.domain.changes import DocumentDeleted, DocumentWritten, PersonWritten, Writing
from itdesk.domain.document_rules.check import check_document, named_by
from itdesk.domain.document_rules.pieces import Reference
from itdesk.domain.documents import OWNED, Document, kind_of_document, private_to, with_measured
from itdesk.domain.ids import PersonId
from itdesk.domain.people import Actor, Person
from itdesk.domain.person_rules import checked_card
from itdesk.domain.policy import may_write, may_write_kind, may_write_people
from itdesk.domain.refusals import Code, Refused, refuse

NEEDED = frozenset({"calendar", "queue", "team"})
"""None of these kinds is deleted while something needs it; a deleted one of another kind is passed over."""
DELETED = "—"
SHOWN_CHARS = 300
NOBODYS_WORD = frozenset({"version", "people", "usual_first_answer_min"})
"""Fields that no author sets."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How often something was written, and by whom last."""

    version: int = 0
    author: PersonId | None = None
    """`None`: the server's own commands."""
    foreign_version: int = 0
    """The last version that was written by another than `author`."""

    def last_foreign_to(self, actor_id: PersonId) -> int:
        """Return the last version that was written by another than this actor."""
        return self.foreign_version if self.author == actor_id else self.version

    def written_by(self, actor_id: PersonId | None) -> "Standing":
        """Return how it stands when this actor has written it once more."""
        foreign = self.foreign_version if self.author == actor_id else self.version
        return Standing(version=self.version + 1, author=actor_id, foreign_version=foreign)


@dataclass(frozen=True, kw_only=True)
class Held:
    """A document as it is now; `None`: there is none, or it was deleted."""

    document: Document | None = None
    standing: Standing = Standing()


@dataclass(frozen=True, kw_only=True)
class HeldPerson:
    """Somebody's card as it is now; `None`: there is no such person."""

    person: Person | None = None
    standing: Standing = Standing()


def judge_document(
    actor: Actor, held: Held, wish: DocumentWritten, exists: Callable[[Reference], bool]
) -> Document:
    """Return the document as it is to be written. Raises Refused with a named reason.

    What the document named before may be gone meanwhile: only what is newly named must exist.
    """
    document, before = wish.document, held.document
    if not may_write(actor, document):
        raise refuse(Code.NOT_ALLOWED, field=kind_of_document(document))
    check_document(document)
    if before is not None:
        if wish.is_exact and wish.seen_version and private_to(before) not in (None, actor.id):
            raise conflict(None, document)  # as where there is none: nobody learns that others have it
        _check_owner(actor, before)
    if before is not None or wish.seen_version:
        _check_seen(actor, held.standing, wish, before, document)
    for named in sorted(named_by(document) - (named_by(before) if before else frozenset())):
        if not exists(named):
            raise refuse(Code.UNKNOWN_REFERENCE, field=named.kind, yours=named.id)
    return with_measured(document, before)


def judge_deletion(
    actor: Actor, held: Held, wish: DocumentDeleted, needed_by: Callable[[Reference], str]
) -> None:
    """Raise Refused unless the document may be deleted; `needed_by` says what still needs it, or nothing."""
    before = held.document
    if before is None or private_to(before) not in (None, actor.id):  # nobody learns that others have it
        known = may_write_kind(actor, wish.kind) or (wish.kind in OWNED and actor.role.is_staff)
        raise refuse(
            Code.NO_DOCUMENT if known else Code.NOT_ALLOWED, field=wish.kind[:60], yours=wish.id[:32]
        )
    _check_owner(actor, before)
    _check_seen(actor, held.standing, wish, before, None)
    user = needed_by(Reference(wish.kind, wish.id)) if wish.kind in NEEDED else ""
    if user:
        raise refuse(Code.IN_USE, field=wish.kind, theirs=user)


def judge_person(actor: Actor, held: HeldPerson, wish: PersonWritten, login_of: Mapping[str, str]) -> Person:
    """Return the card as it is to be written. Raises Refused with a named reason.

    `login_of` gives the person who has a login, by the logins that are taken.
    """
    if not may_write_people(actor):
        raise refuse(Code.NOT_ALLOWED, field="person")
    person = checked_card(held.person, wish.person)
    _check_seen(actor, held.standing, wish, held.person, person)
    if person.id == actor.id and (person.is_disabled or not person.role.reaches(actor.role)):
        raise refuse(
            Code.BAD_DOCUMENT,
            field="role",
            yours="Nobody takes the own rights away: ask another administrator.",
        )
    if login_of.get(person.login, person.id) != person.id:
        raise refuse(Code.LOGIN_TAKEN, field="login", yours=person.login)
    return replace(person, version=held.standing.version + 1)


def _check_owner(actor: Actor, before: Document) -> None:
    if private_to(before) not in (None, actor.id):
        raise refuse(Code.NO_DOCUMENT, field=kind_of_document(before), yours=before.id)
    if not may_write(actor, before):
        raise refuse(Code.NOT_ALLOWED, field=kind_of_document(before))


def _check_seen(
    actor: Actor,
    standing: Standing,
    wish: Writing,
    theirs: Document | Person | None,
    yours: Document | Person | None,
) -> None:
    if wish.is_exact:
        is_overtaken = standing.version != wish.seen_version
    else:
        is_overtaken = standing.last_foreign_to(actor.id) > wish.seen_version
    if is_overtaken:
        raise conflict(theirs, yours)


def conflict(theirs: Document | Person | None, yours: Document | Person | None) -> Refused:
    """Return the refusal that names the fields in which the two differ, with both values of each."""
    names = [name for name in _names(theirs or yours) if _value(theirs, name) != _value(yours, name)]
    if theirs is None or yours is None:
        whole = _words(_value(theirs or yours, "id"))
        ours, other = (DELETED, whole) if yours is None else (whole, DELETED)
        return refuse(Code.CONFLICT, field=_kind(theirs, yours), theirs=other, yours=ours)
    return refuse(
        Code.CONFLICT,
        field=", ".join(name.replace("_", " ") for name in names) or _kind(theirs, yours),
        theirs="; ".join(_words(_value(theirs, name)) for name in names)[:SHOWN_CHARS],
        yours="; ".join(_words(_value(yours, name)) for name in names)[:SHOWN_CHARS],
    )


def _names(of: Document | Person | None) -> Iterator[str]:
    return (field.name for field in fields(of) if field.name not in NOBODYS_WORD) if of else iter(())


def _value(of: Document | Person | None, name: str) -> object:
    return getattr(of, name, None)


def _kind(*candidates: Document | Person | None) -> str:
    """Return what the first one that there is, is called."""
    found = next(one for one in candidates if one is not None)
    return "person" if isinstance(found, Person) else kind_of_document(found)


def _words(value: object) -> str:
    if isinstance(value, Mapping):
        return " / ".join(_words(one) for one in value.values())
    if isinstance(value, Collection) and not isinstance(value, str):
        return ", ".join(sorted(_words(one) for one in value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
