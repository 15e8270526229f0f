"""The ring that shows where the keyboard is, for painted widgets."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from itdesk.ui.tokens import Tokens


def paint_ring(painter: QPainter, rect: QRectF, radius: float, tokens: Tokens) -> None:
    """Draw the ring just inside `rect`."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens.color("focus"), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
