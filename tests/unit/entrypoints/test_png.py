"""The demo's pictures are read back as they were painted."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from itdesk.entrypoints.demo.png import write_png


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 2), (5, 7), (64, 1)])
def test_every_pixel_comes_back(tmp_path: Path, width: int, height: int) -> None:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    for y in range(height):
        for x in range(width):
            image.setPixelColor(x, y, QColor(x * 40 % 256, y * 35 % 256, (x + y) * 20 % 256))
    write_png(image, tmp_path / "picture.png")
    back = QImage(str(tmp_path / "picture.png"))
    expected = image.convertToFormat(QImage.Format.Format_RGB32)
    assert back.convertToFormat(QImage.Format.Format_RGB32) == expected
