"""Pictures that somebody sent: pixels of two known formats, fitted, bounded."""

import struct
from collections.abc import Callable
from functools import partial
from zlib import crc32

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImage

from itdesk.ui.picture import MOST_BYTES, PNG, decoded

InBackground = Callable[[Callable[[], object]], object]
BOX = QSize(480, 270)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/hosts"/></svg>'


def image(width: int, height: int, form: str = "PNG") -> bytes:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(0x336699)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert picture.save(buffer, form)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def said_to_be(width: int, height: int) -> bytes:
    """A picture of one pixel whose head promises many more."""
    small = image(1, 1)
    head = b"IHDR" + struct.pack(">2I", width, height) + small[24:29]
    return small[:12] + head + struct.pack(">I", crc32(head)) + small[33:]


@pytest.mark.parametrize("form", ["PNG", "JPG"])
@pytest.mark.parametrize(
    ("size", "shown"), [((1920, 1080), (480, 270)), ((100, 80), (100, 80)), ((100, 4000), (6, 270))]
)
def test_pictures_are_fitted_into_the_box(
    size: tuple[int, int], shown: tuple[int, int], form: str, in_background: InBackground
) -> None:
    found = in_background(lambda: decoded(image(*size, form), BOX))
    assert isinstance(found, QImage)
    assert (found.width(), found.height()) == shown


@pytest.mark.qt_log_ignore("Unsupported marker type")
@pytest.mark.parametrize("content", [b"", SVG, b"%PDF-1.4", b"GIF89a", b"\xff\xd8\xff no", PNG, PNG + SVG])
def test_what_is_no_picture_of_ours_has_none(content: bytes, in_background: InBackground) -> None:
    assert in_background(partial(decoded, content, BOX)) is None


def test_a_bomb_is_not_decoded(in_background: InBackground) -> None:
    assert in_background(lambda: decoded(said_to_be(60_000, 60_000), BOX)) is None
    assert in_background(lambda: decoded(image(200, 200), BOX, most_pixels=100 * 100)) is None


def test_a_huge_file_is_not_even_begun(in_background: InBackground) -> None:
    assert in_background(lambda: decoded(image(10, 10) + bytes(MOST_BYTES), BOX)) is None
