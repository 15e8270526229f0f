"""A tray may come late, go away, or never be there."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from itdesk.ui.tray.presence import PATIENCE, TrayPresence
from itdesk.ui.tray.tray import Tray

OFTEN = 40


class Panel(QObject):
    """A panel that is there when the test says so."""

    is_there = False
    times = 0

    def asked(self) -> bool:
        self.times += 1
        return self.is_there


class SeenTray(Tray):
    """A tray that notes whether it was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.is_shown = False

    def looks(self) -> bool:
        """Tell whether it is shown now."""
        return self.is_shown

    def show(self) -> None:
        self.is_shown = True

    def hide(self) -> None:
        self.is_shown = False


def test_a_tray_that_comes_late_is_found(qtbot: QtBot) -> None:
    panel, tray = Panel(), SeenTray()
    presence = TrayPresence(tray, is_there=panel.asked)
    presence.begin()
    assert not tray.looks()
    panel.is_there = True
    presence.look()
    assert tray.looks()
    presence.end()
    assert not tray.looks()


def test_one_that_vanishes_is_told_once_and_found_again(qtbot: QtBot) -> None:
    panel, tray = Panel(), SeenTray()
    panel.is_there = True
    presence = TrayPresence(tray, is_there=panel.asked)
    told: list[bool] = []
    presence.missing.connect(lambda: told.append(True))
    presence.begin()
    panel.is_there = False
    for _ in range(OFTEN):
        presence.look()
    assert told == [True]
    panel.is_there = True
    presence.look()
    assert tray.looks()
    presence.end()


def test_a_panel_that_comes_much_later_is_found_too(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("itdesk.ui.tray.presence.RETRY_MS", 1)
    panel, tray = Panel(), SeenTray()
    presence = TrayPresence(tray, is_there=panel.asked)
    presence.begin()
    qtbot.waitUntil(lambda: panel.times > OFTEN)
    panel.is_there = True
    qtbot.waitUntil(tray.looks)
    presence.end()


def test_at_log_in_a_panel_has_ten_seconds_to_come(qtbot: QtBot) -> None:
    panel, tray = Panel(), SeenTray()
    presence = TrayPresence(tray, is_there=panel.asked)
    told: list[bool] = []
    presence.missing.connect(lambda: told.append(True))
    presence.begin()
    for _ in range(PATIENCE - 1):
        presence.look()
        assert presence.may_come
        assert told == []
    presence.look()
    assert not presence.may_come
    assert told == [True]
    for _ in range(OFTEN):
        presence.look()
    assert told == [True]
