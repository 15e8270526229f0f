"""Paints a ticket of "My tickets": title, where it stands in plain words, number and time."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from itdesk.domain.listing import Delivery, TicketRow
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.models.ticket_list import TicketRole
from itdesk.ui.requester.row_words import RowSpeaker, RowWords
from itdesk.ui.tokens import Tokens
from itdesk.ui.widgets.marks import paint_standing, paint_unread
from itdesk.ui.widgets.row_delegate import Index, Line, RowDelegate
from itdesk.ui.widgets.row_ground import RowGround, card_in, write

ROW_PX = 84
PADDING_PX = 10
MARK_PX = 16


@dataclass(frozen=True)
class RowParts:
    """Where the parts of a row lie."""

    unread: QRectF
    mark: QRectF
    title: QRect
    when: QRect
    status: QRect
    about: QRect


class TicketDelegate(RowDelegate):
    """Rows of 84 pixels at 100 %."""

    def __init__(self, speaker: RowSpeaker, parent: QWidget) -> None:
        super().__init__(ROW_PX, parent)
        self._speaker = speaker

    def paint_row(self, painter: QPainter, ground: RowGround, index: Index) -> None:
        """Draw one row, or its shape while it is on its way."""
        row = index.data(TicketRole.ROW)
        if isinstance(row, TicketRow):
            words = self._speaker.words(row)
            paint_words(painter, parts_of(ground.card, words, row), row, words, ground.tokens)
        else:
            paint_shape(painter, ground)

    def lines(self, rect: QRect, index: Index) -> Iterable[Line]:
        """Return the lines that may be elided."""
        row = index.data(TicketRole.ROW)
        if not isinstance(row, TicketRow):
            return ()
        words = self._speaker.words(row)
        parts = parts_of(card_in(rect), words, row)
        return (
            (words.title, title_font(row), parts.title),
            (words.status, text_font(TextRole.TEXT), parts.status),
            (words.about, text_font(TextRole.META), parts.about),
        )


def title_font(row: TicketRow) -> QFont:
    """Return the font of the title: semibold marks the unread."""
    return text_font(TextRole.SECTION if row.is_unread else TextRole.BODY)


def parts_of(card: QRect, words: RowWords, row: TicketRow) -> RowParts:
    """Return where the parts of a row lie on its card, at the text size in use."""
    left, right = card.left() + scaled(22), card.right() - scaled(12)
    when_width = QFontMetrics(text_font(TextRole.META)).horizontalAdvance(words.when) + 2
    top = card.top() + scaled(PADDING_PX)
    title_height = QFontMetrics(title_font(row)).height()
    line_height = (card.bottom() - scaled(PADDING_PX) - top - title_height) // 2
    title = QRect(left, top, right - when_width - scaled(10) - left, title_height)
    status = QRect(left, title.bottom() + 1, right - left, line_height)
    dot, mark = scaled(10), scaled(MARK_PX)
    return RowParts(
        unread=QRectF(card.left() + scaled(6), top + (title_height - dot) / 2, dot, dot),
        mark=QRectF(left - 1, status.top() + (line_height - mark) / 2, mark, mark),
        title=title,
        when=QRect(right - when_width, top, when_width, title_height),
        status=status.adjusted(mark + scaled(4), 0, 0, 0),
        about=status.translated(0, line_height),
    )


def paint_words(painter: QPainter, parts: RowParts, row: TicketRow, words: RowWords, tokens: Tokens) -> None:
    """Draw the words and marks of a row."""
    is_refused = row.delivery is Delivery.REFUSED
    status_color = tokens.color("red_text" if is_refused else "text_secondary")
    meta = text_font(TextRole.META)
    if row.is_unread:
        paint_unread(painter, parts.unread, tokens)
    write(painter, parts.title, words.title, title_font(row), tokens.color("text_primary"))
    write(painter, parts.when, words.when, meta, tokens.color("text_secondary"))
    paint_standing(painter, parts.mark, row, tokens)
    write(painter, parts.status, words.status, text_font(TextRole.TEXT), status_color)
    write(painter, parts.about, words.about, meta, tokens.color("text_secondary"))


def paint_shape(painter: QPainter, ground: RowGround) -> None:
    """Draw the shape of a row that is on its way."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground.tokens.color("surface_press"))
    for line, share in enumerate((0.6, 0.45, 0.3)):
        left, top = ground.card.left() + scaled(22), ground.card.top() + scaled(14 + line * 22)
        painter.drawRoundedRect(QRectF(left, top, ground.card.width() * share, scaled(10)), 4, 4)
