"""Paints one cell of the tickets as a table: its words, and the mark that goes with them."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from itdesk.domain.listing import TicketRow
from itdesk.services.grouping import Heading
from itdesk.ui.console.ticket_clock import ticket_clock
from itdesk.ui.console.ticket_columns import COLUMNS, Column
from itdesk.ui.console.ticket_delegate import title_font
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.models.ticket_list import TicketRole
from itdesk.ui.models.ticket_words import heading_words
from itdesk.ui.tokens import Tokens, tokens_of
from itdesk.ui.widgets.marks import paint_priority, paint_sla, paint_standing
from itdesk.ui.widgets.row_delegate import Index, Line, RowDelegate
from itdesk.ui.widgets.row_ground import middle, write

CELL_PX = 32
MARK_PX = 16


class CellDelegate(RowDelegate):
    """Rows of 32 pixels at 100 %. `now` tells the time, for what is due."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(CELL_PX, parent, inset_px=0)
        self._now = now

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell; a chosen row is one band."""
        tokens = tokens_of(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, tokens.color("accent_tint"))
        row, heading = index.data(TicketRole.ROW), index.data(TicketRole.HEADING)
        if isinstance(row, TicketRow):
            self._paint_cell(painter, option.rect, row, index, tokens)
        elif isinstance(heading, Heading) and index.column() == 0:
            rect = option.rect.adjusted(scaled(8), 0, scaled(400), 0)
            font, tone = text_font(TextRole.META_STRONG), tokens.color("text_secondary")
            painter.setClipping(False)
            write(painter, rect, heading_words(heading), font, tone)
        painter.restore()

    def lines(self, rect: QRect, index: Index) -> Iterable[Line]:
        """Return the words of the cell: they may be elided."""
        row = index.data(TicketRole.ROW)
        if not isinstance(row, TicketRow):
            return ()
        return ((str(index.data() or ""), self._font(index, row), words_rect(rect, index, row)),)

    def _paint_cell(
        self, painter: QPainter, rect: QRect, row: TicketRow, index: Index, tokens: Tokens
    ) -> None:
        mark = QRectF(
            rect.left() + scaled(8), middle(rect, scaled(MARK_PX)), scaled(MARK_PX), scaled(MARK_PX)
        )
        column, tone = COLUMNS[index.column()], "text_primary"
        match column:
            case Column.STATUS:
                paint_standing(painter, mark, row, tokens)
            case Column.PRIORITY:
                paint_priority(painter, mark, row.priority, tokens)
            case Column.DUE if (sla := ticket_clock(row, self._now()).mark) is not None and row.due_at:
                paint_sla(painter, mark, sla, tokens)
                tone = f"{sla.tone}_text"
            case Column.NUMBER | Column.CREATED | Column.CHANGED:
                tone = "text_secondary"
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        write(painter, words_rect(rect, index, row), words, self._font(index, row), tokens.color(tone))

    def _font(self, index: Index, row: TicketRow) -> QFont:
        return title_font(row) if COLUMNS[index.column()] is Column.TITLE else text_font(TextRole.META)


def words_rect(rect: QRect, index: Index, row: TicketRow) -> QRect:
    """Return the room for a cell's words, beside its mark where it has one."""
    column = COLUMNS[index.column()]
    has_mark = column in (Column.STATUS, Column.PRIORITY) or (column is Column.DUE and row.due_at is not None)
    return rect.adjusted(scaled(8 + (MARK_PX + 6 if has_mark else 0)), 0, -scaled(6), 0)
