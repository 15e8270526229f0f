"""Lets the computer note how it is doing while the tray runs, and tells it of the screens, which Qt knows."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QScreen

from itdesk.ui.background import Runner
from itdesk.ui.displays import measured_displays

if TYPE_CHECKING:
    from itdesk.ui.surroundings import History


class HistoryWatch(QObject):
    """Begins in the background, so that the tray icon waits for none of it."""

    def __init__(
        self, app: QGuiApplication, make: Callable[[], "History"], runner: Runner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._make = make
        self._runner = runner
        self._history: History | None = None
        self._is_stopped = False

    def begin(self) -> None:
        """Start noting."""
        self._runner.run(self._make, then=self._on_made)

    def stop(self, deadline_s: float) -> None:
        """End; called from whatever thread leaves."""
        self._is_stopped = True
        history, self._history = self._history, None
        if history is not None:
            history.stop(deadline_s)

    @Slot(object)
    def _on_made(self, history: "History") -> None:
        if self._is_stopped:
            return
        self._history = history
        history.start()
        self._app.screenAdded.connect(self._on_screen)
        self._app.screenRemoved.connect(self._on_screen)
        self._app.primaryScreenChanged.connect(self._on_screen)
        self._note()

    @Slot(QScreen)
    def _on_screen(self, _screen: QScreen) -> None:
        self._note()

    def _note(self) -> None:
        if self._history is not None:
            self._history.note("displays", measured_displays())
