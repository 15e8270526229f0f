"""The house does by itself what a ticket's time has come for: once, whoever looks and whatever dies."""

import random
import subprocess
import sys
import time as time_module
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from itdesk.domain.changes import CommentAdded, StatusChanged
from itdesk.domain.documents import Helpdesk, OpenHours
from itdesk.domain.ids import SYSTEM, TicketId
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.ticket import Ticket
from itdesk.server.jobs.declared import declared_jobs
from itdesk.server.jobs.runner import JobRunner
from itdesk.server.jobs.waking import TICKETS_AT_ONCE, wake_tickets
from itdesk.server.store.store import Store, StoreUnavailable, open_store
from itdesk.server.store.tables import events, tickets
from itdesk.server.tickets.desk import TicketDesk
from tests.contract.clock import NINE, Clock
from tests.contract.databases import Databases
from tests.contract.office import Office

WORKDAYS = Helpdesk(hours=tuple(OpenHours(weekday=day, opens=time(8), closes=time(16)) for day in range(5)))
RESOLVED = StatusChanged(to=Status.RESOLVED, note="Turned it off and on")
WAITS = StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="Which printer?")
DAY = timedelta(days=1)
PATIENCE_S = 90


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(store: Store, clock: Clock) -> Iterator[TicketDesk]:
    desk = TicketDesk(store, now=clock)
    desk.start()
    yield desk
    desk.stop()


@pytest.fixture
def office(store: Store, desk: TicketDesk) -> Office:
    """Open on workdays from 8 to 16, by UTC."""
    office = Office(store, desk)
    office.documents.put(WORKDAYS)
    return office


def _by_the_house(store: Store, ticket_id: TicketId) -> list[str]:
    by_system = events.c.ticket_id == ticket_id, events.c.actor_id == SYSTEM
    question = select(events.c.kind, events.c.at).where(*by_system).order_by(events.c.version)
    with store.reading() as connection:
        return [f"{row.kind} {row.at:%a %H:%M}" for row in connection.execute(question)]


def _ticket(office: Office, ticket_id: TicketId) -> Ticket:
    return office.reader(office.tom).read().tickets[ticket_id]


def _pass(office: Office, clock: Clock, interval: timedelta, *, step: timedelta = timedelta(hours=1)) -> None:
    """Let time pass, and the job look every hour."""
    until = clock.now + interval
    while clock.now < until:
        clock.pass_by(step)
        wake_tickets(office.store, office.desk, clock.now)


def test_a_ticket_that_was_put_off_opens_at_its_date_and_it_is_reminded(
    office: Office, store: Store, clock: Clock
) -> None:
    ticket_id = office.open(office.ewa)
    later = StatusChanged(to=Status.PENDING, reason=PendingReason.SCHEDULED, until=NINE + 3 * DAY)
    office.do(office.tom, ticket_id, later)
    _pass(office, clock, 3 * DAY - timedelta(hours=1))
    assert _ticket(office, ticket_id).status is Status.PENDING
    _pass(office, clock, timedelta(hours=1))
    assert _ticket(office, ticket_id).status is Status.OPEN
    _pass(office, clock, 30 * DAY, step=DAY)
    assert _by_the_house(store, ticket_id) == ["StatusChanged Sat 09:00", "Reminded Sat 09:00"]
    kinds = {event.kind for event in office.reader(office.ewa).read().events[ticket_id].values()}
    assert kinds == {"TicketOpened", "StatusChanged"}, "what IT is reminded of is IT's own affair"


def test_one_that_is_put_off_once_more_opens_at_the_later_date(
    office: Office, store: Store, clock: Clock
) -> None:
    ticket_id = office.open(office.ewa)
    for days in (3, 5):
        until = NINE + days * DAY
        later = StatusChanged(to=Status.PENDING, reason=PendingReason.SCHEDULED, until=until)
        office.do(office.tom, ticket_id, later)
    _pass(office, clock, 10 * DAY)
    assert _by_the_house(store, ticket_id) == ["StatusChanged Mon 09:00", "Reminded Mon 09:00"]


