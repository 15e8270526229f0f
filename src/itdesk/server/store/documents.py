"""Documents: what admins write and everybody's copy follows, with optimistic versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, insert, select, text, update

from itdesk.domain.audience import Audience
from itdesk.domain.documents import Document, is_for_everyone, kind_of_document
from itdesk.domain.ids import new_id
from itdesk.server.store.counter import advance
from itdesk.server.store.store import Store
from itdesk.server.store.tables import documents, feed

SomeDocument = TypeVar("SomeDocument", bound=Document)

FIRST_DOCUMENTS_LOCK = 0x17DE5D


class DocumentConflict(Exception):
    """Somebody wrote the document meanwhile; nothing was written."""

    def __init__(self, kind: str, id: str, found: int, seen: int) -> None:
        super().__init__(f"The {kind} {id} has version {found} now; you changed version {seen}.")
        self.found = found


@dataclass(frozen=True)
class _Version:
    """A document's version to be written."""

    kind: str
    id: str
    body: str
    everyone: bool
    deleted: bool = False


class Documents:
    """The documents of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, document: Document, *, seen: int | None = None) -> int:
        """Write a document and return its version.

        `seen` is the version that was changed, 0 for a new one, `None` to write over whatever there is.
        Raises DocumentConflict, or StoreUnavailable.
        """
        with self._store.writing() as connection:
            return _write(connection, [_version_of(document)], seen)[0]

    def put_all(self, listed: Sequence[Document]) -> list[int]:
        """Write several documents in one transaction, over whatever there is; return their versions."""
        with self._store.writing() as connection:
            return _write(connection, [_version_of(document) for document in listed], None)

    def put_first(self, listed: Sequence[Document]) -> int:
        """Write those documents of whose kind this store never had one; return how many were written.

        A deleted document counts: its tombstone stays. Of several servers that come at once, one writes.
        Raises StoreUnavailable.
        """
        with self._store.reading() as connection:
            if not _of_new_kinds(connection, listed):
                return 0
        with self._store.writing() as connection:
            if connection.dialect.name == "postgresql":  # SQLite has but one writer
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": FIRST_DOCUMENTS_LOCK})
            fresh = _of_new_kinds(connection, listed)
            return len(_write(connection, [_version_of(document) for document in fresh], None))

    def delete(self, kind: str, id: str, *, seen: int | None = None) -> int:
        """Leave a tombstone and return its version. Raises DocumentConflict, or StoreUnavailable."""
        gone = _Version(kind=kind, id=id, body="", everyone=False, deleted=True)
        with self._store.writing() as connection:
            return _write(connection, [gone], seen)[0]


def read_document(store: Store, kind: type[SomeDocument], id: str) -> tuple[SomeDocument, int] | None:
    """Return a document with its version; `None` when there is none. Raises StoreUnavailable."""
    question = select(documents.c.body, documents.c.version).where(
        documents.c.kind == kind.__name__.lower(), documents.c.id == id, ~documents.c.deleted
    )
    with store.reading() as connection:
        row = connection.execute(question).first()
    return None if row is None else (msgspec.json.decode(row.body, type=kind), row.version)


def read_documents(store: Store, kind: type[SomeDocument]) -> list[SomeDocument]:
    """Return all documents of a kind, by id. Raises StoreUnavailable."""
    question = select(documents.c.body).where(documents.c.kind == kind.__name__.lower(), ~documents.c.deleted)
    with store.reading() as connection:
        bodies = connection.scalars(question.order_by(documents.c.id)).all()
    return [msgspec.json.decode(body, type=kind) for body in bodies]


def _version_of(document: Document) -> _Version:
    return _Version(
        kind=kind_of_document(document),
        id=document.id,
        body=msgspec.json.encode(document).decode(),
        everyone=is_for_everyone(document),
    )


def _of_new_kinds(connection: Connection, listed: Sequence[Document]) -> list[Document]:
    had = set(connection.scalars(select(documents.c.kind).distinct()))
    return [document for document in listed if kind_of_document(document) not in had]


def _write(connection: Connection, listed: Sequence[_Version], seen: int | None) -> list[int]:
    """Lock every document first, in the order of their keys, and only then advance the counter."""
    old = {new: _locked(connection, new) for new in sorted(listed, key=attrgetter("kind", "id"))}
    for new, (version, _) in old.items():
        if seen not in (None, version):
            raise DocumentConflict(new.kind, new.id, version, seen or 0)
    first = advance(connection, len(old)).position if old else 0
    for position, (new, (version, was_for_everyone)) in enumerate(old.items(), first):
        _write_one(connection, new, version, position)
        concerned = Audience.PARTICIPANTS if new.everyone or was_for_everyone else Audience.STAFF
        connection.execute(insert(feed).values(_feed_row(new, position, concerned)))
    return [old[new][0] + 1 for new in listed]


def _locked(connection: Connection, new: _Version) -> tuple[int, bool]:
    """Return the version that stands now, 0 for none, and whether everyone keeps it."""
    same = documents.c.kind == new.kind, documents.c.id == new.id
    question = select(documents.c.version, documents.c.everyone).where(*same)
    row = connection.execute(question.with_for_update()).first()
    return (row.version, row.everyone) if row else (0, False)


def _write_one(connection: Connection, new: _Version, old_version: int, position: int) -> None:
    values = {
        "version": old_version + 1,
        "everyone": new.everyone,
        "body": new.body,
        "deleted": new.deleted,
        "position": position,
    }
    if old_version:
        same = documents.c.kind == new.kind, documents.c.id == new.id
        connection.execute(update(documents).where(*same).values(**values))
    else:
        connection.execute(insert(documents).values(kind=new.kind, id=new.id, **values))


def _feed_row(new: _Version, position: int, audience: Audience) -> dict[str, Any]:
    return {
        "position": position,
        "ordinal": 0,
        "kind": "document",
        "document_kind": new.kind,
        "subject_id": new.id,
        "audience": audience,
        "change_id": new_id(),
    }
