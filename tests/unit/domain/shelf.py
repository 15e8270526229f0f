"""Tickets beside each other: people tie them as they like, the judge lets through what is legal."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from itdesk.domain.apply import apply
from itdesk.domain.changes import Change, CommentAdded, Payload, TicketOpened
from itdesk.domain.conversation import SPOKEN, Told, conversation
from itdesk.domain.events import Event
from itdesk.domain.ids import ChangeId, PersonId, TicketId
from itdesk.domain.judgement import judge
from itdesk.domain.people import Actor, Role
from itdesk.domain.policy import Scope, as_seen_by, scope_of
from itdesk.domain.refusals import Code, Refused
from itdesk.domain.ticket import Ticket
from itdesk.domain.together import MOVABLE, Around, Message, check_together, follow, following
from tests.unit.domain.histories import PEOPLE, START

OTHER = Actor(id=PersonId("0" * 31 + "e"), role=Role.TECHNICIAN)
EVERYBODY = [*PEOPLE, OTHER]
READERS = [scope_of(actor, frozenset()) for actor in EVERYBODY]


@dataclass
class Shelf:
    """Tickets with their histories, as a server would keep them."""

    tickets: dict[TicketId, Ticket] = field(default_factory=dict)
    events: dict[TicketId, list[Event]] = field(default_factory=dict)
    now: datetime = START
    asked: int = 0

    def open(self, actor: Actor, **details: object) -> TicketId:
        """Open a ticket and return its id."""
        id = TicketId(f"{len(self.tickets) + 1:032x}")
        self.do(actor, id, TicketOpened(title=f"{len(self.tickets)}", **details))  # type: ignore[arg-type]
        return id

    def do(self, actor: Actor, id: TicketId, payload: Payload, *, seen: int = 10_000) -> Event:
        """Change a ticket and whatever else it concerns. Raises Refused."""
        self.now += timedelta(minutes=1)
        self.asked += 1
        change = Change(
            id=ChangeId(f"{self.asked:032x}"), ticket_id=id, payload=payload, seen=seen, made_at=self.now
        )
        before = self.tickets.get(id)
        event = judge(actor, before, change, self.now)
        after = apply(before, event)
        follows = []
        if before is not None:
            around = self._around(scope_of(actor, frozenset()))
            check_together(event, before, after, around)
            follows = follow(event, before, after, around)
        self._note(event, after)
        for one in follows:
            ticket = self.tickets[one.ticket_id]
            brought_about = following(event, one, ticket)
            self._note(brought_about, apply(ticket, brought_about))
        return event

    def refusal(self, actor: Actor, id: TicketId, payload: Payload, *, seen: int = 10_000) -> Code | None:
        """Return why a change is refused, `None` when it is not: then it was done."""
        try:
            self.do(actor, id, payload, seen=seen)
        except Refused as error:
            return error.refusal.code
        return None

    def told(self, reader: Scope) -> dict[TicketId, Told]:
        """Return everything that somebody may read."""
        return {
            id: Told(
                as_seen_by(reader, ticket), [one for one in self.events[id] if reader.reads(ticket, one)]
            )
            for id, ticket in self.tickets.items()
            if reader.sees(ticket)
        }

    def pages(self, reader: Scope) -> dict[TicketId, list[ChangeId]]:
        """Return the messages that somebody reads on each ticket's page."""
        told = self.told(reader)
        return {
            id: [event.id for event in conversation(id, told) if isinstance(event.payload, SPOKEN)]
            for id in told
        }

    def messages(self) -> list[Event]:
        """Return everything that could be moved, in order."""
        every = (event for events in self.events.values() for event in events)
        return sorted((one for one in every if isinstance(one.payload, MOVABLE)), key=lambda one: one.at)

    def _readable(self, reader: Scope, ticket: Ticket) -> list[Event]:
        return [event for event in self.events[ticket.id] if reader.reads(ticket, event)]

    def _note(self, event: Event, after: Ticket) -> None:
        self.tickets[after.id] = after
        self.events.setdefault(after.id, []).append(event)

    def _around(self, scope: Scope) -> Around:
        messages = {one.id: Message(one.ticket_id, one.audience) for one in self.messages()}
        staff = {actor.id for actor in EVERYBODY if actor.role.is_staff}
        return Around(
            ticket=self.tickets.get, sees=scope.sees, message=messages.get, is_staff=staff.__contains__
        )


def with_tickets(requesters: list[Actor]) -> Shelf:
    """Return a shelf with a ticket of each of these people, in which each has said something."""
    shelf = Shelf()
    for requester in requesters:
        id = shelf.open(requester)
        shelf.do(requester, id, CommentAdded(body=f"Hello {shelf.asked}"))
    return shelf
