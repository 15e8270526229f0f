"""The tickets as a table: columns chosen, moved, kept; sorted by a click on a head."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itdesk.domain.listing import Order
from itdesk.services.kept_layout import kept_layout
from itdesk.ui.background import Runner
from itdesk.ui.console.ticket_columns import COLUMNS, Column
from itdesk.ui.console.window import ConsoleWindow
from tests.ui.console.office import Office


@pytest.fixture
def table(console: ConsoleWindow, qtbot: QtBot, runner: Runner) -> ConsoleWindow:
    """The console with all open tickets as a table."""
    with qtbot.waitSignal(console.tickets.model.listed):
        console.navigation.go_to("open")
    console.tickets.list.setFocus()
    QTest.keyClick(console.tickets.list, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: runner.waiting == 0)
    return console


def cells(console: ConsoleWindow, column: Column) -> list[str]:
    """Return what stands in a column, once it is there."""
    model = console.tickets.model
    place = COLUMNS.index(column)
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def click(console: ConsoleWindow, column: Column, qtbot: QtBot) -> None:
    """Click on the head of a column."""
    head = console.tickets.list.horizontalHeader()
    place = COLUMNS.index(column)
    at = QPoint(head.sectionViewportPosition(place) + 12, head.height() // 2)
    with qtbot.waitSignal(console.tickets.model.listed):
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_there_is_a_column_for_each_thing_and_the_ticket_gives_way(
    table: ConsoleWindow, qtbot: QtBot
) -> None:
    assert table.tickets.model.columnCount() == len(COLUMNS)
    assert table.tickets.list.horizontalHeader().isVisible()
    assert not table.page.isVisible()
    qtbot.waitUntil(lambda: "Marek Zieliński" in cells(table, Column.ASSIGNEE))
    at = table.tickets.model.index(0, 1)
    qtbot.waitUntil(lambda: str(at.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Title: "))


def test_a_click_on_a_head_sorts_and_another_turns_it_round(table: ConsoleWindow, qtbot: QtBot) -> None:
    click(table, Column.TITLE, qtbot)
    question = table.tickets.model.question
    assert question is not None
    assert question.order is Order.TITLE
    qtbot.waitUntil(lambda: "None" not in cells(table, Column.TITLE))
    once = cells(table, Column.TITLE)
    assert once == sorted(once, key=str.casefold)
    click(table, Column.TITLE, qtbot)
    qtbot.waitUntil(lambda: cells(table, Column.TITLE) == once[::-1])


@pytest.mark.parametrize("column", [one for one in Column if one is not Column.TITLE])
def test_every_column_sorts(table: ConsoleWindow, qtbot: QtBot, column: Column) -> None:
    head = table.tickets.list.horizontalHeader()
    with qtbot.waitSignal(table.tickets.model.listed):
        head.sectionClicked.emit(COLUMNS.index(column))
    assert table.tickets.model.rowCount() == 6
    assert head.isSortIndicatorShown()


def test_enter_opens_the_ticket_beside_the_list_again(table: ConsoleWindow, qtbot: QtBot) -> None:
    pane = table.tickets
    pane.choose_first()
    pane.step(1)
    chosen = pane.chosen
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert table.page.isVisible()
    qtbot.waitUntil(lambda: table.page.view is not None and table.page.view.ticket_id == chosen)
    assert pane.model.columnCount() == 1
    assert pane.chosen == chosen


def test_choosing_a_row_of_the_table_reads_nothing(table: ConsoleWindow) -> None:
    before = table.page.ticket_id
    table.tickets.step(1)
    table.tickets.step(1)
    assert table.page.ticket_id == before


def test_columns_are_chosen_moved_and_kept(
    table: ConsoleWindow, open_console: Callable[[], ConsoleWindow], qtbot: QtBot, runner: Runner
) -> None:
    head = table.tickets.list.horizontalHeader()
    menu = table.tickets.table.menu()
    queue, due = COLUMNS.index(Column.QUEUE), COLUMNS.index(Column.DUE)
    menu.actions()[queue].trigger()
    assert head.isSectionHidden(queue)
    head.moveSection(head.visualIndex(due), 0)
    table.tickets.table.keep()
    qtbot.waitUntil(lambda: runner.waiting == 0)
    again = open_console()
    again.toggle_table()
    kept = again.tickets.list.horizontalHeader()
    assert kept.isSectionHidden(queue)
    assert kept.visualIndex(due) == 0


def test_of_many_layouts_the_last_is_kept(
    table: ConsoleWindow,
    office: Office,
    in_background: Callable[[Callable[[], object]], object],
    qtbot: QtBot,
    runner: Runner,
) -> None:
    head = table.tickets.list.horizontalHeader()
    for place in range(1, len(COLUMNS)):
        head.moveSection(0, place)
        table.tickets.table.keep()
    qtbot.waitUntil(lambda: runner.waiting == 0)
    last = bytes(head.saveState().toBase64().data()).decode()
    assert in_background(lambda: kept_layout(office.desk)) == last


def test_the_last_column_cannot_be_taken_away(table: ConsoleWindow) -> None:
    for place in range(1, len(COLUMNS)):
        table.tickets.list.horizontalHeader().setSectionHidden(place, True)
    assert not table.tickets.table.menu().actions()[0].isEnabled()
