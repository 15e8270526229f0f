"""Search answers the same on both databases, and what a plain look at each ticket says."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import Connection, delete, insert

from itdesk.domain.policy import Scope
from itdesk.domain.query.matching import matches
from itdesk.domain.query.parsing import parse
from itdesk.domain.query.resolving import Asker, resolved
from itdesk.domain.query.terms import Query
from itdesk.domain.searched import Searched, searched
from itdesk.domain.ticket import Ticket
from itdesk.server.store.search.writing import index_of
from itdesk.server.store.store import Store, open_store
from itdesk.server.store.tables import readers, tickets
from tests.contract.databases import Databases
from tests.contract.queries import (
    PEOPLE,
    QUEUES,
    TODAY,
    Kept,
    some_kept,
    some_queries,
    some_scopes,
)

KNOWN = {person.id: person for person in PEOPLE}


@pytest.fixture
def kept(databases: Databases) -> Iterator[Store]:
    """One store for all examples of a test."""
    url = databases.new()
    store = open_store(url)
    yield store
    store.close()
    databases.drop(url)


def put(connection: Connection, listed: Sequence[Kept]) -> list[Searched]:
    """Let the store hold these tickets alone; return what is searched of them."""
    index = index_of(connection)
    index.drop(connection)
    index.create(connection)
    connection.execute(delete(readers))
    connection.execute(delete(tickets))
    for ticket, _ in listed:
        connection.execute(insert(tickets).values(_row(ticket)))
        rows = [
            {"ticket_id": ticket.id, "person_id": id} for id in ticket.participants | {ticket.requester_id}
        ]
        connection.execute(insert(readers), rows)
    found = [searched(ticket, comments, KNOWN) for ticket, comments in listed]
    if found:
        index.insert(connection, found)
    return found


def _row(ticket: Ticket) -> dict[str, object]:
    return {
        "id": ticket.id,
        "number": ticket.number,
        "version": 1,
        "requester_id": ticket.requester_id,
        "queue_id": ticket.queue_id,
        "status": ticket.status,
        "position": 0,
        "bytes": 0,
        "created_at": ticket.created_at,
        "updated_at": ticket.updated_at,
        "state": "",
    }


def asker_of(scope: Scope) -> Asker:
    return Asker(id=scope.person_id, is_staff=scope.is_staff, queues=QUEUES)


def plainly(listed: Sequence[Kept], query: Query, scope: Scope) -> list[int]:
    """Return the numbers of the hits, newest first, by a look at each ticket."""
    demands = resolved(query, asker_of(scope))
    found = [
        ticket.number
        for ticket, comments in listed
        if scope.sees(ticket) and matches(demands, searched(ticket, comments, KNOWN), scope.audiences(ticket))
    ]
    return sorted((number for number in found if number is not None), reverse=True)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    listed=some_kept,
    queries=some.lists(some_queries, min_size=1, max_size=8),
    scopes=some.lists(some_scopes, min_size=1, max_size=3),
)
def test_the_index_answers_what_a_look_at_each_ticket_answers(
    kept: Store, listed: list[Kept], queries: list[str], scopes: list[Scope]
) -> None:
    with kept.writing() as connection:
        put(connection, listed)
        index = index_of(connection)
        for text in queries:
            query = parse(text, today=TODAY)
            for scope in scopes:
                hits = index.find(connection, resolved(query, asker_of(scope)), scope, 2**53, 100)
                assert hits == plainly(listed, query, scope), text
