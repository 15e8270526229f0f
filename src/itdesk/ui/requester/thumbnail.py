"""A small picture of a file that somebody sent, decoded within limits and off the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from itdesk.domain.ids import FileId

BOX = QSize(480, 270)
MOST_PIXELS = 40_000_000
FORMATS = (
    (b"\x89PNG\r\n\x1a\n", b"png"),
    (b"\xff\xd8\xff", b"jpeg"),
)
"""What a file begins with, and the one decoder that may read it: nothing else is tried."""


@dataclass(frozen=True)
class Thumbnail:
    """The picture of a file; None where it has none that may be shown."""

    file_id: FileId
    image: QImage | None


def thumbnail_of(attachment: Callable[[FileId], bytes], file_id: FileId) -> Thumbnail:
    """Fetch a file and make its small picture. Never called on the GUI thread; raises what fetching does."""
    return Thumbnail(file_id, small_picture(attachment(file_id)))


def small_picture(content: bytes, most_pixels: int = MOST_PIXELS) -> QImage | None:
    """Return the picture fitted into the box, or None for what is none, is broken, or is too large."""
    decoder = next((name for start, name in FORMATS if content.startswith(start)), None)
    if decoder is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(decoder))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > most_pixels:
        return None
    if size.width() > BOX.width() or size.height() > BOX.height():
        fitted = size.scaled(BOX, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fitted.expandedTo(QSize(1, 1)))
    image = reader.read()
    return None if image.isNull() else image
