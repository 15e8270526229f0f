"""Stand-ins with a name, for tests of the client: a server in memory, a connection to it that can fail."""

import copy
import json
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from itdesk.connection.address import parse_server_url
from itdesk.connection.answer import Answer
from itdesk.connection.connection import BODY_BYTES, DEADLINE_S, JSON, Connection
from itdesk.connection.errors import Cause, Problem, SignInNeeded, Unreachable
from itdesk.domain.apply import replay
from itdesk.domain.changes import (
    Change,
    DocumentDeleted,
    DocumentWritten,
    FileAttached,
    ParticipantAdded,
    Payload,
    PersonWritten,
    TicketOpened,
    Writing,
)
from itdesk.domain.document_rules.pieces import Reference
from itdesk.domain.documents import Document, Queue, is_for_everyone, kind_of_document
from itdesk.domain.events import Event
from itdesk.domain.ids import ChangeId, FileId, PersonId, QueueId, TicketId, new_id
from itdesk.domain.judgement import judge
from itdesk.domain.logins import fold_login
from itdesk.domain.people import Actor, Person, Role
from itdesk.domain.policy import Scope, as_seen_by, scope_of
from itdesk.domain.refusals import Code, Refusal, Refused, refuse
from itdesk.domain.ticket import Ticket
from itdesk.domain.writing import (
    Held,
    HeldPerson,
    Standing,
    judge_deletion,
    judge_document,
    judge_person,
)
from itdesk.protocol.messages import (
    ChangeMessage,
    DocumentEntry,
    Entry,
    LeftEntry,
    Receipt,
    Result,
    SignInRequest,
    SignInResponse,
    SyncRequest,
    SyncResponse,
    TicketEntry,
)
from itdesk.protocol.parsing import encode, parse
from itdesk.protocol.translation import (
    change_from,
    change_message,
    document_entry,
    event_message,
    refusal_message,
)
from itdesk.services.desk import Account, Desk, desk_of
from itdesk.workstation.paths import DataFolder

SERVER_URL = "http://127.0.0.1:8417"
FIRST_NUMBER = 1000


class FakeClock:
    """A clock that only moves when told."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the time; each look is a millisecond later, so that nothing happens at once."""
        self.at += timedelta(milliseconds=1)
        return self.at

    def move(self, seconds: float) -> None:
        """Let time pass."""
        self.at += timedelta(seconds=seconds)


@dataclass(frozen=True)
class LogRow:
    """One position of the feed."""

    change_id: str
    ticket_id: TicketId
    entered: frozenset[PersonId] = frozenset()
    left: frozenset[PersonId] = frozenset()
    document: tuple[str, str] | None = None
    """Its kind and id, where it is about a document."""


@dataclass
class FakeFile:
    """A file's bytes as far as they have arrived."""

    owner: PersonId
    bytes: int
    sha256: str
    content: bytearray = field(default_factory=bytearray)


@dataclass
class Memory:
    """Everything that a backup of the fake server holds."""

    people: dict[PersonId, Person] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    standings: dict[str, Standing] = field(default_factory=dict)
    """Of documents and of people, by id."""
    histories: dict[TicketId, list[Event]] = field(default_factory=dict)
    numbers: dict[TicketId, int] = field(default_factory=dict)
    results: dict[str, Result] = field(default_factory=dict)
    authors: dict[str, PersonId] = field(default_factory=dict)
    log: list[LogRow] = field(default_factory=list)
    positions: dict[str, int] = field(default_factory=dict)
    files: dict[str, FakeFile] = field(default_factory=dict)


