"""What is blacked out is gone from the picture, not only covered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from itdesk.ui.widgets.screenshot_view import ScreenshotView, redact
from tests.ui.walk import settle

LEFT = Qt.MouseButton.LeftButton
SECRET = QColor(250, 10, 20)


def screen(width: int = 1920, height: int = 1080) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(SECRET)
    image.setText("Comment", "secret words")
    return image


@pytest.fixture
def view(qtbot: QtBot) -> ScreenshotView:
    view = ScreenshotView()
    qtbot.addWidget(view)
    view.show_image(screen())
    view.draw(True)
    view.resize(480, 270)
    settle(view)
    return view


def drag(view: ScreenshotView, start: QPoint, end: QPoint, qtbot: QtBot) -> None:
    qtbot.mousePress(view, LEFT, pos=start)
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, LEFT, pos=end)


def test_a_drag_blacks_out_those_pixels(view: ScreenshotView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.changed):
        drag(view, QPoint(100, 50), QPoint(200, 100), qtbot)
    (rect,) = view.blacked_out
    assert rect.contains(QRect(400, 200, 400, 200))
    sent = view.redacted()
    assert sent.size() == view.image.size()
    assert sent.pixelColor(500, 300) == QColor(0, 0, 0)
    assert sent.pixelColor(10, 10) == SECRET
    assert view.grab().toImage().pixelColor(150, 75) == QColor(0, 0, 0)


def test_undo_takes_the_last_one_back(view: ScreenshotView, qtbot: QtBot) -> None:
    drag(view, QPoint(100, 50), QPoint(200, 100), qtbot)
    drag(view, QPoint(10, 10), QPoint(50, 40), qtbot)
    view.undo()
    assert len(view.blacked_out) == 1
    view.undo()
    view.undo()
    assert view.redacted() == redact(view.image, ())


def test_a_click_blacks_out_nothing(view: ScreenshotView, qtbot: QtBot) -> None:
    drag(view, QPoint(100, 50), QPoint(101, 51), qtbot)
    assert view.blacked_out == ()


def test_without_the_tool_dragging_does_nothing(view: ScreenshotView, qtbot: QtBot) -> None:
    view.draw(False)
    drag(view, QPoint(100, 50), QPoint(200, 100), qtbot)
    assert view.blacked_out == ()


def test_a_drag_beyond_the_edge_stays_in_the_picture(view: ScreenshotView, qtbot: QtBot) -> None:
    drag(view, QPoint(400, 200), QPoint(900, 900), qtbot)
    (rect,) = view.blacked_out
    assert view.image.rect().contains(rect)


def test_a_new_picture_begins_clean(view: ScreenshotView, qtbot: QtBot) -> None:
    drag(view, QPoint(100, 50), QPoint(200, 100), qtbot)
    view.show_image(screen(800, 600))
    assert view.blacked_out == ()


def test_words_that_the_picture_carried_are_gone(view: ScreenshotView) -> None:
    assert view.image.textKeys()
    assert not view.redacted().textKeys()


rects = st.builds(QRect, st.integers(-20, 60), st.integers(-20, 60), st.integers(0, 50), st.integers(0, 50))


@given(st.lists(rects, max_size=4))
def test_no_pixel_under_a_rectangle_survives(drawn: list[QRect]) -> None:
    image = screen(40, 30)
    sent = redact(image, drawn)
    for x in range(40):
        for y in range(30):
            is_hidden = any(rect.contains(x, y) for rect in drawn)
            assert sent.pixelColor(x, y) == (QColor(0, 0, 0) if is_hidden else SECRET)
    assert image.pixelColor(0, 0) == SECRET
