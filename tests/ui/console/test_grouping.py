"""A list divided under headings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itdesk.domain.listing import Grouping
from itdesk.ui.console.window import ConsoleWindow


@pytest.fixture
def opened(console: ConsoleWindow, qtbot: QtBot) -> ConsoleWindow:
    """The console at everything that is open."""
    with qtbot.waitSignal(console.tickets.model.listed):
        console.navigation.go_to("open")
    return console


def group_by(console: ConsoleWindow, grouping: Grouping, qtbot: QtBot) -> list[str]:
    """Choose it in the menu; return what stands in the list, headings by their words, tickets as a dash."""
    menu = console.tickets.order_button.menu()
    inner = next(action.menu() for action in menu.actions() if action.menu() is not None)
    with qtbot.waitSignal(console.tickets.model.listed):
        next(one for one in inner.actions() if one.data() == grouping.value).trigger()  # type: ignore[attr-defined]
    model = console.tickets.model
    headings = [model.heading_at(row) for row in range(model.rowCount())]
    return [str(model.index(row, 0).data()) if headings[row] else "-" for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("grouping", "listed"),
    [
        (Grouping.ASSIGNEE, ["Marek Zieliński (3)", "-", "-", "-"]),
        (Grouping.STATUS, ["On hold (1)", "-"]),
    ],
)
def test_each_group_has_a_heading_with_its_count(
    opened: ConsoleWindow, qtbot: QtBot, grouping: Grouping, listed: list[str]
) -> None:
    shown = group_by(opened, grouping, qtbot)
    place = shown.index(listed[0])
    assert shown[place : place + len(listed)] == listed
    assert shown.count("-") == 6
    assert opened.tickets.count.text() == "6"


@pytest.mark.parametrize("grouping", [one for one in Grouping if one is not Grouping.NONE])
def test_by_anything_and_back(opened: ConsoleWindow, qtbot: QtBot, grouping: Grouping) -> None:
    assert group_by(opened, grouping, qtbot).count("-") == 6
    assert group_by(opened, Grouping.NONE, qtbot) == ["-"] * 6


def test_nobody_comes_last(opened: ConsoleWindow, qtbot: QtBot) -> None:
    shown = group_by(opened, Grouping.ASSIGNEE, qtbot)
    assert [one for one in shown if one != "-"][-1].startswith("Nobody")


def test_headings_are_passed_over_by_the_keyboard(opened: ConsoleWindow, qtbot: QtBot) -> None:
    group_by(opened, Grouping.STATUS, qtbot)
    pane = opened.tickets
    pane.list.setFocus()
    pane.choose_first()
    seen = [pane.chosen]
    for key in (Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_J):
        QTest.keyClick(pane.list, key)
        seen.append(pane.chosen)
    assert None not in seen
    assert len(set(seen)) == 6
    QTest.keyClick(pane.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(pane.all_chosen) == 6