class FakeServer:
    """The exchange over `domain.judge`, in memory: no network, no disk. `page_size` tickets on a page."""

    def __init__(self, now: Callable[[], datetime], *, page_size: int = 2) -> None:
        self.now = now
        self.page_size = page_size
        self.memory = Memory()
        self.highest_number = FIRST_NUMBER
        self.requests: list[SyncRequest] = []

    # The world around it

    def hire(self, login: str, role: Role = Role.EMPLOYEE) -> Person:
        """Return a new person."""
        person = Person(id=PersonId(new_id()), login=login, name=login.title(), role=role)
        self.memory.people[person.id] = person
        return person

    def set_role(self, person_id: PersonId, role: Role) -> None:
        """Give a person another role."""
        old = self.memory.people[person_id]
        self.memory.people[person_id] = Person(id=old.id, login=old.login, name=old.name, role=role)

    def publish(self, document: Document) -> None:
        """Add or change a document; readers get it with their next snapshot."""
        self.memory.documents[document.id] = document

    def backup(self) -> Memory:
        """Return a copy of everything."""
        return copy.deepcopy(self.memory)

    def restore(self, backup: Memory) -> None:
        """Become what the backup holds."""
        self.memory = copy.deepcopy(backup)

    # What it holds

    def ticket(self, ticket_id: TicketId) -> Ticket:
        """Return a ticket as it is."""
        ticket = replay(self.memory.histories[ticket_id])
        return _numbered(ticket, self.memory.numbers[ticket_id])

    def visible_to(self, person_id: PersonId) -> dict[TicketId, Ticket]:
        """Return every ticket that a person may see, as she may see it."""
        scope = self._scope(person_id)
        every = {id: self.ticket(id) for id in self.memory.histories}
        return {id: self._noticed(scope, one)[0] for id, one in every.items() if scope.sees(one)}

    def readable_to(self, person_id: PersonId, ticket_id: TicketId) -> list[Event]:
        """Return the events of a ticket that a person may read."""
        scope, ticket = self._scope(person_id), self.ticket(ticket_id)
        return [event for event in self.memory.histories[ticket_id] if scope.reads(ticket, event)]

    def count_titles(self, title: str) -> int:
        """Return how many tickets have this title."""
        return sum(self.ticket(id).title == title for id in self.memory.histories)

    # The exchange

    def exchange(self, person_id: PersonId, request: SyncRequest) -> SyncResponse:
        """Take the request's changes, then tell what is new."""
        self.requests.append(request)
        results = [self._settle(person_id, message) for message in request.changes]
        reader = Reader(self, person_id)
        page = reader.page(request.cursor, request.want)
        lacking = [id for id in request.retained if self.memory.authors.get(id) != person_id]
        return SyncResponse(
            results=results,
            lacking=lacking,
            reset=page.reset,
            snapshot=page.snapshot,
            entries=page.entries,
            people=list(self.memory.people.values()),
            cursor=page.cursor,
            more=page.more,
            me=person_id,
            server_time=self.now(),
        )

    def act(self, person_id: PersonId, message: ChangeMessage) -> Result:
        """Take one change, as if another computer had sent it."""
        return self._settle(person_id, message)

    def _settle(self, person_id: PersonId, message: ChangeMessage) -> Result:
        known = self.memory.results.get(message.id)
        if known is not None:
            return known
        needed = [self.memory.results.get(id) for id in message.after]
        if any(one is None for one in needed):
            return Result(id=message.id, state="again")
        try:
            if any(one is not None and one.state == "refused" for one in needed):
                raise Refused(Refusal(code=Code.DEPENDS_ON_REFUSED))
            result = self._accept(person_id, message)
        except Refused as error:
            result = Result(id=message.id, state="refused", refusal=refusal_message(error.refusal))
        self.memory.results[message.id] = result
        self.memory.authors[message.id] = person_id
        return result

    def _accept(self, person_id: PersonId, message: ChangeMessage) -> Result:
        change = change_from(message)
        if isinstance(change.payload, Writing):
            return self._write(self.actor(person_id), change, change.payload)
        history = self.memory.histories.get(change.ticket_id, [])
        before = self.ticket(change.ticket_id) if history else None
        if before is not None and not self._scope(person_id).sees(before):
            before = None
        judged = judge(self.actor(person_id), before, change, self.now())
        event = replace(judged, payload=self._with_person(judged.payload))
        if isinstance(change.payload, TicketOpened):
            self.memory.numbers[change.ticket_id] = self._number(message.receipt)
        if isinstance(change.payload, FileAttached):
            file = change.payload
            self.memory.files[file.file_id] = FakeFile(person_id, file.bytes, file.sha256)
        seen_before = self._readers(before) if before is not None else frozenset()
        self.memory.histories.setdefault(change.ticket_id, []).append(event)
        seen_after = self._readers(self.ticket(change.ticket_id))
        self.memory.log.append(
            LogRow(change.id, change.ticket_id, seen_after - seen_before, seen_before - seen_after)
        )
        self.memory.positions[change.id] = len(self.memory.log)
        number = self.memory.numbers[change.ticket_id]
        receipt = Receipt(number=number, position=len(self.memory.log), proof=f"proof of {change.id}")
        return Result(id=change.id, state="accepted", receipt=receipt)

    def _write(self, actor: Actor, change: Change, wish: Writing) -> Result:
        kind, id = _written_key(wish)
        standing = self.memory.standings.get(id, Standing(version=int(id in self.memory.documents)))
        if isinstance(wish, PersonWritten):
            held = HeldPerson(person=self.memory.people.get(wish.person.id), standing=standing)
            logins = {one.login: one.id for one in self.memory.people.values()}
            self.memory.people[wish.person.id] = judge_person(actor, held, wish, logins)
        elif isinstance(wish, DocumentWritten):
            before = Held(document=self.memory.documents.get(id), standing=standing)
            self.memory.documents[id] = judge_document(actor, before, wish, self._exists)
        else:
            before = Held(document=self.memory.documents.get(id), standing=standing)
            judge_deletion(actor, before, wish, lambda _: "")
            del self.memory.documents[id]
        self.memory.standings[id] = standing.written_by(actor.id)
        self.memory.log.append(LogRow(change.id, change.ticket_id, document=(kind, id)))
        receipt = Receipt(number=0, position=len(self.memory.log), proof=f"proof of {change.id}")
        return Result(id=change.id, state="accepted", receipt=receipt)

    def _exists(self, named: Reference) -> bool:
        return named.id in self.memory.documents or named.id in self.memory.people

    def _with_person(self, payload: Payload) -> Payload:
        """Return the payload with the person in place of her login. Raises Refused."""
        if not isinstance(payload, ParticipantAdded) or payload.person_id is not None:
            return payload
        found = [one.id for one in self.memory.people.values() if one.login == fold_login(payload.login)]
        if not found:
            raise refuse(Code.UNKNOWN_LOGIN, yours=payload.login)
        return ParticipantAdded(person_id=found[0])

    def _number(self, receipt: Receipt | None) -> int:
        taken = set(self.memory.numbers.values())
        if receipt is not None and receipt.number not in taken:
            return receipt.number
        self.highest_number += 1
        return self.highest_number

    def actor(self, person_id: PersonId) -> Actor:
        """Return a person as one who acts."""
        restricted = frozenset(queue.id for queue in self._queues() if person_id in queue.members)
        return Actor(id=person_id, role=self.memory.people[person_id].role, queues=restricted)

    def _queues(self) -> list[Queue]:
        return [one for one in self.memory.documents.values() if isinstance(one, Queue)]

    def _scope(self, person_id: PersonId) -> Scope:
        closed = frozenset[QueueId](queue.id for queue in self._queues() if queue.restricted)
        return scope_of(self.actor(person_id), closed)

    def _readers(self, ticket: Ticket) -> frozenset[PersonId]:
        return frozenset(id for id in self.memory.people if self._scope(id).sees(ticket))

    def _noticed(self, scope: Scope, ticket: Ticket) -> tuple[Ticket, int, list[Event]]:
        """Return the ticket as the reader may know it, its last position she may notice, and her events."""
        events = [event for event in self.memory.histories[ticket.id] if scope.reads(ticket, event)]
        position = max(self.memory.positions[event.id] for event in events)
        seen = as_seen_by(scope, ticket)
        return _versioned(seen, events[-1]), position, events


