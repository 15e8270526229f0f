"""Documents: what admins write and everybody's copy follows, with optimistic versions."""

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, and_, bindparam, insert, or_, select, text, update

from itdesk.domain.audience import Audience
from itdesk.domain.document_rules.check import check_document
from itdesk.domain.documents import (
    DOCUMENT_KINDS,
    Document,
    is_for_everyone,
    kind_name,
    kind_of_document,
    private_to,
)
from itdesk.domain.ids import PersonId, new_id
from itdesk.domain.writing import Held, Standing
from itdesk.server.store.audit import SERVER, Deed, note_all
from itdesk.server.store.counter import advance
from itdesk.server.store.store import Store
from itdesk.server.store.tables import documents, feed

logger = logging.getLogger(__name__)

SomeDocument = TypeVar("SomeDocument", bound=Document)
Key = tuple[str, str]
"""A kind and an id."""

WRITINGS_LOCK = 0x17DE5D
BODIES = (
    select(documents.c.id, documents.c.body)
    .where(documents.c.kind == bindparam("kind"), documents.c.deleted.is_(False))
    .order_by(documents.c.id)
)
"""Built once: every transaction that brings reports asks it."""


class DocumentConflict(Exception):
    """Somebody wrote the document meanwhile; nothing was written."""

    def __init__(self, kind: str, id: str, found: int, seen: int) -> None:
        super().__init__(f"The {kind} {id} has version {found} now; you changed version {seen}.")
        self.found = found


@dataclass(frozen=True, kw_only=True)
class DocumentVersion:
    """A document's version to be written. Without a document it is a tombstone."""

    kind: str
    id: str
    document: Document | None
    before: Document | None
    standing: Standing
    is_new: bool
    """Whether nothing was ever stored under this kind and id."""

    @property
    def is_for_everyone(self) -> bool:
        """Whether employees may notice: they keep it, or have kept it."""
        return any(one is not None and is_for_everyone(one) for one in (self.document, self.before))

    @property
    def only_reader(self) -> PersonId | None:
        """Who alone may notice: whose own it is and was."""
        owners = {private_to(one) for one in (self.document, self.before) if one is not None}
        return next(iter(owners)) if len(owners) == 1 else None


class Documents:
    """The documents of one store, for whoever runs the server: no version of its is anybody's."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, document: Document, *, seen: int | None = None, is_command: bool = False) -> int:
        """Write a document and return its version. What a command of the server writes is noted in the audit.

        `seen` is the version that was changed, 0 for a new one, `None` to write over whatever there is.
        Raises DocumentConflict, Refused for a document that breaks a rule, or StoreUnavailable.
        """
        return self._write([document], seen, is_command=is_command)[0]

    def put_all(self, listed: Sequence[Document]) -> list[int]:
        """Write several documents in one transaction, over whatever there is; return their versions."""
        return self._write(listed, None)

    def put_first(self, listed: Sequence[Document]) -> int:
        """Write those documents of whose kind this store never had one; return how many were written.

        A deleted document counts: its tombstone stays. Of several servers that come at once, one writes.
        Raises StoreUnavailable.
        """
        with self._store.reading() as connection:
            if not _of_new_kinds(connection, listed):
                return 0
        with self._store.writing() as connection:
            lock_writings(connection)
            fresh = _of_new_kinds(connection, listed)
            return len(_write(connection, {_key_of(one): one for one in fresh}, None))

    def refresh(self, document: Document, *, seen: int) -> None:
        """Tell what the server itself found out, in the version that stands: it overtakes nobody's edit.

        Raises DocumentConflict when it is not version `seen` any more, or StoreUnavailable.
        """
        with self._store.writing() as connection:
            lock_writings(connection)
            key = _key_of(document)
            held = held_documents(connection, {key}).get(key, Held())
            if held.standing.version != seen or held.document is None:
                raise DocumentConflict(*key, held.standing.version, seen)
            position = advance(connection, 1).position
            version = next_version(key, document, held, held.standing)
            write_version(connection, version, position, new_id())

    def delete(self, kind: str, id: str, *, seen: int | None = None) -> int:
        """Leave a tombstone and return its version. Raises DocumentConflict, or StoreUnavailable."""
        with self._store.writing() as connection:
            lock_writings(connection)
            return _write(connection, {(kind, id): None}, seen)[0]

    def _write(self, listed: Sequence[Document], seen: int | None, *, is_command: bool = False) -> list[int]:
        for document in listed:
            check_document(document)
        with self._store.writing() as connection:
            lock_writings(connection)
            written = _write(connection, {_key_of(one): one for one in listed}, seen)
            if is_command:
                note_all(connection, [_deed(one) for one in listed], datetime.now(UTC))
            return written


def _deed(document: Document) -> Deed:
    kind, id = _key_of(document)
    return Deed(actor_id=SERVER, action="document-written", object_kind=kind, object_id=id)


def lock_writings(connection: Connection) -> None:
    """Let nobody else write documents or people until the end: what one of them names stays as it is read.

    To be called before anything else is locked.
    """
    if connection.dialect.name == "postgresql":  # SQLite has but one writer
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITINGS_LOCK})


def share_writings(connection: Connection) -> None:
    """Let nobody write documents or people until the end; others may share. To be called before all locks."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock_shared(:key)"), {"key": WRITINGS_LOCK})


