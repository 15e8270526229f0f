"""The icon in the tray: each state has a shape of its own, and a colour beside it."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from itdesk.ui.fonts import TextRole, text_font
from itdesk.ui.icons import paint_icon
from itdesk.ui.tokens import LIGHT

SIZES = (16, 22, 24, 32, 44, 48, 64)
MOST_SHOWN = 9


class TrayState(StrEnum):
    """What the icon tells: nothing, a number in a circle, a dot, a stroke through it, a triangle with `!`."""

    FINE = "fine"
    WAITING = "waiting"
    UNREAD = "unread"
    OFFLINE = "offline"
    ANNOUNCED = "announced"


def tray_icon(state: TrayState, count: int = 0) -> QIcon:
    """Return the icon for `state`; `count` is shown while something waits.

    A panel's colour is unknown, so the ticket stands on a tile of its own.
    """
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(_tile(size, state, count))
    return icon


def _tile(size: int, state: TrayState, count: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 32, size / 32)
    _base(painter, LIGHT.color("grey_mark" if state is TrayState.OFFLINE else "accent_fill"))
    match state:
        case TrayState.WAITING:
            _badge(painter, str(count) if count <= MOST_SHOWN else f"{MOST_SHOWN}+")
        case TrayState.UNREAD:
            _dot(painter)
        case TrayState.OFFLINE:
            _strike(painter)
        case TrayState.ANNOUNCED:
            _triangle(painter)
    painter.end()
    return pixmap


def _base(painter: QPainter, fill: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(1, 1, 30, 30), 8, 8)
    paint_icon(painter, QRectF(4, 4, 24, 24), "ticket", LIGHT.color("text_on_accent"))


def _ring(painter: QPainter, fill: str) -> None:
    painter.setPen(QPen(LIGHT.color("text_on_accent"), 2))
    painter.setBrush(LIGHT.color(fill))


def _badge(painter: QPainter, text: str) -> None:
    """Waiting is no alarm: it goes out by itself."""
    _ring(painter, "text_primary")
    rect = QRectF(12, 12, 19, 19)
    painter.drawEllipse(rect)
    _letters(painter, rect, text, 14 if len(text) == 1 else 10)


def _letters(painter: QPainter, rect: QRectF, text: str, size: int) -> None:
    font = text_font(TextRole.NAME)
    font.setPixelSize(size)
    painter.setFont(font)
    painter.setPen(LIGHT.color("text_on_accent"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def _triangle(painter: QPainter) -> None:
    _ring(painter, "amber_text")
    painter.drawPolygon(QPolygonF([QPointF(20.5, 10), QPointF(31, 30), QPointF(10, 30)]))
    _letters(painter, QRectF(10, 15, 21, 16), "!", 13)


def _dot(painter: QPainter) -> None:
    _ring(painter, "red_mark")
    painter.drawEllipse(QPointF(24, 8), 7, 7)


def _strike(painter: QPainter) -> None:
    for color, width in (("grey_mark", 6), ("text_on_accent", 2.5)):
        pen = QPen(LIGHT.color(color), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(6, 6), QPointF(26, 26))
