"""The icon in the tray: what it says about waiting, unread and offline."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from itdesk.ui.fonts import TextRole, text_font
from itdesk.ui.icons import paint_icon
from itdesk.ui.tokens import LIGHT

SIZES = (16, 22, 24, 32, 44, 48, 64)
MOST_SHOWN = 9


class TrayState(StrEnum):
    """What the icon tells."""

    FINE = "fine"
    WAITING = "waiting"
    UNREAD = "unread"
    OFFLINE = "offline"


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
    painter.end()
    return pixmap


def _base(painter: QPainter, fill: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(1, 1, 30, 30), 8, 8)
    paint_icon(painter, QRectF(4, 4, 24, 24), "ticket", LIGHT.color("text_on_accent"))


def _ring(painter: QPainter) -> None:
    painter.setPen(QPen(LIGHT.color("text_on_accent"), 2))
    painter.setBrush(LIGHT.color("red_mark"))


def _badge(painter: QPainter, text: str) -> None:
    _ring(painter)
    rect = QRectF(13, 13, 18, 18)
    painter.drawEllipse(rect)
    font = text_font(TextRole.NAME)
    font.setPixelSize(13 if len(text) == 1 else 9)
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def _dot(painter: QPainter) -> None:
    _ring(painter)
    painter.drawEllipse(QPointF(24, 8), 6, 6)


def _strike(painter: QPainter) -> None:
    for color, width in (("grey_mark", 6), ("text_on_accent", 2.5)):
        pen = QPen(LIGHT.color(color), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(6, 6), QPointF(26, 26))