@dataclass(frozen=True, kw_only=True)
class FakePage:
    """One page of the feed."""

    entries: list[Entry]
    cursor: str
    reset: bool
    snapshot: bool
    more: bool


class Reader:
    """Reads pages for one person. A cursor names its place, the head then, the scope, the stage."""

    def __init__(self, server: FakeServer, person_id: PersonId) -> None:
        self._server = server
        self._memory = server.memory
        self._person_id = person_id
        self._scope = server._scope(person_id)
        self._head = len(server.memory.log)

    def page(self, token: str | None, want: Sequence[str]) -> FakePage:
        """Return the page after the cursor, and the wanted tickets whole."""
        cursor = json.loads(token) if token else None
        fits = cursor is not None and self._fits(cursor)
        if cursor is None or not fits:
            cursor = {"position": self._head, "stage": "tickets", "key": 2**53}
        snapshot = cursor["stage"] == "tickets"
        entries, following = self._snapshot(cursor) if snapshot else self._follow(cursor)
        for id in want:
            entries.append(self._whole(TicketId(id)))
        following |= {
            "mark": self._mark_at(following["position"]),
            "head": self._head,
            "head_mark": self._mark_at(self._head),
            "scope": self._digest(),
        }
        more = following["stage"] == "tickets" or following["position"] < self._head or snapshot
        return FakePage(
            entries=entries,
            cursor=json.dumps(following),
            reset=token is not None and not fits,
            snapshot=snapshot,
            more=more,
        )

    def _digest(self) -> str:
        return repr((self._scope.is_staff, sorted(self._scope.restricted - self._scope.queues)))

    def _fits(self, cursor: Mapping[str, object]) -> bool:
        def stands(position: object, mark: object) -> bool:
            return isinstance(position, int) and position <= self._head and self._mark_at(position) == mark

        return (
            cursor["scope"] == self._digest()
            and stands(cursor["position"], cursor["mark"])
            and stands(cursor["head"], cursor["head_mark"])
        )

    def _mark_at(self, position: int) -> str:
        if not position:
            return ""
        row = self._memory.log[position - 1]
        history = self._memory.histories.get(row.ticket_id, [])  # a document has none
        at = next((one.at.isoformat() for one in history if one.id == row.change_id), "")
        return f"{row.change_id} {at}"

    def _snapshot(self, cursor: dict[str, int]) -> tuple[list[Entry], dict[str, Any]]:
        visible = [
            id for id, number in self._memory.numbers.items() if number < cursor["key"] and self._sees(id)
        ]
        page = sorted(visible, key=self._memory.numbers.__getitem__, reverse=True)[: self._server.page_size]
        entries: list[Entry] = [
            document_entry(one, self._version_of(one.id))
            for one in self._memory.documents.values()
            if self._scope.is_staff or is_for_everyone(one)
        ]
        entries += [self._whole(id) for id in page]
        is_last = len(page) == len(visible)
        key = self._memory.numbers[page[-1]] if page else 0
        return entries, {
            "position": cursor["position"],
            "stage": "" if is_last else "tickets",
            "key": key,
        }

    def _follow(self, cursor: dict[str, int]) -> tuple[list[Entry], dict[str, Any]]:
        position = cursor["position"]
        rows = self._memory.log[position : position + self._server.page_size]
        entries: list[Entry] = []
        for kind, key in dict.fromkeys(row.document for row in rows if row.document):
            document = self._memory.documents.get(key)
            is_hers = document is not None and (self._scope.is_staff or is_for_everyone(document))
            gone = DocumentEntry(kind=kind, id=key, version=self._version_of(key))
            if kind != "person":
                entries.append(document_entry(document, gone.version) if document and is_hers else gone)
        for id in dict.fromkeys(row.ticket_id for row in rows if not row.document):
            mine = [row for row in rows if row.ticket_id == id]
            if self._sees(id):
                has_entered = any(self._person_id in row.entered for row in mine)
                entries.append(self._whole(id) if has_entered else self._entry(id, position))
            elif any(self._person_id in row.left for row in mine):
                entries.append(LeftEntry(ticket_id=id))
        return entries, {"position": position + len(rows), "stage": "", "key": 0}

    def _version_of(self, id: str) -> int:
        return self._memory.standings.get(id, Standing(version=1)).version

    def _sees(self, id: TicketId) -> bool:
        return id in self._memory.histories and self._scope.sees(self._server.ticket(id))

    def _whole(self, id: TicketId) -> Entry:
        return self._entry(id, 0) if self._sees(id) else LeftEntry(ticket_id=id)

    def _entry(self, id: TicketId, after: int) -> TicketEntry:
        ticket, position, events = self._server._noticed(self._scope, self._server.ticket(id))
        return TicketEntry(
            ticket=ticket,
            position=position,
            events=[event_message(event) for event in events if self._memory.positions[event.id] > after],
            visible_events=len(events),
        )


