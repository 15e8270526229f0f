"""A picture with its steps, fitted, and the tools by which dragging makes another step."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from itdesk.ui.fonts import scaled
from itdesk.ui.tokens import tokens_of
from itdesk.ui.widgets.picture_editor_steps import (
    Arrow,
    BlackOut,
    Crop,
    Picture,
    Pixelate,
    Step,
    blocks,
    drawn,
    left_of,
    paint_arrow,
    render,
)

SMALLEST = 4
"""A drag shorter than this, in pixels of the screen, was a click."""
SMALLEST_CROP = 16
"""What is cut out has at least so many pixels of the picture each way."""


class Tool(StrEnum):
    """What dragging does."""

    CROP = "crop"
    ARROW = "arrow"
    CAPTION = "caption"
    BLACK_OUT = "black_out"
    PIXELATE = "pixelate"


def redact(image: QImage, blacked_out: Iterable[QRect]) -> QImage:
    """Return a copy without the pixels in `blacked_out`, and without any words that the image carried.

    Touches no widget, so it may run on any thread.
    """
    return render(Picture(image, tuple(BlackOut(rect) for rect in blacked_out)))


class ScreenshotView(QWidget):
    """Shows a picture, fitted; with a tool in hand, dragging makes a step.

    Signals: `changed()` after each step, undo and redo; `caption_wanted(QPoint)` where words were asked
    for, in pixels of the widget.
    """

    changed = Signal()
    caption_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture(QImage())
        self._undone: list[Step] = []
        self._fitted = QImage()
        self._shown = QPixmap()
        self._start: QPointF | None = None
        self._end = QPointF()
        self._tool: Tool | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Screenshot"))

    # -- What it shows

    @property
    def picture(self) -> Picture:
        """The picture as it was taken, with the steps."""
        return self._picture

    @property
    def image(self) -> QImage:
        """The picture as it was taken."""
        return self._picture.image

    @property
    def blacked_out(self) -> tuple[QRect, ...]:
        """The rectangles in pixels of the picture, in the order they were drawn."""
        return tuple(step.rect for step in self._picture.steps if isinstance(step, BlackOut))

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._picture.steps)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back last."""
        return bool(self._undone)

    def show_image(self, image: QImage) -> None:
        """Show another picture, with nothing done to it."""
        self.show_picture(Picture(image))

    def show_picture(self, picture: Picture) -> None:
        """Show another picture, with what was done to it."""
        self._fitted = QImage()
        self._undone.clear()
        self._take(picture)

    def redacted(self) -> QImage:
        """Return what is left of the picture; a copy of its own."""
        return render(self._picture)

    # -- Steps

    def use(self, tool: Tool | None) -> None:
        """Take a tool in hand, or none."""
        self._tool = tool
        self._start = None
        self.setCursor(Qt.CursorShape.CrossCursor if tool else Qt.CursorShape.ArrowCursor)
        self.update()

    def draw(self, is_drawing: bool) -> None:  # noqa: FBT001 (reads like the tool's button)
        """Let dragging black out, or not."""
        self.use(Tool.BLACK_OUT if is_drawing else None)

    def black_out(self, rect: QRect) -> None:
        """Black out `rect`, in pixels of the picture."""
        self.add(BlackOut(rect.intersected(self.image.rect())))

    def add(self, step: Step) -> None:
        """Do one more step; what was taken back before cannot be done again."""
        self._undone.clear()
        self._take(Picture(self.image, (*self._picture.steps, step)))

    def undo(self) -> None:
        """Take the last step back."""
        if self.can_undo:
            *steps, last = self._picture.steps
            self._undone.append(last)
            self._take(Picture(self.image, tuple(steps)))

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        if self._undone:
            self._take(Picture(self.image, (*self._picture.steps, self._undone.pop())))

    # -- Its size

    def sizeHint(self) -> QSize:
        """Return a width for a side column and the height that goes with it."""
        width = scaled(272)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Return the height that keeps the picture's shape."""
        left = left_of(self._picture)
        if left.isEmpty():
            return round(width * 9 / 16)
        return round(width * left.height() / left.width())

    # -- Dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a step."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.begin_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch it."""
        self.go_on_to(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End it; a mere click draws nothing."""
        self.end_here()

    def begin_at(self, place: QPointF) -> None:
        """Begin a step at a place of the widget, or ask for the words that shall stand there."""
        if self._tool is None or self.image.isNull():
            return
        if self._tool is Tool.CAPTION:
            self.caption_wanted.emit(place.toPoint())
        else:
            self._start = self._end = place

    def go_on_to(self, place: QPointF) -> None:
        """Stretch what was begun."""
        if self._start is not None:
            self._end = place
            self.update()

    def end_here(self) -> None:
        """Make a step of what was begun, unless it is too small to be meant."""
        if self._start is None:
            return
        step = self._step_between(self._start, self._end)
        self._start = None
        if step is not None:
            self.add(step)
        self.update()

    def to_picture(self, place: QPointF) -> QPoint:
        """Return the pixel of the picture that is shown at a place of the widget."""
        moved = (place - self._area().topLeft()) / self._ratio()
        return moved.toPoint() + left_of(self._picture).topLeft()

    def _step_between(self, start: QPointF, end: QPointF) -> Step | None:
        area = QRectF(start, end).normalized()
        if self._tool is Tool.ARROW:
            is_meant = max(area.width(), area.height()) >= SMALLEST
            return Arrow(self.to_picture(start), self.to_picture(end)) if is_meant else None
        rect = self._to_image(area)
        if min(area.width(), area.height()) < SMALLEST or rect.isEmpty():
            return None
        if self._tool is Tool.CROP:
            is_meant = min(rect.width(), rect.height()) >= SMALLEST_CROP
            return Crop(rect) if is_meant else None
        return Pixelate(rect) if self._tool is Tool.PIXELATE else BlackOut(rect)

    # -- Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, what is being drawn, and the frame."""
        painter = QPainter(self)
        tokens = tokens_of(self.palette())
        area = self._area()
        if self.image.isNull():
            painter.fillRect(self.rect(), tokens.color("surface_press"))
        else:
            painter.drawPixmap(area, self._pixmap(), QRectF(self._pixmap().rect()))
        if self._start is not None:
            self._paint_begun(painter, area)
        painter.setPen(QPen(tokens.color("line_control"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_begun(self, painter: QPainter, area: QRectF) -> None:
        assert self._start is not None
        begun = QRectF(self._start, self._end).normalized()
        match self._tool:
            case Tool.ARROW:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_arrow(painter, self.size(), self._start.toPoint(), self._end.toPoint())
            case Tool.CROP:
                self._paint_outside(painter, area, begun)
            case Tool.PIXELATE:
                self._paint_blocks(painter, area, begun)
            case _:
                painter.fillRect(begun, Qt.GlobalColor.black)

    def _paint_outside(self, painter: QPainter, area: QRectF, begun: QRectF) -> None:
        """Dim what would be cut off."""
        painter.setOpacity(0.6)
        inside = begun.intersected(area)
        for outside in (
            QRectF(area.topLeft(), QPointF(area.right(), inside.top())),
            QRectF(QPointF(area.left(), inside.bottom()), area.bottomRight()),
            QRectF(QPointF(area.left(), inside.top()), inside.bottomLeft()),
            QRectF(inside.topRight(), QPointF(area.right(), inside.bottom())),
        ):
            painter.fillRect(outside, Qt.GlobalColor.black)
        painter.setOpacity(1)

    def _paint_blocks(self, painter: QPainter, area: QRectF, begun: QRectF) -> None:
        """Show which blocks would be made of one colour."""
        rect, ratio = self._to_image(begun), self._ratio()
        corner = left_of(self._picture).topLeft()
        painter.setPen(QPen(tokens_of(self.palette()).color("line_control"), 1))
        painter.setBrush(tokens_of(self.palette()).color("surface_press"))
        for block in blocks(self.image.size(), rect):
            place = QPointF(block.topLeft() - corner) * ratio + area.topLeft()
            painter.drawRect(QRectF(place, block.size().toSizeF() * ratio).intersected(area))

    # -- Where it stands

    def _ratio(self) -> float:
        left = left_of(self._picture)
        if left.isEmpty():
            return 1.0
        return min(self.width() / left.width(), self.height() / left.height())

    def _area(self) -> QRectF:
        left = left_of(self._picture)
        if left.isEmpty():
            return QRectF(self.rect())
        area = QRectF(QPointF(0, 0), left.size().toSizeF() * self._ratio())
        area.moveCenter(QRectF(self.rect()).center())
        return area

    def _pixmap(self) -> QPixmap:
        """Return what is left of the picture, in about the pixels that the screen has for it."""
        ratio = min(1.0, self._ratio() * self.devicePixelRatioF())
        size = (self.image.size().toSizeF() * ratio).toSize().expandedTo(QSize(1, 1))
        if self._fitted.size() != size:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._fitted = self.image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._shown = QPixmap()
        if self._shown.isNull():
            left = left_of(self._picture)
            ratio = size.width() / self.image.width()
            inside = QRectF(left.topLeft().toPointF() * ratio, left.size().toSizeF() * ratio).toRect()
            whole = drawn(self._fitted, self.image.size(), self._picture.steps)
            self._shown = QPixmap.fromImage(whole.copy(inside))
        return self._shown

    def _to_image(self, area: QRectF) -> QRect:
        """Return the pixels that `area` touches, whole ones: none is left half readable."""
        ratio, left = self._ratio(), left_of(self._picture)
        moved = area.translated(-self._area().topLeft())
        rect = QRectF(moved.topLeft() / ratio, moved.size() / ratio).toAlignedRect()
        return rect.translated(left.topLeft()).intersected(left)

    def _take(self, picture: Picture) -> None:
        was = left_of(self._picture).size()
        self._picture = picture
        self._shown = QPixmap()
        if left_of(picture).size() != was:
            self.updateGeometry()
        self.update()
        self.changed.emit()
