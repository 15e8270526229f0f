"""Taking a picture of the screen: what is seen without our window, and what an empty one is."""

import pytest
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itdesk.ui.screen_capture import (
    Hindrance,
    SteppingAside,
    hindrance,
    is_black,
    picture_of_screen,
    pictures_of_screens,
)


def painted(color: str, qtbot: QtBot) -> QWidget:
    """Show a window of one colour over the middle of the screen."""
    window = QWidget()
    window.setStyleSheet(f"background: {color};")
    window.setGeometry(QRect(100, 100, 400, 300))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def middle(image: QImage) -> QColor:
    return image.pixelColor(300, 250)


def test_our_window_is_not_in_the_picture_and_comes_back_where_it_was(qtbot: QtBot) -> None:
    below = painted("#2060c0", qtbot)
    ours = painted("#c02020", qtbot)
    place = ours.pos()
    qtbot.waitUntil(lambda: [middle(one) for one in pictures_of_screens()] == [QColor("#c02020")])
    parent = QObject()
    aside = SteppingAside(parent)
    with qtbot.waitSignal(aside.taken) as heard:
        aside.take(ours)
        assert aside.is_busy
        aside.take(ours)
    [images] = heard.args
    assert middle(images[0]) == QColor("#2060c0")
    assert below.isVisible()
    assert ours.isVisible()
    assert ours.pos() == place
    assert not aside.is_busy


def test_with_nothing_to_be_seen_there_is_no_picture(qtbot: QtBot) -> None:
    """The offscreen platform has no ground of its own: where no window lies there is anything at all."""
    dark = painted("black", qtbot)
    dark.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    dark.setGeometry(QGuiApplication.primaryScreen().geometry())
    dark.show()
    qtbot.waitUntil(lambda: pictures_of_screens() == ())
    assert picture_of_screen() is None
    ours = painted("#c02020", qtbot)
    parent = QObject()
    aside = SteppingAside(parent)
    with qtbot.waitSignal(aside.taken) as heard:
        aside.take(ours)
    assert heard.args == [()]
    assert ours.isVisible()


def test_mere_black_is_told_from_a_dark_screen() -> None:
    image = QImage(1366, 768, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    assert is_black(image)
    painter = QPainter(image)
    painter.fillRect(QRect(700, 400, 12, 16), QColor("#202020"))
    painter.end()
    assert not is_black(image)


@pytest.mark.usefixtures("qapp")
def test_the_desktop_of_the_tests_has_nothing_against_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)
    assert hindrance() is None


@pytest.mark.parametrize(
    ("platform", "session", "expected"),
    [
        ("wayland", "wayland", Hindrance.WAYLAND),
        ("wayland-egl", "", Hindrance.WAYLAND),
        ("xcb", "wayland", Hindrance.WAYLAND),
        ("xcb", "x11", None),
        ("xcb", "", None),
        ("offscreen", "wayland", None),
    ],
)
def test_wayland_is_known_before_trying(platform: str, session: str, expected: Hindrance | None) -> None:
    assert hindrance("linux", platform, session) is expected


@pytest.mark.parametrize(("allows", "expected"), [(True, None), (False, Hindrance.PERMISSION)])
def test_a_mac_is_asked_whether_it_allows_it(allows: bool, expected: Hindrance | None) -> None:
    assert hindrance("darwin", "cocoa", "", mac_allows=lambda: allows) is expected
