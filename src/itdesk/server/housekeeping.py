"""What a server does by itself, again and again: it counts, and tells what it has counted."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime

from itdesk.server.counting import count_people, measure_first_answer
from itdesk.server.store.store import Store, StoreUnavailable

logger = logging.getLogger(__name__)

COUNT_EVERY_S = 20
"""In an outage hundreds say within minutes that they have it: computers are told of some of the counts."""
MEASURE_EVERY_S = 24 * 3600


class Housekeeping:
    """A thread of its own. Several servers may do the same: what is there already is not written again."""

    def __init__(
        self, store: Store, *, now: Callable[[], datetime], count_every_s: float = COUNT_EVERY_S
    ) -> None:
        self._store = store
        self._now = now
        self._count_every_s = count_every_s
        self._measured_at: float | None = None
        self._fails = False
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="housekeeping", daemon=True)

    def start(self) -> None:
        """Begin. The store must have been migrated."""
        self._thread.start()

    def stop(self) -> None:
        """Finish what is under way and end."""
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended.is_set():
            self._look()
            self._ended.wait(self._count_every_s)

    def _look(self) -> None:
        """Do what is due. A database that is away is told once, and asked again next time."""
        try:
            count_people(self._store)
            self._measure()
            self._fails = False
        except StoreUnavailable as error:
            if not self._fails:
                logger.warning("The people of announcements are not counted now: %s", error)
            self._fails = True
        except Exception:
            logger.exception("The housekeeping failed.")

    def _measure(self) -> None:
        at = time.monotonic()
        if self._measured_at is None or at - self._measured_at >= MEASURE_EVERY_S:
            measure_first_answer(self._store, self._now())
            self._measured_at = at
