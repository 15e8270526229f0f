"""Promised times on both databases: kept with what happens, told once, counted anew when promises change."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from itdesk.domain.changes import CommentAdded, MovedToQueue, PrioritySet, StatusChanged
from itdesk.domain.documents import Calendar, Policy
from itdesk.domain.documents.policy import Length, Targets
from itdesk.domain.hours_text import hours_from
from itdesk.domain.ids import SYSTEM, CalendarId, PolicyId, TicketId
from itdesk.domain.priority import Impact, Priority, Urgency
from itdesk.domain.refusals import Refused
from itdesk.domain.status import PendingReason, Status
from itdesk.server.jobs import promised_times
from itdesk.server.jobs.declared import declared_jobs
from itdesk.server.jobs.promised_times import recount_due, tell_due
from itdesk.server.jobs.runner import JobRunner
from itdesk.server.starter import seed_starters
from itdesk.server.store.moment import open_moment
from itdesk.server.store.promised import KnownPromises
from itdesk.server.store.store import Store
from itdesk.server.store.tables import documents, events, tickets
from itdesk.server.tickets.desk import TicketDesk
from tests.contract.clock import Clock
from tests.contract.office import Office, change

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
OFFICE = Calendar(
    id=CalendarId("office"),
    name={"en": "Office", "pl": "Biuro"},
    zone="UTC",
    hours=hours_from("mon-fri 09:00-17:00"),
)
POLICY = Policy(
    id=PolicyId("standard"),
    name={"en": "Standard", "pl": "Standardowa"},
    calendar_id=OFFICE.id,
    targets=(Targets(priority=Priority.LOW, first_response=Length(120), resolution=Length(480)),),
)
REPLY = CommentAdded(body="I am coming.")
ASK_HER = StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="Which one?")


@pytest.fixture
def clock() -> Clock:
    return Clock(MONDAY)


@pytest.fixture
def timed(store: Store, clock: Clock) -> Iterator[Office]:
    desk = TicketDesk(store, now=clock)
    desk.start()
    office = Office(store, desk)
    office.documents.put_all([OFFICE, POLICY])
    yield office
    desk.stop()


def due(store: Store, ticket_id: TicketId) -> tuple[datetime | None, str | None, datetime | None]:
    """Return what the store keeps: when, what, and when something is to be told."""
    question = select(tickets.c.due_at, tickets.c.due_target, tickets.c.turns_at)
    with store.reading() as connection:
        row = connection.execute(question.where(tickets.c.id == ticket_id)).one()
    return row.due_at, row.due_target, row.turns_at


def told(store: Store, ticket_id: TicketId) -> list[tuple[str, datetime]]:
    """Return what the system said of the ticket, and when, in order."""
    by_system = events.c.ticket_id == ticket_id, events.c.actor_id == SYSTEM
    question = select(events.c.kind, events.c.at).where(*by_system).order_by(events.c.version)
    with store.reading() as connection:
        return [(row.kind, row.at) for row in connection.execute(question)]


def kinds(store: Store, ticket_id: TicketId) -> list[str]:
    question = select(events.c.kind).where(events.c.ticket_id == ticket_id).order_by(events.c.version)
    with store.reading() as connection:
        return list(connection.scalars(question))


def recount_all(store: Store) -> list[int]:
    """Recount until nothing is stale; return how many tickets each piece had."""
    known, pieces = KnownPromises(), list[int]()
    while done := recount_due(store, known, MONDAY):
        pieces.append(done)
    return pieces


def test_what_is_due_is_kept_with_what_happens(timed: Office, store: Store, clock: Clock) -> None:
    ticket_id = timed.open(timed.ewa)
    assert due(store, ticket_id) == (MONDAY + 2 * HOUR, "first_response", MONDAY + HOUR)
    clock.now += HOUR / 2
    timed.do(timed.tom, ticket_id, REPLY)
    assert due(store, ticket_id) == (MONDAY + 8 * HOUR, "resolution", MONDAY + 4 * HOUR)
    timed.do(timed.tom, ticket_id, ASK_HER)
    assert due(store, ticket_id) == (None, None, None), "nothing breaks while it waits"
    clock.now += HOUR
    timed.do(timed.ewa, ticket_id, CommentAdded(body="The left one."))
    assert due(store, ticket_id) == (MONDAY + timedelta(days=1, hours=1), "resolution", MONDAY + 5 * HOUR)
    timed.do(timed.tom, ticket_id, StatusChanged(to=Status.RESOLVED, note="Paper."))
    assert due(store, ticket_id) == (None, None, None)


def test_warnings_and_the_breach_are_told_at_their_time_and_once(
    timed: Office, store: Store, clock: Clock
) -> None:
    ticket_id = timed.open(timed.ewa)
    timed.do(timed.tom, ticket_id, REPLY)
    expected: list[tuple[str, datetime]] = []
    for hours, kind in ((4, "SlaWarned"), (6.4, "SlaWarned"), (8, "SlaBreached")):
        clock.now = MONDAY + hours * HOUR - timedelta(microseconds=1)
        assert tell_due(store, timed.desk, clock.now) == 0
        clock.now = MONDAY + hours * HOUR
        assert tell_due(store, timed.desk, clock.now) == 1
        assert tell_due(store, timed.desk, clock.now) == 0, "once"
        expected.append((kind, clock.now))
    clock.now += timedelta(days=30)
    assert tell_due(store, timed.desk, clock.now) == 0
    assert told(store, ticket_id) == expected
    assert due(store, ticket_id) == (MONDAY + 8 * HOUR, "resolution", None), "overdue since"


def test_it_is_fed_to_staff_and_to_nobody_else(timed: Office, store: Store, clock: Clock) -> None:
    ticket_id = timed.open(timed.ewa)
    readers = {actor.id: timed.reader(actor).read() for actor in (timed.ewa, timed.tom)}
    seen: list[int] = []
    timed.desk.on_commit(lambda news: seen.append(len(news.people)))
    clock.now += 2 * HOUR
    tell_due(store, timed.desk, clock.now)
    told_kinds = {
        id: [event.kind for event in reader.read().events[ticket_id].values()]
        for id, reader in readers.items()
    }
    assert "SlaBreached" in told_kinds[timed.tom.id]
    assert told_kinds[timed.ewa.id] == ["TicketOpened"]
    assert b"SlaBreached" not in bytes(readers[timed.ewa.id].answers)
    assert seen == [0], "staff hear of it at once; she does not"
    assert readers[timed.ewa.id].lacks_nothing()


def test_several_servers_at_once_tell_it_once(timed: Office, store: Store, clock: Clock) -> None:
    listed = [timed.open(timed.ewa) for _ in range(20)]
    clock.now += 2 * HOUR
    desks = [TicketDesk(store, now=clock) for _ in range(3)]
    for desk in desks:
        desk.start()
    start = threading.Barrier(len(desks))

    def tell(desk: TicketDesk) -> None:
        start.wait()
        tell_due(store, desk, clock.now)

    threads = [threading.Thread(target=tell, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for desk in desks:
        desk.stop()
    assert [[kind for kind, _ in told(store, id)] for id in listed] == [["SlaBreached"]] * len(listed)


def test_no_change_overtakes_a_breach(timed: Office, store: Store, clock: Clock) -> None:
    """The server was away when the time ran out: the late answer comes after the breach, also in history."""
    ticket_id = timed.open(timed.ewa)
    clock.now += 3 * HOUR
    timed.do(timed.tom, ticket_id, REPLY)
    assert kinds(store, ticket_id) == ["TicketOpened", "SlaBreached", "CommentAdded"]
    assert tell_due(store, timed.desk, clock.now) == 0


def test_what_comes_just_in_time_is_in_time(timed: Office, store: Store, clock: Clock) -> None:
    ticket_id = timed.open(timed.ewa)
    clock.now += 2 * HOUR
    timed.do(timed.tom, ticket_id, REPLY)
    assert "SlaBreached" not in kinds(store, ticket_id)


def test_what_is_refused_or_sent_again_tells_nothing_twice(timed: Office, store: Store, clock: Clock) -> None:
    ticket_id = timed.open(timed.ewa)
    clock.now += 3 * HOUR
    message = change(ticket_id, StatusChanged(to=Status.CLOSED))
    assert timed.ask(timed.tom, message).state == "refused"
    assert timed.ask(timed.tom, message).state == "refused"
    assert [kind for kind, _ in told(store, ticket_id)] == ["SlaBreached"]


def test_a_changed_policy_is_counted_anew_in_small_pieces(
    timed: Office, store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = [timed.open(timed.ewa) for _ in range(5)]
    over = timed.open(timed.ewa)
    timed.do(timed.tom, over, StatusChanged(to=Status.RESOLVED, note="Paper."))
    assert recount_all(store) == [], "nothing is stale"
    shorter = replace(POLICY.targets[0], first_response=Length(60))
    timed.documents.put(replace(POLICY, targets=(shorter,)))
    assert due(store, listed[0])[0] == MONDAY + 2 * HOUR, "until then the old one stands"
    monkeypatch.setattr(promised_times, "TICKETS_AT_ONCE", 2)
    assert recount_all(store) == [2, 2, 1]
    assert {due(store, id)[0] for id in listed} == {MONDAY + HOUR}
    assert recount_all(store) == []


def test_a_calendar_that_is_edited_after_a_breach_takes_nothing_back(
    timed: Office, store: Store, clock: Clock
) -> None:
    ticket_id = timed.open(timed.ewa)
    clock.now += 2 * HOUR
    tell_due(store, timed.desk, clock.now)
    timed.documents.put(replace(OFFICE, closed_days=(date(2026, 11, 23),)))
    recount_all(store)
    assert due(store, ticket_id)[:2] == (MONDAY + 2 * HOUR, "first_response")
    clock.now += timedelta(days=1)
    tell_due(store, timed.desk, clock.now)
    assert [kind for kind, _ in told(store, ticket_id)].count("SlaBreached") == 1


def test_promises_that_come_later_and_go_again(timed: Office, store: Store, clock: Clock) -> None:
    timed.documents.delete("policy", POLICY.id)
    ticket_id = timed.open(timed.ewa)
    assert due(store, ticket_id) == (None, None, None)
    timed.documents.put(POLICY)
    assert recount_all(store) == [1]
    assert due(store, ticket_id)[0] == MONDAY + 2 * HOUR
    timed.documents.delete("calendar", OFFICE.id)
    assert recount_all(store) == [1]
    assert due(store, ticket_id) == (None, None, None)


def test_another_priority_is_due_at_another_time(timed: Office, store: Store, clock: Clock) -> None:
    urgent = Targets(priority=Priority.CRITICAL, first_response=Length(30))
    timed.documents.put(replace(POLICY, targets=(*POLICY.targets, urgent)))
    ticket_id = timed.open(timed.ewa)
    clock.now += HOUR / 4
    timed.do(timed.tom, ticket_id, PrioritySet(impact=Impact.HIGH, urgency=Urgency.HIGH))
    assert due(store, ticket_id) == (MONDAY + HOUR / 2, "first_response", MONDAY + HOUR / 4)


def test_at_most_so_many_tickets_a_call_the_longest_due_first(
    timed: Office, store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = []
    for _ in range(3):
        listed.append(timed.open(timed.ewa))
        clock.now += timedelta(minutes=1)
    monkeypatch.setattr(promised_times, "TICKETS_AT_ONCE", 2)
    clock.now += 3 * HOUR
    assert tell_due(store, timed.desk, clock.now) == 2
    assert [bool(told(store, id)) for id in listed] == [True, True, False]
    assert tell_due(store, timed.desk, clock.now) == 1


def test_a_history_that_cannot_be_counted_holds_up_nobody(timed: Office, store: Store, clock: Clock) -> None:
    broken, sound = timed.open(timed.ewa), timed.open(timed.ewa)
    with store.writing() as connection:
        beginning = update(events).where(events.c.ticket_id == broken)
        connection.execute(beginning.values(kind="TitleChanged", payload='{"title": "x"}'))
    clock.now += 3 * HOUR
    tell_due(store, timed.desk, clock.now)
    assert [kind for kind, _ in told(store, sound)] == ["SlaBreached"]
    assert due(store, broken) == (None, None, None)
    timed.do(timed.tom, broken, REPLY)
    assert tell_due(store, timed.desk, clock.now) == 0


def test_the_jobs_of_the_server_do_it_by_themselves(
    timed: Office, store: Store, clock: Clock, tmp_path: Path
) -> None:
    ticket_id = timed.open(timed.ewa)
    runner = JobRunner(store, declared_jobs(store, timed.desk, tmp_path), now=clock)
    clock.now += 2 * HOUR
    runner.run_due()
    assert [kind for kind, _ in told(store, ticket_id)] == ["SlaBreached"]
    timed.documents.put(replace(POLICY, targets=()))
    clock.now += HOUR
    runner.run_due()
    assert due(store, ticket_id) == (None, None, None)


def test_what_could_not_be_counted_by_is_not_written(timed: Office) -> None:
    for bad, says in (
        (replace(OFFICE, hours=()), "has no hours"),
        (replace(POLICY, warn_at=(0,)), "a warning"),
    ):
        with pytest.raises(Refused, match=says):
            timed.documents.put(bad)


def test_what_was_reported_before_a_store_made_promises_is_not_overdue_at_once(
    timed: Office, store: Store
) -> None:
    with store.writing() as connection:
        connection.execute(delete(documents).where(documents.c.kind.in_(("calendar", "policy"))))
    old = timed.open(timed.ewa)
    seed_starters(store)
    recount_all(store)
    assert due(store, old) == (None, None, None)


def test_tickets_in_the_order_of_their_due_times_page_by_page(
    timed: Office, store: Store, clock: Clock
) -> None:
    hidden = timed.queue("Board", timed.lea, restricted=True)
    listed = []
    for _ in range(5):
        listed.append(timed.open(timed.ewa))
        clock.now += timedelta(minutes=1)
    timed.do(timed.tom, listed[1], ASK_HER)
    timed.do(timed.lea, listed[3], MovedToQueue(to=hidden))
    together = [timed.open(timed.ewa) for _ in range(2)]
    found, place = [], None
    with open_moment(store) as moment:
        scope = moment.queues().scope(timed.tom.id, timed.tom.role)
        while page := moment.due(scope, place, 2):
            found += page
            place = page[-1].place
    assert [one.ticket.id for one in found] == [listed[0], listed[2], listed[4], *together]
    assert found[0].due_at == MONDAY + 2 * HOUR
