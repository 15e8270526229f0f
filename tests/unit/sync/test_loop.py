"""The thread that keeps at it."""

import threading
from collections.abc import Callable
from random import Random

from itdesk.connection.errors import Cause, Unreachable
from itdesk.connection.live_stream import LiveStream
from itdesk.replica.failures import WorldFailed
from itdesk.sync.loop import SyncLoop

PATIENCE_S = 20


class NoStream:
    """A live stream that cannot be opened."""

    def __call__(self) -> LiveStream:
        raise Unreachable("http://127.0.0.1", Cause.REFUSED)


class Attempts:
    """Counts exchanges; fails or hangs as told."""

    def __init__(self) -> None:
        self.made = threading.Semaphore(0)
        self.hangs = threading.Event()
        self.failure: Exception | None = None

    def __call__(self) -> None:
        self.made.release()
        if self.failure is not None:
            raise self.failure
        if self.hangs.is_set():
            self.hangs.clear()
            threading.Event().wait(PATIENCE_S)


def nothing_due() -> float | None:
    return None


def loop_over(
    attempts: Attempts, silence_s: float = 300.0, due_in_s: Callable[[], float | None] = nothing_due
) -> SyncLoop:
    return SyncLoop(
        exchange=attempts,
        open_stream=NoStream(),
        has_news=lambda: False,
        due_in_s=due_in_s,
        hear=lambda _event: None,
        random=Random(1),
        silence_s=silence_s,
    )


def test_it_exchanges_at_once_and_when_woken() -> None:
    attempts = Attempts()
    loop = loop_over(attempts)
    loop.start()
    assert attempts.made.acquire(timeout=PATIENCE_S)
    loop.wake()
    assert attempts.made.acquire(timeout=PATIENCE_S)
    assert loop.stop(PATIENCE_S)


def test_it_survives_the_network_and_our_own_mistakes() -> None:
    for failure in (Unreachable("http://127.0.0.1", Cause.TIMEOUT), RuntimeError("ours")):
        attempts = Attempts()
        attempts.failure = failure
        loop = loop_over(attempts)
        loop.start()
        for _ in range(3):
            assert attempts.made.acquire(timeout=PATIENCE_S)
        assert loop.stop(PATIENCE_S)


def test_a_disk_that_fails_ends_no_loop() -> None:
    def fails() -> float | None:
        raise WorldFailed("The disk failed.")

    attempts = Attempts()
    loop = loop_over(attempts, due_in_s=fails)
    loop.start()
    assert attempts.made.acquire(timeout=PATIENCE_S)
    loop.wake()
    assert attempts.made.acquire(timeout=PATIENCE_S)
    assert loop.stop(PATIENCE_S)


def test_a_hanging_exchange_is_left_behind() -> None:
    attempts = Attempts()
    attempts.hangs.set()
    loop = loop_over(attempts, silence_s=0.4)
    loop.start()
    assert attempts.made.acquire(timeout=PATIENCE_S)
    assert attempts.made.acquire(timeout=PATIENCE_S)
    loop.stop(PATIENCE_S)
