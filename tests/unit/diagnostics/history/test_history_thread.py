"""The thread: it looks when it is time, goes on whatever fails, and ends when told."""

import logging
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from queue import SimpleQueue
from threading import Event

import pytest

from itdesk.diagnostics.history.history_thread import (
    FIRST_THOROUGH_S,
    LIGHT_S,
    NOTED_S,
    RAREST_S,
    THOROUGH_S,
    HistoryThread,
    Timetable,
)
from itdesk.diagnostics.history.journal import Journal
from itdesk.diagnostics.history.records import Happening, Sample
from itdesk.diagnostics.history.sampler import Sampler
from tests.unit.diagnostics.history.computer import Computer

WAIT_S = 30


class Seconds:
    """A clock that only moves when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Looking(Sampler):
    """Tells the test of every look that has ended; may be made to fail."""

    def __init__(self, folder: Path) -> None:
        computer = Computer()
        super().__init__(
            folder,
            computer.probes,
            clock=computer.clock,
            look=computer.look,
            addresses=computer.addresses,
        )
        self.ended: SimpleQueue[str] = SimpleQueue()
        self.error: Exception | None = None

    def _after(self, name: str, look: Callable[[], None]) -> None:
        try:
            if self.error is not None:
                raise self.error
            look()
        finally:
            self.ended.put(name)

    def sample(self) -> None:
        self._after("light", super().sample)

    def keep_noted(self) -> None:
        self._after("noted", super().keep_noted)

    def look_thoroughly(self, is_over: Callable[[], bool] = lambda: False) -> None:
        self._after("thorough", lambda: super(Looking, self).look_thoroughly(is_over))


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def sampler(tmp_path: Path) -> Looking:
    return Looking(tmp_path)


@pytest.fixture
def thread(sampler: Looking, seconds: Seconds) -> Iterator[HistoryThread]:
    history = HistoryThread(sampler, monotonic=seconds)
    history.start()
    yield history
    assert history.stop(WAIT_S)


def move(thread: HistoryThread, seconds: Seconds, by_s: float) -> None:
    """Move the clock, and have the thread look at it: a note of nothing watched wakes it."""
    seconds.now += by_s
    thread.note("software", {})


def next_look(sampler: Looking) -> str:
    """Return the next look; those at notes of nothing do not count."""
    while (name := sampler.ended.get(timeout=WAIT_S)) == "noted":
        pass
    return name


def test_the_first_looks(thread: HistoryThread, sampler: Looking, seconds: Seconds, tmp_path: Path) -> None:
    assert next_look(sampler) == "light"
    move(thread, seconds, FIRST_THOROUGH_S)
    assert next_look(sampler) == "thorough"
    move(thread, seconds, LIGHT_S)
    assert next_look(sampler) == "light"
    assert len([one for one in Journal(tmp_path).records() if isinstance(one, Sample)]) == 2
    assert (tmp_path / "state.json").exists()


def test_screens_are_kept_once_they_have_settled(
    thread: HistoryThread, sampler: Looking, seconds: Seconds, tmp_path: Path
) -> None:
    for names in (["a"], ["a", "b"]):
        for part in range(len(names)):
            thread.note("displays", {"displays": [{"name": name} for name in names[: part + 1]]})
        seconds.now += NOTED_S
        thread.note("displays", {"displays": [{"name": name} for name in names]})
        while sampler.ended.get(timeout=WAIT_S) != "noted":
            pass
    happened = [one.difference.row for one in Journal(tmp_path).records() if isinstance(one, Happening)]
    assert happened == ["b"]


@pytest.mark.parametrize(
    "error", [RuntimeError("odd"), OSError(28, "No space left on device"), TimeoutError()]
)
def test_whatever_fails_it_goes_on(
    thread: HistoryThread, sampler: Looking, seconds: Seconds, error: Exception, tmp_path: Path
) -> None:
    next_look(sampler)
    sampler.error = error
    for by_s, name in ((FIRST_THOROUGH_S, "thorough"), (LIGHT_S, "light"), (LIGHT_S, "light")):
        move(thread, seconds, by_s)
        assert next_look(sampler) == name
    sampler.error = None
    move(thread, seconds, RAREST_S)  # however long the clock says that the thorough look took
    assert {next_look(sampler), next_look(sampler)} == {"light", "thorough"}


def test_a_folder_that_cannot_be_written_is_logged_once(
    sampler: Looking, seconds: Seconds, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    broken = Looking(tmp_path / "file" / "history")
    with caplog.at_level(logging.WARNING):
        history = HistoryThread(broken, monotonic=seconds, first_thorough_s=10_000)
        history.start()
        next_look(broken)
        for _ in range(3):
            move(history, seconds, LIGHT_S)
            next_look(broken)
        assert history.stop(WAIT_S)
    assert len([record for record in caplog.records if "gap" in record.message]) == 1


def test_it_ends_at_once_though_it_sleeps(sampler: Looking) -> None:
    history = HistoryThread(sampler)
    history.start()
    next_look(sampler)
    assert history.stop(WAIT_S)
    assert history.stop(0)


def test_one_that_never_began_has_ended(sampler: Looking) -> None:
    assert HistoryThread(sampler).stop(0)


def test_a_look_that_hangs_does_not_keep_the_program(tmp_path: Path, seconds: Seconds) -> None:
    begun, over = Event(), Event()

    class Stuck(Looking):
        def sample(self) -> None:
            begun.set()
            over.wait(WAIT_S)

    history = HistoryThread(Stuck(tmp_path), monotonic=seconds)
    history.start()
    assert begun.wait(WAIT_S)
    assert not history.stop(0)
    assert history._thread.daemon
    over.set()
    assert history.stop(WAIT_S)


def test_notes_come_from_any_thread_and_bring_nothing_else(
    thread: HistoryThread, sampler: Looking, tmp_path: Path
) -> None:
    odd: Mapping[str, object] = {"displays": [{"name": "a", "title": "Salary.docx"}, 7, None], "x": object()}
    thread.note("displays", odd)
    thread.note("nothing like it", odd)
    assert thread.stop(WAIT_S)
    sampler.keep_noted()
    assert b"Salary" not in (tmp_path / "state.json").read_bytes()


def test_a_thorough_look_that_takes_long_is_taken_less_often() -> None:
    for took_s, pause_s in ((1.0, THOROUGH_S), (5.0, 5000.0), (500.0, RAREST_S)):
        timetable = Timetable(0.0)
        timetable.take_light(10_000)
        assert timetable.take_thorough(10_000)
        assert not timetable.take_thorough(10_000)
        timetable.plan_thorough(10_000, took_s)
        assert not timetable.take_thorough(10_000 + pause_s - 1)
        assert timetable.take_thorough(10_000 + pause_s)


def test_it_sleeps_until_something_is_due() -> None:
    timetable = Timetable(0.0)
    assert timetable.pause_s(0) == 0
    timetable.take_light(0)
    assert timetable.pause_s(0) == FIRST_THOROUGH_S
    timetable.take_thorough(FIRST_THOROUGH_S)
    assert timetable.pause_s(FIRST_THOROUGH_S) == LIGHT_S - FIRST_THOROUGH_S
    timetable.plan_noted(200)
    timetable.plan_noted(210)
    assert timetable.pause_s(210) == NOTED_S - 10
    assert timetable.pause_s(10_000) == 0
