"""The usual time to a first answer is measured within opening hours, and told to everybody."""

import time as time_module
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.changes import CommentAdded
from itdesk.domain.documents import HELPDESK, Helpdesk, OpenHours
from itdesk.server.counting import measure_first_answer, usual_first_answer
from itdesk.server.jobs.declared import declared_jobs
from itdesk.server.jobs.runner import JobRunner
from itdesk.server.store.store import Store
from itdesk.server.tickets.desk import TicketDesk
from tests.contract.clock import NINE, Clock
from tests.contract.office import Office, Reader

ALWAYS = Helpdesk(hours=tuple(OpenHours(weekday=day, opens=time(), closes=time()) for day in range(7)))
PATIENCE_S = 60
MINUTES = some.integers(0, 60 * 24 * 20)


def _wait_until(true: Callable[[], bool]) -> None:
    until = time_module.monotonic() + PATIENCE_S
    while not true():
        assert time_module.monotonic() < until, "it did not come true"
        time_module.sleep(0.02)


def _usual(reader: Reader) -> int | None:
    return msgspec.json.decode(
        reader.read().documents["helpdesk", HELPDESK], type=Helpdesk
    ).usual_first_answer_min


def _answered(office: Office, clock: Clock, at: datetime, minutes: int) -> None:
    clock.now = at
    ticket_id = office.open(office.ewa)
    clock.now = at + timedelta(minutes=minutes)
    office.do(office.tom, ticket_id, CommentAdded(body="I am coming."))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timed(store: Store, clock: Clock) -> Iterator[Office]:
    desk = TicketDesk(store, now=clock)
    desk.start()
    yield Office(store, desk)
    desk.stop()


def test_the_median_of_the_last_thirty_days_is_told_to_everyone(
    timed: Office, store: Store, clock: Clock
) -> None:
    timed.documents.put(ALWAYS)
    _answered(timed, clock, NINE - timedelta(days=40), 1)
    for day, minutes in enumerate((10, 20, 30, 300)):
        _answered(timed, clock, NINE - timedelta(days=day + 1), minutes)
    timed.open(timed.ewa, "Nobody has answered this")
    timed.open(timed.ewa, "An article solved this", spared_by="starter-x")
    assert measure_first_answer(store, NINE) == 0, "four are too few"
    _answered(timed, clock, NINE - timedelta(hours=1), 40)
    assert measure_first_answer(store, NINE) == 1
    assert _usual(timed.reader(timed.jan)) == 30
    assert measure_first_answer(store, NINE) == 0, "nothing new is not written again"
    assert measure_first_answer(store, NINE + timedelta(days=60)) == 1
    assert _usual(timed.reader(timed.jan)) is None


def test_where_nothing_is_told_of_the_helpdesk_nothing_is_measured(store: Store) -> None:
    assert measure_first_answer(store, NINE) == 0


def test_a_night_in_between_does_not_count() -> None:
    office = Helpdesk(hours=tuple(OpenHours(weekday=day, opens=time(8), closes=time(16)) for day in range(5)))
    evening = NINE.replace(hour=15, minute=30)
    assert usual_first_answer(office, [(evening, NINE + timedelta(days=1))] * 5) == 90


@given(some.lists(MINUTES, min_size=5, max_size=20))
def test_the_usual_is_between_the_fastest_and_the_slowest(minutes: list[int]) -> None:
    usual = usual_first_answer(ALWAYS, [(NINE, NINE + timedelta(minutes=one)) for one in minutes])
    assert usual is not None
    assert min(minutes) <= usual <= max(minutes)


def test_of_several_servers_one_does_it_at_their_start(timed: Office, store: Store, clock: Clock) -> None:
    timed.documents.put(ALWAYS)
    for day in range(5):
        _answered(timed, clock, NINE - timedelta(days=day + 1), 25)
    reader = timed.reader(timed.jan)
    jobs = declared_jobs(store, timed.desk, Path("nowhere"))
    servers = [JobRunner(store, jobs, now=lambda: NINE) for _ in range(2)]
    for one in servers:
        one.start()
    _wait_until(lambda: _usual(reader) == 25)
    for one in servers:
        one.stop()
