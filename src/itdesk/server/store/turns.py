"""Whose turn it is in each team's queue, and how much everybody has to do."""

from collections.abc import Collection

import msgspec
from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from itdesk.domain.ids import PersonId, QueueId
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from itdesk.server.store.store import Store
from itdesk.server.store.tables import tickets, turns

OPEN = [status.value for status in Status if status.is_open]


def lock_turns(connection: Connection, queue_ids: Collection[QueueId]) -> dict[QueueId, PersonId | None]:
    """Return to whom each queue's last ticket was given; nobody else can give one until the end."""
    found = _locked(connection, queue_ids)
    if found.keys() != set(queue_ids):
        new = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        for queue_id in sorted(set(queue_ids) - found.keys()):
            connection.execute(new(turns).values(queue_id=queue_id).on_conflict_do_nothing())
        found = _locked(connection, queue_ids)
    return found


def take_turn(connection: Connection, queue_id: QueueId, person_id: PersonId) -> None:
    """The queue's last ticket is given to this person now."""
    connection.execute(update(turns).where(turns.c.queue_id == queue_id).values(person_id=person_id))


def loads(connection: Connection, ids: Collection[PersonId]) -> dict[PersonId, int]:
    """Return how many open tickets each of these people has; who has none is missing."""
    question = select(tickets.c.assignee_id, func.count().label("open")).where(
        tickets.c.assignee_id.in_(sorted(ids)), tickets.c.status.in_(OPEN)
    )
    rows = connection.execute(question.group_by(tickets.c.assignee_id))
    return {row.assignee_id: row.open for row in rows}


def waiting_tickets(store: Store, queue_ids: Collection[QueueId], most: int) -> list[Ticket]:
    """Return tickets in these queues that nobody has, the lowest numbers first. Raises StoreUnavailable."""
    waiting = tickets.c.queue_id.in_(sorted(queue_ids)), tickets.c.assignee_id.is_(None)
    is_work = tickets.c.status.in_((Status.NEW.value, Status.OPEN.value))
    question = select(tickets.c.state).where(*waiting, is_work).order_by(tickets.c.number).limit(most)
    with store.reading() as connection:
        return [msgspec.json.decode(state, type=Ticket) for state in connection.scalars(question)]


def _locked(connection: Connection, queue_ids: Collection[QueueId]) -> dict[QueueId, PersonId | None]:
    """Lock the rows there are, in the order of their ids: two servers never wait in a ring."""
    question = select(turns).where(turns.c.queue_id.in_(sorted(queue_ids))).order_by(turns.c.queue_id)
    return {row.queue_id: row.person_id for row in connection.execute(question.with_for_update())}
