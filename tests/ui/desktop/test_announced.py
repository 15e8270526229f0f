"""What IT announces while the desktop runs: it appears in the window in use, and ends by itself."""

from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from tests.e2e.processes import Server, itdesk
from tests.ui.desktop.test_open_windows import PATIENCE_MS, Computer, Desktop, desktop, shown
from tests.ui.gui_guard import in_background

__all__ = ["desktop"]


def test_it_comes_and_ends_in_a_window_that_is_in_use(
    desktop: Desktop, computer: Computer, server: Server, qtbot: QtBot
) -> None:
    joanna = in_background(lambda: computer("joanna"))
    shell = desktop(joanna.folder)
    window: Any = shown(shell, "tickets", qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: shell.runner.waiting == 0, timeout=PATIENCE_MS)

    ends = datetime.now(UTC) + timedelta(seconds=6)
    in_background(lambda: announce(server, "VPN breaks off", ends))
    strip = window.announcements.strip
    qtbot.waitUntil(strip.isVisible, timeout=PATIENCE_MS)
    assert window.isActiveWindow()
    assert strip.title.text() == "VPN breaks off"
    assert any("Announcements from IT (1)" in action.text() for action in shell.tray.menu.actions())

    qtbot.waitUntil(lambda: not strip.isVisible(), timeout=PATIENCE_MS)
    assert datetime.now(UTC) >= ends
    assert not any("(1)" in action.text() for action in shell.tray.menu.actions())


def test_who_asks_for_it_sees_it_though_a_ticket_fills_her_minimised_narrow_window(
    desktop: Desktop, computer: Computer, server: Server, qtbot: QtBot
) -> None:
    joanna = in_background(lambda: computer("joanna"))
    shell = desktop(joanna.folder)
    window: Any = shown(shell, "tickets", qtbot)
    window.resize(682, 400)
    window.columns.show_main()
    in_background(lambda: announce(server, "VPN breaks off", datetime.now(UTC) + timedelta(hours=1)))

    def offered() -> list[QAction]:
        return [one for one in shell.tray.menu.actions() if "Announcements from IT (1)" in one.text()]

    qtbot.waitUntil(lambda: bool(offered()), timeout=PATIENCE_MS)
    assert not window.announcements.strip.isVisible()
    window.showMinimized()
    offered()[0].trigger()
    assert not window.isMinimized()
    qtbot.waitUntil(window.announcements.strip.isVisible, timeout=PATIENCE_MS)
    assert window.announcements.strip.title.text() == "VPN breaks off"


def announce(server: Server, title: str, ends: datetime) -> None:
    wording = ["--title-en", title, "--kind", "outage", "--until", ends.isoformat()]
    itdesk("server", "announce", *wording, "--data-dir", str(server.folder))
