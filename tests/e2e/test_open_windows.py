"""The running desktop beside the command line and a real server: one folder, one truth."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itdesk.entrypoints.desktop import Program, new_application, surroundings
from itdesk.ui.shell import Shell
from itdesk.ui.theme import Choice, ThemeKeeper
from itdesk.ui.translation import Translation
from itdesk.workstation.paths import data_folder
from itdesk.workstation.settings_files import read_settings
from tests.e2e.processes import PASSWORDS, Client, Server

PATIENCE_MS = 60_000
Computer = Callable[[str], Client]
Desktop = Callable[[Path], Shell]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desktop(qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    """Return the running desktop of one data folder, ended in order after the test."""
    running: list[Shell] = []

    def start(folder: Path) -> Shell:
        app = new_application()
        data = data_folder(str(folder)).create()
        settings = read_settings(data, environment={"ITDESK_CREDENTIAL_STORE": "file"})
        shell = Shell(
            app, surroundings(Program(data, settings)), ThemeKeeper(app, Choice.LIGHT), Translation(app, "en")
        )
        running.append(shell)
        shell.start("tickets")
        return shell

    yield start
    for shell in running:
        shell.shut_down()
        assert shell.runner.waiting == 0


def shown(shell: Shell, kind: str, qtbot: QtBot) -> object:
    qtbot.waitUntil(lambda: shell.windows.window(kind) is not None, timeout=PATIENCE_MS)
    return shell.windows.window(kind)


def test_twenty_reports_at_once_all_come_to_the_open_window(
    computer: Computer, desktop: Desktop, qtbot: QtBot
) -> None:
    joanna = computer("joanna")
    window = shown(desktop(joanna.folder), "tickets", qtbot)
    titles = {f"Naraz {index}" for index in range(20)}
    with ThreadPoolExecutor(20) as pool:
        sent = list(pool.map(joanna.report, titles))
        assert len({one["id"] for one in sent}) == 20
    qtbot.waitUntil(lambda: window.model.rowCount() == 20, timeout=PATIENCE_MS)  # type: ignore[attr-defined]
    marek = computer("marek")
    qtbot.waitUntil(lambda: len(synced(marek)) == 20, timeout=PATIENCE_MS)
    assert {ticket["title"] for ticket in synced(marek)} == titles


def synced(client: Client) -> list[dict[str, str]]:
    client.sync()
    tickets: list[dict[str, str]] = client.ask("tickets")
    return tickets


def test_a_reply_from_elsewhere_appears_by_itself(computer: Computer, desktop: Desktop, qtbot: QtBot) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    number = joanna.report("Brak dźwięku")["number"]
    shell = desktop(joanna.folder)
    shown(shell, "tickets", qtbot)
    marek.sync()
    marek.ask("reply", number, "--text", "Już patrzę")
    qtbot.waitUntil(lambda: "CommentAdded" in joanna.kinds(number), timeout=PATIENCE_MS)


def test_the_first_start_asks_to_sign_in_and_then_shows_the_tickets(
    server: Server, tmp_path: Path, desktop: Desktop, qtbot: QtBot
) -> None:
    shell = desktop(tmp_path / "fresh")
    window = shown(shell, "sign_in", qtbot)
    window.server.edit.setText(server.url)  # type: ignore[attr-defined]
    window.login.edit.setText("joanna")  # type: ignore[attr-defined]
    window.password.edit.setText(PASSWORDS["joanna"])  # type: ignore[attr-defined]
    window.submit()  # type: ignore[attr-defined]
    shown(shell, "tickets", qtbot)
    assert shell.windows.window("sign_in") is None


def test_signing_out_forgets_the_tickets_and_asks_to_sign_in_again(
    computer: Computer, desktop: Desktop, qtbot: QtBot
) -> None:
    joanna = computer("joanna")
    joanna.report("Poufne")
    shell = desktop(joanna.folder)
    shown(shell, "tickets", qtbot)
    shell.windows.show_settings()
    shell.windows.sign_out_wanted.emit()
    shown(shell, "sign_in", qtbot)
    assert "Poufne" not in everything_in(joanna.folder)


def everything_in(folder: Path) -> str:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return "".join(file.read_bytes().decode("utf-8", "ignore") for file in files)
