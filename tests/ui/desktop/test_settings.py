"""The settings of the real program: its diagnostics, the doctor behind the button, starting by itself."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from itdesk.ui.preferences.finding_row import FindingRow
from tests.ui.desktop.test_open_windows import PATIENCE_MS, Computer, Desktop, desktop, shown
from tests.ui.gui_guard import in_background

__all__ = ["desktop"]
DIAGNOSTICS = 3


def test_the_settings_know_this_computer_and_check_it(
    desktop: Desktop, computer: Computer, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "shared"))
    joanna = in_background(lambda: computer("joanna"))
    shell = desktop(joanna.folder)
    shown(shell, "tickets", qtbot)
    shell.windows.show_settings()
    window = shown(shell, "settings", qtbot)

    switch = window.general.autostart_row.switch
    qtbot.waitUntil(switch.isEnabled, timeout=PATIENCE_MS)
    switch.click()
    qtbot.waitUntil(lambda: switch.isEnabled() and switch.isChecked(), timeout=PATIENCE_MS)
    assert in_background((tmp_path / "config" / "autostart" / "itdesk.desktop").exists)

    window.show_page(DIAGNOSTICS)
    page = window.diagnostics
    qtbot.waitUntil(page.copy_button.isEnabled, timeout=PATIENCE_MS)
    assert str(joanna.folder) in page.text
    page.check_button.click()
    qtbot.waitUntil(page.check_button.isEnabled, timeout=PATIENCE_MS)
    assert len(page.findChildren(FindingRow)) == 13
    assert "help desk's server answers" in page.text