def test_a_resolved_ticket_is_closed_after_seven_business_days(
    office: Office, store: Store, clock: Clock
) -> None:
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, RESOLVED)
    _pass(office, clock, 3 * DAY)
    office.do(office.tom, ticket_id, CommentAdded(body="Any news?"))
    _pass(office, clock, 20 * DAY)
    ticket = _ticket(office, ticket_id)
    assert _by_the_house(store, ticket_id) == ["StatusChanged Fri 09:00"]
    assert ticket.standing.closed_at == NINE + 9 * DAY, "Wednesday, and seven days on which IT works"
    assert ticket.status is Status.CLOSED


def test_a_closed_day_counts_for_nobody(office: Office, clock: Clock) -> None:
    holiday = (NINE + 2 * DAY).date()
    office.documents.put(Helpdesk(hours=WORKDAYS.hours, closed_days=(holiday,)))
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, RESOLVED)
    _pass(office, clock, 20 * DAY)
    assert _ticket(office, ticket_id).standing.closed_at == NINE + 12 * DAY


def test_one_that_came_back_is_not_closed(office: Office, store: Store, clock: Clock) -> None:
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, RESOLVED)
    _pass(office, clock, 5 * DAY)
    office.do(office.ewa, ticket_id, CommentAdded(body="It is back."))
    _pass(office, clock, 10 * DAY)
    assert _ticket(office, ticket_id).status is Status.OPEN
    office.do(office.tom, ticket_id, RESOLVED)
    _pass(office, clock, 20 * DAY)
    assert len(_by_the_house(store, ticket_id)) == 1, "its days began anew"


def test_who_does_not_answer_is_reminded_twice_and_in_business_hours(
    office: Office, store: Store, clock: Clock
) -> None:
    clock.now = NINE.replace(hour=19)
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, WAITS)
    _pass(office, clock, 60 * DAY)
    assert _by_the_house(store, ticket_id) == ["Reminded Tue 08:00", "Reminded Fri 08:00"]
    ewa, jan = (office.reader(actor).read() for actor in (office.ewa, office.jan))
    assert [event.kind for event in ewa.events[ticket_id].values()].count("Reminded") == 2
    assert ticket_id not in jan.tickets


def test_an_answer_stops_the_reminders_and_a_new_question_begins_them_anew(
    office: Office, store: Store, clock: Clock
) -> None:
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, WAITS)
    _pass(office, clock, 6 * DAY)
    office.do(office.ewa, ticket_id, CommentAdded(body="The one in the hall."))
    _pass(office, clock, 20 * DAY)
    assert len(_by_the_house(store, ticket_id)) == 1
    office.do(office.tom, ticket_id, WAITS)
    _pass(office, clock, 30 * DAY)
    assert len(_by_the_house(store, ticket_id)) == 3


