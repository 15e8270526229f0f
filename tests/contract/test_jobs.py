"""Jobs run when they are due, in one server at a time, and go on when that one dies."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from datetime import time as time_of_day
from itertools import pairwise
from threading import Barrier, Event, Thread

import pytest
from sqlalchemy import Connection, Engine

from itdesk.server.jobs.job import Job, daily, every
from itdesk.server.jobs.runner import FIRST_BACK_OFF, LEASE, LONGEST_BACK_OFF, JobHeld, JobRunner, UnknownJob
from itdesk.server.store.job_states import JobState, JobStates
from itdesk.server.store.store import Store, StoreUnavailable
from tests.contract.clock import NINE, Clock

HOUR = timedelta(hours=1)
PATIENCE_S = 60


class Counted:
    """Work that remembers when it was done, and does as much as it is told."""

    def __init__(self, *answers: int) -> None:
        self.times: list[datetime] = []
        self._answers = list(answers)

    def __call__(self, now: datetime) -> int:
        self.times.append(now)
        return self._answers.pop(0) if self._answers else 0


class AwayStore(Store):
    """A store whose database is away until it is said to be back."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.is_away = True
        self.asked = 0

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        self.asked += 1
        if self.is_away:
            raise StoreUnavailable("gone")
        with super().writing() as connection:
            yield connection


def _wait_until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < until, "it did not come true"
        time.sleep(0.01)


def _hourly(work: Callable[[datetime], int], most: int | None = None) -> Job:
    return Job(name="hourly", next_run=every(HOUR), work=work, most=most)


def _state(store: Store, name: str = "hourly") -> JobState:
    return next(state for state in JobStates(store).all() if state.name == name)


def test_a_job_runs_at_once_and_then_whenever_it_is_due(store: Store) -> None:
    clock, work = Clock(), Counted()
    runner = JobRunner(store, [_hourly(work)], now=clock)
    for _ in range(3):
        runner.run_due()
    clock.pass_by(HOUR - timedelta(seconds=1))
    runner.run_due()
    assert work.times == [NINE]
    clock.pass_by(timedelta(seconds=1))
    runner.run_due()
    clock.pass_by(10 * HOUR)
    runner.run_due()
    assert work.times == [NINE, NINE + HOUR, NINE + 11 * HOUR], "what was missed is done once"


def test_a_restart_does_not_do_it_again(store: Store) -> None:
    clock, work = Clock(), Counted()
    for _ in range(3):
        JobRunner(store, [_hourly(work)], now=clock).run_due()
    assert len(work.times) == 1
    clock.pass_by(HOUR)
    JobRunner(store, [_hourly(work)], now=clock).run_due()
    assert len(work.times) == 2


def test_a_job_with_more_to_do_goes_on_piece_by_piece(store: Store) -> None:
    clock, work = Clock(), Counted(5, 5, 3)
    JobRunner(store, [_hourly(work, most=5)], now=clock).run_due()
    assert len(work.times) == 3
    assert (_state(store).done, _state(store).next_run_at) == (3, NINE + HOUR)


def test_of_several_servers_one_does_it(store: Store) -> None:
    clock, works = Clock(), [Counted() for _ in range(6)]
    runners = [JobRunner(store, [_hourly(work)], now=clock) for work in works]
    for _ in range(5):
        ready = Barrier(len(runners))

        def look(runner: JobRunner, ready: Barrier = ready) -> None:
            ready.wait(PATIENCE_S)
            runner.run_due()

        threads = [Thread(target=look, args=(runner,)) for runner in runners]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(PATIENCE_S)
        clock.pass_by(HOUR)
    done = sorted(time for work in works for time in work.times)
    assert done == [NINE + n * HOUR for n in range(5)]


def test_while_one_is_at_it_nobody_else_begins(store: Store) -> None:
    begun, may_end, clock, other = Event(), Event(), Clock(), Counted()

    def slow(_: datetime) -> int:
        begun.set()
        assert may_end.wait(PATIENCE_S)
        return 1

    thread = Thread(target=JobRunner(store, [_hourly(slow)], now=clock).run_due)
    thread.start()
    assert begun.wait(PATIENCE_S)
    second = JobRunner(store, [_hourly(other)], now=clock)
    second.run_due()
    with pytest.raises(JobHeld, match="“hourly” right now"):
        second.run_now("hourly")
    assert not other.times
    may_end.set()
    thread.join(PATIENCE_S)
    assert (_state(store).done, _state(store).holder) == (1, None)


