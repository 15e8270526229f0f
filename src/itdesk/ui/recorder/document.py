"""The finished document: one PDF, a page a picture, made of what is left of each picture.

Touches no widget; never called on the GUI thread.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from itdesk.domain.limits import FILE_BYTES
from itdesk.services.failures import WorldFailed
from itdesk.services.report import NewFile
from itdesk.ui.recorder.choice import Frame
from itdesk.ui.widgets.picture_editor_steps import Picture, Step, render

NAME = "steps.pdf"
DOTS_PER_INCH = 144
MARGIN_MM = 12.0
HEADING_PX, CAPTION_PX = 22, 24
CAPTION_LINES = 3
GAP_PX = 14
LONGEST_SIDES = (2560, 1920, 1600, 1280, 1024, 800, 640)
"""Pixels to which pictures are made smaller, one after the other, until the document can be sent."""

TOO_LARGE = QT_TRANSLATE_NOOP(
    "Failure", "The recorded steps are too large to be sent. Leave some of the pictures out."
)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One page: the kept picture, what was done to it, and the words above it."""

    frame: Frame
    heading: str
    caption: str = ""
    drawn: tuple[Step, ...] = ()


def steps_file(
    sheets: Sequence[Sheet],
    picture: Callable[[Frame], QImage],
    title: str,
    most_bytes: int = FILE_BYTES,
) -> NewFile:
    """Return the document as a file to go along. `picture` gives a frame as it was taken.

    Raises WorldFailed when it would be too large however small its pictures are.
    """
    for side in LONGEST_SIDES:
        content = pdf(sheets, picture, title, side)
        if len(content) <= most_bytes:
            return NewFile(NAME, content)
    raise WorldFailed(str(TOO_LARGE))


def pdf(sheets: Sequence[Sheet], picture: Callable[[Frame], QImage], title: str, longest_side: int) -> bytes:
    """Return the document with pictures of at most so many pixels; one at a time is in memory."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, title)
    painter = QPainter(writer)
    for number, sheet in enumerate(sheets):
        if number:
            writer.newPage()
        left = render(Picture(picture(sheet.frame), sheet.drawn))
        _paint(painter, QRectF(0, 0, writer.width(), writer.height()), sheet, _at_most(left, longest_side))
    painter.end()
    return bytes(content.data())


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("itdesk")
    writer.setResolution(DOTS_PER_INCH)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    page = QPageSize(QPageSize.PageSizeId.A4)
    layout = QPageLayout(page, QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter)
    writer.setPageLayout(layout)
    return writer


def _paint(painter: QPainter, page: QRectF, sheet: Sheet, image: QImage) -> None:
    top = _line(painter, page, sheet.heading, HEADING_PX, QFont.Weight.DemiBold)
    if sheet.caption:
        top = _line(painter, page.adjusted(0, top, 0, 0), sheet.caption, CAPTION_PX, QFont.Weight.Normal)
    room = page.adjusted(0, top, 0, 0)
    size = image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRectF(room.topLeft(), size), image)


def _line(painter: QPainter, room: QRectF, words: str, px: int, weight: QFont.Weight) -> float:
    """Write words at the top of `room`; return where what is below them begins, on the page."""
    font = QFont(painter.font())
    font.setPixelSize(px)
    font.setWeight(weight)
    painter.setFont(font)
    place = QRectF(room.topLeft(), QSize(round(room.width()), px * 2 * CAPTION_LINES).toSizeF())
    flags = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
    drawn = painter.drawText(place, flags, words)
    return drawn.bottom() + GAP_PX


def _at_most(image: QImage, longest_side: int) -> QImage:
    box = QSize(longest_side, longest_side)
    if image.width() <= longest_side and image.height() <= longest_side:
        return image
    return image.scaled(box, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
