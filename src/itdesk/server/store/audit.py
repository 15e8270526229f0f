"""The audit: who did and opened what. Rows are only added, and each is bound to the one before it.

`note` takes part in the caller's transaction: what was done and what is told of it commit together. It locks
the end of the chain, so it comes last in a transaction, after every other lock.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, RowMapping, delete, insert, select, text, update

from itdesk.server.store.tables import audit, audit_head

SERVER = "server"
"""Who acts where a command of the server does, not a person."""
NOBODY = "nobody"
"""Who acts where nobody has signed in."""
ROWS_AT_ONCE = 1_000
HEAD = select(audit_head).with_for_update()
BEGIN = text(
    "INSERT INTO audit_head (id, sequence, hash, cut, cut_hash) VALUES (1, 0, '', 0, '')"
    " ON CONFLICT (id) DO NOTHING"
)


@dataclass(frozen=True)
class _Head:
    sequence: int = 0
    hash: str = ""
    cut: int = 0
    cut_hash: str = ""


NEW_HEAD = _Head()


class BrokenAudit(Exception):
    """The audit was changed or shortened from outside. The text is a sentence for a person."""


@dataclass(frozen=True, kw_only=True)
class Deed:
    """One thing that somebody did. Ids and counts alone: never a name, never a content.

    `action` is two words such as `ticket-opened`, `person-exported`; the list is in docs/privacy.md.
    """

    actor_id: str
    action: str
    object_kind: str
    object_id: str = ""
    request_id: str = ""
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Noted:
    """A deed as it stands in the audit."""

    sequence: int
    at: datetime
    actor_id: str
    action: str
    object_kind: str
    object_id: str
    request_id: str
    detail: str
    hash: str


@dataclass(frozen=True, kw_only=True)
class Chain:
    """How far a whole chain reaches: `rows` from behind the cut to the head."""

    rows: int
    head: int
    hash: str


def note(
    connection: Connection,
    *,
    actor_id: str,
    action: str,
    object_kind: str,
    at: datetime,
    object_id: str = "",
    request_id: str = "",
    detail: str = "",
) -> None:
    """Write down one deed, in the caller's transaction and last in it."""
    deed = Deed(
        actor_id=actor_id,
        action=action,
        object_kind=object_kind,
        object_id=object_id,
        request_id=request_id,
        detail=detail,
    )
    note_all(connection, [deed], at)


def note_account(connection: Connection, by: str, action: str, person_id: str, at: datetime) -> None:
    """Write down what was done with somebody's account, as `note` does."""
    note(connection, actor_id=by, action=action, object_kind="person", object_id=person_id, at=at)


def note_all(connection: Connection, deeds: Sequence[Deed], at: datetime) -> None:
    """Write down several deeds of one moment, in the caller's transaction and last in it."""
    if not deeds:
        return
    head = _locked_head(connection)
    rows, sequence, end = list[dict[str, Any]](), head.sequence, head.hash
    for deed in deeds:
        row = _row(deed, sequence + 1, at)
        sequence, end = sequence + 1, _hash(end, row)
        rows.append(row | {"hash": end})
    connection.execute(insert(audit), rows)
    connection.execute(update(audit_head).values(sequence=sequence, hash=end))


def audit_page(
    connection: Connection, *, below: int | None, limit: int, actor_id: str = "", object_id: str = ""
) -> list[Noted]:
    """Return what was noted, the latest first: by somebody or about something where that is asked for."""
    question = select(audit).order_by(audit.c.sequence.desc()).limit(limit)
    if below is not None:
        question = question.where(audit.c.sequence < below)
    if actor_id:
        question = question.where(audit.c.actor_id == actor_id)
    if object_id:
        question = question.where(audit.c.object_id == object_id)
    return [Noted(**row) for row in connection.execute(question).mappings()]


def checked_chain(connection: Connection, *, expected: tuple[int, str] | None = None) -> Chain:
    """Follow the chain from the cut to the head and return how far it reaches. Raises BrokenAudit.

    `expected` is a place and its hash as an earlier check told them: a chain made anew does not have it.
    """
    head = connection.execute(select(audit_head)).first() or NEW_HEAD
    sequence, end, count = head.cut, head.cut_hash, 0
    met = expected is None or expected[0] < head.cut or expected == (head.cut, head.cut_hash)
    for row in _from(connection, head.cut):
        sequence, count, end = sequence + 1, count + 1, _hash(end, row)
        if row["sequence"] != sequence:
            raise BrokenAudit(f"Row {sequence} of the audit is missing. Restore the database from a backup.")
        if row["hash"] != end:
            raise BrokenAudit(f"Row {sequence} of the audit was changed. Restore the database from a backup.")
        met = met or expected == (sequence, end)
    if (sequence, end) != (head.sequence, head.hash):
        raise BrokenAudit(f"The audit ends at row {sequence}, its head is {head.sequence}: rows are missing.")
    if not met and expected is not None:
        raise BrokenAudit(f"Row {expected[0]} of the audit is not the one that was there: it was made anew.")
    return Chain(rows=count, head=sequence, hash=end)


def cut_before(connection: Connection, at: datetime, most: int) -> int:
    """Cut off at most so many rows older than this from the beginning; return how many."""
    head = _locked_head(connection)
    first = select(audit.c.sequence, audit.c.at, audit.c.hash).where(audit.c.sequence > head.cut)
    last = None
    for row in connection.execute(first.order_by(audit.c.sequence).limit(most)).all():
        if row.at >= at:
            break
        last = row
    if last is None:
        return 0
    connection.execute(update(audit_head).values(cut=last.sequence, cut_hash=last.hash))
    return connection.execute(delete(audit).where(audit.c.sequence <= last.sequence)).rowcount


def _locked_head(connection: Connection) -> Row[Any]:
    """Return the end of the chain, begun where there is none yet; nobody else adds to it until the end."""
    if (head := connection.execute(HEAD).first()) is None:
        connection.execute(BEGIN)
        head = connection.execute(HEAD).one()
    return head


def _from(connection: Connection, cut: int) -> Iterator[RowMapping]:
    while rows := _next(connection, cut):
        yield from rows
        cut = rows[-1]["sequence"]


def _next(connection: Connection, after: int) -> Sequence[RowMapping]:
    question = select(audit).where(audit.c.sequence > after).order_by(audit.c.sequence)
    return connection.execute(question.limit(ROWS_AT_ONCE)).mappings().all()


def _row(deed: Deed, sequence: int, at: datetime) -> dict[str, Any]:
    return {
        "sequence": sequence,
        "at": at,
        "actor_id": deed.actor_id,
        "action": deed.action,
        "object_kind": deed.object_kind,
        "object_id": deed.object_id,
        "request_id": deed.request_id,
        "detail": deed.detail,
    }


def _hash(before: str, row: Mapping[Any, Any]) -> str:
    words = [before, row["sequence"], row["at"].astimezone(UTC).isoformat(timespec="microseconds")]
    words += [row[key] for key in ("actor_id", "action", "object_kind", "object_id", "request_id", "detail")]
    return hashlib.sha256(msgspec.json.encode(words)).hexdigest()
