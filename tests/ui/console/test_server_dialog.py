"""How the server stands is told to administrators, with what to do where nobody backs it up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itdesk.domain.people import Role
from itdesk.services.desk import Account
from itdesk.services.failures import WorldFailed
from itdesk.services.server_state import ServerStanding
from itdesk.ui.background import Runner
from itdesk.ui.console.actions import Command
from itdesk.ui.console.navigation_pane import NavigationPane
from itdesk.ui.console.server_dialog import ServerDialog
from itdesk.ui.console.window import ConsoleWindow
from tests.contract.clock import NINE
from tests.ui.console.office import MAREK

WELL = ServerStanding(
    address="https://helpdesk.example.com",
    version="1.0.0",
    is_sqlite=True,
    schema="0012",
    is_schema_right=True,
    last_backup=NINE - timedelta(hours=7),
    waiting=0,
    failing=(),
)


def now() -> datetime:
    return NINE


class Server:
    """Stands for a server that answers when it is let, and may be away."""

    def __init__(self) -> None:
        self.told = WELL
        self.is_away = False
        self.answers = Event()
        self.answers.set()

    def ask(self) -> ServerStanding:
        assert self.answers.wait(10)
        if self.is_away:
            raise WorldFailed("The server cannot be reached.")
        return self.told


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.answers.set()


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def dialog(server: Server, runner: Runner, behind: QWidget) -> ServerDialog:
    dialog = ServerDialog(runner, server.ask, now, behind)
    dialog.show()
    return dialog


def rest(dialog: ServerDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.refresh_button.isEnabled)


def asked_again(dialog: ServerDialog, qtbot: QtBot) -> None:
    dialog.refresh_button.click()
    assert not dialog.refresh_button.isEnabled()
    rest(dialog, qtbot)


def test_a_server_that_is_well_is_shown_without_a_warning(dialog: ServerDialog, qtbot: QtBot) -> None:
    rest(dialog, qtbot)
    assert dialog.program.text() == "itdesk 1.0.0"
    assert dialog.database.text() == "SQLite"
    assert dialog.schema.text() == "0012, as this version wants it"
    assert dialog.backup.text().endswith("7 h ago")
    assert dialog.failing.text() == "none"
    assert dialog.backup.accessibleName().startswith("Last good backup: ")
    assert dialog.banner.isHidden()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"last_backup": None}, "There is no good backup yet"),
        ({"last_backup": NINE - timedelta(hours=36, seconds=1)}, "older than 36 hours"),
        ({"last_backup": None, "is_sqlite": False}, "from a timer every night"),
        ({"is_schema_right": False}, "another version of itdesk"),
        ({"failing": ("delete-files",)}, "itdesk server jobs"),
    ],
)
def test_what_is_not_well_is_said_with_what_to_do(
    dialog: ServerDialog, server: Server, qtbot: QtBot, changes: dict[str, object], words: str
) -> None:
    rest(dialog, qtbot)
    server.told = replace(WELL, **changes)  # type: ignore[arg-type]
    asked_again(dialog, qtbot)
    assert dialog.banner.isVisible()
    assert words in dialog.banner.accessibleName()


def test_a_backup_of_36_hours_ago_is_no_reason_to_warn(
    dialog: ServerDialog, server: Server, qtbot: QtBot
) -> None:
    rest(dialog, qtbot)
    server.told = replace(WELL, last_backup=NINE - timedelta(hours=36))
    asked_again(dialog, qtbot)
    assert dialog.banner.isHidden()


def test_a_server_that_is_away_is_said_so_and_what_it_said_stays(
    dialog: ServerDialog, server: Server, qtbot: QtBot
) -> None:
    rest(dialog, qtbot)
    server.is_away = True
    asked_again(dialog, qtbot)
    assert "The server cannot be reached." in dialog.banner.accessibleName()
    assert dialog.program.text() == "itdesk 1.0.0"
    server.is_away = False
    asked_again(dialog, qtbot)
    assert dialog.banner.isHidden()


def test_the_window_lives_while_the_server_thinks(
    server: Server, runner: Runner, behind: QWidget, qtbot: QtBot
) -> None:
    server.answers.clear()
    dialog = ServerDialog(runner, server.ask, now, behind)
    assert dialog.hint.text() == "Asking the server…"
    assert not dialog.refresh_button.isEnabled()
    server.answers.set()
    rest(dialog, qtbot)


def test_only_administrators_are_offered_it(console: ConsoleWindow, qtbot: QtBot) -> None:
    assert console.navigation.server_button.isHidden()
    assert Command.SERVER.value not in {one.name for one in console.window_actions.every}
    adam = Account(server_url="http://x", person_id=MAREK.id, login="adam", name="Adam", role=Role.ADMIN)
    pane = NavigationPane(adam, now)
    qtbot.addWidget(pane)
    assert not pane.server_button.isHidden()
    with qtbot.waitSignal(pane.server_wanted):
        pane.server_button.click()


def test_the_button_opens_it(console: ConsoleWindow, runner: Runner, qtbot: QtBot) -> None:
    console.navigation.server_button.click()
    opened = console.findChildren(ServerDialog)
    assert len(opened) == 1
    rest(opened[0], qtbot)
