"""Who of IT opened what: collected in memory, and noted in the audit together, a moment later.

A commit for each ticket that is read would cost more than reading it. Whoever kills the process takes the
openings of the last seconds with it.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from itdesk.domain.people import Actor
from itdesk.domain.ticket import Ticket
from itdesk.server.store.audit import Deed, note_all
from itdesk.server.store.store import Store, StoreUnavailable

logger = logging.getLogger(__name__)

NOTE_EVERY_S = 2.0
ONCE_IN = timedelta(minutes=10)
"""Whoever opens the same thing again within it is noted once."""
MOST = 10_000
"""So much waits at most when the database is away; what is more is lost, and logged."""

Key = tuple[str, str, str]


def is_of_interest(actor: Actor, ticket: Ticket) -> bool:
    """Tell whether opening it is noted: IT reads what is somebody else's. One's own is nobody's business."""
    return actor.role.is_staff and actor.id not in ticket.readers


class Openings:
    """What was opened in this process. Safe to share between threads."""

    def __init__(self, store: Store, *, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        self._lock = threading.Lock()
        self._waiting: list[Deed] = []
        self._noted: dict[Key, datetime] = {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="itdesk-openings", daemon=True)

    def start(self) -> None:
        """Begin to note what comes."""
        self._thread.start()

    def stop(self) -> None:
        """Note what waits, and end."""
        self._ended.set()
        self._thread.join()

    def add(self, deeds: Sequence[Deed]) -> None:
        """Take what was opened just now; it is in the audit within seconds."""
        with self._lock:
            now = self._now()
            for deed in deeds:
                key = deed.actor_id, deed.action, deed.object_id
                if key not in self._noted or now - self._noted[key] >= ONCE_IN:
                    self._noted[key] = now
                    self._waiting.append(deed)
            if len(self._waiting) > MOST:
                logger.error("%s openings could not be noted", len(self._waiting) - MOST)
                del self._waiting[MOST:]

    def note(self) -> None:
        """Note what waits now; what cannot be noted goes on waiting."""
        with self._lock:
            now, waiting = self._now(), self._waiting
            self._waiting = []
            self._noted = {key: at for key, at in self._noted.items() if now - at < ONCE_IN}
        if not waiting:
            return
        try:
            with self._store.writing() as connection:
                note_all(connection, waiting, now)
        except StoreUnavailable as error:
            logger.warning("%s openings are noted later: %s", len(waiting), error)
            with self._lock:
                self._waiting = [*waiting, *self._waiting]

    def _run(self) -> None:
        while not self._ended.wait(NOTE_EVERY_S):
            self._look()
        self._look()

    def _look(self) -> None:
        try:
            self.note()
        except Exception:  # our own mistake must not end the thread: what comes later counts
            logger.exception("openings could not be noted")
