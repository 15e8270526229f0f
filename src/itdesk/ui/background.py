"""Runs a call off the GUI thread and hands the answer back on it."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

log = logging.getLogger(__name__)

Call = Callable[[], object]
Receiver = Callable[[Any], object]
Answer = TypeVar("Answer")


class Relay(QObject):
    """Carries one answer to the thread in which it was made. Signals: the answer, the exception, itself."""

    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal(object)


class Task:
    """One call on its way through the pool.

    No QRunnable: one that ends before `start` has returned is never freed by PySide, nor is what it holds.
    """

    def __init__(self, call: Call, relay: Relay) -> None:
        self._call = call
        self._relay = relay

    def run(self) -> None:
        """Make the call; whatever it raises is an answer too."""
        try:
            answer = self._call()
        except Exception as error:  # noqa: BLE001 (the caller's receiver judges it)
            self._relay.failed.emit(error)
        else:
            self._relay.succeeded.emit(answer)
        self._relay.finished.emit(self._relay)


class Runner(QObject):
    """Runs calls on threads of its own.

    Receivers are bound methods of QObjects: Qt delivers to those on the GUI thread, and drops the
    answer silently when the object has been deleted meanwhile.
    """

    def __init__(self, parent: QObject | None = None, threads: int = 4) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._relays: set[Relay] = set()

    @property
    def waiting(self) -> int:
        """How many calls have not been answered yet."""
        return len(self._relays)

    def run(
        self,
        call: Callable[[], Answer],
        *,
        then: Callable[[Answer], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Make `call` on another thread; hand its result to `then`, or its exception to `failed`.

        Without `failed` an exception is logged. Raises TypeError for a receiver that is no bound
        method of a QObject.
        """
        relay = Relay()
        if then is not None:
            relay.succeeded.connect(bound(then))
        relay.failed.connect(self._log if failed is None else bound(failed))
        relay.finished.connect(self._forget)
        self._relays.add(relay)
        self._pool.start(Task(call, relay).run)

    def shutdown(self, milliseconds: int = 5000) -> bool:
        """Wait for all that was asked: a draft may be among it. Tell whether all of it ended in time.

        What has not begun by then is dropped.
        """
        ended = self._pool.waitForDone(milliseconds)
        if ended:
            self._relays.clear()
        else:
            self._pool.clear()
        return ended

    @Slot(object)
    def _forget(self, relay: Relay) -> None:
        self._relays.discard(relay)

    @Slot(object)
    def _log(self, error: Exception) -> None:
        log.error("a call in the background failed", exc_info=error)


def bound(receiver: Receiver) -> Receiver:
    """Return `receiver` if it is a bound method of a QObject; anything else would run on the wrong thread."""
    if not isinstance(getattr(receiver, "__self__", None), QObject):
        raise TypeError(f"{receiver!r} is not a bound method of a QObject")
    return receiver
