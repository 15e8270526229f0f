"""The settings: what is chosen is kept, what IT decided is locked; the page for whoever helps tells all."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from itdesk.domain.people import Role
from itdesk.services.doctor_words import WORDS
from itdesk.settings import DECLARATIONS, Source
from itdesk.ui.background import Runner
from itdesk.ui.preferences import doctor_words
from itdesk.ui.preferences.choice_row import ChoiceRow
from itdesk.ui.preferences.general_page import GeneralPage
from itdesk.ui.preferences.places import Place
from itdesk.ui.preferences.settings_window import SettingsWindow
from itdesk.workstation.autostart import Autostart, SetBy
from tests.ui.gui_guard import in_background
from tests.ui.preferences.settings_calls import FINDINGS, FakeProgram
from tests.ui.preferences.test_preferences import ACCOUNT
from tests.ui.walk import SMALLEST_SCREEN, assert_named, assert_not_clipped

GENERAL, NOTIFICATIONS, ACCOUNT_PAGE, DIAGNOSTICS = range(4)


@pytest.fixture
def runner(qtbot: QtBot) -> Runner:
    """The windows' background."""
    return Runner()


def settled(window: SettingsWindow, runner: Runner, qtbot: QtBot) -> SettingsWindow:
    qtbot.waitUntil(lambda: runner.waiting == 0)
    return window


def opened(program: FakeProgram, runner: Runner, qtbot: QtBot, page: int = GENERAL) -> SettingsWindow:
    window = SettingsWindow(runner, program.calls(), account=ACCOUNT)
    qtbot.addWidget(window)
    window.show_page(page)
    return settled(window, runner, qtbot)


def test_a_choice_is_told_at_once(runner: Runner, qtbot: QtBot) -> None:
    window = opened(FakeProgram(), runner, qtbot)
    dark = window.general.theme_row.control.segments()[2]
    with qtbot.waitSignal(window.theme_chosen) as heard:
        dark.click()
    assert heard.args == ["dark"]


def test_what_it_has_decided_is_locked_and_says_so(runner: Runner, qtbot: QtBot) -> None:
    policy = {"theme": "dark", "autostart": "on", "notifications": False, "quiet_from": "18:00"}
    window = opened(FakeProgram(policy), runner, qtbot)
    general, told = window.general, window.notifications
    assert general.theme_row.is_locked
    assert not general.theme_row.control.isEnabled()
    assert not general.language_row.is_locked
    assert general.autostart_row.is_locked
    assert general.autostart_row.switch.isChecked()
    assert not general.autostart_row.switch.isEnabled()
    assert told.told_row.is_locked
    assert not told.told_row.switch.isChecked()
    assert told.quiet_row.is_locked


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source.POLICY, "Set by your IT department"),
        (Source.USER_POLICY, "Set by your IT department"),
        (Source.ARGUMENT, "Set when itdesk was started"),
        (Source.ENVIRONMENT, "Set when itdesk was started"),
    ],
)
def test_a_lock_says_who_it_was(source: Source, words: str, qtbot: QtBot) -> None:
    row = ChoiceRow("Colours", (("light", "Light"), ("dark", "Dark")))
    qtbot.addWidget(row)
    row.show_choice("dark", decided_by=None)
    states = [row.is_locked]
    row.show_choice("dark", decided_by=source)
    states.append(row.is_locked)
    assert states == [False, True]
    assert row.locked_words == words


def test_the_pages_are_reached_by_the_keyboard(runner: Runner, qtbot: QtBot) -> None:
    window = opened(FakeProgram(), runner, qtbot)
    window.show()
    first, second = window.places.findChildren(Place)[:2]
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.isChecked()
    assert window.notifications.isVisibleTo(window)
    settled(window, runner, qtbot)


def test_starting_with_the_computer_is_switched(runner: Runner, qtbot: QtBot) -> None:
    program = FakeProgram()
    window = opened(program, runner, qtbot)
    window.general.autostart_row.switch.click()
    settled(window, runner, qtbot)
    assert program.starts.is_on
    assert window.general.autostart_row.switch.isChecked()
    assert window.general.autostart_row.switch.isEnabled()


def test_an_entry_of_it_may_be_switched_off_and_says_who_put_it_there(runner: Runner, qtbot: QtBot) -> None:
    program = FakeProgram(starts=Autostart(is_on=True, set_by=SetBy.MACHINE))
    window = opened(program, runner, qtbot)
    row = window.general.autostart_row
    assert not row.is_locked
    assert row.switch.isEnabled()
    assert "IT" in row.hint


def test_a_switch_that_fails_goes_back_and_is_told(runner: Runner, qtbot: QtBot) -> None:
    window = opened(FakeProgram(autostart_fails=True), runner, qtbot)
    window.show()
    with qtbot.waitSignal(window.general.failed):
        window.general.autostart_row.switch.click()
    settled(window, runner, qtbot)
    assert not window.general.autostart_row.switch.isChecked()


@pytest.mark.parametrize(("has_hotkey", "words"), [(True, "Ctrl+Alt+H"), (False, "itdesk report")])
def test_how_a_report_is_opened_by_keys(runner: Runner, qtbot: QtBot, has_hotkey: bool, words: str) -> None:
    program = FakeProgram()
    page = GeneralPage(runner, program.calls(), has_hotkey=has_hotkey)
    qtbot.addWidget(page)
    page.show_settings(program.settings())
    assert words in page.keys.text()
    qtbot.waitUntil(lambda: runner.waiting == 0)


