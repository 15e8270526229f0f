"""What rows of the employee's lists stand on: a card that shows choice, pointer and keyboard."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from itdesk.ui.fonts import scaled
from itdesk.ui.tokens import tokens_of
from itdesk.ui.widgets.focus_ring import paint_ring

INSET_PX = 8
RADIUS_PX = 8
BEGIN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class RowGround:
    """The card of one row, from what the view says of it."""

    def __init__(self, option: QStyleOptionViewItem) -> None:
        rect: QRect = option.rect
        self.card = rect.adjusted(scaled(INSET_PX), 1, -scaled(INSET_PX), -1)
        self.tokens = tokens_of(option.palette)
        self._state: QStyle.StateFlag = option.state

    def paint(self, painter: QPainter) -> None:
        """Draw the card, and the ring while the keyboard is here."""
        if (color := self._color()) is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(self.card, scaled(RADIUS_PX), scaled(RADIUS_PX))
        state = QStyle.StateFlag
        if self._has(state.State_HasFocus) and self._has(state.State_KeyboardFocusChange):
            paint_ring(painter, QRectF(self.card), scaled(RADIUS_PX), self.tokens)

    def _color(self) -> QColor | None:
        if self._has(QStyle.StateFlag.State_Selected):
            return self.tokens.color("select_active")
        return self.tokens.color("surface_hover") if self._has(QStyle.StateFlag.State_MouseOver) else None

    def _has(self, state: QStyle.StateFlag) -> bool:
        return bool(self._state & state)


def write(painter: QPainter, rect: QRect, text: str, font: QFont, color: QColor) -> None:
    """Draw one line, elided at its end, and isolated: it cannot turn the words beside it around."""
    painter.setFont(font)
    painter.setPen(color)
    elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, BEGIN, f"\u2068{elided}\u2069")
