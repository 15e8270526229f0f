"""A field to search in: magnifier inside, Escape clears."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from itdesk.ui.fonts import scaled
from itdesk.ui.icons import paint_icon
from itdesk.ui.tokens import tokens_of


class SearchField(QLineEdit):
    """One line to search by. `name` is the placeholder and what a screen reader says."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setProperty("field", "search")
        self.setTextMargins(scaled(24), 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Escape; pass it on when there is nothing to clear."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and the magnifier in it."""
        super().paintEvent(event)
        side = scaled(16)
        square = self.rect()
        square.setRect(scaled(10), (self.height() - side) // 2, side, side)
        paint_icon(QPainter(self), square, "search", tokens_of(self.palette()).color("text_secondary"))
