"""Paints a ticket in the console's list: two lines, marks by shape and colour, the words elided."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from itdesk.domain.listing import TicketRow
from itdesk.domain.query.reason import Reason
from itdesk.services.grouping import Heading
from itdesk.ui.console.ticket_clock import TicketClock, ticket_clock
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.models.ticket_list import TicketRole
from itdesk.ui.models.ticket_words import companion_words, heading_name, reason_words
from itdesk.ui.tokens import Tokens, tokens_of
from itdesk.ui.widgets.avatar import paint_avatar
from itdesk.ui.widgets.marks import companion_painter, paint_priority, paint_sla, paint_standing, paint_unread
from itdesk.ui.widgets.row_delegate import Index, Line, RowDelegate
from itdesk.ui.widgets.row_ground import RowGround, card_in, middle, write, write_at_end, write_piece
from itdesk.ui.widgets.row_pictures import RowPictures
from itdesk.ui.words import person_name

ROW_PX = 56
CLOCK_PX = 14
PRESSING = ("amber", "red")


@dataclass(frozen=True)
class RowParts:
    """Where the parts of one row lie."""

    unread: QRectF
    priority: QRectF
    status: QRectF
    avatar: QRectF
    companion: QRectF
    first: QRect
    second: QRect


def parts_of(card: QRect) -> RowParts:
    """Return the parts of a row painted on `card`, at the text size in use."""
    mark, face = scaled(16), scaled(22)
    half = card.height() // 2 - scaled(5)
    first = QRect(card.left() + scaled(35), card.top() + scaled(5), card.width() - scaled(47), half)
    second = QRect(first.left(), first.bottom() + 1, first.width(), half)
    return RowParts(
        unread=QRectF(card.left() + scaled(2), middle(first, scaled(10)), scaled(10), scaled(10)),
        priority=QRectF(card.left() + scaled(13), middle(first, mark), mark, mark),
        status=QRectF(second.left(), middle(second, mark), mark, mark),
        avatar=QRectF(second.right() - face + 1, middle(second, face), face, face),
        companion=QRectF(second.right() - face - scaled(8) - mark, middle(second, mark), mark, mark),
        first=first,
        second=second.adjusted(mark + scaled(6), 0, -face - scaled(8), 0),
    )


def with_companion(parts: RowParts) -> RowParts:
    """Return the parts of a row at which a colleague is."""
    taken = parts.companion.width() + scaled(6)
    return replace(parts, second=parts.second.adjusted(0, 0, -int(taken), 0))


class TicketDelegate(RowDelegate):
    """Rows of 56 pixels at 100 %. `now` tells the time, for ages."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(ROW_PX, parent)
        self._now = now
        self._pictures = RowPictures()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row, by its picture where it was painted before and would look the same."""
        row = index.data(TicketRole.ROW)
        if not isinstance(row, TicketRow):
            super().paint(painter, option, index)
            return
        tokens = tokens_of(option.palette)
        companions, why = index.data(TicketRole.COMPANIONS), index.data(TicketRole.REASON)
        look = (row, clock_look(row, self._now()), companions, why, option.state, id(tokens), scaled(100))
        ground = tokens.color("surface_base")
        paint = super().paint
        self._pictures.draw(painter, option.rect, look, ground, lambda onto: paint(onto, option, index))

    def paint_row(self, painter: QPainter, ground: RowGround, index: Index) -> None:
        """Draw one row, or its shape while it is on its way."""
        heading = index.data(TicketRole.HEADING)
        if isinstance(heading, Heading):
            paint_heading(painter, ground, heading)
            return
        parts = parts_of(ground.card)
        row = index.data(TicketRole.ROW)
        if isinstance(row, TicketRow):
            self._paint_first(painter, parts, row, ground.tokens)
            companions = index.data(TicketRole.COMPANIONS)
            if companions:
                companion_painter(companions)(painter, parts.companion, ground.tokens)
                parts = with_companion(parts)
            self._paint_second(painter, parts, row, ground.tokens)
            why = index.data(TicketRole.REASON)
            if why is None:
                write(
                    painter,
                    self._who_rect(parts, row),
                    who(row),
                    meta(),
                    ground.tokens.color("text_secondary"),
                )
            else:
                paint_reason(painter, self._who_rect(parts, row), why, ground.tokens)
        else:
            paint_shape(painter, parts, ground.tokens)

    def is_grounded(self, index: Index) -> bool:
        """A heading cannot be chosen."""
        return index.data(TicketRole.HEADING) is None

    def lines(self, rect: QRect, index: Index) -> Iterable[Line]:
        """Return title and requester, which may be elided, whom a mark stands for, and why it was found."""
        row = index.data(TicketRole.ROW)
        if not isinstance(row, TicketRow):
            return ()
        companions = index.data(TicketRole.COMPANIONS) or ()
        why = index.data(TicketRole.REASON)
        parts = parts_of(card_in(rect))
        here = (companion_words(companions), meta(), parts.companion.toRect())
        parts = with_companion(parts) if companions else parts
        room = clock_px(ticket_clock(row, self._now())) + scaled(10)
        return (
            (row.title, title_font(row), parts.first.adjusted(0, 0, -room, 0)),
            (who(row), meta(), self._who_rect(parts, row)),
            here,
            *(() if why is None else [(reason_words(why), meta(), QRect())]),
        )

    def _who_rect(self, parts: RowParts, row: TicketRow) -> QRect:
        return parts.second.adjusted(
            QFontMetrics(meta()).horizontalAdvance(row.reference) + scaled(8), 0, 0, 0
        )

    def _paint_first(self, painter: QPainter, parts: RowParts, row: TicketRow, tokens: Tokens) -> None:
        if row.is_unread:
            paint_unread(painter, parts.unread, tokens)
        paint_priority(painter, parts.priority, row.priority, tokens)
        clock = ticket_clock(row, self._now())
        left = paint_clock(painter, parts.first, clock, tokens)
        title = parts.first.adjusted(0, 0, left - parts.first.right() - scaled(10), 0)
        write(painter, title, row.title, title_font(row), tokens.color("text_primary"))

    def _paint_second(self, painter: QPainter, parts: RowParts, row: TicketRow, tokens: Tokens) -> None:
        secondary = tokens.color("text_secondary")
        paint_standing(painter, parts.status, row, tokens)
        write(painter, parts.second, row.reference, meta(), secondary)
        paint_avatar(painter, parts.avatar, row.assignee_name or "", tokens)


def clock_look(row: TicketRow, now: datetime) -> Hashable:
    """Return what a row's clock looks like: nobody sees a hundredth of a pie."""
    clock = ticket_clock(row, now)
    mark = clock.mark
    return clock.words, mark and (mark.tone, mark.is_over, mark.is_paused, round(mark.left, 2))


