"""Putting a ticket aside: out of the lists until its time, or until somebody does something on it."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itdesk.domain.changes import CommentAdded
from itdesk.domain.ids import TicketId
from itdesk.ui.console.deeds import Deed
from itdesk.ui.console.snooze_dialog import SnoozeDialog
from itdesk.ui.console.window import ConsoleWindow
from tests.ui.console.office import JOANNA, Office


def put_aside(console: ConsoleWindow, qtbot: QtBot) -> None:
    """Press Z and take what is offered first: an hour."""
    console.tickets.list.setFocus()
    QTest.keyClick(console.tickets.list, Qt.Key.Key_Z)
    dialog = next(one for one in console.findChildren(SnoozeDialog) if one.isVisible())
    dialog.ok_button.click()
    qtbot.waitUntil(lambda: Deed.TAKE_UP in console.page.header.deeds.offered)


def is_listed(console: ConsoleWindow, ticket_id: TicketId) -> bool:
    return console.tickets.model.place_of(ticket_id).isValid()


def test_it_leaves_the_lists_stands_in_its_own_and_is_taken_up_again(
    console: ConsoleWindow, story: TicketId, qtbot: QtBot
) -> None:
    assert console.navigation.model.row_of("aside") < 0
    put_aside(console, qtbot)
    qtbot.waitUntil(lambda: not is_listed(console, story))
    assert "put aside until" in console.page.header.queue.text()
    qtbot.waitUntil(lambda: console.navigation.model.row_of("aside") >= 0)
    console.navigation.go_to("aside")
    qtbot.waitUntil(lambda: is_listed(console, story))
    console.do(Deed.TAKE_UP)
    qtbot.waitUntil(lambda: Deed.SNOOZE in console.page.header.deeds.offered)
    console.navigation.go_to("mine")
    qtbot.waitUntil(lambda: is_listed(console, story))


def test_it_is_taken_back(console: ConsoleWindow, story: TicketId, qtbot: QtBot) -> None:
    put_aside(console, qtbot)
    qtbot.waitUntil(lambda: not is_listed(console, story))
    console.toast.undo_button.click()
    qtbot.waitUntil(lambda: is_listed(console, story))


def test_its_time_comes(console: ConsoleWindow, office: Office, story: TicketId, qtbot: QtBot) -> None:
    put_aside(console, qtbot)
    qtbot.waitUntil(lambda: not is_listed(console, story))
    office.now += timedelta(minutes=61)
    console.refresh()
    qtbot.waitUntil(lambda: is_listed(console, story))


def test_somebody_does_something_on_it(
    console: ConsoleWindow,
    office: Office,
    story: TicketId,
    in_background: Callable[[Callable[[], object]], object],
    qtbot: QtBot,
) -> None:
    put_aside(console, qtbot)
    qtbot.waitUntil(lambda: not is_listed(console, story))
    other = console.tickets.model.id_at(0)
    assert other is not None
    console.open_ticket(other)
    qtbot.waitUntil(lambda: console.page.view is not None and console.page.view.ticket_id == other)

    def answers() -> None:
        office.happen(JOANNA, story, CommentAdded(body="It got worse."))
        office.hand_over()

    in_background(answers)
    console.refresh()
    qtbot.waitUntil(lambda: is_listed(console, story))


def test_a_time_that_is_over_is_refused(console: ConsoleWindow, story: TicketId, qtbot: QtBot) -> None:
    console.do(Deed.SNOOZE)
    dialog = next(one for one in console.findChildren(SnoozeDialog) if one.isVisible())
    dialog.at.setDateTime(dialog.at.dateTime().addDays(-3))
    dialog.ok_button.click()
    assert dialog.missing.text == "Choose a time that is still to come."
    dialog.reject()
    assert is_listed(console, story)
