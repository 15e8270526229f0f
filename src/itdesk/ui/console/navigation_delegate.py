"""Paints the list of views and queues: icon, name, count; headings between them."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from itdesk.domain.listing import COUNTED_AT_MOST
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.icons import paint_icon
from itdesk.ui.models.navigation_list import NavigationRole, Place
from itdesk.ui.widgets.row_delegate import Index, RowDelegate
from itdesk.ui.widgets.row_ground import RowGround, middle, write, write_at_end

ROW_PX = 32
HEADING_PX = 40


class NavigationDelegate(RowDelegate):
    """Rows of 32 pixels at 100 %, headings of 40."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(ROW_PX, parent)

    def paint_row(self, painter: QPainter, ground: RowGround, index: Index) -> None:
        """Draw one line."""
        place = place_of(index)
        if place is not None and place.is_heading:
            paint_heading(painter, ground, place)
        elif place is not None:
            paint_place(painter, ground, place)

    def is_grounded(self, index: Index) -> bool:
        """A heading cannot be chosen."""
        place = place_of(index)
        return place is not None and not place.is_heading

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the line."""
        is_heading = not self.is_grounded(index)
        return QSize(scaled(120), scaled(HEADING_PX)) if is_heading else super().sizeHint(option, index)


def place_of(index: Index) -> Place | None:
    """Return what a line names."""
    place = index.data(NavigationRole.PLACE)
    return place if isinstance(place, Place) else None


def paint_heading(painter: QPainter, ground: RowGround, place: Place) -> None:
    """Draw what only names the lines below it."""
    rect = ground.rect.adjusted(scaled(20), scaled(10), -scaled(12), 0)
    write(painter, rect, place.text, text_font(TextRole.META_STRONG), ground.tokens.color("text_secondary"))


def paint_place(painter: QPainter, ground: RowGround, place: Place) -> None:
    """Draw a line that can be gone to."""
    card, is_here = ground.card, ground.is_chosen
    side = scaled(20)
    mark = QRectF(card.left() + scaled(12), middle(card, side), side, side)
    paint_icon(painter, mark, place.icon, ground.tokens.color("accent_text" if is_here else "text_secondary"))
    room = paint_count(painter, ground, place)
    rect = card.adjusted(scaled(40), 0, -room, 0)
    font = text_font(TextRole.NAME if is_here else TextRole.TEXT)
    write(painter, rect, place.text, font, ground.tokens.color("text_primary"))


def paint_count(painter: QPainter, ground: RowGround, place: Place) -> int:
    """Draw the count, unless it is none; return the room that it takes at the right."""
    if not place.count:
        return scaled(12)
    text = count_text(place.count)
    font = text_font(TextRole.META_STRONG if place.presses else TextRole.META)
    quiet = "text_primary" if ground.is_chosen else "text_secondary"
    color = ground.tokens.color("red_text" if place.presses else quiet)
    write_at_end(painter, ground.card.adjusted(0, 0, -scaled(12), 0), text, font, color)
    return QFontMetrics(font).horizontalAdvance(text) + scaled(20)


def count_text(count: int) -> str:
    """Return a count as it is read: beyond 999 nobody reads the number."""
    return str(count) if count < COUNTED_AT_MOST else f"{COUNTED_AT_MOST - 1}+"