def paint_heading(painter: QPainter, ground: RowGround, heading: Heading) -> None:
    """Draw what a group is called and how many it has, over a line, at the foot of its row."""
    rect = ground.card.adjusted(scaled(8), scaled(20), -scaled(12), 0)
    secondary = ground.tokens.color("text_secondary")
    write(painter, rect, heading_name(heading), text_font(TextRole.META_STRONG), secondary)
    write_at_end(painter, rect, QLocale().toString(heading.count), meta(), secondary)
    painter.setPen(ground.tokens.color("line_hairline"))
    painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())


def paint_reason(painter: QPainter, rect: QRect, why: Reason, tokens: Tokens) -> None:
    """Draw the words that were found in semibold, what stands around them beside."""
    left = rect.left()
    parts = ((why.before, TextRole.META), (why.hit, TextRole.META_STRONG), (why.after, TextRole.META))
    for text, role in parts:
        room = rect.adjusted(left - rect.left(), 0, 0, 0)
        if text and room.width() > 0:
            tone = "text_primary" if role is TextRole.META_STRONG else "text_secondary"
            left += write_piece(painter, room, text, text_font(role), tokens.color(tone))


def paint_clock(painter: QPainter, rect: QRect, clock: TicketClock, tokens: Tokens) -> int:
    """Draw what is due at the right end of `rect`; return where it begins."""
    left = rect.right() - clock_px(clock)
    if clock.mark is None:
        write_at_end(painter, rect, clock.words, meta(), tokens.color("text_tertiary"))
        return left
    side = scaled(CLOCK_PX)
    paint_sla(painter, QRectF(left, middle(rect, side), side, side), clock.mark, tokens)
    write_at_end(painter, rect, clock.words, clock_font(clock), tokens.color(f"{clock.mark.tone}_text"))
    return left


def clock_px(clock: TicketClock) -> int:
    """Return how wide a clock is."""
    mark = 0 if clock.mark is None else scaled(CLOCK_PX) + scaled(4)
    return mark + QFontMetrics(clock_font(clock)).horizontalAdvance(clock.words)


def clock_font(clock: TicketClock) -> QFont:
    """Return the font of a clock: semibold where it presses."""
    presses = clock.mark is not None and clock.mark.tone in PRESSING
    return text_font(TextRole.META_STRONG if presses else TextRole.META)


def paint_shape(painter: QPainter, parts: RowParts, tokens: Tokens) -> None:
    """Draw the shape of a row that is on its way."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.color("surface_press"))
    height = scaled(10)
    lines = ((parts.first, 0.62), (parts.second, 0.45))
    for rect, width in lines:
        bar = QRectF(rect.left(), middle(rect, height), rect.width() * width, height)
        painter.drawRoundedRect(bar, height / 2, height / 2)


def who(row: TicketRow) -> str:
    """Return who has the trouble, and where."""
    name = person_name(row.requester_name, is_verified=row.requester_is_verified)
    return " · ".join(part for part in (name, row.requester_place) if part)


def title_font(row: TicketRow) -> QFont:
    """Return the font of the title: semibold marks the unread."""
    return text_font(TextRole.NAME if row.is_unread else TextRole.TEXT)


def meta() -> QFont:
    """Return the font of everything that is not the title."""
    return text_font(TextRole.META)
