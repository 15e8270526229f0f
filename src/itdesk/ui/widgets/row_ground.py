"""What the rows of lists stand on: a card that shows choice, pointer and keyboard; and one line of text."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from itdesk.ui.fonts import scaled
from itdesk.ui.tokens import tokens_of
from itdesk.ui.widgets.focus_ring import paint_ring

INSET_PX = 8
RADIUS_PX = 8
BEGIN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class RowGround:
    """The card of one row, from what the view says of it."""

    def __init__(self, option: QStyleOptionViewItem, inset_px: int = INSET_PX) -> None:
        self.rect: QRect = option.rect
        self.card = card_in(self.rect, inset_px)
        self.tokens = tokens_of(option.palette)
        self._state: QStyle.StateFlag = option.state

    @property
    def is_chosen(self) -> bool:
        """Whether the row is the chosen one."""
        return self._has(QStyle.StateFlag.State_Selected)

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
        if self.is_chosen:
            return self.tokens.color("select_active")
        return self.tokens.color("surface_hover") if self._has(QStyle.StateFlag.State_MouseOver) else None

    def _has(self, state: QStyle.StateFlag) -> bool:
        return bool(self._state & state)


def card_in(rect: QRect, inset_px: int = INSET_PX) -> QRect:
    """Return where the card lies in a row."""
    side = scaled(inset_px) if inset_px else 0
    return rect.adjusted(side, 1, -side, -1)


def middle(rect: QRect, height: int) -> float:
    """Return the top of something `height` high that lies in the middle of `rect`."""
    return rect.top() + (rect.height() - height) / 2


def write(painter: QPainter, rect: QRect, text: str, font: QFont, color: QColor) -> None:
    """Draw one line from the left, elided at its end."""
    painter.setFont(font)
    painter.setPen(color)
    elided = QFontMetrics(font).elidedText(one_line(text), Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, BEGIN, elided)


def write_piece(painter: QPainter, rect: QRect, text: str, font: QFont, color: QColor) -> int:
    """Draw a piece of a line, blanks at its ends and all; return how wide it is."""
    painter.setFont(font)
    painter.setPen(color)
    metrics = QFontMetrics(font)
    elided = metrics.elidedText("\u2068" + text + "\u2069", Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, BEGIN, elided)
    return metrics.horizontalAdvance(text)


def write_at_end(painter: QPainter, rect: QRect, text: str, font: QFont, color: QColor) -> None:
    """Draw one short line at the right."""
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, END, text)


def one_line(text: str) -> str:
    """Return `text` without its line breaks, and isolated, so that it cannot turn its neighbours around."""
    return "\u2068" + " ".join(text.split()) + "\u2069"
