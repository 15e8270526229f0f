"""What the outbox knows of one change, and of one file."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import Row

from itdesk.domain.changes import Change, kind_of
from itdesk.domain.ids import ChangeId, FileId, TicketId
from itdesk.domain.refusals import Refusal
from itdesk.protocol.messages import Receipt
from itdesk.protocol.translation import decode_payload, encode_payload
from itdesk.replica.instants import from_number, optional_instant, optional_number, to_number


class State(StrEnum):
    """How far a change has come."""

    QUEUED = "queued"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One change and what became of it."""

    change: Change
    sequence: int
    state: State
    number: int | None
    position: int | None
    receipt: Receipt | None
    refusal: Refusal | None
    settled_at: datetime | None
    attempts: int
    """How often it was sent without an answer; 0 means that the server cannot know it."""


@dataclass(frozen=True, kw_only=True)
class KeptFile:
    """A file on its way, without its bytes."""

    id: FileId
    change_id: ChangeId
    name: str
    bytes: int
    sha256: str
    sent_bytes: int = 0
    is_complete: bool = False


ENTRY_COLUMNS = (
    "sequence, id, ticket_id, kind, payload, seen, after, not_before, made_at, state, number, position,"
    " receipt, refusal, settled_at, attempts"
)


def entry_from(row: Row[Any]) -> Entry:
    """Return the entry in a row of ENTRY_COLUMNS."""
    change = Change(
        id=ChangeId(row.id),
        ticket_id=TicketId(row.ticket_id),
        payload=decode_payload(row.kind, row.payload),
        seen=row.seen,
        after=tuple(msgspec.json.decode(row.after, type=list[ChangeId])),
        not_before=optional_instant(row.not_before),
        made_at=from_number(row.made_at),
    )
    return Entry(
        change=change,
        sequence=row.sequence,
        state=State(row.state),
        number=row.number,
        position=row.position,
        receipt=msgspec.json.decode(row.receipt, type=Receipt) if row.receipt else None,
        refusal=msgspec.json.decode(row.refusal, type=Refusal) if row.refusal else None,
        settled_at=optional_instant(row.settled_at),
        attempts=row.attempts,
    )


def values_of(change: Change) -> tuple[object, ...]:
    """Return the change as values for the columns id … made_at."""
    return (
        change.id,
        change.ticket_id,
        kind_of(change.payload),
        encode_payload(change.payload),
        change.seen,
        msgspec.json.encode(change.after).decode(),
        optional_number(change.not_before),
        to_number(change.made_at),
    )
