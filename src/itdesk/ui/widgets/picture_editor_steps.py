"""A picture as it was taken, and the steps that change it: what is sent is made of both, anew each time.

Touches no widget: everything here may run on any thread. All places are pixels of the picture as taken.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, ceil, cos, pi, sin

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from itdesk.ui.tokens import LIGHT

SMALLEST_BLOCK = 12
BLOCKS_ACROSS = 40
"""Blocks of a pixelated part are at least so many pixels, and the picture at most so many blocks wide."""
INK, PLATE = "red_mark", "surface_base"
HEAD_ANGLE = pi / 7


@dataclass(frozen=True)
class Crop:
    """Only what lies within `rect` is left."""

    rect: QRect


@dataclass(frozen=True)
class Arrow:
    """An arrow that points at `end`."""

    start: QPoint
    end: QPoint


@dataclass(frozen=True)
class Caption:
    """A line of words on a plate, whose upper left corner is `at`."""

    at: QPoint
    words: str


@dataclass(frozen=True)
class BlackOut:
    """The pixels within `rect` are destroyed: black is all that is left of them."""

    rect: QRect


@dataclass(frozen=True)
class Pixelate:
    """The pixels of every block that `rect` touches are destroyed: their average is all that is left."""

    rect: QRect


Step = Crop | Arrow | Caption | BlackOut | Pixelate


@dataclass(frozen=True)
class Picture:
    """A picture as it was taken, and what was done to it, in order."""

    image: QImage
    steps: tuple[Step, ...] = ()


def render(picture: Picture) -> QImage:
    """Return a new image of what is left, without any words that the file carried."""
    return drawn(picture.image, picture.image.size(), picture.steps).copy(left_of(picture))


def left_of(picture: Picture) -> QRect:
    """Return what the crops have left of the picture, in its own pixels."""
    left = picture.image.rect()
    for step in picture.steps:
        if isinstance(step, Crop):
            left = left.intersected(step.rect)
    return left


def drawn(image: QImage, taken: QSize, steps: tuple[Step, ...]) -> QImage:
    """Return a new, uncropped image with the steps drawn on it.

    `image` may be a smaller copy of a picture that was taken in the size `taken`, to be looked at.
    """
    canvas = QImage(image.size(), QImage.Format.Format_RGB32)
    canvas.fill(Qt.GlobalColor.white)
    painter = QPainter(canvas)
    painter.drawImage(QPoint(0, 0), image)
    painter.end()
    for step in steps:
        if isinstance(step, Pixelate):
            _pixelate(canvas, taken, step.rect)
        elif not isinstance(step, Crop):
            _paint(canvas, taken, step)
    return canvas


def blocks(taken: QSize, touched: QRect) -> Iterator[QRect]:
    """Yield the blocks of a picture that `touched` touches; they lie on one grid, whatever is pixelated."""
    side = max(SMALLEST_BLOCK, ceil(taken.width() / BLOCKS_ACROSS))
    columns, rows = _edges(taken.width(), side), _edges(taken.height(), side)
    inside = touched.intersected(QRect(QPoint(0, 0), taken))
    if inside.isEmpty():
        return
    for top, bottom in _spans(rows, inside.top(), inside.bottom()):
        for left, right in _spans(columns, inside.left(), inside.right()):
            yield QRect(left, top, right - left, bottom - top)


def _edges(length: int, side: int) -> list[int]:
    """Return where blocks begin, and the end; the last one takes what is too narrow for a block."""
    return [*(number * side for number in range(max(1, length // side))), length]


def _spans(edges: list[int], first: int, last: int) -> Iterator[tuple[int, int]]:
    for number in range(bisect_right(edges, first) - 1, bisect_right(edges, last)):
        yield edges[number], edges[number + 1]


def _pixelate(canvas: QImage, taken: QSize, rect: QRect) -> None:
    painter = QPainter(canvas)
    ratio = canvas.width() / taken.width()
    for block in blocks(taken, rect):
        area = _scaled(block, ratio)
        one = canvas.copy(area).scaled(
            1, 1, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.fillRect(area, one.pixelColor(0, 0))
    painter.end()


def _scaled(rect: QRect, ratio: float) -> QRect:
    return (
        rect if ratio == 1 else QRectF(QPointF(rect.topLeft()) * ratio, rect.size() * ratio).toAlignedRect()
    )


def _paint(canvas: QImage, taken: QSize, step: Arrow | Caption | BlackOut) -> None:
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not isinstance(step, BlackOut))
    painter.scale(canvas.width() / taken.width(), canvas.height() / taken.height())
    match step:
        case BlackOut(rect):
            painter.fillRect(rect, Qt.GlobalColor.black)
        case Arrow(start, end):
            paint_arrow(painter, taken, start, end)
        case Caption(at, words):
            _paint_caption(painter, taken, at, words)
    painter.end()


def paint_arrow(painter: QPainter, taken: QSize, start: QPoint, end: QPoint) -> None:
    """Draw an arrow as wide as fits a picture of the size `taken`."""
    width = max(3.0, taken.width() / 250)
    angle = atan2(end.y() - start.y(), end.x() - start.x())
    tip, head = QPointF(end), width * 5
    sides = [tip - QPointF(cos(angle + turn), sin(angle + turn)) * head for turn in (HEAD_ANGLE, -HEAD_ANGLE)]
    neck = (sides[0] + sides[1]) / 2
    for role, wider in ((PLATE, width), (INK, 0.0)):
        color = LIGHT.color(role)
        pen = QPen(color, width + wider)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(QPointF(start), neck)
        painter.setPen(QPen(color, 1 + wider))
        painter.setBrush(color)
        painter.drawPolygon(QPolygonF([tip, *sides]))


def _paint_caption(painter: QPainter, taken: QSize, at: QPoint, words: str) -> None:
    font = QFont()
    font.setPixelSize(caption_px(taken))
    font.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetricsF(font)
    edge = metrics.height() / 4
    size = QSizeF(metrics.horizontalAdvance(words) + 2 * edge, metrics.height() + edge)
    plate = QRectF(QPointF(at), size)
    plate.moveRight(min(plate.right(), taken.width() - 1.0))
    plate.moveLeft(max(plate.left(), 0.0))
    plate.moveBottom(min(plate.bottom(), taken.height() - 1.0))
    painter.setPen(QPen(LIGHT.color(INK), max(1.0, edge / 4)))
    painter.setBrush(LIGHT.color(PLATE))
    painter.drawRoundedRect(plate, edge, edge)
    painter.setFont(font)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)


def caption_px(taken: QSize) -> int:
    """Return how high the words on a picture are: to be read when it is seen as a whole."""
    return max(16, round(taken.width() / 50))
