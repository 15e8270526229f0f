"""On macOS the system hands an address `itdesk://…` to the program that runs, as an event."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from itdesk.ui.wanted import wanted_at


class OpenedAddress(QObject):
    """Hears what the system wants to have opened. Signals: `wanted(what)`, for our addresses alone."""

    wanted = Signal(str)

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or app)
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell of an address of ours; whatever else is to be opened is none of our business."""
        if not isinstance(event, QFileOpenEvent):
            return False
        wanted = wanted_at(event.url().toString())
        if wanted is not None:
            self.wanted.emit(wanted)
        return True