class Fault(StrEnum):
    """What may happen to one request."""

    NONE = "none"
    LOST_REQUEST = "lost request"
    LOST_ANSWER = "lost answer"
    TWICE = "twice"
    AWAY = "away"
    FAILED = "failed"
    SIGNED_OUT = "signed out"


class FakeConnection(Connection):
    """A connection to a fake server as one person. `faults` befall the next requests, one each.

    Requests that carry a change in `poison` make the server fail with status `poison_status`.
    """

    def __init__(self, fake: FakeServer, person_id: PersonId | None) -> None:
        super().__init__(parse_server_url(SERVER_URL))
        self.fake = fake
        self.person_id = person_id
        self.faults: deque[Fault] = deque()
        self.poison: set[str] = set()
        self.poison_status = 500
        self.sent: list[tuple[str, str]] = []
        self.keeps_bytes = 10**9

    def request(
        self,
        method: str,
        path: str,
        *,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        deadline_s: float = DEADLINE_S,
        expect: str | None = JSON,
        max_bytes: int = BODY_BYTES,
    ) -> Answer:
        """Answer as the server would, or fail as the next fault says."""
        fault = self.faults.popleft() if self.faults else Fault.NONE
        self._fail_before(fault)
        self.sent.append((method, path))
        answer = self._answer(method, path, body or b"", dict(headers or {}))
        if fault is Fault.TWICE:
            answer = self._answer(method, path, body or b"", dict(headers or {}))
        if fault is Fault.LOST_ANSWER:
            raise Unreachable(self.server, Cause.BROKEN, "the answer was lost")
        return answer

    def _fail_before(self, fault: Fault) -> None:
        if fault is Fault.LOST_REQUEST:
            raise Unreachable(self.server, Cause.BROKEN, "the request was lost")
        if fault is Fault.AWAY:
            raise Unreachable(self.server, Cause.REFUSED)
        if fault is Fault.FAILED:
            raise Problem(self.server, status=503, code="store_unavailable", title="Away.", retry_after=5)
        if fault is Fault.SIGNED_OUT or (self.person_id is None):
            raise SignInNeeded(self.server, status=401, code="sign_in_needed", title="Sign in first.")

    def _answer(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        assert self.person_id is not None
        if path == "/v1/sync":
            request = parse(body, SyncRequest)
            if any(change.id in self.poison for change in request.changes):
                raise Problem(self.server, status=self.poison_status, code="poison", title="It fell over.")
            return Answer(200, {}, encode(self.fake.exchange(self.person_id, request)))
        if path == "/v1/sign-in":
            return Answer(200, {}, encode(self._sign_in(parse(body, SignInRequest))))
        if path.startswith("/v1/files/"):
            return self._file(method, path.rpartition("/")[2], body, headers)
        return Answer(204, {}, b"")

    def _sign_in(self, asked: SignInRequest) -> SignInResponse:
        for person in self.fake.memory.people.values():
            if person.login == asked.login and asked.password == "right":
                return SignInResponse(token=f"canary-token-of-{person.login}", person=person)
        raise SignInNeeded(self.server, status=401, code="wrong_password", title="Wrong login or password.")

    def _file(self, method: str, id: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        file = self.fake.memory.files.get(FileId(id))
        if file is None:
            raise Problem(self.server, status=404, code="not_found", title="There is no such file.")
        if method == "GET":
            return Answer(200, {}, bytes(file.content))
        if method == "PUT":
            self._receive(file, body, int(headers["Upload-Offset"]))
        return Answer(204, {"upload-offset": str(len(file.content))}, b"")

    def _receive(self, file: FakeFile, body: bytes, offset: int) -> None:
        if offset != len(file.content):
            raise Problem(self.server, status=409, code="wrong_offset", title="It goes on elsewhere.")
        file.content += body[: self.keeps_bytes]
        if len(file.content) == file.bytes and sha256(file.content).hexdigest() != file.sha256:
            file.content.clear()
            raise Problem(self.server, status=422, code="checksum_mismatch", title="It arrived damaged.")


def change_by(
    payload: Payload, ticket_id: TicketId, *, seen: int = 10**6, at: datetime | None = None
) -> ChangeMessage:
    """Return a change as another computer would send it."""
    change = Change(
        id=ChangeId(new_id()),
        ticket_id=ticket_id,
        payload=payload,
        seen=seen,
        made_at=at or datetime(2026, 3, 2, tzinfo=UTC),
    )
    return change_message(change)


def _written_key(wish: Writing) -> tuple[str, str]:
    match wish:
        case DocumentWritten(document=document):
            return kind_of_document(document), document.id
        case DocumentDeleted(kind=kind, id=id):
            return kind, id
        case PersonWritten(person=person):
            return "person", person.id


def _numbered(ticket: Ticket, number: int) -> Ticket:
    return replace(ticket, number=number)


def _versioned(ticket: Ticket, last: Event) -> Ticket:
    return replace(ticket, version=last.version, updated_at=last.at)


def desk_at(root: Path, person: Person, now: Callable[[], datetime]) -> Desk:
    """Return the desk of a person whose data lie under `root`."""
    account = Account(
        server_url=SERVER_URL,
        person_id=person.id,
        login=person.login,
        name=person.name,
        role=person.role,
    )
    return desk_of(DataFolder(root).create(), account, now=now)
