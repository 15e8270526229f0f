"""The view is clear at once where no menu was used, and once the menu is gone where one was."""

from time import sleep

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from itdesk.ui.clear_view import LIMIT_MS, ClearView, ink_of, shows_ink

SLOW_LOOK_MS = 40


@pytest.fixture
def menu(qtbot: QtBot) -> QMenu:
    """A menu with one entry."""
    made = QMenu()
    qtbot.addWidget(made)
    made.addAction("Report a problem")
    return made


def test_without_a_menu_it_is_clear_at_once(menu: QMenu, qtbot: QtBot) -> None:
    view = ClearView(menu, menu)
    with qtbot.waitSignal(view.clear, timeout=0, raising=False) as told:
        view.wait()
    assert told.signal_triggered


def test_after_a_menu_it_is_clear_later_and_told_once(menu: QMenu, qtbot: QtBot) -> None:
    view = ClearView(menu, menu)
    told: list[bool] = []
    view.clear.connect(lambda: told.append(menu.isVisible()))
    menu.popup(QPoint(10, 10))
    qtbot.waitExposed(menu)
    menu.hide()
    view.doubt()
    view.wait()
    assert told == []
    qtbot.waitUntil(lambda: view.is_clear, timeout=5_000)
    assert told == [False]


def test_the_menus_place_alone_is_looked_at(menu: QMenu, qtbot: QtBot) -> None:
    view = Watched(menu, menu)
    menu.popup(QPoint(10, 10))
    qtbot.waitExposed(menu)
    menu.hide()
    view.doubt()
    qtbot.waitUntil(lambda: view.is_clear, timeout=5_000)
    assert view.sizes == {menu.size()}


class Watched(ClearView):
    """Remembers how large a part of the screen was looked at."""

    def __init__(self, menu: QMenu, parent: QMenu) -> None:
        super().__init__(menu, parent)
        self.sizes: set[QSize] = set()

    def _seen(self) -> QImage:
        self.sizes.add(self._place.size())
        return super()._seen()


def written(words: str, ground: str = "white") -> QImage:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    painter.drawText(image.rect(), words * 12)
    painter.end()
    return image


def test_a_white_page_below_a_white_menu_is_told_from_it(dressed_app: QApplication) -> None:
    ink = ink_of(written("Report a problem "))
    assert shows_ink(written("Report a problem "), ink)
    for left in (written(""), written("xl"), written("", "navy"), QImage()):
        assert not shows_ink(left, ink)


class Flicker(ClearView):
    """Sees another screen each time; each look takes long, as on a large screen."""

    looks = 0

    def _seen(self) -> QImage:
        self.looks += 1
        sleep(SLOW_LOOK_MS / 1000)
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(self.looks)
        return image


def test_where_something_moves_for_ever_it_does_not_wait_for_ever(menu: QMenu, qtbot: QtBot) -> None:
    view = Flicker(menu, menu)
    view.doubt()
    with qtbot.waitSignal(view.clear, timeout=5_000):
        view.wait()
    assert view.looks <= LIMIT_MS // SLOW_LOOK_MS + 1


def test_what_is_dismissed_without_a_choice_opens_nothing(menu: QMenu, qtbot: QtBot) -> None:
    view = ClearView(menu, menu)
    told: list[bool] = []
    view.clear.connect(lambda: told.append(True))
    menu.popup(QPoint(10, 10))
    menu.hide()
    qtbot.waitUntil(lambda: view.is_clear, timeout=5_000)
    assert told == []
