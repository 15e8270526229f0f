"""What somebody did in the console and can take back, the last thing first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from itdesk.ui.background import Runner

KEPT = 100


@dataclass(frozen=True)
class Done:
    """What was done, in words, and the call that takes it back, off the GUI thread.

    `then` is told on the GUI thread what that call has returned.
    """

    words: str
    undo: Callable[[], object]
    then: Callable[[Any], object] | None = None


class UndoStack(QObject):
    """Keeps what was done in this window. Each inverse is a change of its own: nothing is rewritten.

    Signals: `undone(str)` with the words of what was taken back; `empty()` when there is nothing to take
    back; `failed(Exception)`.
    """

    undone = Signal(str)
    empty = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._done: list[Done] = []
        self._undoing: Done | None = None

    def push(self, done: Done) -> None:
        """Remember one thing more; the oldest are forgotten."""
        self._done = [*self._done, done][-KEPT:]

    @Slot()
    def undo(self) -> None:
        """Take the last thing back. What is refused is not tried again: somebody has built on it."""
        if self._undoing is not None:
            return
        if not self._done:
            self.empty.emit()
            return
        self._undoing = self._done.pop()
        self._runner.run(self._undoing.undo, then=self._tell, failed=self._fail)

    @Slot(object)
    def _tell(self, answer: object) -> None:
        done, self._undoing = self._undoing, None
        if done is None:
            return
        if done.then is not None:
            done.then(answer)
        self.undone.emit(done.words)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._undoing = None
        self.failed.emit(error)
