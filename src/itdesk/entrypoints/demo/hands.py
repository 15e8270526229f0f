"""Hands and eyes for the story: press what is in sight, type, look, and wait for what must come."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QTextEdit, QWidget

from itdesk.ui.background import Runner

LOOK_EVERY_MS = 5
PATIENCE_S = 30.0

Kind = TypeVar("Kind", bound=QWidget)
Value = TypeVar("Value")


class NeverHappened(Exception):
    """Something that the story waits for did not come in time."""


class _Watch(QObject):
    """Runs the event loop until a condition holds."""

    def __init__(self, holds: Callable[[], bool]) -> None:
        super().__init__()
        self._holds = holds
        self._held = False
        self._error: Exception | None = None
        self._loop = QEventLoop(self)
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_EVERY_MS)
        self._clock.timeout.connect(self._look)

    def run(self, limit_s: float) -> bool:
        """Return whether the condition held once in time. Raises what the condition raises."""
        ends = QTimer(self)
        ends.setSingleShot(True)
        ends.timeout.connect(self._loop.quit)
        ends.start(round(limit_s * 1000))
        self._clock.start()
        self._loop.exec()
        self._clock.stop()
        if self._error is not None:
            raise self._error
        return self._held

    @Slot()
    def _look(self) -> None:
        try:
            self._held = self._held or self._holds()
            if self._held:
                self._loop.quit()
        except Exception as error:  # noqa: BLE001 - raised again where somebody waits for it
            self._error = error
            self._loop.quit()


def wait_until(holds: Callable[[], bool], what: str, limit_s: float = PATIENCE_S) -> None:
    """Let the program run until `holds`. Raises NeverHappened, saying `what` did not come."""
    if not holds() and not _Watch(holds).run(limit_s):
        raise NeverHappened(f"{what} did not come within {limit_s:.0f} s")


class _Question(QObject):
    """Awaits one answer from a background thread."""

    def __init__(self) -> None:
        super().__init__()
        self.is_answered = False
        self.answer: Any = None
        self.error: Exception | None = None

    @Slot(object)
    def take(self, answer: object) -> None:
        """Take the answer."""
        self.answer, self.is_answered = answer, True

    @Slot(object)
    def fail(self, error: Exception) -> None:
        """Take what went wrong."""
        self.error, self.is_answered = error, True


def ask(runner: Runner, call: Callable[[], Value]) -> Value:
    """Return what `call` returns, made off the GUI thread while the windows live on."""
    question = _Question()
    runner.run(call, then=question.take, failed=question.fail)
    wait_until(lambda: question.is_answered, "an answer from this computer")
    if question.error is not None:
        raise question.error
    answer: Value = question.answer
    return answer


def ask_until(runner: Runner, call: Callable[[], Value], is_it: Callable[[Value], bool], what: str) -> Value:
    """Ask again and again until the answer is the one that must come. Raises NeverHappened."""
    ends = time.monotonic() + PATIENCE_S
    while not is_it(answer := ask(runner, call)):
        if time.monotonic() > ends:
            raise NeverHappened(f"{what} did not come within {PATIENCE_S:.0f} s")
    return answer


def part(window: QWidget, kind: type[Kind], name: str = "") -> Kind:
    """Return the visible part of the window that has this kind and, if one is given, name."""
    found = partial(_find, window, kind, name)
    wait_until(lambda: found() is not None, f"{name or kind.__name__} in “{window.windowTitle()}”")
    widget = found()
    assert widget is not None
    return widget


def _find(window: QWidget, kind: type[Kind], name: str) -> Kind | None:
    visible = (one for one in window.findChildren(kind) if one.isVisibleTo(window) or one.isVisible())
    return next((one for one in visible if not name or name in (one.accessibleName(), _words(one))), None)


def _words(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton | QLabel):
        return widget.text()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit | QTextEdit) else ""


def shows(window: QWidget, words: str) -> bool:
    """Tell whether these words can be read somewhere in the window."""
    return any(words in _words(one) for one in window.findChildren(QWidget) if one.isVisible())


def press(button: QAbstractButton) -> None:
    """Press a button as soon as it can be pressed."""
    wait_until(lambda: button.isVisible() and button.isEnabled(), f"the button “{button.text()}”")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write(field: QWidget, text: str) -> None:
    """Type into a field, key by key."""
    field.setFocus()
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(field, key)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Draw with the left mouse button from one place to another."""
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(widget, left, no_key, start)
    QTest.mouseMove(widget, end)
    QTest.mouseRelease(widget, left, no_key, end)


@contextmanager
def stopwatch() -> Iterator[Callable[[], float]]:
    """Give a call that says how many milliseconds have passed."""
    begun = time.perf_counter()
    yield lambda: (time.perf_counter() - begun) * 1000