def test_notifications_and_quiet_hours_are_kept(runner: Runner, qtbot: QtBot) -> None:
    program = FakeProgram()
    window = opened(program, runner, qtbot, NOTIFICATIONS)
    page = window.notifications
    assert not page.begins.isEnabled()
    page.told_row.switch.click()
    page.quiet_row.switch.click()
    settled(window, runner, qtbot)
    assert program.chosen == {"notifications": False, "quiet_from": "18:00", "quiet_until": "07:00"}
    assert page.begins.isEnabled()
    page.begins.box.setCurrentIndex(page.begins.box.findData("20:30"))
    page.begins.box.activated.emit(page.begins.box.currentIndex())
    settled(window, runner, qtbot)
    assert program.chosen["quiet_from"] == "20:30"
    page.quiet_row.switch.click()
    settled(window, runner, qtbot)
    assert (program.chosen["quiet_from"], program.chosen["quiet_until"]) == ("", "")


@pytest.mark.usefixtures("language")
def test_a_technician_chooses_what_she_is_told_of(runner: Runner, qtbot: QtBot) -> None:
    program = FakeProgram({"notify_due": False})
    account = replace(ACCOUNT, role=Role.TECHNICIAN)
    window = SettingsWindow(runner, program.calls(), account=account)
    qtbot.addWidget(window)
    window.show_page(NOTIFICATIONS)
    settled(window, runner, qtbot)
    rows = window.notifications.concern_rows.rows
    assert [row.switch.isChecked() for row in rows.values()] == [True, True, True, False]
    assert [row.is_locked for row in rows.values()] == [False, False, False, True]
    rows["notify_mentions"].switch.click()
    settled(window, runner, qtbot)
    assert program.chosen == {"notify_mentions": False}
    window.notifications.told_row.switch.click()
    assert not rows["notify_assigned"].switch.isEnabled()
    settled(window, runner, qtbot)


def test_an_employee_is_offered_nothing_of_a_technicians_work(runner: Runner, qtbot: QtBot) -> None:
    window = opened(FakeProgram(), runner, qtbot, NOTIFICATIONS)
    window.show()
    assert not window.notifications.concern_rows.isVisible()
    settled(window, runner, qtbot)


def test_a_time_that_is_not_offered_is_shown_as_it_is(runner: Runner, qtbot: QtBot) -> None:
    program = FakeProgram(chosen={"quiet_from": "18:10", "quiet_until": "06:45"})
    window = opened(program, runner, qtbot)
    page = window.notifications
    assert (page.begins.time, page.ends.time) == ("18:10", "06:45")


@pytest.mark.usefixtures("language")
def test_diagnostics_tell_everything_and_are_copied(runner: Runner, qtbot: QtBot) -> None:
    program = FakeProgram(policy={"proxy": "http://proxy.example.com:8080"})
    window = opened(program, runner, qtbot, DIAGNOSTICS)
    page = window.diagnostics
    page.check_button.click()
    settled(window, runner, qtbot)
    page.copy_button.click()
    text = QGuiApplication.clipboard().text()
    for declaration in DECLARATIONS:
        assert declaration.name in text
    for part in ("http://proxy.example.com:8080", "/etc/itdesk/policy.toml", "6.1.0-18-amd64", "desktop.log"):
        assert part in text
    for finding in FINDINGS:
        assert doctor_words.found_words(finding) in text
        assert doctor_words.fix_words(finding) in text


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "is not known here. Check the network"), ("pl", "nie jest tu znana. Sprawdź sieć")],
    indirect=["language"],
)
@pytest.mark.usefixtures("language")
def test_what_stands_in_the_way_is_told_in_her_language(runner: Runner, qtbot: QtBot, words: str) -> None:
    window = opened(FakeProgram(), runner, qtbot, DIAGNOSTICS)
    settled(window, runner, qtbot)
    assert words in window.diagnostics.text


def test_diagnostics_are_saved(runner: Runner, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(FakeProgram(), runner, qtbot, DIAGNOSTICS)
    path = tmp_path / "diagnostics.txt"
    window.diagnostics.save(str(path))
    settled(window, runner, qtbot)
    assert in_background(lambda: path.read_text("utf-8")) == window.diagnostics.text


def test_what_cannot_be_saved_is_told(runner: Runner, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(FakeProgram(), runner, qtbot, DIAGNOSTICS)
    with qtbot.waitSignal(window.diagnostics.failed):
        window.diagnostics.save(str(tmp_path / "missing" / "x.txt"))


def test_the_window_has_the_doctors_own_words() -> None:
    shown = {code: tuple(map(str, words)) for code, words in doctor_words.WORDS.items()}
    assert shown == {code: (words.found, words.fix) for code, words in WORDS.items()}


@pytest.mark.usefixtures("language", "scale")
@pytest.mark.parametrize("page", [GENERAL, NOTIFICATIONS, ACCOUNT_PAGE, DIAGNOSTICS])
def test_every_page_fits_and_is_named(runner: Runner, qtbot: QtBot, page: int) -> None:
    policy = {"theme": "light", "language": "pl", "autostart": "off", "notifications": True}
    window = opened(FakeProgram(policy), runner, qtbot, page)
    window.diagnostics.check()
    settled(window, runner, qtbot)
    window.show()
    assert_named(window)
    assert_not_clipped(window, window.size().boundedTo(SMALLEST_SCREEN))
