"""How far a report has come: saved, sent, seen, somebody has it."""

from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.icons import paint_icon
from itdesk.ui.tokens import tokens_of

MARK, GAP, LINE, LEAST_LINE = 18, 6, 40, 12


class Step(IntEnum):
    """The steps in their order."""

    SAVED = 1
    SENT = 2
    SEEN = 3
    TAKEN = 4


class ReceiptSteps(QWidget):
    """Green checks for what is true, outlines for what is not yet; the current step is semibold."""

    def __init__(self, reached: Step = Step.SAVED, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reached = reached
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_reached(reached)

    def show_reached(self, reached: Step) -> None:
        """Show how far it has come."""
        self._reached = reached
        self.setAccessibleName(self._words()[reached - 1])
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all steps with comfortable lines between them."""
        return self._size(LINE)

    def minimumSizeHint(self) -> QSize:
        """Return the room for all steps with the shortest lines."""
        return self._size(LEAST_LINE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the steps from left to right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spare = self.width() - self._size(0).width()
        line = min(scaled(64), spare / 3)
        left = 0.0
        for step in Step:
            left = self._paint_step(painter, left, step)
            if step is not Step.TAKEN:
                left = self._paint_line(painter, left, line, is_done=step < self._reached)

    def _paint_step(self, painter: QPainter, left: float, step: Step) -> float:
        tokens = tokens_of(self.palette())
        side = scaled(MARK)
        mark = QRectF(left, (self.height() - side) / 2, side, side)
        done = step <= self._reached
        color = tokens.color("green_mark" if done else "grey_mark")
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(color if done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(mark.adjusted(1, 1, -1, -1))
        if done:
            paint_icon(painter, mark.adjusted(3, 3, -3, -3), "check", tokens.color("surface_base"))
        font = self._font(step)
        painter.setFont(font)
        painter.setPen(tokens.color("text_primary" if done else "text_secondary"))
        text = self._words()[step - 1]
        width = QFontMetrics(font).horizontalAdvance(text)
        area = QRectF(mark.right() + scaled(GAP), 0, width + 2, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
        return area.right()

    def _paint_line(self, painter: QPainter, left: float, length: float, *, is_done: bool) -> float:
        tokens = tokens_of(self.palette())
        painter.setPen(QPen(tokens.color("green_mark" if is_done else "line_hairline"), 1.5))
        middle = self.height() / 2
        painter.drawLine(QPointF(left + scaled(GAP), middle), QPointF(left + length - scaled(GAP), middle))
        return left + length

    def _size(self, line: int) -> QSize:
        words = sum(
            QFontMetrics(self._font(step)).horizontalAdvance(text) + 2
            for step, text in zip(Step, self._words(), strict=True)
        )
        return QSize(words + 4 * (scaled(MARK) + scaled(GAP)) + 3 * scaled(line), scaled(MARK + 6))

    def _font(self, step: Step) -> QFont:
        return text_font(TextRole.META_STRONG if step is self._reached else TextRole.META)

    def _words(self) -> tuple[str, str, str, str]:
        return (self.tr("Saved"), self.tr("Sent"), self.tr("Seen"), self.tr("Somebody has it"))
