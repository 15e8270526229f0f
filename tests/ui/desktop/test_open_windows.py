"""The running desktop beside the command line and a real server: one folder, one truth."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from itdesk.entrypoints.desktop import Program, surroundings
from itdesk.ui.shell import Shell
from itdesk.ui.theme import Choice, ThemeKeeper
from itdesk.ui.translation import Translation
from itdesk.ui.widgets.house_window import HouseWindow
from itdesk.workstation.paths import data_folder
from itdesk.workstation.settings_files import read_settings
from tests.e2e.processes import PASSWORDS, Client, Server
from tests.ui.gui_guard import in_background

PATIENCE_MS = 60_000
Computer = Callable[[str], Client]
Desktop = Callable[[Path], Shell]


@pytest.fixture
def desktop(
    dressed_app: QApplication, qtbot: QtBot, off_guard: Callable[[], AbstractContextManager[None]]
) -> Iterator[Desktop]:
    """Return the running desktop of one data folder, ended in order after the test.

    Reading settings comes before the first window; from then on the guard watches.
    """
    running: list[Shell] = []

    def start(folder: Path) -> Shell:
        with off_guard():
            data = data_folder(str(folder)).create()
            settings = read_settings(data, environment={"ITDESK_CREDENTIAL_STORE": "file"})
            around = surroundings(Program(data, settings))
            translation = Translation(dressed_app, "en")
        shell = Shell(dressed_app, around, ThemeKeeper(dressed_app, Choice.LIGHT), translation)
        running.append(shell)
        shell.start("tickets")
        return shell

    yield start
    for shell in running:
        shell.shut_down()
        assert shell.runner.waiting == 0


def shown(shell: Shell, kind: str, qtbot: QtBot) -> Any:
    qtbot.waitUntil(lambda: shell.windows.window(kind) is not None, timeout=PATIENCE_MS)
    return shell.windows.window(kind)


def test_twenty_reports_at_once_all_come_to_the_open_window(
    computer: Computer, desktop: Desktop, qtbot: QtBot
) -> None:
    joanna = in_background(lambda: computer("joanna"))
    window = shown(desktop(joanna.folder), "tickets", qtbot)
    titles = {f"Naraz {index}" for index in range(20)}
    sent = in_background(lambda: at_once(joanna.report, titles))
    assert len({one["id"] for one in sent}) == 20
    qtbot.waitUntil(lambda: window.model.rowCount() == 20, timeout=PATIENCE_MS)
    marek = in_background(lambda: computer("marek"))
    assert {ticket["title"] for ticket in in_background(lambda: synced(marek))} == titles


def at_once(report: Callable[[str], dict[str, str]], titles: set[str]) -> list[dict[str, str]]:
    with ThreadPoolExecutor(20) as pool:
        return list(pool.map(report, titles))


def synced(client: Client) -> list[dict[str, str]]:
    client.sync()
    tickets: list[dict[str, str]] = client.ask("tickets")
    return tickets


def test_a_reply_from_elsewhere_appears_by_itself(computer: Computer, desktop: Desktop, qtbot: QtBot) -> None:
    joanna, marek = in_background(lambda: (computer("joanna"), computer("marek")))
    sent = in_background(lambda: joanna.report("Brak dźwięku"))
    shell = desktop(joanna.folder)
    window = shown(shell, "tickets", qtbot)
    window.open_ticket(sent["id"])
    qtbot.waitUntil(lambda: says(window, "Brak dźwięku"), timeout=PATIENCE_MS)
    in_background(marek.sync)
    in_background(lambda: marek.ask("reply", sent["number"], "--text", "Już patrzę"))
    qtbot.waitUntil(lambda: says(window, "Już patrzę"), timeout=PATIENCE_MS)


def test_the_first_start_asks_to_sign_in_and_then_shows_the_tickets(
    server: Server, tmp_path: Path, desktop: Desktop, qtbot: QtBot
) -> None:
    shell = desktop(tmp_path / "fresh")
    window = shown(shell, "sign_in", qtbot)
    window.server.edit.setText(server.url)
    window.login.edit.setText("joanna")
    window.password.edit.setText(PASSWORDS["joanna"])
    window.submit()
    shown(shell, "tickets", qtbot)
    assert shell.windows.window("sign_in") is None


def test_signing_out_forgets_the_tickets_and_asks_to_sign_in_again(
    computer: Computer, desktop: Desktop, qtbot: QtBot
) -> None:
    joanna = in_background(lambda: computer("joanna"))
    in_background(lambda: joanna.report("Poufne"))
    shell = desktop(joanna.folder)
    shown(shell, "tickets", qtbot)
    shell.windows.show_settings()
    shell.windows.sign_out_wanted.emit()
    shown(shell, "sign_in", qtbot)
    assert "Poufne" not in in_background(lambda: everything_in(joanna.folder))


def says(window: HouseWindow, words: str) -> bool:
    """Tell whether somewhere in the window these words can be read."""
    texts = [text.toPlainText() for text in window.findChildren(QTextEdit)]
    return any(words in text for text in (*texts, *(label.text() for label in window.findChildren(QLabel))))


def everything_in(folder: Path) -> str:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return "".join(file.read_bytes().decode("utf-8", "ignore") for file in files)


def test_a_sign_in_as_somebody_else_by_another_program_is_noticed(
    computer: Computer, desktop: Desktop, server: Server, qtbot: QtBot
) -> None:
    joanna = in_background(lambda: computer("joanna"))
    in_background(lambda: joanna.report("Poufne"))
    shell = desktop(joanna.folder)
    window = shown(shell, "tickets", qtbot)
    qtbot.waitUntil(lambda: window.model.rowCount() == 1, timeout=PATIENCE_MS)
    in_background(lambda: joanna.run("sign-out"))
    qtbot.waitUntil(lambda: shell.desk is None and not shell.windows.shows("tickets"), timeout=PATIENCE_MS)
    piotr = Client(joanna.folder, "piotr")
    in_background(lambda: piotr.sign_in(server))
    qtbot.waitUntil(lambda: shell.desk is not None, timeout=PATIENCE_MS)
    assert shell.desk is not None
    assert shell.desk.account.login == "piotr"
    assert shown(shell, "tickets", qtbot).model.rowCount() == 0
