from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from itdesk.domain.changes import CommentAdded
from itdesk.domain.ids import TicketId
from itdesk.domain.listing import Question
from itdesk.services.failures import WorldFailed
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.models.ticket_list import TicketRole
from tests.ui.console.office import EWA, JOANNA, Office

InBackground = Callable[[Callable[[], object]], object]


def go_to(console: ConsoleWindow, key: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(console.tickets.model.listed):
        console.navigation.go_to(key)


def shown(console: ConsoleWindow) -> list[str]:
    model = console.tickets.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_list_keeps_the_contract_of_qt(console: ConsoleWindow, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(console.tickets.model)
    qtmodeltester.check(console.navigation.model)


def test_views_and_queues_say_how_many(console: ConsoleWindow) -> None:
    model = console.navigation.model
    rows = [model.place_at(row) for row in range(model.rowCount())]
    counts = {place.text: place.count for place in rows if place is not None}
    assert (counts["Mine"], counts["Unassigned"], counts["Everything open"]) == (3, 2, 6)
    assert list(counts)[-3:] == ["First line", "Hardware", "Network and access"]


def test_a_new_ticket_appears_and_the_choice_stays(
    console: ConsoleWindow, office: Office, in_background: InBackground, qtbot: QtBot
) -> None:
    go_to(console, "open", qtbot)
    chosen = console.tickets.chosen
    count = console.tickets.model.rowCount()
    new = office.report(EWA, "The projector is dark", minutes_ago=0)
    in_background(lambda: office.hand_over(new))
    console.refresh()
    qtbot.waitUntil(lambda: console.tickets.model.rowCount() == count + 1)
    assert console.tickets.chosen == chosen
    qtbot.waitUntil(lambda: "The projector is dark" in shown(console))


def test_what_is_under_the_cursor_stays_there(
    open_console: Callable[[], ConsoleWindow], office: Office, in_background: InBackground, qtbot: QtBot
) -> None:
    def fill() -> None:
        for number in range(60):
            office.report(JOANNA, f"Trouble {number}")
        office.hand_over()

    in_background(fill)
    console = open_console()
    go_to(console, "open", qtbot)
    view = console.tickets.list
    view.verticalScrollBar().setValue(333)
    spot = QPoint(60, 120)
    before = (view.indexAt(spot).data(TicketRole.ID), view.visualRect(view.indexAt(spot)).top())
    for number in range(3):
        new = office.report(EWA, f"New {number}", minutes_ago=0)
        in_background(lambda new=new: office.hand_over(new))  # type: ignore[misc]
    console.refresh()
    qtbot.waitUntil(lambda: console.tickets.model.rowCount() == 63)
    assert (view.indexAt(spot).data(TicketRole.ID), view.visualRect(view.indexAt(spot)).top()) == before


def test_search_looks_everywhere_and_can_be_dropped(console: ConsoleWindow, qtbot: QtBot) -> None:
    console.navigation.search.setText("projector nowhere")
    qtbot.waitUntil(lambda: console.tickets.stack.currentWidget() is console.tickets.empty)
    assert console.tickets.empty.button.isVisible()
    console.tickets.empty.button.click()
    qtbot.waitUntil(lambda: console.tickets.model.rowCount() == 3)
    console.navigation.search.setText("vpn")
    qtbot.waitUntil(lambda: shown(console) == ["VPN asks for the code twice"])


def test_an_empty_place_says_so(
    open_console: Callable[[], ConsoleWindow], office: Office, in_background: InBackground
) -> None:
    in_background(office.hand_over)
    console = open_console()
    assert console.tickets.stack.currentWidget() is console.tickets.empty
    assert console.page.stack.currentWidget() is console.page.empty


def test_a_failure_is_said_in_place(
    console: ConsoleWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(_question: Question) -> tuple[TicketId, ...]:
        raise WorldFailed("The disk is full. Make room and try again.")

    monkeypatch.setattr(console.tickets.model, "_ask_ids", fail)
    with qtbot.waitSignal(console.tickets.model.failed):
        console.tickets.model.refresh()
    assert console.tickets.banner.isVisible()
    assert "The disk is full" in console.tickets.banner.accessibleName()
    assert console.tickets.model.rowCount() == 3


def test_letters_walk_through_the_list(console: ConsoleWindow, qtbot: QtBot) -> None:
    view = console.tickets.list
    view.setFocus()
    view.setCurrentIndex(console.tickets.model.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_J)
    QTest.keyClick(view, Qt.Key.Key_J)
    QTest.keyClick(view, Qt.Key.Key_K)
    assert view.currentIndex().row() == 1


def test_what_is_read_here_is_read(
    console: ConsoleWindow,
    office: Office,
    story: TicketId,
    in_background: InBackground,
    qtbot: QtBot,
) -> None:
    office.happen(JOANNA, story, CommentAdded(body="It blinks again."), minutes_ago=0)
    in_background(lambda: office.hand_over(story))
    console.refresh()

    def is_read() -> bool:
        row = console.tickets.model.place_of(story).data(TicketRole.ROW)
        entries = console.page.timeline.shown
        return row is not None and not row.is_unread and len(entries) == 6

    qtbot.waitUntil(is_read)


def test_what_cannot_be_searched_is_said_calmly(console: ConsoleWindow, qtbot: QtBot) -> None:
    """While it is typed nothing is complained of; what is left behind wrong is, and the list stays."""
    navigation, model = console.navigation, console.tickets.model
    navigation.search.setText("vpn")
    qtbot.waitUntil(lambda: model.is_loaded and model.rowCount() == 1)
    for typed in ("vpn st", "vpn status:", "vpn status:opne"):
        navigation.search.setText(typed)
        qtbot.waitUntil(lambda: not navigation._typing.isActive())
        assert navigation.query_line.isHidden(), typed
    found = model.question
    navigation.search.returnPressed.emit()
    assert "“opne”" in navigation.query_line.text()
    assert navigation.query_line.isVisible()
    navigation.search.setText("vpn status:opne pr")
    qtbot.waitUntil(lambda: not navigation._typing.isActive())
    assert navigation.query_line.isVisible()
    assert model.question == found
    navigation.search.setText("vpn status:open")
    qtbot.waitUntil(navigation.query_line.isHidden)
