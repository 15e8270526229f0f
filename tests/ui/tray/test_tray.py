"""The icon in the tray says how things stand, and what was wanted."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from itdesk.services.helpdesk import HelpdeskNow
from itdesk.ui.helpdesk_words import helpdesk_lines, open_line
from itdesk.ui.times import clock_text
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
        (Summary(signed_in=True, announced=1), TrayState.ANNOUNCED),
        (Summary(signed_in=True, announced=1, online=False), TrayState.OFFLINE),
        (Summary(signed_in=True, announced=1, waiting=1), TrayState.WAITING),
    ],
)
def test_what_matters_most_is_shown(summary: Summary, state: TrayState) -> None:
    assert summary.state is state


STATES = (
    Summary(signed_in=True, last_sync=NOW),
    Summary(signed_in=True, online=False),
    Summary(signed_in=True, waiting=2),
    Summary(signed_in=True, unread=1),
    Summary(signed_in=True, announced=1),
)


@pytest.mark.parametrize("size", [16, 22, 32])
def test_each_state_has_a_shape_of_its_own_also_without_colours(qtbot: QtBot, size: int) -> None:
    tray = Tray()
    shapes = []
    for summary in STATES:
        tray.show_summary(summary)
        picture = tray.icon.pixmap(size, size).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        shapes.append([[picture.pixelColor(x, y).value() for x in range(size)] for y in range(size)])
    for index, one in enumerate(shapes):
        for other in shapes[index + 1 :]:
            differing = sum(
                abs(left - right) > 60
                for row, other_row in zip(one, other, strict=True)
                for left, right in zip(row, other_row, strict=True)
            )
            assert differing >= size * size // 40


def test_each_state_is_told_in_words(qtbot: QtBot) -> None:
    tray = Tray()
    said = []
    for summary in STATES:
        tray.show_summary(summary)
        said.append(tray.tool_tip)
    assert len(set(said)) == len(STATES)
    assert "1 new" in said[3]
    assert "IT announces" in said[4]


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


HELPDESK = HelpdeskNow(
    name={"en": "IT"},
    phone="4400 & 4401",
    address="",
    is_open=True,
    until=NOW + timedelta(hours=6),
    opens_at=None,
    usual_first_answer_min=40,
)


def test_the_menu_tells_how_the_helpdesk_is_reached(qtbot: QtBot) -> None:
    tray = Tray(now=lambda: NOW)
    tray.show_summary(Summary(signed_in=True, helpdesk=HELPDESK))
    until = clock_text(NOW + timedelta(hours=6))
    said = texts(tray)
    assert f"The helpdesk is open until {until}" in said
    assert "Phone: 4400 && 4401" in said
    assert "A first answer usually takes 40 min" in said
    assert not any(action.isEnabled() for action in tray.menu.actions() if "helpdesk" in action.text())


def test_a_closed_helpdesk_says_when_it_opens(qtbot: QtBot) -> None:
    monday = NOW + timedelta(days=3)
    closed = replace(HELPDESK, is_open=False, until=None, opens_at=monday)
    assert open_line(closed, NOW).endswith(f"opens: {monday.astimezone():%a} {clock_text(monday)}")
    assert open_line(replace(closed, opens_at=None), NOW) == "The helpdesk is closed now"
    assert helpdesk_lines(replace(HELPDESK, is_open=None, phone="", usual_first_answer_min=None), NOW) == ()


def test_when_the_helpdesk_closes_the_tray_asks_anew(qtbot: QtBot) -> None:
    tray = Tray(now=lambda: NOW)
    soon = replace(HELPDESK, until=NOW + timedelta(milliseconds=1))
    with qtbot.waitSignal(tray.stale, timeout=3000):
        tray.show_summary(Summary(signed_in=True, helpdesk=soon))


def test_when_an_announcement_begins_or_ends_the_tray_asks_anew(qtbot: QtBot) -> None:
    tray = Tray(now=lambda: NOW)
    with qtbot.waitSignal(tray.stale, timeout=3000):
        tray.show_summary(Summary(signed_in=True, turn=NOW + timedelta(milliseconds=1)))


def test_the_menu_is_built_anew_when_it_opens(qtbot: QtBot) -> None:
    """What it says of the time is true when it is read, however long ago it was built."""
    clock = [NOW]
    tray = Tray(now=lambda: clock[0])
    tray.show_summary(Summary(signed_in=True, last_sync=NOW))
    before = [action.text() for action in tray.menu.actions()]
    clock[0] += timedelta(days=2)
    assert [action.text() for action in tray.menu.actions()] == before
    tray.menu.aboutToShow.emit()
    after = [action.text() for action in tray.menu.actions()]
    assert after != before
    assert tray.state_line() in after


def test_a_menu_that_says_the_same_is_left_alone(qtbot: QtBot) -> None:
    """A panel holds a copy, and would build it anew under the pointer."""
    tray = Tray(now=lambda: NOW)
    tray.show_summary(Summary(signed_in=True, last_sync=NOW))
    before = tray.menu.actions()
    tray.menu.aboutToShow.emit()
    tray.show_summary(Summary(signed_in=True, last_sync=NOW))
    assert tray.menu.actions() == before


def test_announcements_are_counted_in_the_menu(qtbot: QtBot) -> None:
    tray = Tray()
    tray.show_summary(Summary(signed_in=True, announced=2))
    entry = next(action for action in tray.menu.actions() if "Announcements" in action.text())
    assert entry.text() == "Announcements from IT (2)"
    with qtbot.waitSignal(tray.announcements_wanted):
        entry.trigger()
