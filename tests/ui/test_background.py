"""Calls run off the GUI thread and answer on it, whatever becomes of the one who asked."""

import logging
import threading
import weakref
from collections.abc import Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from itdesk.ui.background import Runner

TASKS = 2000


class Asker(QObject):
    """Notes what it is told, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.threads: set[int] = set()

    @Slot(object)
    def hear(self, answer: object) -> None:
        self.answers.append(answer)
        self.threads.add(threading.get_ident())


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    runner = Runner()
    yield runner
    assert runner.shutdown()


def test_the_answer_arrives_on_the_gui_thread(runner: Runner, qtbot: QtBot) -> None:
    asker = Asker()
    runner.run(threading.get_ident, then=asker.hear)
    qtbot.waitUntil(lambda: bool(asker.answers))
    assert asker.threads == {threading.get_ident()}
    assert asker.answers != [threading.get_ident()]


def test_a_failure_arrives_as_the_exception_itself(runner: Runner, qtbot: QtBot) -> None:
    asker, error = Asker(), OSError("the disk is full")

    def fail() -> object:
        raise error

    runner.run(fail, then=asker.hear, failed=asker.hear)
    qtbot.waitUntil(lambda: bool(asker.answers))
    assert asker.answers == [error]


def test_a_failure_that_nobody_hears_is_logged(
    runner: Runner, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        runner.run(lambda: 1 // 0)
        qtbot.waitUntil(lambda: runner.waiting == 0)
    assert "ZeroDivisionError" in caplog.text


def test_nothing_is_left_after_two_thousand(runner: Runner, qtbot: QtBot) -> None:
    asker = Asker()
    for number in range(TASKS):
        runner.run(lambda number=number: number, then=asker.hear)  # type: ignore[misc]
    qtbot.waitUntil(lambda: runner.waiting == 0, timeout=30_000)
    assert sorted(asker.answers, key=str) == sorted(range(TASKS), key=str)


def test_who_was_deleted_hears_nothing_and_is_freed(runner: Runner, qtbot: QtBot) -> None:
    asker, gate = Asker(), threading.Event()
    answers, gone = asker.answers, weakref.ref(asker)
    runner.run(gate.wait, then=asker.hear)
    shiboken6.delete(asker)
    del asker
    gate.set()
    qtbot.waitUntil(lambda: runner.waiting == 0)
    assert answers == []
    assert gone() is None


def test_a_receiver_must_be_a_method_of_a_qobject(runner: Runner) -> None:
    with pytest.raises(TypeError):
        runner.run(lambda: 1, then=print)
    assert runner.waiting == 0


def test_shutdown_waits_for_all_that_was_asked(qtbot: QtBot) -> None:
    """A window that closes saves its draft: that is asked last, behind whatever else is under way."""
    runner, kept = Runner(threads=1), threading.Event()
    runner.run(partial(threading.Event().wait, 0.05))
    runner.run(kept.set)
    assert runner.shutdown()
    assert kept.is_set()
    assert runner.waiting == 0


def test_shutdown_drops_what_has_not_begun_by_its_deadline(qtbot: QtBot) -> None:
    runner, gate, asker = Runner(threads=1), threading.Event(), Asker()
    started = threading.Event()

    def first() -> None:
        started.set()
        gate.wait(10)

    runner.run(first)
    runner.run(lambda: "second", then=asker.hear)
    assert started.wait(10)
    assert not runner.shutdown(10)
    gate.set()
    assert runner.shutdown()
    qtbot.wait(0)
    assert asker.answers == []
    assert runner.waiting == 0
