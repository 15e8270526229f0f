"""The lines of the palette as a list that Qt can show, and how one is painted."""

from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from itdesk.ui.console.palette_lines import PaletteLine
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.icons import paint_icon
from itdesk.ui.widgets.marked_text import paint_marked
from itdesk.ui.widgets.row_delegate import Index, RowDelegate
from itdesk.ui.widgets.row_ground import RowGround, middle, write, write_at_end

NOWHERE = QModelIndex()
ROW_PX, HEADING_PX = 36, 30


class PaletteRole(IntEnum):
    """What this model answers beside Qt's own roles."""

    LINE = Qt.ItemDataRole.UserRole + 1


class PaletteModel(QAbstractListModel):
    """Headings and lines. `words` is what was typed, to be marked in them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: tuple[PaletteLine, ...] = ()
        self.words = ""

    def show_lines(self, lines: tuple[PaletteLine, ...], words: str) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines, self.words = lines, words
        self.endResetModel()

    def line_at(self, row: int) -> PaletteLine | None:
        """Return the line of a row, None beyond them."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def next_target(self, row: int, step: int) -> int | None:
        """Return the next row after `row` that can be chosen, going by `step`; None: there is none."""
        row += step
        while (line := self.line_at(row)) is not None:
            if line.target is not None:
                return row
            row += step
        return None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of lines, headings included."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        line = self.line_at(index.row())
        if line is None or line.target is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks for."""
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.text, line.hint) if part)
        return line if role == PaletteRole.LINE else None


class PaletteDelegate(RowDelegate):
    """Icon, words with what was typed in semibold, and at the right the key or who it is about."""

    def __init__(self, model: PaletteModel, parent: QWidget) -> None:
        super().__init__(ROW_PX, parent)
        self._model = model

    def is_grounded(self, index: Index) -> bool:
        """A heading cannot be chosen."""
        line = self._model.line_at(index.row())
        return line is not None and line.target is not None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line, or of a heading."""
        size = super().sizeHint(option, index)
        return size if self.is_grounded(index) else QSize(size.width(), scaled(HEADING_PX))

    def paint_row(self, painter: QPainter, ground: RowGround, index: Index) -> None:
        """Draw one line."""
        line = self._model.line_at(index.row())
        if line is None:
            return
        if line.target is None:
            room = ground.rect.adjusted(scaled(16), scaled(6), 0, 0)
            font = text_font(TextRole.META_STRONG)
            write(painter, room, line.text, font, ground.tokens.color("text_secondary"))
        else:
            self._paint_line(painter, ground, line)

    def _paint_line(self, painter: QPainter, ground: RowGround, line: PaletteLine) -> None:
        card, side, meta = ground.card, scaled(18), text_font(TextRole.META)
        mark = QRectF(card.left() + scaled(10), middle(card, side), side, side)
        paint_icon(painter, mark, line.icon, ground.tokens.color("text_secondary"))
        hint_px = min(QFontMetrics(meta).horizontalAdvance(line.hint), card.width() // 3)
        hint = card.adjusted(card.width() - hint_px - scaled(14), 0, -scaled(12), 0)
        room = card.adjusted(scaled(38), 0, -hint_px - scaled(24), 0)
        painter.setPen(ground.tokens.color("text_primary"))
        paint_marked(painter, room, line.text, self._model.words, TextRole.TEXT)
        elided = QFontMetrics(meta).elidedText(line.hint, Qt.TextElideMode.ElideRight, hint.width())
        write_at_end(painter, hint, elided, meta, ground.tokens.color("text_tertiary"))
