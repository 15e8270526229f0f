"""A recording while it runs: looks at the screen once a second and hands each look to the background."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from itdesk.ui.background import Runner
from itdesk.ui.recorder.choice import LONGEST_MS, Kept
from itdesk.ui.recorder.reel import Look, Reel

TICK_MS = 1_020
"""A little more than the shortest gap, so that a timer that comes early does not miss its second."""


class Ending(StrEnum):
    """Why a recording is over."""

    ASKED = "asked"
    FULL = "full"
    LONG = "long"
    UNSEEN = "unseen"
    """The desktop gave no picture."""
    FAILED = "failed"


@dataclass(frozen=True)
class Seen:
    """What the screen shows, and the places of it, in its pixels, where our own bar stands."""

    image: QImage
    ours: tuple[QRect, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """What a recording has brought; `error` where it failed."""

    kept: Kept
    ending: Ending
    error: Exception | None = None


class Recording(QObject):
    """One look at a time is in the background: a slow disk makes fewer frames, never a queue of pictures.

    Signals: `told(Kept)` after each look that was judged; `ended(Recorded)` once.
    """

    told = Signal(object)
    ended = Signal(object)

    def __init__(
        self,
        runner: Runner,
        reel: Reel,
        see: Callable[[], Seen | None],
        parent: QObject,
        elapsed_ms: Callable[[], int] | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._reel = reel
        self._see = see
        self._since = QElapsedTimer()
        self._elapsed_ms = elapsed_ms or self._since.elapsed
        self._waiting: deque[Look] = deque()
        self._is_flying = False
        self._ending: Ending | None = None
        self._error: Exception | None = None
        self._is_told = False
        self._kept = Kept()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def elapsed_ms(self) -> int:
        """How long it runs."""
        return self._elapsed_ms()

    @property
    def is_running(self) -> bool:
        """Whether it still looks."""
        return self._ending is None

    def begin(self) -> None:
        """Begin to look; the first look comes when our windows have gone."""
        self._since.start()
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Look once, unless the look before is still being judged."""
        if self.elapsed_ms >= LONGEST_MS:
            self.stop(Ending.LONG)
        elif not self._is_flying:
            self._take(is_marked=False)

    @Slot()
    def mark(self) -> None:
        """Keep what the screen shows now, whatever was kept before."""
        self._take(is_marked=True)

    @Slot()
    def stop(self, ending: Ending = Ending.ASKED) -> None:
        """Look no more; what was seen is still judged, then it ends."""
        self._timer.stop()
        self._ending = self._ending or ending
        self._go_on()

    def _take(self, *, is_marked: bool) -> None:
        if not self.is_running:
            return
        seen = self._see()
        if seen is None:
            self.stop(Ending.UNSEEN)
            return
        self._waiting.append(
            Look(image=seen.image, at_ms=self.elapsed_ms, is_marked=is_marked, ours=seen.ours)
        )
        self._go_on()

    def _go_on(self) -> None:
        if self._is_flying:
            return
        if self._waiting:
            self._is_flying = True
            look = self._waiting.popleft()
            self._runner.run(partial(self._reel.take, look), then=self._on_taken, failed=self._on_failed)
        elif self._ending is not None and not self._is_told:
            self._is_told = True
            self.ended.emit(Recorded(kept=self._kept, ending=self._ending, error=self._error))

    @Slot(object)
    def _on_taken(self, kept: Kept) -> None:
        self._is_flying = False
        self._kept = kept
        self.told.emit(kept)
        if kept.is_full:
            self.stop(Ending.FULL)
        else:
            self._go_on()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._is_flying = False
        self._waiting.clear()
        self._error = error
        self.stop(Ending.FAILED)
