"""The messages of `/v1`. The same structs on both sides; every size and count is bounded."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from itdesk.domain.people import Person, Role
from itdesk.domain.presence import Doing
from itdesk.domain.ticket import Ticket
from itdesk.protocol.version import CURRENT

MAX_BODY_BYTES = 4 * 1024 * 1024
MAX_ANSWER_BYTES = 64 * 1024 * 1024
"""An answer's pages are cut near 2 MB; one ticket with a long history may be longer by itself."""
MAX_DEPTH = 32

Id = Annotated[str, Meta(pattern="^[0-9a-f]{32}$", max_length=32)]  # `$` alone would let a newline through
DocumentId = Annotated[str, Meta(pattern=r"^[0-9a-z_-]{1,32}(?![\s\S])", max_length=32)]
"""Of a document that came with the program it is a word, such as "printing"."""
Kind = Annotated[str, Meta(min_length=1, max_length=60)]
Token = Annotated[str, Meta(max_length=2_000)]
Code = Annotated[str, Meta(max_length=100)]
Count = Annotated[int, Meta(ge=0, le=2**53)]


class Receipt(Struct, frozen=True, kw_only=True):
    """The server's word that it accepted a change; it recognises its own by `proof` (HMAC)."""

    number: Count
    position: Count
    proof: Token


class ChangeMessage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A change on its way to the server. `payload` is judged by its `kind`."""

    id: Id
    ticket_id: Id
    kind: Kind
    payload: msgspec.Raw
    seen: Count = 0
    after: Annotated[list[Id], Meta(max_length=50)] = []
    made_at: Annotated[datetime, Meta(tz=True)]
    receipt: Receipt | None = None
    """Sent with a change that this server once accepted and has since forgotten."""


class WritingMessage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The payload of DocumentWritten: the whole document as it is to be."""

    kind: Kind
    seen_version: Count = 0
    """The version that was changed; 0 for a new document."""
    is_exact: bool = False
    """Whether an own version that came since is a conflict as well."""
    body: msgspec.Raw


class ClientInfo(Struct, frozen=True, kw_only=True):
    """Which program asks."""

    id: Id
    version: Annotated[str, Meta(max_length=40)]
    platform: Annotated[str, Meta(max_length=40)] = ""


class OpenedTicket(Struct, frozen=True, kw_only=True):
    """A ticket of somebody else that was opened on this computer, by its own clock."""

    ticket_id: Id
    at: Annotated[datetime, Meta(tz=True)]


