"""What was cut off, blacked out or pixelated cannot be had back from what is sent."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from itdesk.ui.widgets.picture_editor_steps import (
    Arrow,
    BlackOut,
    Caption,
    Crop,
    Picture,
    Pixelate,
    blocks,
    left_of,
    render,
)

AREA = QRect(90, 40, 400, 40)


def page(words: str) -> QImage:
    """Return a white page on which `words` stand within the area."""
    image = QImage(640, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    font = QFont()
    font.setPixelSize(20)
    painter.setFont(font)
    painter.drawText(QPoint(100, 68), words)
    painter.end()
    return image


def colors(image: QImage, rect: QRect) -> set[int]:
    return {
        image.pixel(x, y)
        for x in range(rect.left(), rect.right() + 1)
        for y in range(rect.top(), rect.bottom() + 1)
    }


def rows(image: QImage, rect: QRect) -> list[bytes]:
    """Return the pixels of each row of an area."""
    lines = (image.copy(rect.left(), y, rect.width(), 1) for y in range(rect.top(), rect.bottom() + 1))
    return [bytes(line.constBits()) for line in lines]


@pytest.mark.usefixtures("dressed_app")
@pytest.mark.parametrize("words", ["12 3456 7890 1234", "98 7650 4321 9876"])
def test_what_is_pixelated_has_one_colour_a_block(words: str) -> None:
    image = page(words)
    sent = render(Picture(image, (Pixelate(AREA),)))
    touched = list(blocks(image.size(), AREA))
    assert touched
    for block in touched:
        assert len(colors(sent, block)) == 1
        assert min(block.width(), block.height()) >= max(12, image.width() / 40)
    whole = bytes(sent.constBits())
    written = [row for row in rows(image, AREA) if set(row) != {255}]
    assert written, "the page says nothing there"
    assert not [row for row in written if row in whole]


@pytest.mark.usefixtures("dressed_app")
def test_a_blocks_colour_is_the_average_of_its_pixels() -> None:
    image = page("12 3456 7890 1234")
    sent = render(Picture(image, (Pixelate(AREA),)))
    for block in blocks(image.size(), AREA):
        pixels = [
            image.pixelColor(x, y).red()
            for x in range(block.left(), block.right() + 1)
            for y in range(block.top(), block.bottom() + 1)
        ]
        assert abs(sent.pixelColor(block.center()).red() - sum(pixels) / len(pixels)) <= 2


@pytest.mark.usefixtures("dressed_app")
def test_pixelating_again_and_beside_tells_nothing_more() -> None:
    image = page("12 3456 7890 1234")
    once = render(Picture(image, (Pixelate(AREA),)))
    again = render(Picture(image, (Pixelate(AREA.adjusted(5, 5, -5, -5)), Pixelate(AREA))))
    assert again == once


def test_a_step_after_the_black_does_not_bring_it_back() -> None:
    image = QImage(480, 480, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 30, 30))
    sent = render(Picture(image, (BlackOut(QRect(0, 0, 480, 480)), Pixelate(QRect(10, 10, 200, 200)))))
    assert colors(sent, sent.rect()) == {QColor(0, 0, 0).rgb()}


rects = st.builds(QRect, st.integers(-9, 90), st.integers(-9, 90), st.integers(0, 90), st.integers(0, 90))


@settings(max_examples=60)
@given(st.integers(1, 3000), st.integers(1, 2000), rects)
def test_blocks_cover_what_they_touch_and_are_never_too_small(width: int, height: int, drawn: QRect) -> None:
    size = QSize(width, height)
    whole = QRect(QPoint(0, 0), size)
    touched = list(blocks(size, drawn))
    inside = drawn.intersected(whole)
    assert bool(touched) == (not inside.isEmpty())
    covered = QRect()
    for block in touched:
        assert whole.contains(block)
        assert block.width() >= min(width, 12, width / 40 + 12)
        assert block.height() >= min(height, 12)
        covered = covered.united(block)
    assert covered.contains(inside) or inside.isEmpty()
    assert sum(one.width() * one.height() for one in touched) == covered.width() * covered.height()


def test_a_crop_leaves_nothing_of_the_rest() -> None:
    image = QImage(100, 80, QImage.Format.Format_RGB32)
    image.fill(QColor(1, 2, 3))
    inside = QRect(20, 10, 30, 20)
    painter = QPainter(image)
    painter.fillRect(inside, QColor(200, 30, 30))
    painter.end()
    picture = Picture(image, (Crop(inside),))
    assert left_of(picture) == inside
    sent = render(picture)
    assert sent.size() == inside.size()
    assert colors(sent, sent.rect()) == {QColor(200, 30, 30).rgb()}
    assert left_of(Picture(image, (Crop(inside), Crop(QRect(0, 0, 25, 15))))) == QRect(20, 10, 5, 5)


@pytest.mark.usefixtures("dressed_app")
def test_arrow_and_words_are_drawn_within_the_picture() -> None:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    arrow = render(Picture(image, (Arrow(QPoint(10, 100), QPoint(100, 100)),)))
    assert colors(arrow, QRect(60, 99, 20, 3)) != {QColor("white").rgb()}
    assert colors(arrow, QRect(200, 0, 200, 200)) == {QColor("white").rgb()}
    caption = render(Picture(image, (Caption(QPoint(395, 195), "tu nie działa"),)))
    assert caption.size() == image.size()
    assert len(colors(caption, QRect(200, 150, 200, 50))) > 10


def test_the_original_is_not_touched(qapp: QApplication) -> None:
    image = page("12")
    before = image.copy()
    render(Picture(image, (BlackOut(AREA), Pixelate(AREA), Crop(AREA))))
    assert image == before
