"""How far a report has come: saved, sent, seen, somebody has it."""

from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
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
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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
        """Return the room for the steps below each other."""
        widest = max(self._width_of(step) for step in Step)
        return QSize(widest, self.heightForWidth(widest))

    def heightForWidth(self, width: int) -> int:
        """Return the height of one line, or of four where the steps have no room beside each other."""
        return scaled(MARK + 6) * (1 if self._is_one_line(width) else len(Step))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the steps from left to right, or downwards."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = scaled(MARK + 6)
        if not self._is_one_line(self.width()):
            for number, step in enumerate(Step):
                self._paint_step(painter, QPointF(0, number * height), step)
            return
        spare = self.width() - self._size(0).width()
        line = min(scaled(64), spare / 3)
        left = 0.0
        for step in Step:
            left = self._paint_step(painter, QPointF(left, (self.height() - height) / 2), step)
            if step is not Step.TAKEN:
                left = self._paint_line(painter, left, line, is_done=step < self._reached)

    def _is_one_line(self, width: int) -> bool:
        return width >= self._size(LEAST_LINE).width()

    def _paint_step(self, painter: QPainter, at: QPointF, step: Step) -> float:
        """Draw a step in a line that begins `at`; return where it ends."""
        tokens = tokens_of(self.palette())
        side = scaled(MARK)
        mark = QRectF(at + QPointF(0, scaled(3)), QSizeF(side, side))
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
        area = QRectF(mark.right() + scaled(GAP), at.y(), width + 2, scaled(MARK + 6))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
        return area.right()

    def _paint_line(self, painter: QPainter, left: float, length: float, *, is_done: bool) -> float:
        tokens = tokens_of(self.palette())
        painter.setPen(QPen(tokens.color("green_mark" if is_done else "line_hairline"), 1.5))
        middle = self.height() / 2
        painter.drawLine(QPointF(left + scaled(GAP), middle), QPointF(left + length - scaled(GAP), middle))
        return left + length

    def _size(self, line: int) -> QSize:
        words = sum(self._width_of(step) for step in Step)
        return QSize(words + 3 * scaled(line), scaled(MARK + 6))

    def _width_of(self, step: Step) -> int:
        text = self._words()[step - 1]
        words = QFontMetrics(self._font(step)).horizontalAdvance(text) + 2
        return words + scaled(MARK) + scaled(GAP)

    def _font(self, step: Step) -> QFont:
        return text_font(TextRole.META_STRONG if step is self._reached else TextRole.META)

    def _words(self) -> tuple[str, str, str, str]:
        return (self.tr("Saved"), self.tr("Sent"), self.tr("Seen"), self.tr("Somebody has it"))
