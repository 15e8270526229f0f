"""Draws the lines of the tree of facts: cards, names with their values, sentences. Long texts are wrapped."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QTreeView

from itdesk.ui.console.fact_nodes import FactNode
from itdesk.ui.console.fact_tree_model import DEPTH, NODE
from itdesk.ui.console.unbroken import breakable
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.icons import paint_icon
from itdesk.ui.widgets.row_delegate import Index, Line, RowDelegate
from itdesk.ui.widgets.row_ground import RowGround, middle, one_line, write

CARD_PX = 40
PADDING_PX = 4
TALLEST_PX = 4000
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class Rooms:
    """Where the parts of a line stand."""

    chevron: QRect
    name: QRect
    value: QRect


def rooms(node: FactNode, depth: int, line: QRect) -> Rooms:
    """Return the rooms of a line that is no card; all values of one tree begin below each other."""
    inner = line.adjusted(scaled(12), scaled(PADDING_PX), -scaled(12), -scaled(PADDING_PX))
    begin = inner.left() + scaled(14 + 14 * depth)
    middle_x = inner.left() + max(scaled(150), inner.width() * 3 // 10)
    chevron = QRect(begin - scaled(18), inner.top(), scaled(16), scaled(18))
    name = QRect(inner)
    name.setLeft(begin)
    value = QRect(inner)
    if node.name and node.value:
        name.setRight(middle_x - scaled(16))
        value.setLeft(middle_x)
    elif not node.name:
        value.setLeft(begin)
    return Rooms(chevron, name, value)


class Ruler:
    """Measures lines of one shape: all that have a name, a value or both, at one depth, width and text size.

    Nearly all lines are short; a table may have thousands, so only long ones are laid out for it.
    """

    def __init__(self, node: FactNode, depth: int, width: int) -> None:
        room = rooms(node, depth, QRect(0, 0, width, TALLEST_PX))
        self._metrics = QFontMetrics(text_font(TextRole.TEXT))
        self._name_width = room.name.width()
        self._value_width = room.value.width()
        self._least = max(self._metrics.height(), scaled(18))
        self._padding = 2 * scaled(PADDING_PX)

    def height(self, node: FactNode) -> int:
        """Return how high the line is."""
        name = self._wrapped(node.name, self._name_width)
        return max(name, self._wrapped(node.value, self._value_width)) + self._padding

    def _wrapped(self, text: str, width: int) -> int:
        if not text or self._metrics.horizontalAdvance(text) < width:
            return self._least
        room = QRect(0, 0, max(1, width), TALLEST_PX)
        return self._metrics.boundingRect(room, int(WRAPPED), one_line(breakable(text))).height()


class FactTreeDelegate(RowDelegate):
    """Draws the lines of one tree view."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(CARD_PX, view, inset_px=0)
        self._view = view
        self._rulers: dict[tuple[bool, bool, int, int, int], Ruler] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the words need at the width of the view."""
        node = index.data(NODE)
        if not isinstance(node, FactNode) or node.key:
            return super().sizeHint(option, index)
        return QSize(1, self._ruler(node, index.data(DEPTH)).height(node))

    def _ruler(self, node: FactNode, depth: int) -> Ruler:
        width, px = self._view.viewport().width(), QApplication.font().pixelSize()
        shape = (bool(node.name), bool(node.value), depth, width, px)
        ruler = self._rulers.get(shape)
        if ruler is None:
            ruler = self._rulers[shape] = Ruler(node, depth, width)
        return ruler

    def paint_row(self, painter: QPainter, ground: RowGround, index: Index) -> None:
        """Draw one line."""
        node = index.data(NODE)
        if not isinstance(node, FactNode):
            return
        if node.key:
            self._paint_card(painter, ground, node, index)
        else:
            self._paint_line(painter, ground, node, index)

    def lines(self, rect: QRect, index: Index) -> Iterable[Line]:
        """Return the one line of a card: everything else is wrapped."""
        node = index.data(NODE)
        if isinstance(node, FactNode) and node.key:
            yield node.value, text_font(TextRole.META), card_value_room(node, rect)

    def _paint_card(self, painter: QPainter, ground: RowGround, node: FactNode, index: Index) -> None:
        card, tokens = ground.rect, ground.tokens
        if node.parts:
            side = scaled(16)
            square = QRect(card.left() + scaled(6), round(middle(card, side)), side, side)
            self._paint_chevron(painter, ground, square, index)
        side = scaled(20)
        square = QRect(card.left() + scaled(26), round(middle(card, side)), side, side)
        paint_icon(painter, square, node.icon, tokens.color("red_text" if node.is_bad else "text_secondary"))
        name = card.adjusted(scaled(54), 0, -scaled(12), 0)
        write(painter, name, node.name, text_font(TextRole.NAME), tokens.color("text_primary"))
        color = tokens.color("red_text" if node.is_bad else "text_secondary")
        write(painter, card_value_room(node, card), node.value, text_font(TextRole.META), color)

    def _paint_line(self, painter: QPainter, ground: RowGround, node: FactNode, index: Index) -> None:
        room = rooms(node, index.data(DEPTH), ground.rect)
        tokens = ground.tokens
        if node.parts:
            self._paint_chevron(painter, ground, room.chevron, index)
        painter.setFont(text_font(TextRole.TEXT))
        if node.name:
            painter.setPen(tokens.color("text_secondary"))
            painter.drawText(room.name, int(WRAPPED), one_line(breakable(node.name)))
        if node.value:
            painter.setPen(tokens.color("red_text" if node.is_bad else "text_primary"))
            painter.drawText(room.value, int(WRAPPED), one_line(breakable(node.value)))

    def _paint_chevron(self, painter: QPainter, ground: RowGround, square: QRect, index: Index) -> None:
        name = "chevron-down" if self._view.isExpanded(index) else "chevron-right"
        paint_icon(painter, square, name, ground.tokens.color("text_secondary"))


def card_value_room(node: FactNode, card: QRect) -> QRect:
    """Return where the card's one line stands: behind its name."""
    used = QFontMetrics(text_font(TextRole.NAME)).horizontalAdvance(node.name)
    return card.adjusted(scaled(54 + 12) + used, 0, -scaled(12), 0)
