"""What is asked often is answered by an index, on both databases: no question reads a growing table whole."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, event

from itdesk.domain.changes import Assigned, CommentAdded, Payload, StatusChanged
from itdesk.domain.documents import Assigning, Team
from itdesk.domain.ids import QueueId, TeamId, TicketId, new_id
from itdesk.domain.people import Actor
from itdesk.domain.status import Status
from itdesk.server.counting import count_people
from itdesk.server.jobs.assigning import assign_waiting
from itdesk.server.jobs.promised_times import recount_due, tell_due
from itdesk.server.jobs.waking import wake_tickets
from itdesk.server.store.moment import open_moment
from itdesk.server.store.promised import KnownPromises
from itdesk.server.store.store import Store
from tests.contract.office import Office, change
from tests.contract.queries import hits

Question = tuple[str, object]
Ask = Callable[[Office, TicketId], object]
GROWING = "tickets|readers|events|changes|feed"
WHOLE = {
    "sqlite": re.compile(rf"^SCAN ({GROWING})\b", re.MULTILINE),
    "postgresql": re.compile(
        rf"Seq Scan on ({GROWING})\b"
        rf"|Index (Only )?Scan (Backward )?using \w+ on ({GROWING})\b(?!.*\n *Index Cond)"
    ),
}
LATER = datetime.now(UTC) + timedelta(days=30)


def _assign(office: Office, _: TicketId) -> object:
    queue_id: QueueId = office.queue("Printers")
    team = Team(
        id=TeamId(new_id()),
        name={"en": "Team", "pl": "Zespół"},
        queue_id=queue_id,
        members=frozenset({office.tom.id}),
        assigning=Assigning.LEAST_LOADED,
    )
    office.documents.put(team)
    return assign_waiting(office.store, office.desk, LATER)


def _listed(role: str, listing: str) -> Ask:
    def ask(office: Office, ticket_id: TicketId) -> object:
        actor: Actor = getattr(office, role)
        with open_moment(office.store) as moment:
            scope = moment.queues().scope(actor.id, actor.role)
            looks: dict[str, Callable[[], object]] = {
                "newest": lambda: moment.tickets_below(scope, 2**40, 50),
                "due": lambda: moment.due(scope, None, 50),
                "follow-ups": lambda: moment.followed_up(scope, 50),
                "numbered": lambda: moment.tickets_numbered(scope, [1001]),
                "one": lambda: (moment.tickets(scope, [ticket_id]), moment.events([ticket_id], 0)),
            }
            return looks[listing]()

    return ask


def _changed(office: Office, ticket_id: TicketId) -> object:
    asked: list[Payload] = [
        Assigned(to=office.tom.id),
        CommentAdded(body="Soon"),
        StatusChanged(to=Status.OPEN),
    ]
    return office.desk.submit(office.tom, [change(ticket_id, one) for one in asked])


HOT: dict[str, Ask] = {
    "a report": lambda office, _: office.open(office.ewa),
    "changes": _changed,
    "an exchange of an employee": lambda office, _: office.reader(office.ewa).read().read(),
    "an exchange of IT": lambda office, _: office.reader(office.tom).read().read(),
    "a search of an employee": lambda office, _: hits(office, office.ewa, "print -status:closed"),
    "a search of IT": lambda office, _: hits(office, office.tom, "print assignee:me"),
    "waking": lambda office, _: wake_tickets(office.store, office.desk, LATER),
    "telling": lambda office, _: tell_due(office.store, office.desk, LATER),
    "recounting": lambda office, _: recount_due(office.store, KnownPromises(), LATER),
    "counting": lambda office, _: count_people(office.store),
    "assigning": _assign,
} | {
    f"{listing} for {role}": _listed(role, listing)
    for role in ("ewa", "tom")
    for listing in ("newest", "due", "follow-ups", "numbered", "one")
}


def _plan(connection: Connection, question: Question) -> str:
    """Return the database's plan; PostgreSQL's as it would be for a large table."""
    text, values = question
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values)  # type: ignore[arg-type]
        return "\n".join(row.detail for row in rows)
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    return "\n".join(connection.exec_driver_sql(f"EXPLAIN {text}", values).scalars())  # type: ignore[arg-type]


def _reads_whole(store: Store, question: Question) -> bool:
    with store.reading() as connection:
        return WHOLE[connection.dialect.name].search(_plan(connection, question)) is not None


@pytest.mark.parametrize("name", HOT)
def test_what_is_asked_often_reads_no_growing_table_whole(office: Office, store: Store, name: str) -> None:
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, CommentAdded(body="It prints"))
    asked: list[Question] = []

    def note(*heard: object) -> None:
        _, _, text, values, _, is_many = heard
        if str(text).startswith("SELECT") and not is_many:
            asked.append((str(text), values))

    event.listen(store.engine, "before_cursor_execute", note)
    HOT[name](office, ticket_id)
    event.remove(store.engine, "before_cursor_execute", note)
    assert asked
    questions = [one for one in asked if "pg_advisory" not in one[0]]
    assert [text for text, values in questions if _reads_whole(store, (text, values))] == []


def test_a_question_that_no_index_answers_is_found(office: Office, store: Store) -> None:
    office.open(office.ewa)
    assert _reads_whole(store, ("SELECT id FROM tickets WHERE state = 'x'", ()))
