"""Where the person is signed in: listed when the page is shown, ended after one more question."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itdesk.ui.background import Runner
from itdesk.ui.preferences.session_row import SessionRow
from itdesk.ui.preferences.settings_window import SettingsWindow
from tests.ui.preferences.settings_calls import FakeProgram
from tests.ui.preferences.test_preferences import ACCOUNT
from tests.ui.walk import SMALLEST_SCREEN, assert_named, assert_not_clipped

ACCOUNT_PAGE = 2


@pytest.fixture
def runner(qtbot: QtBot) -> Runner:
    """The windows' background."""
    return Runner()


def opened(program: FakeProgram, runner: Runner, qtbot: QtBot) -> SettingsWindow:
    window = SettingsWindow(runner, program.calls(), account=ACCOUNT)
    qtbot.addWidget(window)
    window.show_page(ACCOUNT_PAGE)
    window.show()
    qtbot.waitUntil(lambda: runner.waiting == 0 and all(row.isVisible() for row in rows(window)))
    return window


def rows(window: SettingsWindow) -> tuple[SessionRow, ...]:
    return window.account.elsewhere.rows


def test_devices_are_listed_and_this_computer_is_known(runner: Runner, qtbot: QtBot) -> None:
    window = opened(FakeProgram(), runner, qtbot)
    assert [row.device for row in rows(window)] == ["joanna-laptop", "reception", "A device without a name"]
    assert [row.end_button.isHidden() for row in rows(window)] == [True, False, False]
    assert rows(window)[1].end_button.accessibleName() == "Sign out on reception"


def test_signing_out_elsewhere_asks_first(runner: Runner, qtbot: QtBot) -> None:
    program = FakeProgram()
    window = opened(program, runner, qtbot)
    row = rows(window)[1]
    row.end_button.click()
    assert row.question.isVisible()
    row.no_button.click()
    assert not row.question.isVisible()
    assert len(program.sessions) == 3
    row.end_button.click()
    row.yes_button.click()
    qtbot.waitUntil(lambda: len(rows(window)) == 2)
    assert [one.device for one in program.sessions] == ["joanna-laptop", ""]


def test_it_is_done_by_keyboard_alone(runner: Runner, qtbot: QtBot) -> None:
    program = FakeProgram()
    window = opened(program, runner, qtbot)
    row = rows(window)[1]
    window.activateWindow()
    row.end_button.setFocus()
    qtbot.waitUntil(row.end_button.hasFocus)
    qtbot.keyClick(row.end_button, Qt.Key.Key_Space)
    assert row.no_button.hasFocus(), "what does nothing is nearest"
    qtbot.keyClick(row.no_button, Qt.Key.Key_Backtab)
    assert row.yes_button.hasFocus()
    qtbot.keyClick(row.yes_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(program.sessions) == 2)
    qtbot.waitUntil(lambda: runner.waiting == 0)


def test_without_the_server_it_says_so(runner: Runner, qtbot: QtBot) -> None:
    window = opened(FakeProgram(network_fails=True), runner, qtbot)
    assert "not known here" in window.account.elsewhere.said.text()
    assert rows(window) == ()


def test_what_could_not_be_ended_is_told_and_stays(runner: Runner, qtbot: QtBot) -> None:
    program = FakeProgram()
    window = opened(program, runner, qtbot)
    program.network_fails = True
    row = rows(window)[1]
    row.end_button.click()
    with qtbot.waitSignal(window.account.failed):
        row.yes_button.click()
    qtbot.waitUntil(lambda: runner.waiting == 0)
    assert len(program.sessions) == 3


def test_nobody_signed_in_is_asked_nothing(runner: Runner, qtbot: QtBot) -> None:
    window = SettingsWindow(runner, FakeProgram(network_fails=True).calls(), account=None)
    qtbot.addWidget(window)
    window.show_page(ACCOUNT_PAGE)
    qtbot.waitUntil(lambda: runner.waiting == 0)
    assert window.account.elsewhere.isHidden()
    assert window.account.elsewhere.said.text() == ""


@pytest.mark.usefixtures("language", "scale")
def test_rows_and_their_question_fit_and_are_named(runner: Runner, qtbot: QtBot) -> None:
    window = opened(FakeProgram(), runner, qtbot)
    for row in rows(window)[1:]:
        row.end_button.click()
    assert_named(window)
    assert_not_clipped(window, window.size().boundedTo(SMALLEST_SCREEN))
