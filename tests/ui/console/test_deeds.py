from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from itdesk.domain.ids import TicketId
from itdesk.domain.priority import Impact, Priority, Urgency
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.ticket import Ticket
from itdesk.replica.outbox_entry import State
from itdesk.services import reading, work
from itdesk.services.asking import Saved
from itdesk.ui.console.choice_dialog import ChoiceDialog
from itdesk.ui.console.deeds import Deed
from itdesk.ui.console.hold_dialog import HoldDialog
from itdesk.ui.console.note_dialog import NoteDialog
from itdesk.ui.console.priority_dialog import PriorityDialog
from itdesk.ui.console.undo_stack import Done
from itdesk.ui.console.window import ConsoleWindow
from tests.ui.console.office import ANNA, MAREK, NETWORK, Office

InBackground = Callable[[Callable[[], object]], object]
Ask = Callable[[Deed, type[QDialog]], QDialog]


def ticket_of(office: Office, ticket_id: TicketId) -> Ticket:
    page = reading.ticket_page(office.desk, ticket_id)
    assert page is not None
    return page.ticket


@pytest.fixture
def now_is(
    office: Office, in_background: InBackground, qtbot: QtBot
) -> Callable[[TicketId, Callable[[Ticket], bool]], None]:
    """`now_is(ticket_id, is_so)` waits until the ticket is so."""

    def wait(ticket_id: TicketId, is_so: Callable[[Ticket], bool]) -> None:
        qtbot.waitUntil(lambda: bool(in_background(lambda: is_so(ticket_of(office, ticket_id)))))

    return wait


@pytest.fixture
def ask(console: ConsoleWindow, qtbot: QtBot) -> Ask:
    """`ask(deed, kind)` presses a deed's button and returns the dialog that opens."""

    def dialogs(kind: type[QDialog]) -> list[QDialog]:
        return [one for one in console.findChildren(kind) if one.isVisible()]

    def asked(deed: Deed, kind: type[QDialog]) -> QDialog:
        console.page.header.deeds.button(deed).click()
        qtbot.waitUntil(lambda: bool(dialogs(kind)))
        return dialogs(kind)[0]

    return asked


def test_what_is_not_allowed_stands_grey_with_its_reason_and_a_key_says_it(
    story: TicketId, console: ConsoleWindow, ask: Ask, now_is: Callable[..., None], qtbot: QtBot
) -> None:
    bar = console.page.header.deeds
    assert bar.refused[Deed.TAKE] == "You have it already."
    assert bar.refused[Deed.CLOSE] == "Only what is resolved is closed."
    assert Deed.REOPEN not in bar.refused, "nobody looks for that on an open ticket"
    menu = bar.more_button.menu()
    menu.aboutToShow.emit()
    grey = [action.text() for action in menu.actions() if not action.isEnabled() and action.text()]
    assert "Close – Only what is resolved is closed." in grey
    console.tickets.list.setFocus()
    QTest.keyClick(console.tickets.list, Qt.Key.Key_T)
    assert console.toast.accessibleName() == "You have it already."
    dialog = ask(Deed.RESOLVE, NoteDialog)
    assert isinstance(dialog, NoteDialog)
    dialog.note.setPlainText("Went back to driver 7.0.")
    dialog.ok_button.click()
    qtbot.waitUntil(lambda: Deed.RESOLVE in bar.refused)
    assert bar.refused[Deed.RESOLVE] == "It is resolved already."
    assert "lead" in bar.refused[Deed.CLOSE]


def test_resolving_without_a_note_says_so_and_sends_nothing(
    console: ConsoleWindow, office: Office, ask: Ask, in_background: InBackground
) -> None:
    dialog = ask(Deed.RESOLVE, NoteDialog)
    assert isinstance(dialog, NoteDialog)
    dialog.ok_button.click()
    assert dialog.missing.text == "Say in a note what was done or why."
    assert dialog.isVisible()
    assert in_background(lambda: office.desk.outbox.count(State.QUEUED)) == 0


