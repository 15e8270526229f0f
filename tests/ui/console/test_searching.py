"""Searching in the console: what is offered while one types, and why a ticket was found."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itdesk.domain.ids import TicketId
from itdesk.domain.query.reason import Reason
from itdesk.ui.background import Runner
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.models.ticket_list import TicketRole


def type_in(console: ConsoleWindow, text: str) -> None:
    console.activateWindow()
    console.navigation.search.setFocus()
    QTest.keyClicks(console.navigation.search, text)


def test_fields_and_values_are_offered_and_taken_by_keyboard(
    console: ConsoleWindow, runner: Runner, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: runner.waiting == 0)
    field = console.navigation.search
    type_in(console, "as")
    assert field.offered == ("assignee:",)
    qtbot.waitUntil(field.popup.isVisible)
    QTest.keyClick(field.popup, Qt.Key.Key_Down)
    QTest.keyClick(field.popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "me" in field.offered)
    assert field.text() == "assignee:"
    QTest.keyClicks(field, "marek")
    assert field.offered == ("mzielinski   Marek Zieliński",)
    QTest.keyClick(field.popup, Qt.Key.Key_Down)
    QTest.keyClick(field.popup, Qt.Key.Key_Return)
    assert field.text() == "assignee:mzielinski "
    qtbot.waitUntil(lambda: console.tickets.title.text() == "Found" and console.tickets.model.rowCount() > 0)


def test_what_is_typed_is_never_changed_unasked(console: ConsoleWindow, qtbot: QtBot) -> None:
    field = console.navigation.search
    type_in(console, "st")
    qtbot.waitUntil(field.popup.isVisible)
    QTest.keyClick(field.popup, Qt.Key.Key_Return)
    assert field.text() == "st"
    assert not field.popup.isVisible()
    QTest.keyClicks(field, " x y")
    assert not field.popup.isVisible()


def test_a_hit_says_why_it_was_found(
    console: ConsoleWindow,
    story: TicketId,
    in_background: Callable[[Callable[[], object]], object],
    qtbot: QtBot,
) -> None:
    console.navigation.search_for("stuck")
    model = console.tickets.model
    qtbot.waitUntil(lambda: model.rowCount() == 1 and model.index(0, 0).data(TicketRole.REASON) is not None)
    why = model.index(0, 0).data(TicketRole.REASON)
    assert isinstance(why, Reason)
    assert (why.hit, why.author) == ("stuck", "Marek Zieliński")
    spoken = str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "in the conversation (Marek Zieliński): " in spoken
    console.navigation.search_for("cannot print")
    qtbot.waitUntil(lambda: model.rowCount() == 1 and model.place_of(story).isValid())
    assert model.place_of(story).data(TicketRole.REASON) is None


def test_a_note_is_named_as_what_it_is(console: ConsoleWindow, qtbot: QtBot) -> None:
    console.navigation.search_for("7010s")
    model = console.tickets.model
    qtbot.waitUntil(lambda: model.rowCount() == 1 and model.index(0, 0).data(TicketRole.REASON) is not None)
    view = console.tickets.list
    words = view.itemDelegate().hidden_words(view.visualRect(model.index(0, 0)), model.index(0, 0))  # type: ignore[attr-defined]
    assert "in an internal note (Anna Lis)" in words


@pytest.mark.parametrize("width", [1440, 960])
def test_enter_leads_to_what_is_found(console: ConsoleWindow, qtbot: QtBot, width: int) -> None:
    console.resize(width, 700)
    console.activateWindow()
    console.lead_to_search()
    QTest.keyClicks(console.navigation.search, "stuck")
    QTest.keyClick(console.navigation.search, Qt.Key.Key_Return)
    # Without a window manager a list of offers that closes leaves two answers to where the keyboard is.
    qtbot.waitUntil(lambda: console.tickets.list in (QApplication.focusWidget(), console.focusWidget()))
    assert console.tickets.isVisible()


def test_enter_on_what_cannot_be_read_stays(console: ConsoleWindow) -> None:
    console.activateWindow()
    console.lead_to_search()
    QTest.keyClicks(console.navigation.search, "status:nonsense")
    QTest.keyClick(console.navigation.search, Qt.Key.Key_Return)
    assert console.focusWidget() is console.navigation.search
    assert console.navigation.query_line.isVisible()
