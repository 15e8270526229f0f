"""What rows of the console have in common: their ground, their ring, one line of text."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from itdesk.ui.fonts import scaled
from itdesk.ui.tokens import Tokens, tokens_of
from itdesk.ui.widgets.focus_ring import paint_ring

RADIUS_PX = 8
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowView:
    """What a style option tells a painter."""

    def __init__(self, option: QStyleOptionViewItem) -> None:
        self.rect: QRect = option.rect
        self.palette: QPalette = option.palette
        self._state: QStyle.StateFlag = option.state

    @property
    def tokens(self) -> Tokens:
        """The colours that are worn."""
        return tokens_of(self.palette)

    def has(self, state: QStyle.StateFlag) -> bool:
        """Tell whether a flag is set."""
        return bool(self._state & state)

    @property
    def ground(self) -> QColor | None:
        """The colour behind the row, or None for that of the view."""
        if self.has(QStyle.StateFlag.State_Selected):
            return self.tokens.color("select_active")
        return self.tokens.color("surface_hover") if self.has(QStyle.StateFlag.State_MouseOver) else None

    @property
    def is_ringed(self) -> bool:
        """Whether the keyboard is here and in use."""
        return self.has(QStyle.StateFlag.State_HasFocus) and self.has(
            QStyle.StateFlag.State_KeyboardFocusChange
        )


def paint_ground(painter: QPainter, card: QRect, view: RowView) -> None:
    """Draw what shows selection, hover and keyboard."""
    if view.ground is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(view.ground)
        painter.drawRoundedRect(card, scaled(RADIUS_PX), scaled(RADIUS_PX))
    if view.is_ringed:
        paint_ring(painter, QRectF(card), scaled(RADIUS_PX), view.tokens)


def middle(rect: QRect, height: int) -> float:
    """Return the top of something `height` high that lies in the middle of `rect`."""
    return rect.top() + (rect.height() - height) / 2


def write(painter: QPainter, rect: QRect, text: str, font: QFont, color: QColor) -> None:
    """Draw one line from the left, elided at its end."""
    painter.setFont(font)
    painter.setPen(color)
    elided = QFontMetrics(font).elidedText(one_line(text), Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, LEFT | Qt.TextFlag.TextSingleLine, elided)


def one_line(text: str) -> str:
    """Return `text` without its line breaks, and isolated, so that it cannot turn its neighbours around."""
    return "\u2068" + " ".join(text.split()) + "\u2069"