def test_what_somebody_did_meanwhile_is_not_undone(
    office: Office, store: Store, clock: Clock, desk: TicketDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between looking and judging somebody takes the ticket up: the house's change is refused, for good."""
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, RESOLVED)
    clock.pass_by(20 * DAY)
    submit = desk.submit

    def slow(*asked: object) -> object:
        monkeypatch.undo()
        office.do(office.lea, ticket_id, StatusChanged(to=Status.OPEN))
        office.do(office.lea, ticket_id, RESOLVED)
        return submit(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(desk, "submit", slow)
    assert wake_tickets(store, desk, clock.now) == 1
    assert _ticket(office, ticket_id).status is Status.RESOLVED
    assert _by_the_house(store, ticket_id) == []
    _pass(office, clock, 20 * DAY)
    assert _by_the_house(store, ticket_id) != []


def test_more_than_one_piece_is_all_done(office: Office, store: Store, clock: Clock, tmp_path: Path) -> None:
    count = TICKETS_AT_ONCE + 20
    _resolve_many(office, count)
    clock.pass_by(20 * DAY)
    JobRunner(store, declared_jobs(store, office.desk, tmp_path), now=clock).run_due()
    assert _statuses(store) == {Status.CLOSED: count}


def test_tickets_whose_time_has_not_come_hold_up_none_whose_has(
    office: Office, store: Store, clock: Clock
) -> None:
    """A ticket is written without knowing the calendar: it wakes too early, once, and goes to sleep again."""
    _resolve_many(office, TICKETS_AT_ONCE)
    clock.pass_by(6 * DAY)
    put_off = office.open(office.ewa)
    until = clock.now + 2 * DAY
    office.do(
        office.tom, put_off, StatusChanged(to=Status.PENDING, reason=PendingReason.SCHEDULED, until=until)
    )
    clock.now = until
    assert wake_tickets(store, office.desk, clock.now) == TICKETS_AT_ONCE
    assert wake_tickets(store, office.desk, clock.now) == 1
    assert _ticket(office, put_off).status is Status.OPEN
    assert wake_tickets(store, office.desk, clock.now) == 0


def test_a_desk_that_cannot_judge_now_is_asked_again(
    office: Office, store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, RESOLVED)
    clock.pass_by(20 * DAY)
    stopped = TicketDesk(store, now=clock)
    monkeypatch.setattr("itdesk.server.tickets.desk.WAIT_FOR_A_RESULT_S", 0.01)
    with pytest.raises(StoreUnavailable, match="1 changes by the system"):
        wake_tickets(store, stopped, clock.now)
    monkeypatch.undo()
    wake_tickets(store, office.desk, clock.now)
    stopped.start()
    stopped.stop()
    assert len(_by_the_house(store, ticket_id)) == 1, "also when the late desk does it after all"


def _resolve_many(office: Office, count: int) -> None:
    for n in range(count):
        office.do(office.tom, office.open(office.ewa, f"Number {n}"), RESOLVED)


def _statuses(store: Store) -> Counter[str]:
    with store.reading() as connection:
        return Counter(connection.scalars(select(tickets.c.status)))


@contextmanager
def _server(url: str, folder: Path, now: datetime) -> Iterator[subprocess.Popen[str]]:
    """A process at work, with a minute to each second; killed at the end, if it was not before."""
    command = [sys.executable, "-m", "tests.contract.job_process", url, str(folder), now.isoformat(), "60"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "at work\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def test_two_processes_of_which_one_is_killed_again_and_again_do_everything_once(
    databases: Databases, tmp_path: Path
) -> None:
    url, clock, dice, count = databases.new(), Clock(), random.Random(5), 2 * TICKETS_AT_ONCE + 50
    with _office_at(url, clock) as office:
        ids = [office.open(office.ewa, f"Number {n}") for n in range(count)]
        for id in ids:
            office.do(office.tom, id, RESOLVED if dice.random() < 0.7 else WAITS)
    now = clock.now + 8 * DAY + timedelta(hours=2)
    store = Store(office.store.engine)
    with _server(url, tmp_path, now):
        for _ in range(4):
            with _server(url, tmp_path, now) as other:
                time_module.sleep(dice.random() / 4)
                other.kill()
        until = time_module.monotonic() + PATIENCE_S
        while any(not _by_the_house(store, id) for id in ids):
            assert time_module.monotonic() < until, "it was never done"
            time_module.sleep(0.2)
    done = Counter(len(_by_the_house(store, id)) for id in ids)
    store.close()
    databases.drop(url)
    assert done == {1: count}


@contextmanager
def _office_at(url: str, clock: Clock) -> Iterator[Office]:
    store = open_store(url)
    desk = TicketDesk(store, now=clock)
    desk.start()
    yield Office(store, desk)
    desk.stop()
    store.close()
