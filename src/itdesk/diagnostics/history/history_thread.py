"""The thread that looks after the history: a light look now and then, a thorough one more rarely."""

import logging
import math
import time
from collections.abc import Callable, Mapping
from threading import Event, Thread

from itdesk.diagnostics.history.sampler import Sampler

logger = logging.getLogger(__name__)

LIGHT_S = 300.0
FIRST_THOROUGH_S = 120.0
THOROUGH_S = 3600.0
SHARE = 0.001
"""A thorough look may take this share of the time: one that takes longer is taken less often."""
RAREST_S = 4 * THOROUGH_S
NOTED_S = 30.0
"""Screens come and go in flocks: what was noted is kept once they have settled."""


class Timetable:
    """When which look is due, by the seconds of a clock that only goes forwards."""

    def __init__(self, begun: float, first_thorough_s: float = FIRST_THOROUGH_S) -> None:
        self._light_at = begun
        self._thorough_at = begun + first_thorough_s
        self._noted_at = math.inf

    def plan_noted(self, now: float) -> None:
        """Have what was noted kept soon."""
        self._noted_at = min(self._noted_at, now + NOTED_S)

    def plan_thorough(self, now: float, took_s: float) -> None:
        """Plan the next thorough look after one that took `took_s` seconds."""
        self._thorough_at = now + min(max(THOROUGH_S, took_s / SHARE), RAREST_S)

    def take_light(self, now: float) -> bool:
        """Return whether a light look is due, and plan the next."""
        is_due = now >= self._light_at
        if is_due:
            self._light_at = now + LIGHT_S
        return is_due

    def take_thorough(self, now: float) -> bool:
        """Return whether a thorough look is due. Until it has ended, the next is an hour away."""
        is_due = now >= self._thorough_at
        if is_due:
            self._thorough_at = now + THOROUGH_S
        return is_due

    def take_noted(self, now: float) -> bool:
        """Return whether it is time to keep what was noted."""
        is_due = now >= self._noted_at
        if is_due:
            self._noted_at = math.inf
        return is_due

    def pause_s(self, now: float) -> float:
        """Return for how long nothing is due."""
        return max(min(self._light_at, self._thorough_at, self._noted_at) - now, 0.0)


class HistoryThread:
    """Has `sampler` look when it is time, and sleeps meanwhile. Whatever fails is logged, and it goes on."""

    def __init__(
        self,
        sampler: Sampler,
        *,
        first_thorough_s: float = FIRST_THOROUGH_S,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sampler = sampler
        self._monotonic = monotonic
        self._timetable = Timetable(monotonic(), first_thorough_s)
        self._woken = Event()
        self._is_over = Event()
        self._told = ""
        self._thread = Thread(target=self._run, name="itdesk-history", daemon=True)

    def start(self) -> None:
        """Begin, with a light look at once."""
        self._thread.start()

    def stop(self, deadline_s: float) -> bool:
        """End within `deadline_s` seconds; return whether it did. What is being asked is waited for."""
        self._is_over.set()
        self._woken.set()
        if self._thread.ident is not None:
            self._thread.join(deadline_s)
        return not self._thread.is_alive()

    def note(self, name: str, values: Mapping[str, object]) -> None:
        """Take what only the desktop knows, like the `displays`. From any thread; returns at once."""
        self._sampler.note(name, values)
        self._timetable.plan_noted(self._monotonic())
        self._woken.set()

    def _run(self) -> None:
        while not self._is_over.is_set():
            self._woken.clear()
            self._do_what_is_due()
            if not self._is_over.is_set():
                self._woken.wait(self._timetable.pause_s(self._monotonic()))

    def _do_what_is_due(self) -> None:
        if self._timetable.take_light(self._monotonic()) and self._attempt(self._sampler.sample):
            self._told = ""
        if self._timetable.take_noted(self._monotonic()):
            self._attempt(self._sampler.keep_noted)
        begun = self._monotonic()
        if self._timetable.take_thorough(begun):
            self._attempt(lambda: self._sampler.look_thoroughly(self._is_over.is_set))
            ended = self._monotonic()
            self._timetable.plan_thorough(ended, ended - begun)

    def _attempt(self, look: Callable[[], None]) -> bool:
        """Look once; return whether it went well. The same failure of the world is logged once."""
        try:
            look()
        except OSError as error:
            reason = error.strerror or str(error)
            if reason != self._told:
                logger.warning("the history has a gap: %s", error)
            self._told = reason
            return False
        except Exception:  # our own mistake must not end the history
            logger.exception("the history failed by our own mistake")
            return False
        return True
