"""Somebody's initials on a tint that the name chooses."""

from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.tokens import Tokens, tokens_of
from itdesk.ui.widgets.marks import paint_unsent

TINTS = ("red", "green", "accent", "amber", "violet", "grey")


def initials(name: str) -> str:
    """Return the first letters of the first and the last word: `JW` for Joanna Wiśniewska."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in dict.fromkeys((words[0], words[-1]))).upper() if words else "?"


def tint_of(name: str) -> str:
    """Return the tint for `name`, always the same for the same name."""
    return TINTS[crc32(name.encode("utf-8", "replace")) % len(TINTS)]


def paint_avatar(
    painter: QPainter, rect: QRectF, name: str, tokens: Tokens, *, is_online: bool = False
) -> None:
    """Draw initials in a circle; a dashed circle for nobody (an empty name)."""
    if not name:
        paint_unsent(painter, rect, tokens)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    tint = tint_of(name)
    painter.setBrush(tokens.color(f"{tint}_tint"))
    painter.drawEllipse(rect)
    font = text_font(TextRole.SMALL)
    font.setPixelSize(max(8, round(rect.height() * 0.38)))
    painter.setFont(font)
    painter.setPen(tokens.color(f"{tint}_text"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials(name))
    if is_online:
        _paint_presence(painter, rect, tokens)
    painter.restore()


def _paint_presence(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    radius = max(3.5, rect.height() * 0.14)
    painter.setPen(QPen(tokens.color("surface_base"), 1.5))
    painter.setBrush(tokens.color("green_mark"))
    painter.drawEllipse(rect.bottomRight() - QPointF(radius, radius), radius, radius)


class Avatar(QWidget):
    """Shows who somebody is; `size` in pixels at 100 %."""

    def __init__(self, name: str = "", size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._name = ""
        self._is_online = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_person(name)

    def show_person(self, name: str, *, is_online: bool = False) -> None:
        """Show the initials of `name`, with a green dot for somebody who is there."""
        self._name, self._is_online = name, is_online
        self.setAccessibleName(name or self.tr("Nobody"))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(scaled(self._size), scaled(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle."""
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint_avatar(QPainter(self), rect, self._name, tokens_of(self.palette()), is_online=self._is_online)
