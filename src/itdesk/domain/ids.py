"""Identities. Each kind of id is a type of its own, so that a swapped argument is a type error."""

import hashlib
import re
import secrets
import time
import uuid
from typing import NewType

TicketId = NewType("TicketId", str)
ChangeId = NewType("ChangeId", str)
PersonId = NewType("PersonId", str)
QueueId = NewType("QueueId", str)
FileId = NewType("FileId", str)
ArticleId = NewType("ArticleId", str)
DeviceId = NewType("DeviceId", str)
RuleId = NewType("RuleId", str)
TeamId = NewType("TeamId", str)
AnnouncementId = NewType("AnnouncementId", str)
CalendarId = NewType("CalendarId", str)
PolicyId = NewType("PolicyId", str)
MacroId = NewType("MacroId", str)
ViewId = NewType("ViewId", str)
SnoozeId = NewType("SnoozeId", str)
SymptomId = NewType("SymptomId", str)
"""A word such as "printing", for good: tickets and articles name it."""

DOCUMENT_ID = re.compile(r"[a-z0-9_-]{1,32}")

SYSTEM = PersonId("system")


def new_id(now_ms: int | None = None) -> str:
    """Return a fresh UUIDv7 as 32 hexadecimal digits (RFC 9562 § 5.7).

    Its time is never trusted nor sorted by; it only keeps neighbours together in an index.
    """
    milliseconds = time.time_ns() // 1_000_000 if now_ms is None else now_ms
    bits = (milliseconds & (2**48 - 1)) << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    return uuid.UUID(int=bits | 0b10 << 62 | secrets.randbits(62)).hex


def document_subject(kind: str, id: str) -> TicketId:
    """Return what stands for a ticket's id in a change to a document."""
    return TicketId(hashlib.sha256(f"{kind} {id}".encode()).hexdigest()[:32])


def derived_id(change_id: ChangeId, ticket_id: TicketId, kind: str) -> ChangeId:
    """Return the id of the event of this kind that a change brings about in another ticket.

    Whoever works it out gets the same one: a change that is judged again brings about the same events.
    """
    words = f"{change_id} {ticket_id} {kind}".encode()
    return ChangeId(hashlib.sha256(words).hexdigest()[:32])


def is_document_id(text: str) -> bool:
    """Tell whether `text` has the shape of a document's id: some are words, such as "printing"."""
    return DOCUMENT_ID.fullmatch(text) is not None


def is_id(text: str) -> bool:
    """Tell whether `text` has the shape of an id: 32 lower-case hexadecimal digits."""
    return len(text) == 32 and all(digit in "0123456789abcdef" for digit in text)
