"""The replica finds what a look at each ticket finds, and so what the store finds, in the same order."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as some

from itdesk.domain.changes import CommentAdded
from itdesk.domain.documents import Queue
from itdesk.domain.events import Event
from itdesk.domain.ids import ChangeId, new_id
from itdesk.domain.listing import Order, Question
from itdesk.domain.people import Person, Role
from itdesk.domain.policy import Scope, as_seen_by
from itdesk.domain.query.parsing import parse
from itdesk.domain.searched import Comment
from itdesk.domain.ticket import Ticket
from itdesk.protocol.messages import DocumentEntry, SyncResponse, TicketEntry
from itdesk.protocol.translation import event_message
from itdesk.replica.page import take_page
from itdesk.services import reading
from itdesk.services.desk import Desk, close_desk
from tests.contract.queries import NOW, PEOPLE, QUEUES, TODAY, Kept, some_kept, some_queries, some_scopes
from tests.contract.test_search import plainly
from tests.fakes import desk_at


def role_of(scope: Scope) -> Role:
    return Role.TECHNICIAN if scope.is_staff else Role.EMPLOYEE


def said(ticket: Ticket, comments: Sequence[Comment], scope: Scope) -> list[Event]:
    """Return the comments that the reader may see as events."""
    audiences = scope.audiences(ticket)
    return [
        Event(
            id=ChangeId(new_id()),
            ticket_id=ticket.id,
            payload=CommentAdded(body=body, audience=audience),
            actor_id=ticket.requester_id,
            actor_role=Role.EMPLOYEE,
            at=NOW,
            version=version,
            audience=audience,
        )
        for version, (audience, body) in enumerate(comments, 2)
        if audience in audiences
    ]


def page_of(listed: Sequence[Kept], scope: Scope, me: Person) -> SyncResponse:
    """Return the whole feed as this reader gets it."""
    entries: list[TicketEntry | DocumentEntry] = []
    for ticket, comments in listed:
        if scope.sees(ticket):
            events = [event_message(event) for event in said(ticket, comments, scope)]
            seen, position = as_seen_by(scope, ticket), ticket.number or 0
            entry = TicketEntry(ticket=seen, position=position, events=events, visible_events=len(events))
            entries.append(entry)
    if scope.is_staff:
        for id, name in QUEUES.items():
            body = msgspec.Raw(msgspec.json.encode(Queue(id=id, name=name)))
            entries.append(DocumentEntry(kind="queue", id=id, version=1, body=body))
    people = [me, *(person for person in PEOPLE if person.id != me.id)]
    return SyncResponse(entries=[*entries], people=people, cursor="1", me=me.id, server_time=NOW, more=False)


def found(desk: Desk, text: str) -> list[int | None]:
    question = Question(query=parse(text, today=TODAY), order=Order.NEWEST_FIRST)
    return [row.number for row in reading.tickets(desk, question)]


@settings(max_examples=40, deadline=None)
@given(listed=some_kept, queries=some.lists(some_queries, min_size=1, max_size=8), scope=some_scopes)
def test_the_replica_finds_what_a_look_at_each_ticket_finds(
    listed: list[Kept], queries: list[str], scope: Scope
) -> None:
    known = next(person for person in PEOPLE if person.id == scope.person_id)
    me = Person(id=known.id, login=known.login, name=known.name, role=role_of(scope))
    with tempfile.TemporaryDirectory() as folder:
        desk = desk_at(Path(folder), me, lambda: NOW)
        try:
            take_page(desk.replica, desk.outbox, page_of(listed, scope, me))
            for text in queries:
                query = parse(text, today=TODAY)
                expected = plainly(listed, query, scope, zone=None)
                if query.number in expected:
                    expected.remove(query.number)
                    expected.insert(0, query.number)
                assert found(desk, text) == expected, text
        finally:
            close_desk(desk)
