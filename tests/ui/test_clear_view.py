"""The view is clear at once where no menu was used, and once the menu is gone where one was."""

from time import sleep

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from itdesk.ui.clear_view import LIMIT_MS, ClearView

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
