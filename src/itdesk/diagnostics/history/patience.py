"""Waits for answers, one after the other, none longer than its limit; what still hangs is not asked again."""

from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from typing import NoReturn, TypeVar

Answer = TypeVar("Answer")


class Patience:
    """Runs each call on a thread of its own, because any of them may hang: a dead disk, a tool, a driver."""

    def __init__(self) -> None:
        self._threads: dict[str, Thread] = {}

    def wait_for(self, name: str, call: Callable[[], Answer], limit_s: float) -> Answer:
        """Return what `call` returns, or raise what it raises.

        Raises TimeoutError after `limit_s` seconds, and at once while an earlier call of that name hangs.
        """
        earlier = self._threads.get(name)
        if earlier is not None and earlier.is_alive():
            raise TimeoutError(f"{name} still hangs")
        outcomes: SimpleQueue[Callable[[], Answer]] = SimpleQueue()
        thread = Thread(target=_run, args=(call, outcomes), name=f"history {name}", daemon=True)
        self._threads[name] = thread
        thread.start()
        try:
            outcome = outcomes.get(timeout=limit_s)
        except Empty:
            raise TimeoutError(f"{name} did not answer in {limit_s} s") from None
        return outcome()


def _run(call: Callable[[], Answer], outcomes: "SimpleQueue[Callable[[], Answer]]") -> None:
    try:
        answer = call()
    except Exception as error:  # noqa: BLE001 - the one who waits is told
        outcomes.put(partial(_raise, error))
    else:
        outcomes.put(lambda: answer)


def _raise(error: Exception) -> NoReturn:
    raise error
