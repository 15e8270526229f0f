"""A small office around a ticket desk: who works there, how they ask, and how they read."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import insert

from itdesk.domain.changes import Change, Payload, TicketOpened, Writing, subject_of
from itdesk.domain.documents import Queue
from itdesk.domain.ids import ChangeId, PersonId, QueueId, TicketId, new_id
from itdesk.domain.people import Actor, Person, Role
from itdesk.domain.ticket import Ticket
from itdesk.protocol.messages import (
    ChangeMessage,
    ClientInfo,
    DocumentEntry,
    EventMessage,
    LeftEntry,
    Receipt,
    Result,
    SyncRequest,
    SyncResponse,
    TicketEntry,
)
from itdesk.protocol.parsing import encode, parse
from itdesk.protocol.translation import change_message
from itdesk.server.store.documents import Documents
from itdesk.server.store.store import Store
from itdesk.server.store.tables import people
from itdesk.server.tickets.desk import TicketDesk

CLIENT = ClientInfo(id=new_id(), version="1.0")


class Office:
    """The people of a test, by role, and what they do."""

    def __init__(self, store: Store, desk: TicketDesk) -> None:
        self.store = store
        self.desk = desk
        self.documents = Documents(store)
        self.ewa = self.hire("ewa", Role.EMPLOYEE)
        self.jan = self.hire("jan", Role.EMPLOYEE)
        self.tom = self.hire("tom", Role.TECHNICIAN)
        self.ola = self.hire("ola", Role.TECHNICIAN)
        self.lea = self.hire("lea", Role.LEAD)
        self.adam = self.hire("adam", Role.ADMIN)

    def hire(self, login: str, role: Role) -> Actor:
        """Return somebody new."""
        person_id = PersonId(new_id())
        with self.store.writing() as connection:
            row = {"id": person_id, "login": login, "name": login.title(), "role": role, "position": 0}
            connection.execute(insert(people), row)
        return Actor(id=person_id, role=role)

    def queue(self, name: str, *members: Actor, restricted: bool = False) -> QueueId:
        """Return a new queue."""
        id = QueueId(new_id())
        staff = frozenset(member.id for member in members)
        self.documents.put(Queue(id=id, name={"en": name, "pl": name}, restricted=restricted, members=staff))
        return id

    def open(self, actor: Actor, title: str = "It does not print", **details: object) -> TicketId:
        """Report something and return the ticket."""
        ticket_id = TicketId(new_id())
        payload = TicketOpened(title=title, **details)  # type: ignore[arg-type]
        self.do(actor, ticket_id, payload)
        return ticket_id

    def do(self, actor: Actor, ticket_id: TicketId, payload: Payload, *, seen: int = 10_000) -> Receipt:
        """Change a ticket; fail when it is not accepted."""
        result = self.ask(actor, change(ticket_id, payload, seen=seen))
        assert result.receipt is not None, result
        return result.receipt

    def ask(self, actor: Actor, message: ChangeMessage) -> Result:
        """Submit one change and return what became of it."""
        return self.desk.submit(actor, [message])[0]

    def write(self, actor: Actor, payload: Writing) -> Result:
        """Ask for a document or a card to be written and return what became of it."""
        return self.ask(actor, change(subject_of(payload), payload, seen=0))

    def reader(self, actor: Actor) -> "Reader":
        """Return a client of the actor that has read nothing yet."""
        return Reader(self.desk, actor)


def change(
    ticket_id: TicketId,
    payload: Payload,
    *,
    seen: int = 10_000,
    after: Sequence[str] = (),
    receipt: Receipt | None = None,
) -> ChangeMessage:
    """Return a new change as it travels."""
    return change_message(
        Change(
            id=ChangeId(new_id()),
            ticket_id=ticket_id,
            payload=payload,
            seen=seen,
            after=tuple(ChangeId(id) for id in after),
            made_at=datetime.now(UTC),
        ),
        receipt,
    )


def refused_for(result: Result) -> str:
    """Return the code of a refusal; fail when the change was not refused."""
    assert result.refusal is not None, result
    return result.refusal.code


class Reader:
    """A client's replica, as little of it as the feed's promises need. Everything passes as bytes."""

    def __init__(self, desk: TicketDesk, actor: Actor) -> None:
        self.actor = actor
        self.cursor: str | None = None
        self.tickets: dict[str, Ticket] = {}
        self.events: dict[str, dict[str, EventMessage]] = {}
        self.visible: dict[str, int] = {}
        self.documents: dict[tuple[str, str], str] = {}
        self.versions: dict[tuple[str, str], int] = {}
        self.people: dict[str, Person] = {}
        self.resets = 0
        self.answers = bytearray()
        self._desk = desk

    def moves_to(self, desk: TicketDesk) -> "Reader":
        """Go on with another desk: the same server after a restore."""
        self._desk = desk
        return self

    def read(self, *, pages: int = 10_000, want: Sequence[str] = ()) -> "Reader":
        """Read until there is no more, or so many pages."""
        for _ in range(pages):
            answer = self.page(want)
            want = ()
            if not answer.more:
                assert not answer.snapshot, "a snapshot was never completed"
                break
        return self

    def page(self, want: Sequence[str] = ()) -> SyncResponse:
        """Read one page and take it in with its cursor."""
        request = SyncRequest(client=CLIENT, cursor=self.cursor, want=list(want))
        request = parse(encode(request), SyncRequest)
        body = encode(self._desk.exchange(self.actor, request))
        self.answers += body
        answer = parse(body, SyncResponse)
        if answer.reset:
            self.resets += 1
            self._forget()
        self._take(answer)
        self.cursor = answer.cursor
        return answer

    def holds(self) -> dict[str, object]:
        """Return all that is held, to be compared with what another reader holds."""
        return {
            "tickets": dict(self.tickets),
            "events": {id: sorted(events) for id, events in self.events.items()},
            "documents": dict(self.documents),
        }

    def lacks_nothing(self) -> bool:
        """Tell whether as many events are held of each ticket as the server counts."""
        return all(len(self.events[id]) == visible for id, visible in self.visible.items())

    def _forget(self) -> None:
        self.tickets, self.events, self.visible = {}, {}, {}
        self.documents, self.people = {}, {}

    def _take(self, answer: SyncResponse) -> None:
        self.people |= {person.id: person for person in answer.people}
        for entry in answer.entries:
            match entry:
                case TicketEntry():
                    self._take_ticket(entry)
                case LeftEntry(ticket_id=id):
                    for held in (self.tickets, self.events, self.visible):
                        held.pop(id, None)
                case DocumentEntry(kind=kind, id=id, version=version, body=body):
                    self.versions[kind, id] = version
                    self.documents.pop((kind, id), None)
                    if body:
                        self.documents[kind, id] = bytes(body).decode()

    def _take_ticket(self, entry: TicketEntry) -> None:
        id = entry.ticket.id
        self.tickets[id] = entry.ticket
        self.visible[id] = entry.visible_events
        self.events[id] = self.events.get(id, {}) | {event.id: event for event in entry.events}
