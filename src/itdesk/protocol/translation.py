"""Between the domain's values and messages. Kinds that this program does not know are kept as text."""

import msgspec

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    KINDS,
    Change,
    DocumentWritten,
    ParticipantAdded,
    Payload,
    PrioritySet,
    SomethingNewer,
    TicketOpened,
    kind_of,
)
from itdesk.domain.documents import DOCUMENT_KINDS, Document, kind_of_document
from itdesk.domain.events import Event
from itdesk.domain.ids import ChangeId, PersonId, TicketId
from itdesk.domain.refusals import Code, Refusal
from itdesk.protocol.messages import (
    ChangeMessage,
    DocumentEntry,
    EventMessage,
    Receipt,
    RefusalMessage,
    WritingMessage,
)
from itdesk.protocol.parsing import BadMessage
from itdesk.protocol.strictness import unknown_field

LATER_FIELDS: dict[type[Payload], frozenset[str]] = {
    TicketOpened: frozenset({"since", "spared_by", "has_it_too", "fields"}),
    PrioritySet: frozenset({"from_now"}),
    ParticipantAdded: frozenset({"login"}),
}
"""Those that the first version of a kind did not have."""


def encode_payload(payload: Payload) -> bytes:
    """Return the payload as JSON; of an unknown kind, the text that came."""
    if isinstance(payload, SomethingNewer):
        return payload.content.encode()
    if isinstance(payload, DocumentWritten):
        return msgspec.json.encode(_writing(payload))
    later = LATER_FIELDS.get(type(payload))
    return msgspec.json.encode(payload) if later is None else _encode_without(payload, later)


def _encode_without(payload: Payload, later: frozenset[str]) -> bytes:
    """Leave out fields that came later and say nothing: what an older program sent stays the same text.

    A change that is sent again by a newer program must not look like another one.
    """
    values = msgspec.to_builtins(payload)
    said = {name: value for name, value in values.items() if name not in later or value}
    return msgspec.json.encode(said)


def decode_payload(kind: str, body: bytes) -> Payload:
    """Return the payload of a known kind, or SomethingNewer. Raises BadMessage for a bad shape."""
    known = KINDS.get(kind)
    if known is None:
        return SomethingNewer(kind=kind, content=body.decode())
    try:
        if known is DocumentWritten:
            return _written(body)
        return msgspec.json.decode(body, type=known)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadMessage("bad_shape", f"{kind}: {error}") from None


def _writing(payload: DocumentWritten) -> WritingMessage:
    return WritingMessage(
        kind=kind_of_document(payload.document),
        seen_version=payload.seen_version,
        is_exact=payload.is_exact,
        body=msgspec.Raw(msgspec.json.encode(payload.document)),
    )


def _written(body: bytes) -> Payload:
    """Return the document that is to be written; of a kind from the future it is something newer."""
    message = msgspec.json.decode(body, type=WritingMessage)
    known = DOCUMENT_KINDS.get(message.kind)
    if known is None:
        return SomethingNewer(kind=DocumentWritten.__name__, content=body.decode())
    document = msgspec.json.decode(message.body, type=known)
    return DocumentWritten(document=document, seen_version=message.seen_version, is_exact=message.is_exact)


def change_message(change: Change, receipt: Receipt | None = None) -> ChangeMessage:
    """Return the change as it travels."""
    return ChangeMessage(
        id=change.id,
        ticket_id=change.ticket_id,
        kind=kind_of(change.payload),
        payload=msgspec.Raw(encode_payload(change.payload)),
        seen=change.seen,
        after=list(change.after),
        made_at=change.made_at,
        receipt=receipt,
    )


def change_from(message: ChangeMessage) -> Change:
    """Return the change that a message carries. Raises BadMessage."""
    return Change(
        id=ChangeId(message.id),
        ticket_id=TicketId(message.ticket_id),
        payload=decode_payload(message.kind, bytes(message.payload)),
        seen=message.seen,
        after=tuple(ChangeId(id) for id in message.after),
        made_at=message.made_at,
    )


def unknown_in_payload(message: ChangeMessage) -> str:
    """Return the first field of the payload that its kind has not; "" for none, or for what is not JSON."""
    known = KINDS.get(message.kind)
    try:
        raw = msgspec.json.decode(bytes(message.payload))
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return ""
    if known is not DocumentWritten or not isinstance(raw, dict):
        return unknown_field(raw, known)
    shape = DOCUMENT_KINDS.get(str(raw.get("kind")))
    return unknown_field(raw, WritingMessage) or unknown_field(raw.get("body"), shape)


def event_message(event: Event) -> EventMessage:
    """Return the event as it travels."""
    return EventMessage(
        id=event.id,
        ticket_id=event.ticket_id,
        kind=kind_of(event.payload),
        payload=msgspec.Raw(encode_payload(event.payload)),
        actor_id=event.actor_id,
        actor_role=event.actor_role,
        at=event.at,
        version=event.version,
        audience=event.audience,
    )


def event_from(message: EventMessage) -> Event:
    """Return the event that a message carries; a shape from the future becomes SomethingNewer."""
    try:
        payload = decode_payload(message.kind, bytes(message.payload))
    except BadMessage:
        payload = SomethingNewer(kind=message.kind, content=bytes(message.payload).decode())
    return Event(
        id=ChangeId(message.id),
        ticket_id=TicketId(message.ticket_id),
        payload=payload,
        actor_id=PersonId(message.actor_id),
        actor_role=message.actor_role,
        at=message.at,
        version=message.version,
        audience=Audience(message.audience),
    )


def refusal_message(refusal: Refusal) -> RefusalMessage:
    """Return the refusal as it travels."""
    return RefusalMessage(
        code=refusal.code,
        field=refusal.field,
        limit=refusal.limit,
        theirs=refusal.theirs,
        yours=refusal.yours,
    )


def refusal_from(message: RefusalMessage) -> Refusal:
    """Return the refusal that a message carries; a code from the future reads as "not allowed"."""
    known = message.code in Code.__members__.values()
    return Refusal(
        code=Code(message.code) if known else Code.NOT_ALLOWED,
        field=message.field,
        limit=message.limit,
        theirs=message.theirs,
        yours=message.yours,
    )


def document_entry(document: Document, version: int) -> DocumentEntry:
    """Return the document as it travels."""
    return DocumentEntry(
        kind=kind_of_document(document),
        id=document.id,
        version=version,
        body=msgspec.Raw(msgspec.json.encode(document)),
    )


def document_from(entry: DocumentEntry) -> Document | None:
    """Return the document, or `None` for a tombstone or a kind from the future. Raises BadMessage."""
    known = DOCUMENT_KINDS.get(entry.kind)
    if known is None or not entry.body:
        return None
    try:
        return msgspec.json.decode(entry.body, type=known)
    except msgspec.MsgspecError as error:
        raise BadMessage("bad_shape", f"{entry.kind}: {error}") from None
