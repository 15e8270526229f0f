"""Decoding foreign pictures within limits, off the GUI thread."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

MOST_BYTES = 25 * 1024 * 1024
MOST_PIXELS = 64_000_000
FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"webp", b"bmp", b"gif"})


def decoded(content: bytes, box: QSize, most_pixels: int = MOST_PIXELS) -> QImage | None:
    """Return the picture fitted into `box`, or None for what is no picture, or too large a one.

    Never called on the GUI thread. Only the known formats of pixels are read: no SVG, no PDF.
    """
    if len(content) > MOST_BYTES:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in FORMATS:  # before its size is asked for: that parses the file
        return None
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > most_pixels:
        return None
    if size.width() > box.width() or size.height() > box.height():
        reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
