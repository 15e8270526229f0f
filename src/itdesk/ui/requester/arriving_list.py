"""A list in which the keyboard's mere arrival chooses nothing."""

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListView


class ArrivingList(QListView):
    """Tells while the keyboard arrives: Qt makes the first row current then, and nobody has chosen it."""

    is_arriving = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the first row become current, and tell of it."""
        self.is_arriving = True
        super().focusInEvent(event)
        self.is_arriving = False
