"""Paints the list of views and queues: icon, name, count; headings between them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from itdesk.ui.console.row_painting import RIGHT, RowView, middle, paint_ground, write
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.icons import paint_icon
from itdesk.ui.models.navigation_list import NavigationRole, Place

Index = QModelIndex | QPersistentModelIndex
ROW_PX = 32
HEADING_PX = 40


class NavigationDelegate(QStyledItemDelegate):
    """Rows of 32 pixels at 100 %, headings of 40."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        place = index.data(NavigationRole.PLACE)
        if not isinstance(place, Place):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = RowView(option)
        if place.is_heading:
            paint_heading(painter, view, place)
        else:
            paint_place(painter, view, place)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the line."""
        place = index.data(NavigationRole.PLACE)
        is_heading = isinstance(place, Place) and place.is_heading
        return QSize(scaled(120), scaled(HEADING_PX if is_heading else ROW_PX))


def paint_heading(painter: QPainter, view: RowView, place: Place) -> None:
    """Draw what only names the lines below it."""
    rect = view.rect.adjusted(scaled(20), scaled(10), -scaled(12), 0)
    write(painter, rect, place.text, text_font(TextRole.META_STRONG), view.tokens.color("text_secondary"))


def paint_place(painter: QPainter, view: RowView, place: Place) -> None:
    """Draw a line that can be gone to."""
    card = view.rect.adjusted(scaled(8), 1, -scaled(8), -1)
    paint_ground(painter, card, view)
    is_here = view.has(QStyle.StateFlag.State_Selected)
    side = scaled(20)
    mark = QRectF(card.left() + scaled(12), middle(card, side), side, side)
    paint_icon(painter, mark, place.icon, view.tokens.color("accent_text" if is_here else "text_secondary"))
    room = paint_count(painter, card, view, place, is_here=is_here)
    rect = card.adjusted(scaled(40), 0, -room, 0)
    font = text_font(TextRole.NAME if is_here else TextRole.TEXT)
    write(painter, rect, place.text, font, view.tokens.color("text_primary"))


def paint_count(painter: QPainter, card: QRect, view: RowView, place: Place, *, is_here: bool) -> int:
    """Draw the count, unless it is none; return the room that it takes at the right."""
    if not place.count:
        return scaled(12)
    text, font = str(place.count), text_font(TextRole.META)
    painter.setFont(font)
    painter.setPen(view.tokens.color("text_primary" if is_here else "text_secondary"))
    painter.drawText(card.adjusted(0, 0, -scaled(12), 0), RIGHT | Qt.TextFlag.TextSingleLine, text)
    return QFontMetrics(font).horizontalAdvance(text) + scaled(20)
