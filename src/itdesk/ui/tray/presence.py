"""Whether there is a tray: it may come later than we do, go away, or never be there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from itdesk.ui.tray.tray import Tray

RETRY_MS = 5_000
PATIENCE = 2
"""After so many looks somebody is waiting: at log-in, programs start before their panel."""


class TrayPresence(QObject):
    """Looks for the tray as long as the program runs: a panel may come late, and may crash at any time.

    Signal: `missing()` when none has come within ten seconds, and when one that was there is gone.
    """

    missing = Signal()

    def __init__(
        self, tray: Tray, parent: QObject | None = None, *, is_there: Callable[[], bool] | None = None
    ) -> None:
        """`is_there` tells whether there is a tray now; else the tray itself does."""
        super().__init__(parent)
        self._tray = tray
        self._is_there = is_there or tray.is_available
        self._was_there = False
        self._has_been_there = False
        self._tries = 0
        self._timer = QTimer(self)
        self._timer.setInterval(RETRY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def may_come(self) -> bool:
        """Whether it is too early to say that there is no tray."""
        return self._timer.isActive() and not self._has_been_there and self._tries <= PATIENCE

    def begin(self) -> None:
        """Show the icon as soon as there is a tray."""
        self._tries = 0
        self._has_been_there = False
        self._timer.start()
        self.look()

    def end(self) -> None:
        """Look no more, and take the icon away."""
        self._timer.stop()
        self._tray.hide()

    @Slot()
    def look(self) -> None:
        """Look once. Without an icon, a window that is closed leaves nothing to come back by."""
        is_there, was_there = self._is_there(), self._was_there
        self._was_there = is_there
        if is_there and not was_there:
            self._has_been_there = True
            self._tray.show()
        elif was_there and not is_there:
            self._tray.hide()
            self.missing.emit()
        elif not is_there:
            self._tries += 1
            if self._tries == PATIENCE + 1 and not self._has_been_there:
                self.missing.emit()
