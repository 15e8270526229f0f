"""A screenshot, and the rectangles that make parts of it unreadable before it is sent."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from itdesk.ui.fonts import scaled
from itdesk.ui.tokens import tokens_of

SMALLEST = 4
"""A drag shorter than this, in pixels of the screen, was a click."""


def redact(image: QImage, blacked_out: Iterable[QRect]) -> QImage:
    """Return a copy without the pixels in `blacked_out`, and without any words that the image carried.

    Touches no widget, so it may run on any thread.
    """
    copy = QImage(image.size(), QImage.Format.Format_RGB32)
    copy.fill(Qt.GlobalColor.white)
    painter = QPainter(copy)
    painter.drawImage(QRect(QPoint(0, 0), image.size()), image)
    for rect in blacked_out:
        painter.fillRect(rect, Qt.GlobalColor.black)
    painter.end()
    return copy


class ScreenshotView(QWidget):
    """Shows an image, fitted; while `is_drawing`, dragging blacks out. Signals: `changed()`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._fitted = QPixmap()
        self._rects: list[QRect] = []
        self._start: QPointF | None = None
        self._end = QPointF()
        self._is_drawing = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Screenshot"))

    @property
    def image(self) -> QImage:
        """The screenshot as it was taken."""
        return self._image

    @property
    def blacked_out(self) -> tuple[QRect, ...]:
        """The rectangles in pixels of the image, in the order they were drawn."""
        return tuple(self._rects)

    def show_image(self, image: QImage) -> None:
        """Show another screenshot, with nothing blacked out."""
        self._image = image
        self._fitted = QPixmap()
        self._rects = []
        self.updateGeometry()
        self._tell()

    def draw(self, is_drawing: bool) -> None:  # noqa: FBT001 (reads like the tool's button)
        """Let dragging black out, or not."""
        self._is_drawing = is_drawing
        self.setCursor(Qt.CursorShape.CrossCursor if is_drawing else Qt.CursorShape.ArrowCursor)

    def black_out(self, rect: QRect) -> None:
        """Black out `rect`, in pixels of the image."""
        self._rects.append(rect.intersected(self._image.rect()))
        self._tell()

    def undo(self) -> None:
        """Take the last rectangle away."""
        if self._rects:
            self._rects.pop()
            self._tell()

    def redacted(self) -> QImage:
        """Return the screenshot with those pixels destroyed; a copy of its own."""
        return redact(self._image, self._rects)

    def sizeHint(self) -> QSize:
        """Return a width for a side column and the height that goes with it."""
        width = scaled(272)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Return the height that keeps the image's shape."""
        if self._image.isNull():
            return round(width * 9 / 16)
        return round(width * self._image.height() / self._image.width())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a rectangle."""
        if self._is_drawing and event.button() is Qt.MouseButton.LeftButton and not self._image.isNull():
            self._start = self._end = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch the rectangle."""
        if self._start is not None:
            self._end = event.position()
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End the rectangle; a mere click draws nothing."""
        if self._start is None:
            return
        drawn = QRectF(self._start, self._end).normalized()
        self._start = None
        rect = self._to_image(drawn)
        if min(drawn.width(), drawn.height()) >= SMALLEST and not rect.isEmpty():
            self.black_out(rect)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the image, what is blacked out, and the frame."""
        painter = QPainter(self)
        tokens = tokens_of(self.palette())
        area = self._area()
        if self._image.isNull():
            painter.fillRect(self.rect(), tokens.color("surface_press"))
        else:
            painter.drawPixmap(area.toRect(), self._pixmap(area.toRect().size()))
        ratio = self._ratio()
        for rect in self._rects:
            shown = QRectF(rect.topLeft().toPointF() * ratio, rect.size().toSizeF() * ratio)
            painter.fillRect(shown.translated(area.topLeft()), Qt.GlobalColor.black)
        if self._start is not None:
            painter.fillRect(QRectF(self._start, self._end).normalized(), Qt.GlobalColor.black)
        painter.setPen(QPen(tokens.color("line_control"), 1))
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))

    def _ratio(self) -> float:
        if self._image.isNull():
            return 1.0
        return min(self.width() / self._image.width(), self.height() / self._image.height())

    def _area(self) -> QRectF:
        if self._image.isNull():
            return QRectF(self.rect())
        area = QRectF(QPointF(0, 0), self._image.size().toSizeF() * self._ratio())
        area.moveCenter(QRectF(self.rect()).center())
        return area

    def _pixmap(self, size: QSize) -> QPixmap:
        wanted = size * self.devicePixelRatioF()
        if self._fitted.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            fitted = self._image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._fitted = QPixmap.fromImage(fitted)
        return self._fitted

    def _to_image(self, drawn: QRectF) -> QRect:
        """Return the pixels that `drawn` touches, whole ones: none is left half readable."""
        ratio = self._ratio()
        moved = drawn.translated(-self._area().topLeft())
        rect = QRectF(moved.topLeft() / ratio, moved.size() / ratio).toAlignedRect()
        return rect.intersected(self._image.rect())

    def _tell(self) -> None:
        self.update()
        self.changed.emit()
