"""A switch: on or off, at once."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from itdesk.ui.fonts import scaled
from itdesk.ui.icons import paint_icon
from itdesk.ui.tokens import tokens_of

WIDTH, HEIGHT, RING = 32, 18, 3


class Switch(QCheckBox):
    """A check box that looks like what it does; the knob carries a check when it is on."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the switch with room for the focus ring and a hit area of at least 28."""
        return QSize(scaled(WIDTH) + 2 * RING, max(28, scaled(HEIGHT) + 2 * RING))

    def minimumSizeHint(self) -> QSize:
        """Return the same: it is never squeezed."""
        return self.sizeHint()

    def hitButton(self, point: QPoint) -> bool:
        """Answer to a press anywhere on it."""
        return self.rect().contains(point)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, knob, and the ring of focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0, 0, scaled(WIDTH), scaled(HEIGHT))
        track.moveCenter(QRectF(self.rect()).center())
        self._paint_track(painter, track)
        self._paint_knob(painter, track)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens_of(self.palette()).color("focus"), 2))
            ring = track.adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        tokens = tokens_of(self.palette())
        if not self.isEnabled():
            line = fill = "surface_press"
        elif self.isChecked():
            line = fill = "accent_fill"
        else:
            line, fill = "line_control", "surface_base"
        painter.setPen(QPen(tokens.color(line), 1))
        painter.setBrush(tokens.color(fill))
        inner = track.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)

    def _paint_knob(self, painter: QPainter, track: QRectF) -> None:
        tokens = tokens_of(self.palette())
        side = track.height() - (6 if self.isChecked() else 8)
        knob = QRectF(0, 0, side, side)
        gap = (track.height() - side) / 2
        left = track.right() - gap - side if self.isChecked() else track.left() + gap
        knob.moveTopLeft(QRectF(left, track.top() + gap, side, side).topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color("text_on_accent" if self.isChecked() else "line_control"))
        painter.drawEllipse(knob)
        if self.isChecked():
            paint_icon(painter, knob.adjusted(1, 1, -1, -1), "check", tokens.color("accent_fill"))
