"""A text in which the words that were searched are semibold, painted into a row."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout

from itdesk.services.articles import marks
from itdesk.ui.fonts import TextRole, text_font

WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


def paint_marked(painter: QPainter, room: QRect, text: str, words: str, role: TextRole) -> None:
    """Draw a text in as many of its lines as fit, in the middle of `room`, what was searched in semibold."""
    found = text_font(role)
    found.setWeight(QFont.Weight.DemiBold)
    fitting = fitted(text, QFontMetrics(found if words else text_font(role)), room)
    layout = QTextLayout(fitting, text_font(role))
    layout.setFormats([bold_range(begin, end) for begin, end in marks(fitting, words)])
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room.width())
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    top = room.top() + max(0.0, (room.height() - height) / 2)
    layout.draw(painter, QPointF(room.left(), top))


def bold_range(begin: int, end: int) -> QTextLayout.FormatRange:
    """Return a stretch of a line in semibold."""
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length = begin, end - begin
    form = stretch.format
    form.setFontWeight(QFont.Weight.DemiBold)
    stretch.format = form
    return stretch


def fitted(text: str, metrics: QFontMetrics, room: QRect) -> str:
    """Return as many words of `text` as fit into `room`, with dots for those that do not."""
    words = text.split()
    kept = text
    while words and metrics.boundingRect(room, WRAPPED, kept).height() > room.height():
        words.pop()
        kept = " ".join(words) + "…"
    return kept
