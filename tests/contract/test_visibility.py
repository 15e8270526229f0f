"""What the database shows a reader is what the rule says, ticket by ticket."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import Connection, delete, insert, select

from itdesk.domain.catalogue import Category
from itdesk.domain.ids import PersonId, QueueId, TicketId, new_id
from itdesk.domain.people import Actor, Role
from itdesk.domain.policy import Scope, scope_of
from itdesk.domain.priority import Impact, Ranking, Urgency
from itdesk.domain.ticket import Ticket
from itdesk.server.store.store import Store, open_store
from itdesk.server.store.tables import readers, tickets
from itdesk.server.store.visibility import visible
from tests.contract.databases import Databases

PEOPLE = [PersonId(new_id()) for _ in range(4)]
QUEUES = [QueueId(new_id()) for _ in range(3)]
NOW = datetime(2026, 1, 1, tzinfo=UTC)

some_people = some.frozensets(some.sampled_from(PEOPLE))
some_queues = some.frozensets(some.sampled_from(QUEUES))
some_scopes = some.builds(
    lambda id, role, own, restricted: scope_of(Actor(id=id, role=role, queues=own), restricted),
    some.sampled_from(PEOPLE),
    some.sampled_from(Role),
    some_queues,
    some_queues,
)
some_tickets = some.builds(
    lambda requester, queue, participants: Ticket(
        id=TicketId(new_id()),
        requester_id=requester,
        opened_by=requester,
        title="T",
        category=Category.OTHER,
        ranking=Ranking(Impact.LOW, Urgency.LOW),
        queue_id=queue,
        participants=participants - {requester},
        created_at=NOW,
        updated_at=NOW,
    ),
    some.sampled_from(PEOPLE),
    some.sampled_from([*QUEUES, None]),
    some_people,
)


@pytest.fixture
def kept(databases: Databases) -> Iterator[Store]:
    """One store for all examples of a test."""
    url = databases.new()
    store = open_store(url)
    yield store
    store.close()
    databases.drop(url)


def _put(connection: Connection, listed: list[Ticket]) -> None:
    connection.execute(delete(readers))
    connection.execute(delete(tickets))
    for number, ticket in enumerate(listed):
        connection.execute(
            insert(tickets).values(
                id=ticket.id,
                number=number,
                version=1,
                requester_id=ticket.requester_id,
                queue_id=ticket.queue_id,
                status=ticket.status,
                position=0,
                bytes=0,
                created_at=NOW,
                updated_at=NOW,
                state="",
            )
        )
        for person_id in ticket.participants | {ticket.requester_id}:
            connection.execute(insert(readers).values(ticket_id=ticket.id, person_id=person_id))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(listed=some.lists(some_tickets, max_size=6), scopes=some.lists(some_scopes, min_size=1, max_size=4))
def test_sql_and_rule_agree(kept: Store, listed: list[Ticket], scopes: list[Scope]) -> None:
    with kept.writing() as connection:
        _put(connection, listed)
        for scope in scopes:
            shown = set(connection.scalars(select(tickets.c.id).where(visible(scope))))
            assert shown == {ticket.id for ticket in listed if scope.sees(ticket)}
