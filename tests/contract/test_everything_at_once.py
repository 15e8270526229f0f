"""Routing, promised times, families, incidents and follow-ups meet in one transaction."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from sqlalchemy import event, select

from itdesk.domain.changes import FixConfirmed, MajorIncidentDeclared, StatusChanged, TicketOpened
from itdesk.domain.documents import Announcement, Calendar, Conditions, Effects, Policy, Rule
from itdesk.domain.documents.policy import Length, Targets
from itdesk.domain.hours_text import hours_from
from itdesk.domain.ids import CalendarId, PolicyId, RuleId, TicketId, new_id
from itdesk.domain.incidents import announcement_of
from itdesk.domain.priority import Priority
from itdesk.domain.relations import ParentSet
from itdesk.domain.status import Status
from itdesk.domain.ticket import FollowUpReason
from itdesk.protocol.messages import ChangeMessage
from itdesk.server.store.store import Store
from itdesk.server.store.tables import changes, events, feed, tickets
from itdesk.server.tickets.desk import TicketDesk
from tests.contract.clock import Clock
from tests.contract.office import Office, change

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
NAMES = {"en": "Any", "pl": "Każda"}
ALWAYS = Calendar(id=CalendarId("always"), name=NAMES, zone="UTC", hours=hours_from("mon-sun 00:00-24:00"))
TARGETS = Targets(priority=Priority.LOW, first_response=Length(60), resolution=Length(480))
POLICY = Policy(id=PolicyId("standard"), name=NAMES, calendar_id=ALWAYS.id, targets=(TARGETS,))
RESOLVED = StatusChanged(to=Status.RESOLVED, note="A new server")
NOT_YET = FixConfirmed(works=False)


@pytest.fixture
def clock() -> Clock:
    return Clock(MONDAY)


@pytest.fixture
def busy(store: Store, clock: Clock) -> Iterator[Office]:
    """An office that promises times, and routes reports about printers."""
    desk = TicketDesk(store, now=clock)
    desk.start()
    office = Office(store, desk)
    rule = Rule(
        id=RuleId(new_id()),
        name=NAMES,
        conditions=Conditions(words=("printer",)),
        effects=Effects(queue_id=office.queue("Hardware"), tags=("printing",)),
    )
    office.documents.put_all([ALWAYS, POLICY, rule])
    yield office
    desk.stop()


def _everything(child: TicketId) -> tuple[TicketId, list[ChangeMessage]]:
    """Return a new ticket, and what its author, a lead, asks for in one go."""
    id = TicketId(new_id())
    report = change(id, TicketOpened(title="No printer prints"))
    declared = MajorIncidentDeclared(title={"en": "Nobody can print"}, body={"en": "We are on it."})
    asked = [report, change(id, declared), change(child, ParentSet(to=id))]
    return id, [*asked, *(change(id, one) for one in (RESOLVED, NOT_YET, RESOLVED, NOT_YET, RESOLVED))]


def _stored(store: Store) -> list[object]:
    """Return every row that a change can leave behind."""
    questions = [select(table).order_by(*table.primary_key) for table in (changes, events, feed, tickets)]
    with store.reading() as connection:
        return [tuple(row) for question in questions for row in connection.execute(question)]


def _kinds(store: Store, ticket_id: TicketId) -> list[str]:
    question = select(events.c.kind).where(events.c.ticket_id == ticket_id).order_by(events.c.version)
    with store.reading() as connection:
        return list(connection.scalars(question))


def test_all_consequences_happen_in_one_transaction_or_not_at_all_and_once(
    busy: Office, store: Store, clock: Clock
) -> None:
    child = busy.open(busy.ewa, "No paper")
    clock.pass_by(timedelta(hours=2))
    id, asked = _everything(child)
    before = _stored(store)

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    event.listen(store.engine, "commit", fail)
    assert {one.state for one in busy.desk.submit(busy.lea, asked)} == {"again"}
    event.remove(store.engine, "commit", fail)
    assert _stored(store) == before

    results = busy.desk.submit(busy.lea, asked)
    assert [one.state for one in results] == ["accepted"] * len(asked)
    after = _stored(store)
    other = TicketDesk(store, now=clock)
    other.start()
    assert busy.desk.submit(busy.lea, asked) == other.submit(busy.lea, asked) == results
    other.stop()
    assert _stored(store) == after

    held = busy.reader(busy.adam).read()
    ticket, follower = held.tickets[id], held.tickets[child]
    assert ticket.queue_id is not None
    assert ticket.tags == {"printing"}
    assert _kinds(store, id)[:4] == ["TicketOpened", "Routed", "MajorIncidentDeclared", "ChildJoined"]
    assert _kinds(store, child)[:3] == ["TicketOpened", "SlaBreached", "ParentSet"]
    assert (follower.parent_id, follower.status) == (id, Status.RESOLVED)
    assert ticket.follow_up is not None
    assert ticket.follow_up.reason is FollowUpReason.NOT_FIXED
    told = msgspec.json.decode(held.documents["announcement", announcement_of(id)], type=Announcement)
    assert (told.title, told.ends_at) == ({"en": "Nobody can print"}, clock.now)
