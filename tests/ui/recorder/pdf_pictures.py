"""Reads the pictures out of a finished document, as somebody would who looks for what was hidden."""

import re
import zlib

from PySide6.QtGui import QImage

PICTURE = re.compile(rb"/Subtype /Image.*?/Filter /DCTDecode.*?stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
PACKED = re.compile(rb"/Filter /FlateDecode.*?stream\r?\n(.*?)endstream", re.DOTALL)


def pictures(document: bytes) -> list[QImage]:
    """Return every picture in the document, decoded. Not for the GUI thread."""
    assert document.count(b"/Subtype /Image") == len(PICTURE.findall(document))
    return [QImage.fromData(content) for content in PICTURE.findall(document)]


def everything(document: bytes) -> bytes:
    """Return the document with all its packed parts unpacked."""
    parts = [zlib.decompressobj().decompress(part) for part in PACKED.findall(document)]
    return b"\n".join([document, *parts])
