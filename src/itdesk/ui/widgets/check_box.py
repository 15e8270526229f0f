"""A check box in the house's look."""

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from itdesk.ui.icons import paint_icon
from itdesk.ui.tokens import tokens_of
from itdesk.ui.widgets.focus_ring import paint_ring


class CheckBox(QCheckBox):
    """The style sheet draws the square; the check and the ring of focus, which it cannot, are drawn here."""

    def hitButton(self, point: QPoint) -> bool:
        """Answer to a press anywhere on it."""
        return self.rect().contains(point)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the check over the square."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        if self.isChecked():
            paint_icon(painter, QRectF(place).adjusted(1, 1, -1, -1), "check", tokens.color("text_on_accent"))
        if self.hasFocus():
            paint_ring(painter, QRectF(place).adjusted(-2, -2, 2, 2), 5, tokens)
