"""Writes pictures of windows as PNG a third smaller than Qt does: flat colours pack best unfiltered."""

import struct
import zlib
from pathlib import Path

from PySide6.QtGui import QImage

SIGNATURE = b"\x89PNG\r\n\x1a\n"
EIGHT_BITS, TRUE_COLOUR = 8, 2
UNFILTERED = b"\0"
SMALLEST = 9


def write_png(image: QImage, path: Path) -> None:
    """Write one picture, without transparency. Touches no widget. Raises OSError."""
    path.write_bytes(png(image.convertToFormat(QImage.Format.Format_RGB888)))


def png(image: QImage) -> bytes:
    """Return an RGB888 image as PNG (ISO/IEC 15948)."""
    pixels = bytes(image.constBits())
    length, stride = image.width() * 3, image.bytesPerLine()
    starts = range(0, stride * image.height(), stride)
    rows = b"".join(UNFILTERED + pixels[start : start + length] for start in starts)
    header = struct.pack(">IIBBBBB", image.width(), image.height(), EIGHT_BITS, TRUE_COLOUR, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, SMALLEST)), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(name, content) for name, content in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
