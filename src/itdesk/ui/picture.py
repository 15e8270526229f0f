"""Decoding pictures that somebody sent, within limits and off the GUI thread."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

MOST_BYTES = 25 * 1024 * 1024
MOST_PIXELS = 64_000_000
PNG = b"\x89PNG\r\n\x1a\n"
FORMATS = (
    (PNG, b"png"),
    (b"\xff\xd8\xff", b"jpeg"),
)
"""What a file begins with, and the one decoder that may read it: nothing else is tried, no SVG, no PDF."""


def decoded(content: bytes, box: QSize, most_pixels: int = MOST_PIXELS) -> QImage | None:
    """Return the picture fitted into `box`, or None for what is none, is broken, or is too large.

    Never called on the GUI thread.
    """
    decoder = next((name for start, name in FORMATS if content.startswith(start)), None)
    if decoder is None or len(content) > MOST_BYTES:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(decoder))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > most_pixels:
        return None
    if size.width() > box.width() or size.height() > box.height():
        fitted = size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fitted.expandedTo(QSize(1, 1)))
    image = reader.read()
    return None if image.isNull() else image