def test_the_job_of_a_process_that_died_is_done_by_another_one_when_its_lease_has_ended(store: Store) -> None:
    clock, work = Clock(), Counted()

    def die(_: datetime) -> int:
        raise SystemExit

    with pytest.raises(SystemExit):  # nothing is written down, as after SIGKILL
        JobRunner(store, [_hourly(die)], now=clock).run_due()
    other = JobRunner(store, [_hourly(work)], now=clock)
    clock.pass_by(LEASE - timedelta(seconds=1))
    other.run_due()
    assert not work.times
    clock.pass_by(timedelta(seconds=1))
    other.run_due()
    assert work.times == [NINE + LEASE]


def test_who_was_slow_and_lost_the_lease_writes_nothing_down(store: Store) -> None:
    clock, other = Clock(), Counted()
    second = JobRunner(store, [_hourly(other)], now=clock)

    def slow(_: datetime) -> int:
        clock.pass_by(LEASE)
        second.run_due()
        return 99

    JobRunner(store, [_hourly(slow)], now=clock).run_due()
    assert other.times == [NINE + LEASE]
    assert (_state(store).done, _state(store).next_run_at) == (0, NINE + LEASE + HOUR)


def test_a_job_that_fails_is_told_and_tried_again_later_and_later(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    clock, times = Clock(), list[datetime]()

    def fail(now: datetime) -> int:
        times.append(now)
        raise ValueError("no such thing")

    others = Counted()
    quick = Job(name="quick", next_run=every(timedelta(milliseconds=1)), work=others)
    runner = JobRunner(store, [_hourly(fail), quick], now=clock)
    for _ in range(10):
        runner.run_due()
        clock.now = _state(store).next_run_at - timedelta(seconds=1)
        runner.run_due()
        clock.pass_by(timedelta(seconds=1))
    waits = [later - earlier for earlier, later in pairwise(times)]
    assert waits[:4] == [FIRST_BACK_OFF * 2**n for n in range(4)]
    assert max(waits) == LONGEST_BACK_OFF
    assert len(others.times) == 20, "one that fails holds up no other"
    assert _state(store).failures == len(times)
    assert _state(store).failure == "ValueError: no such thing"
    assert "The job hourly failed" in caplog.text


def test_one_that_goes_well_again_has_no_failures(store: Store) -> None:
    clock, fails = Clock(), [True]

    def work(_: datetime) -> int:
        if fails:
            fails.clear()
            raise ValueError("once")
        return 7

    runner = JobRunner(store, [_hourly(work)], now=clock)
    runner.run_due()
    clock.pass_by(FIRST_BACK_OFF)
    runner.run_due()
    assert (_state(store).failures, _state(store).failure, _state(store).done) == (0, "", 7)
    assert _state(store).next_run_at == clock.now + HOUR


def test_a_database_that_is_away_is_told_once_and_asked_again(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    away, work = AwayStore(store.engine), Counted()
    runner = JobRunner(away, [_hourly(work)], now=Clock(), look_every_s=0.01)
    with caplog.at_level(logging.WARNING):
        runner.start()
        _wait_until(lambda: away.asked > 5)
        assert not work.times
        away.is_away = False
        _wait_until(lambda: work.times != [])
        runner.stop()
    assert caplog.text.count("The jobs wait: gone") == 1


def test_a_job_can_be_run_now(store: Store) -> None:
    clock, work = Clock(), Counted(0, 4)
    runner = JobRunner(store, [_hourly(work)], now=clock)
    runner.run_due()
    assert runner.run_now("hourly") == 4
    assert len(work.times) == 2
    with pytest.raises(UnknownJob, match="no job “daily”; known are hourly"):
        runner.run_now("daily")


def test_a_clock_that_was_ahead_for_a_while_holds_up_nothing(store: Store) -> None:
    clock, work = Clock(NINE + timedelta(days=3650)), Counted()
    JobRunner(store, [_hourly(work)], now=clock).run_due()
    clock.now = NINE
    runner = JobRunner(store, [_hourly(work)], now=clock)
    runner.run_due()
    clock.pass_by(HOUR)
    runner.run_due()
    assert work.times[1:] == [NINE + HOUR]


def test_jobs_of_another_version_of_the_program_are_left_alone(store: Store) -> None:
    clock, newer, ours = Clock(), Counted(), Counted()
    JobRunner(store, [Job(name="newer", next_run=every(HOUR), work=newer)], now=clock).run_due()
    clock.pass_by(HOUR)
    JobRunner(store, [_hourly(ours)], now=clock).run_due()
    assert (len(newer.times), len(ours.times)) == (1, 1)


def test_daily_is_once_a_day_at_its_time() -> None:
    following = daily(time_of_day(2, 30))
    assert following(NINE) == NINE.replace(day=26, hour=2, minute=30)
    assert following(NINE.replace(hour=1)) == NINE.replace(hour=2, minute=30)
    assert following(NINE.replace(hour=2, minute=30)) == NINE.replace(day=26, hour=2, minute=30)