def test_resolving_takes_the_note_along_and_can_be_undone(
    story: TicketId, console: ConsoleWindow, ask: Ask, now_is: Callable[..., None], qtbot: QtBot
) -> None:
    dialog = ask(Deed.RESOLVE, NoteDialog)
    assert isinstance(dialog, NoteDialog)
    dialog.note.setPlainText("Went back to driver 7.0.")
    dialog.ok_button.click()
    now_is(story, lambda ticket: ticket.standing.note == "Went back to driver 7.0.")
    now_is(story, lambda ticket: ticket.status is Status.RESOLVED)
    qtbot.waitUntil(console.toast.isVisible)
    console.toast.undo_button.click()
    now_is(story, lambda ticket: ticket.status is Status.OPEN)


def test_a_key_takes_a_ticket(
    console: ConsoleWindow, now_is: Callable[..., None], office: Office, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(console.tickets.model.listed):
        console.navigation.go_to("unassigned")
    free = console.tickets.model.id_at(0)
    assert free is not None
    console.tickets.choose(free)
    qtbot.waitUntil(lambda: console.page.view is not None and console.page.view.ticket_id == free)
    assert Deed.TAKE in console.page.header.deeds.offered
    console.tickets.list.setFocus()
    QTest.keyClick(console.tickets.list, Qt.Key.Key_T)
    now_is(free, lambda ticket: ticket.assignee_id == MAREK.id and ticket.status is Status.OPEN)
    qtbot.waitUntil(lambda: Deed.TAKE not in console.page.header.deeds.offered)
    qtbot.waitUntil(lambda: console.tickets.model.rowCount() == 1)
    assert console.page.view is not None
    assert console.page.view.ticket_id == free, "the page stays at the ticket that left the list"
    assert console.tickets.chosen is None


def test_somebody_else_gets_it(story: TicketId, ask: Ask, now_is: Callable[..., None]) -> None:
    dialog = ask(Deed.ASSIGN, ChoiceDialog)
    assert isinstance(dialog, ChoiceDialog)
    texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert texts == ["Marek Zieliński", "Anna Lis", "Nobody"]
    dialog.list.setCurrentRow(1)
    dialog.ok_button.click()
    now_is(story, lambda ticket: ticket.assignee_id == ANNA.id)


def test_it_goes_to_another_queue(story: TicketId, ask: Ask, now_is: Callable[..., None]) -> None:
    dialog = ask(Deed.MOVE, ChoiceDialog)
    assert isinstance(dialog, ChoiceDialog)
    dialog.ok_button.click()
    assert dialog.missing.text
    dialog.narrow("network")
    dialog.ok_button.click()
    now_is(story, lambda ticket: ticket.queue_id == NETWORK.id)


def test_the_priority_follows_from_both_answers(
    story: TicketId, ask: Ask, now_is: Callable[..., None]
) -> None:
    dialog = ask(Deed.PRIORITY, PriorityDialog)
    assert isinstance(dialog, PriorityDialog)
    assert dialog.outcome.text == "Moderate"
    dialog.choose(Impact.HIGH, Urgency.HIGH)
    assert dialog.outcome.text == "Critical"
    dialog.ok_button.click()
    now_is(story, lambda ticket: ticket.priority is Priority.CRITICAL)


def test_waiting_for_the_requester_needs_a_question(
    story: TicketId, ask: Ask, now_is: Callable[..., None]
) -> None:
    dialog = ask(Deed.HOLD, HoldDialog)
    assert isinstance(dialog, HoldDialog)
    dialog.ok_button.click()
    assert dialog.missing.text == "Say what the ticket waits for."
    dialog.choose(PendingReason.USER)
    dialog.ok_button.click()
    assert "requester" in dialog.missing.text
    assert "will see this" in dialog.note_label.text()
    dialog.note.setPlainText("Which printer is it?")
    dialog.ok_button.click()
    now_is(story, lambda ticket: ticket.standing.reason is PendingReason.USER)


def test_a_date_is_asked_for_what_is_scheduled(
    story: TicketId, ask: Ask, now_is: Callable[..., None]
) -> None:
    dialog = ask(Deed.HOLD, HoldDialog)
    assert isinstance(dialog, HoldDialog)
    assert dialog.until.isHidden()
    dialog.choose(PendingReason.SCHEDULED)
    assert not dialog.until.isHidden()
    dialog.ok_button.click()
    now_is(story, lambda ticket: ticket.standing.until is not None)


def test_only_what_is_allowed_is_offered(console: ConsoleWindow, qtbot: QtBot) -> None:
    offered = console.page.header.deeds.offered
    assert {Deed.RESOLVE, Deed.HOLD, Deed.ASSIGN, Deed.PRIORITY, Deed.MOVE} <= set(offered)
    assert not {Deed.TAKE, Deed.REOPEN, Deed.CONTINUE, Deed.CLOSE} & set(offered)
    console.navigation.search.setText("drum")
    qtbot.waitUntil(lambda: console.tickets.model.rowCount() == 1)
    drum = console.tickets.model.id_at(0)
    assert drum is not None
    console.tickets.choose(drum)
    qtbot.waitUntil(lambda: Deed.REOPEN in console.page.header.deeds.offered)
    assert Deed.RESOLVE not in console.page.header.deeds.offered


def test_what_has_no_room_is_in_the_menu(console: ConsoleWindow, qtbot: QtBot) -> None:
    console.resize(960, 600)
    deeds = console.page.header.deeds
    qtbot.waitUntil(deeds.more_button.isVisible)
    deeds._menu.aboutToShow.emit()
    hidden = [deed for deed in deeds.offered if not deeds.button(deed).isVisible()]
    assert hidden
    assert [action.data() for action in deeds._menu.actions() if action.data()] == [
        deed.value for deed in hidden
    ]


def test_what_was_done_is_taken_back_one_by_one(
    story: TicketId, console: ConsoleWindow, ask: Ask, now_is: Callable[..., None], qtbot: QtBot
) -> None:
    assigning = ask(Deed.ASSIGN, ChoiceDialog)
    assert isinstance(assigning, ChoiceDialog)
    assigning.list.setCurrentRow(1)
    with qtbot.waitSignal(console.doer.done):
        assigning.ok_button.click()
    moving = ask(Deed.MOVE, ChoiceDialog)
    assert isinstance(moving, ChoiceDialog)
    moving.narrow("network")
    with qtbot.waitSignal(console.doer.done):
        moving.ok_button.click()
    with qtbot.waitSignal(console.undo_stack.undone) as undone:
        undo(console, qtbot)
    assert undone.args == ["IT-1042 · Moved to Network and access"]
    assert console.toast.accessibleName() == f"Taken back: {undone.args[0]}"
    now_is(story, lambda ticket: ticket.queue_id is None and ticket.assignee_id == ANNA.id)
    with qtbot.waitSignal(console.undo_stack.undone) as undone:
        undo(console, qtbot)
    assert undone.args == ["IT-1042 · Given to Anna Lis"]
    now_is(story, lambda ticket: ticket.assignee_id == MAREK.id)
    undo(console, qtbot)
    assert console.toast.accessibleName() == "There is nothing to take back."


def test_what_somebody_built_on_is_not_taken_back_and_said_to_be_so(
    console: ConsoleWindow, office: Office, story: TicketId, in_background: InBackground, qtbot: QtBot
) -> None:
    given = in_background(lambda: work.assign(office.desk, story, ANNA.id))
    assert isinstance(given, Saved)
    in_background(lambda: work.assign(office.desk, story, MAREK.id))
    console.undo_stack.push(Done("Given to Anna", partial(work.undo, office.desk, story, given.change_id)))
    undo(console, qtbot)
    qtbot.waitUntil(console.page.banner.isVisible)
    assert in_background(lambda: ticket_of(office, story).assignee_id) == MAREK.id


def test_a_letter_asks_where_the_ticket_stands(
    story: TicketId, console: ConsoleWindow, now_is: Callable[..., None], qtbot: QtBot
) -> None:
    console.tickets.list.setFocus()
    QTest.keyClick(console.tickets.list, Qt.Key.Key_S)
    asked = console.findChildren(ChoiceDialog)[-1]
    texts = [asked.list.item(row).text() for row in range(asked.list.count())]
    assert texts == ["Resolve…", "Put on hold…", "Cancel ticket…"]
    asked.list.setCurrentRow(1)
    asked.ok_button.click()
    qtbot.waitUntil(lambda: bool(console.findChildren(HoldDialog)))
    console.findChildren(HoldDialog)[-1].reject()


def undo(console: ConsoleWindow, qtbot: QtBot) -> None:
    """Press the key once the dialogs are gone and the window is in front again."""
    qtbot.waitUntil(lambda: not any(dialog.isVisible() for dialog in console.findChildren(QDialog)))
    console.activateWindow()
    qtbot.waitUntil(console.isActiveWindow)
    QTest.keyClick(console, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