def held_documents(connection: Connection, keys: Collection[Key]) -> dict[Key, Held]:
    """Return those of the documents that were ever written, deleted ones too."""
    if not keys:
        return {}
    by_kind = {kind: sorted(id for of, id in keys if of == kind) for kind in {kind for kind, _ in keys}}
    wanted = (
        and_(documents.c.kind == kind, documents.c.id.in_(ids)) for kind, ids in sorted(by_kind.items())
    )
    rows = connection.execute(select(documents).where(or_(*wanted)))
    return {(row.kind, row.id): _held(row) for row in rows}


def every_document(connection: Connection, kinds: Collection[str]) -> list[Document]:
    """Return all documents of these kinds."""
    question = select(documents).where(documents.c.kind.in_(sorted(kinds)), ~documents.c.deleted)
    return [one for row in connection.execute(question) if (one := _held(row).document) is not None]


def next_version(key: Key, document: Document | None, held: Held, standing: Standing) -> DocumentVersion:
    """Return the document as a version to be written over what is held."""
    return DocumentVersion(
        kind=key[0],
        id=key[1],
        document=document,
        before=held.document,
        standing=standing,
        is_new=held.standing.version == 0,
    )


def write_version(connection: Connection, new: DocumentVersion, position: int, change_id: str) -> None:
    """Write a document's version and tell the feed at this position."""
    document = new.document
    values = {
        "version": new.standing.version,
        "author_id": new.standing.author,
        "foreign_version": new.standing.foreign_version,
        "everyone": document is not None and is_for_everyone(document),
        "owner_id": None if document is None else private_to(document),
        "body": "" if document is None else msgspec.json.encode(document).decode(),
        "deleted": document is None,
        "position": position,
    }
    if new.is_new:
        connection.execute(insert(documents).values(kind=new.kind, id=new.id, **values))
    else:
        same = documents.c.kind == new.kind, documents.c.id == new.id
        connection.execute(update(documents).where(*same).values(**values))
    connection.execute(insert(feed).values(_feed_row(new, position, change_id)))


def read_document(store: Store, kind: type[SomeDocument], id: str) -> tuple[SomeDocument, int] | None:
    """Return a document with its version; `None` when there is none. Raises StoreUnavailable."""
    question = select(documents.c.body, documents.c.version).where(
        documents.c.kind == kind_name(kind), documents.c.id == id, ~documents.c.deleted
    )
    with store.reading() as connection:
        row = connection.execute(question).first()
    return None if row is None else (msgspec.json.decode(row.body, type=kind), row.version)


def read_documents(store: Store, kind: type[SomeDocument]) -> list[SomeDocument]:
    """Return all documents of a kind, by id. Raises StoreUnavailable."""
    question = select(documents.c.body).where(documents.c.kind == kind_name(kind), ~documents.c.deleted)
    with store.reading() as connection:
        bodies = connection.scalars(question.order_by(documents.c.id)).all()
    return [msgspec.json.decode(body, type=kind) for body in bodies]


def read_all(connection: Connection, kind: type[SomeDocument]) -> list[SomeDocument]:
    """Return all documents of a kind, by id; one that cannot be read is left out, and logged."""
    rows = connection.execute(BODIES, {"kind": kind_name(kind)})
    return [held for row in rows if (held := _read(row.id, row.body, kind)) is not None]


def _read(id: str, body: str, kind: type[SomeDocument]) -> SomeDocument | None:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.MsgspecError as error:
        logger.warning("The %s %s cannot be read and counts for nothing: %s", kind.__name__, id, error)
        return None


def _key_of(document: Document) -> Key:
    return kind_of_document(document), document.id


def _of_new_kinds(connection: Connection, listed: Sequence[Document]) -> list[Document]:
    had = set(connection.scalars(select(documents.c.kind).distinct()))
    return [document for document in listed if kind_of_document(document) not in had]


def _held(row: Any) -> Held:
    """What this program cannot read stands as deleted: it may be written over."""
    known = DOCUMENT_KINDS.get(row.kind)
    return Held(
        document=None if known is None or row.deleted else _read(row.id, row.body, known),
        standing=Standing(version=row.version, author=row.author_id, foreign_version=row.foreign_version),
    )


def _write(connection: Connection, listed: dict[Key, Document | None], seen: int | None) -> list[int]:
    """Read all that is there first, and only then advance the counter."""
    held = held_documents(connection, listed.keys())
    versions = [_version(key, document, held.get(key, Held()), seen) for key, document in listed.items()]
    first = advance(connection, len(versions)).position if versions else 0
    for position, new in enumerate(sorted(versions, key=attrgetter("kind", "id")), first):
        write_version(connection, new, position, new_id())
    return [one.standing.version for one in versions]


def _version(key: Key, document: Document | None, held: Held, seen: int | None) -> DocumentVersion:
    if seen not in (None, held.standing.version):
        raise DocumentConflict(*key, held.standing.version, seen or 0)
    return next_version(key, document, held, held.standing.written_by(None))


def _feed_row(new: DocumentVersion, position: int, change_id: str) -> dict[str, Any]:
    return {
        "position": position,
        "ordinal": 0,
        "kind": "document",
        "document_kind": new.kind,
        "subject_id": new.id,
        "audience": Audience.PARTICIPANTS if new.is_for_everyone else Audience.STAFF,
        "reader_id": new.only_reader,
        "change_id": change_id,
    }
