"""The frame of every painted row: its ground, its height, and what it says when it is elided."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from itdesk.ui.fonts import scaled
from itdesk.ui.widgets.plain_label import plain_tooltip
from itdesk.ui.widgets.row_ground import INSET_PX, RowGround

Index = QModelIndex | QPersistentModelIndex
Line = tuple[str, QFont, QRect]
"""A text, its font, and its room."""


class RowDelegate(QStyledItemDelegate):
    """Rows of `row_px` pixels at 100 %. A subclass paints `paint_row` and names its `lines`."""

    def __init__(self, row_px: int, parent: QWidget, *, inset_px: int = INSET_PX) -> None:
        super().__init__(parent)
        self._row_px = row_px
        self._inset_px = inset_px

    def paint_row(self, painter: QPainter, ground: RowGround, index: Index) -> None:
        """Draw what stands on the ground."""
        raise NotImplementedError

    def lines(self, _rect: QRect, _index: Index) -> Iterable[Line]:
        """Return the lines of a row that may be elided where the row is `_rect`."""
        return ()

    def is_grounded(self, _index: Index) -> bool:
        """Tell whether a row can be chosen: a heading cannot."""
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        ground = RowGround(option, self._inset_px)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_grounded(index):
            ground.paint(painter)
        self.paint_row(painter, ground, index)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of every row."""
        return QSize(scaled(200), scaled(self._row_px))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tell what does not fit."""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), plain_tooltip(self.hidden_words(option.rect, index)), view)
        return True

    def hidden_words(self, rect: QRect, index: Index) -> str:
        """Return the lines of a row that are elided in `rect`, whole."""
        lines = self.lines(rect, index)
        return "\n".join(
            text for text, font, room in lines if QFontMetrics(font).horizontalAdvance(text) > room.width()
        )
