"""The thread that keeps this computer and the server together."""

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from random import Random

from itdesk.connection.errors import ExchangeFailed, Problem, SignInNeeded
from itdesk.connection.live_stream import LiveStream, StreamEvent
from itdesk.replica.failures import WorldFailed
from itdesk.sync.schedule import CAP_S, Schedule

logger = logging.getLogger(__name__)

LOOK_S = 1.0
SILENCE_S = 300.0
REOPEN_S = 5.0
PLAIN = "message"
"""The kind of an event that names none: a hint."""


class SyncLoop:
    """Exchanges at once when woken, when the server hints at news, and now and then by itself.

    `exchange` does one exchange and raises what went wrong; `open_stream` opens the live stream;
    `has_news` tells, cheaply and on the loop's own thread, whether another process wrote meanwhile;
    `due_in_s` says when something that is held back may go (None: never). `hear` gets each event of the
    stream that has a kind of its own, on the stream's thread, and None when the stream is over.
    """

    def __init__(
        self,
        *,
        exchange: Callable[[], None],
        open_stream: Callable[[], LiveStream],
        has_news: Callable[[], bool],
        due_in_s: Callable[[], float | None],
        hear: Callable[[StreamEvent | None], None],
        random: Random,
        silence_s: float = SILENCE_S,
    ) -> None:
        self._exchange = exchange
        self._open_stream = open_stream
        self._has_news = has_news
        self._due_in_s = due_in_s
        self._hear = hear
        self._schedule = Schedule(random)
        self._random = random
        self._silence_s = silence_s
        self._woken = threading.Event()
        self._stopped = threading.Event()
        self._reached = threading.Event()
        self._beat = time.monotonic()
        self._stream: LiveStream | None = None
        self._generation = 0
        self._worker: threading.Thread | None = None
        self._listener = threading.Thread(target=self._listen, name="itdesk-live", daemon=True)
        self._watchdog = threading.Thread(target=self._watch, name="itdesk-watchdog", daemon=True)

    def start(self) -> None:
        """Begin, with an exchange at once."""
        self._start_worker()
        self._listener.start()
        self._watchdog.start()

    def wake(self) -> None:
        """Exchange now. From any thread; returns at once."""
        self._woken.set()

    def stop(self, deadline_s: float) -> bool:
        """End within `deadline_s` seconds; return whether all threads did."""
        ends = time.monotonic() + deadline_s
        self._stopped.set()
        self._woken.set()
        self._reached.set()
        if self._stream is not None:
            self._stream.close()
        threads = [one for one in (self._worker, self._listener, self._watchdog) if one is not None]
        for thread in threads:
            thread.join(max(ends - time.monotonic(), 0.0))
        return not any(thread.is_alive() for thread in threads)

    def _start_worker(self) -> None:
        self._generation += 1
        self._beat = time.monotonic()
        self._worker = threading.Thread(
            target=self._work, args=(self._generation,), name="itdesk-sync", daemon=True
        )
        self._worker.start()

    def _work(self, generation: int) -> None:
        while self._generation == generation and not self._stopped.is_set():
            self._woken.clear()
            self._beat = time.monotonic()
            pause_s = self._attempt()
            self._wait(pause_s, generation)

    def _attempt(self) -> float:
        """Exchange once; return how long to pause."""
        try:
            self._exchange()
        except SignInNeeded:
            self._reached.clear()
            return CAP_S  # nothing is lost; signing in wakes us
        except ExchangeFailed as error:
            self._reached.clear()
            logger.info("no exchange: %s", error)
            return self._schedule.after_failure(error.retry_after if isinstance(error, Problem) else None)
        except WorldFailed as error:
            logger.warning("no exchange: %s", error)
            return self._schedule.after_failure()
        except Exception:  # our own mistake must not end the loop: what waits would never be sent
            logger.exception("the exchange failed by our own mistake")
            return self._schedule.after_failure()
        self._reached.set()
        return self._schedule.after_success()

    def _wait(self, pause_s: float, generation: int) -> None:
        """Pause, unless woken, stopped, or something new is to be sent."""
        ends = time.monotonic() + min(pause_s, self._next_due_in_s(pause_s))
        while self._generation == generation and time.monotonic() < ends:
            self._beat = time.monotonic()
            if self._woken.wait(max(min(LOOK_S, ends - time.monotonic()), 0.0)) or self._has_news():
                return

    def _next_due_in_s(self, pause_s: float) -> float:
        """Return when a delayed change may go out, or the whole pause. A disk that fails ends no loop."""
        try:
            due_in_s = self._due_in_s()
        except WorldFailed as error:
            logger.warning("when the next change is due cannot be read: %s", error)
            return pause_s
        return pause_s if due_in_s is None else due_in_s

    def _listen(self) -> None:
        """Follow the live stream whenever the server is reached. Data come by exchange, not by it."""
        while not self._stopped.is_set():
            self._reached.wait()
            if self._stopped.is_set():
                return
            try:
                self._follow()
            except ExchangeFailed as error:
                logger.info("the live stream ended: %s", error)
            except Exception:  # hints are a comfort: without them the slow look goes on
                logger.exception("the live stream failed by our own mistake")
            self._stopped.wait(self._random.uniform(0.5, 1.5) * REOPEN_S)

    def _follow(self) -> None:
        with self._open_stream() as stream:
            self._stream = stream
            if self._stopped.is_set():
                return
            try:
                for event in stream:
                    self._take(event)
            finally:
                self._hear(None)
        self._stream = None

    def _take(self, event: StreamEvent) -> None:
        if event.kind == PLAIN:
            self.wake()
        else:
            self._hear(event)

    def _watch(self) -> None:
        """Start the worker anew when it is silent for too long, and log where it hangs."""
        while not self._stopped.wait(min(self._silence_s / 4, 30.0)):
            if time.monotonic() - self._beat < self._silence_s:
                continue
            worker = self._worker
            frame = sys._current_frames().get(worker.ident or 0) if worker else None  # noqa: SLF001
            stack = "".join(traceback.format_stack(frame)) if frame else "it has ended"
            logger.error(
                "the exchange is silent for %s s and starts anew; it hung here:\n%s", self._silence_s, stack
            )
            self._start_worker()
