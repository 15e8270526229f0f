"""Keeps the index in step with the tickets, in their transaction; makes it anew when its form changes."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

import msgspec
from sqlalchemy import ColumnElement, Connection, bindparam, delete, insert, or_, select

from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded, DiagnosticsAttached, Payload, Rated
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.people import Person
from itdesk.domain.searched import Comment, Searched, searched
from itdesk.domain.ticket import Ticket
from itdesk.server.store.people import PERSON_COLUMNS, person_from
from itdesk.server.store.search.index import Index
from itdesk.server.store.search.postgresql import PostgresqlIndex
from itdesk.server.store.search.sqlite import SqliteIndex
from itdesk.server.store.tables import events, meta, people, tickets

VERSION = "5"
"""To be raised whenever `domain.searched` finds other words or marks: the index is made anew then."""
VERSION_KEY = "search_version"
AT_ONCE = 500
NOT_SEARCHED = (DiagnosticsAttached, Rated)

COMMENTS = (
    select(events.c.ticket_id, events.c.audience, events.c.payload)
    .where(events.c.ticket_id.in_(bindparam("ids", expanding=True)), events.c.kind == CommentAdded.__name__)
    .order_by(events.c.ticket_id, events.c.version)
)
PEOPLE = select(*PERSON_COLUMNS).where(people.c.id.in_(bindparam("ids", expanding=True)))


class _Body(msgspec.Struct):
    """What is read of a comment."""

    body: str


def index_of(connection: Connection) -> Index:
    """Return the index of this kind of database."""
    return PostgresqlIndex() if connection.dialect.name == "postgresql" else SqliteIndex()


def is_searched(payload: Payload) -> bool:
    """Tell whether an event can change what is searched of its ticket."""
    return not isinstance(payload, NOT_SEARCHED)


def index_tickets(
    connection: Connection, new: Sequence[Ticket], changed: Sequence[Ticket], commented: Collection[TicketId]
) -> None:
    """Take these tickets into the index, as they are now; `commented` are those that may have comments."""
    index, found = index_of(connection), _searched(connection, [*new, *changed], commented)
    if new:
        index.insert(connection, found[: len(new)])
    if changed:
        index.replace(connection, found[len(new) :])


def renew_index(connection: Connection) -> None:
    """Make the index anew when this program finds other words in tickets than the one that made it."""
    if connection.scalar(select(meta.c.value).where(meta.c.key == VERSION_KEY)) == VERSION:
        return
    index = index_of(connection)
    index.drop(connection)
    index.create(connection)
    for some in _portions(connection):
        index.insert(connection, _searched(connection, some, {ticket.id for ticket in some}))
    connection.execute(delete(meta).where(meta.c.key == VERSION_KEY))
    connection.execute(insert(meta).values(key=VERSION_KEY, value=VERSION))


def index_renamed(connection: Connection, ids: Collection[PersonId]) -> None:
    """Take the tickets on which these people stand into the index anew: they are called otherwise now."""
    if not ids:
        return
    named = sorted(ids)
    theirs = or_(tickets.c.requester_id.in_(named), tickets.c.assignee_id.in_(named))
    for some in _portions(connection, theirs):
        index_tickets(connection, (), some, {ticket.id for ticket in some})


def _portions(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[list[Ticket]]:
    """Yield all tickets for which this holds, the lowest numbers first, a few hundred at once."""
    last = -1
    numbered = select(tickets.c.number, tickets.c.state).where(*conditions)
    lowest = numbered.order_by(tickets.c.number).limit(AT_ONCE)
    while rows := connection.execute(lowest.where(tickets.c.number > last)).all():
        yield [msgspec.json.decode(row.state, type=Ticket) for row in rows]
        last = rows[-1].number


def _searched(
    connection: Connection, listed: Sequence[Ticket], commented: Collection[TicketId]
) -> list[Searched]:
    comments = _comments(connection, commented)
    named = _people(connection, {id for one in listed for id in (one.requester_id, one.assignee_id) if id})
    return [searched(ticket, comments.get(ticket.id, ()), named) for ticket in listed]


def _comments(connection: Connection, ids: Collection[TicketId]) -> dict[TicketId, list[Comment]]:
    found: dict[TicketId, list[Comment]] = defaultdict(list)
    rows = connection.execute(COMMENTS, {"ids": sorted(ids)}) if ids else ()
    for row in rows:
        body = msgspec.json.decode(row.payload, type=_Body).body
        found[row.ticket_id].append((Audience(row.audience), body))
    return found


def _people(connection: Connection, ids: Collection[PersonId]) -> dict[PersonId, Person]:
    rows = connection.execute(PEOPLE, {"ids": sorted(ids)}).mappings() if ids else ()
    found = (person_from(row) for row in rows)
    return {person.id: person for person in found}