class SyncRequest(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One exchange: what I did, how far I have read, what I lack, what I keep receipts of."""

    protocol: int = CURRENT
    client: ClientInfo
    cursor: Token | None = None
    changes: Annotated[list[ChangeMessage], Meta(max_length=100)] = []
    want: Annotated[list[Id], Meta(max_length=200)] = []
    """Tickets to be sent whole."""
    retained: Annotated[list[Id], Meta(max_length=500)] = []
    """Accepted changes that the client still holds: which of them does the store lack?"""
    opened: Annotated[list[OpenedTicket], Meta(max_length=200)] = []
    """What IT opened since it was told last; from others it counts for nothing."""


class RefusalMessage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why a change was refused; see `itdesk.domain.refusals.Refusal`."""

    code: Annotated[str, Meta(max_length=60)]
    field: str = ""
    limit: str = ""
    theirs: str = ""
    yours: str = ""


class Result(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of one change. `again`: not judged, send it once more later."""

    id: Id
    state: Literal["accepted", "refused", "again"]
    receipt: Receipt | None = None
    refusal: RefusalMessage | None = None


class EventMessage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One event of a ticket's history that this reader may see."""

    id: Id
    ticket_id: Id
    kind: Kind
    payload: msgspec.Raw
    actor_id: str
    actor_role: Role
    at: datetime
    version: Count
    audience: str


class TicketEntry(Struct, frozen=True, kw_only=True, tag="ticket"):
    """A ticket as the server sees it for this reader, and the events that are new to her."""

    ticket: Ticket
    position: Count
    """The feed position of the ticket's last change that this reader may notice."""
    events: list[EventMessage]
    visible_events: Count
    """How many events she may see in all; who holds fewer asks for the ticket whole."""


class LeftEntry(Struct, frozen=True, kw_only=True, tag="left"):
    """A ticket that this reader sees no more."""

    ticket_id: Id


class DocumentEntry(Struct, frozen=True, kw_only=True, tag="document"):
    """A document as it is now; a deleted one is a tombstone without a body."""

    kind: Kind
    id: DocumentId
    version: Count
    body: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET


Entry = TicketEntry | LeftEntry | DocumentEntry


class SyncResponse(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The answer to one exchange: one page of the feed and what became of the changes."""

    protocol: int = CURRENT
    results: list[Result] = []
    lacking: list[Id] = []
    """Which of `retained` this store does not have."""
    reset: bool = False
    """The cursor does not belong to this history or this scope: a snapshot begins with this page."""
    snapshot: bool = False
    """This page begins or continues a snapshot. The first page with `snapshot` false completes it; what
    happened since the snapshot was begun follows, on the same page or the next."""
    entries: list[Entry] = []
    people: list[Person] = []
    """Everybody whom the entries name, and the reader."""
    cursor: Token
    more: bool = False
    erased: bool = False
    """The reader was erased: whoever asks for her keeps nothing of hers, sent or not."""
    me: str
    """The reader's person id."""
    server_time: datetime


class SignInRequest(Struct, frozen=True, kw_only=True):
    """A local account's login and password."""

    login: Annotated[str, Meta(max_length=200)]
    password: Annotated[str, Meta(max_length=1_000)]
    device: Annotated[str, Meta(max_length=200)] = ""


class SignInResponse(Struct, frozen=True, kw_only=True):
    """An opaque token, and whom it stands for."""

    token: str
    person: Person


class SetUpRequest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The set-up code that the server printed, and who becomes the first admin."""

    code: Code
    login: Annotated[str, Meta(max_length=200)]
    name: Annotated[str, Meta(max_length=200)]
    password: Annotated[str, Meta(max_length=1_000)]
    device: Annotated[str, Meta(max_length=200)] = ""


class NewPasswordRequest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The code of an invitation or a reset, and the password that its person chose."""

    code: Code
    password: Annotated[str, Meta(max_length=1_000)]
    device: Annotated[str, Meta(max_length=200)] = ""


class CodeMade(Struct, frozen=True, kw_only=True):
    """A one-time code for somebody: told once, to whoever asked for it."""

    code: str
    ends_at: datetime


class SessionShown(Struct, frozen=True, kw_only=True):
    """One sign-in on one device. `last_used_at`: up to an hour old; `is_current`: with this one she asks."""

    id: Id
    device: Annotated[str, Meta(max_length=200)]
    created_at: datetime
    last_used_at: datetime
    is_current: bool


class SessionList(Struct, frozen=True, kw_only=True):
    """Where somebody is signed in, the last used first."""

    sessions: list[SessionShown]


class Hint(Struct, frozen=True, kw_only=True):
    """The live stream's plain message: there is something new up to here."""

    head: Count


class PresenceReport(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody of IT has before her just now; without a ticket nothing. It counts for 30 seconds."""

    ticket_id: Id | None = None
    doing: Doing = Doing.READING


class PresenceNews(Struct, frozen=True, kw_only=True):
    """The live stream's event `presence`: where somebody of IT is now, without a ticket nowhere."""

    person_id: Id
    ticket_id: Id | None
    doing: Doing


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`application/problem+json` (RFC 9457) with a stable `code`."""

    code: str
    title: str
    status: int
    detail: str = ""
    version: Count | msgspec.UnsetType = msgspec.UNSET
    """Of a 412: the version that stands now; 0 when there is none."""
    theirs: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    """Of a 412: what stands now."""
    yours: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    """Of a 412: what was asked for."""
