"""The icon in the tray says how things stand, and what was wanted."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from itdesk.ui.tray.summary import Summary
from itdesk.ui.tray.tray import Tray
from itdesk.ui.tray_icon import TrayState

NOW = datetime(2026, 11, 23, 10, 21, tzinfo=UTC)


def texts(tray: Tray) -> list[str]:
    return [action.text() for action in tray.menu.actions() if not action.isSeparator()]


@pytest.mark.parametrize(
    ("summary", "state"),
    [
        (Summary(signed_in=True, last_sync=NOW), TrayState.FINE),
        (Summary(signed_in=True, online=False), TrayState.OFFLINE),
        (Summary(signed_in=True, sign_in_needed=True), TrayState.OFFLINE),
        (Summary(signed_in=True, online=False, waiting=2), TrayState.WAITING),
        (Summary(signed_in=True, waiting=2, unread=1), TrayState.UNREAD),
    ],
)
def test_what_matters_most_is_shown(summary: Summary, state: TrayState) -> None:
    assert summary.state is state


def test_each_state_looks_different(qtbot: QtBot) -> None:
    tray = Tray()
    pictures = []
    for summary in (
        Summary(signed_in=True, last_sync=NOW),
        Summary(signed_in=True, online=False),
        Summary(signed_in=True, waiting=2),
        Summary(signed_in=True, unread=1),
    ):
        tray.show_summary(summary)
        pictures.append(tray.icon.pixmap(32, 32).toImage())
    assert all(one != other for index, one in enumerate(pictures) for other in pictures[index + 1 :])


def test_an_employee_has_no_console_in_the_menu(qtbot: QtBot) -> None:
    tray = Tray()
    tray.show_summary(Summary(signed_in=True))
    tray.menu.aboutToShow.emit()
    assert "Console" not in texts(tray)
    tray.show_summary(Summary(signed_in=True, is_staff=True))
    tray.menu.aboutToShow.emit()
    assert "Console" in texts(tray)


def test_before_somebody_signed_in_only_that_is_offered(qtbot: QtBot) -> None:
    tray = Tray()
    assert texts(tray)[0] == "Sign in"
    assert "Report a problem" not in texts(tray)


def test_the_menu_says_what_waits(qtbot: QtBot) -> None:
    tray = Tray()
    tray.show_summary(Summary(signed_in=True, online=False, waiting=2))
    tray.menu.aboutToShow.emit()
    assert any("2" in text and "wait" in text for text in texts(tray))
    assert "2" in tray.tool_tip


def test_each_entry_says_what_is_wanted(qtbot: QtBot) -> None:
    tray = Tray()
    tray.show_summary(Summary(signed_in=True, is_staff=True))
    tray.menu.aboutToShow.emit()
    wanted = {
        "Report a problem": tray.report_wanted,
        "My tickets": tray.tickets_wanted,
        "Console": tray.console_wanted,
        "Knowledge base": tray.knowledge_wanted,
        "Settings": tray.settings_wanted,
        "About itdesk": tray.about_wanted,
        "Quit": tray.quit_wanted,
    }
    by_text = {action.text(): action for action in tray.menu.actions()}
    for text, signal in wanted.items():
        with qtbot.waitSignal(signal):
            by_text[text].trigger()
