"""Doing one thing to many tickets: chosen by keyboard, done in one go, taken back in one go."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from itdesk.domain.changes import CommentAdded
from itdesk.domain.documents import Macro
from itdesk.domain.ids import MacroId, TicketId
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from itdesk.protocol.messages import SyncResponse
from itdesk.protocol.translation import document_entry
from itdesk.replica.outbox_entry import Entry, State
from itdesk.replica.page import take_page
from itdesk.replica.sending import mark_sent
from itdesk.services import reading, work
from itdesk.ui.console.bulk_bar import BulkDeed
from itdesk.ui.console.choice_dialog import ChoiceDialog
from itdesk.ui.console.note_dialog import NoteDialog
from itdesk.ui.console.tag_dialog import TagDialog
from itdesk.ui.console.window import ConsoleWindow
from tests.ui.console.office import ANNA, EWA, MAREK, Office

InBackground = Callable[[Callable[[], object]], object]


@pytest.fixture
def tickets(office: Office, in_background: InBackground) -> Callable[[tuple[TicketId, ...]], list[Ticket]]:
    """`tickets(ids)` reads them as they are now."""

    def read(ids: tuple[TicketId, ...]) -> list[Ticket]:
        pages = in_background(lambda: [reading.ticket_page(office.desk, id) for id in ids])
        assert isinstance(pages, list)
        return [page.ticket for page in pages]

    return read


@pytest.fixture
def several(console: ConsoleWindow, qtbot: QtBot) -> tuple[TicketId, ...]:
    """All open tickets, chosen by the keyboard."""
    with qtbot.waitSignal(console.tickets.model.listed):
        console.navigation.go_to("open")
    console.tickets.list.setFocus()
    QTest.keyClick(console.tickets.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(console.tickets.bulk.isVisible)
    return console.tickets.all_chosen


def dialog_of(console: ConsoleWindow, kind: type[QDialog], qtbot: QtBot) -> QDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in console.findChildren(kind)))
    return next(one for one in console.findChildren(kind) if one.isVisible())


def test_the_strip_counts_and_goes_with_the_choice(
    console: ConsoleWindow, several: tuple[TicketId, ...], qtbot: QtBot
) -> None:
    assert len(several) == 6
    assert console.tickets.bulk.count.text() == "6 tickets chosen"
    console.tickets.bulk.drop_button.click()
    assert console.tickets.bulk.isHidden()
    assert len(console.tickets.all_chosen) == 1


def test_what_comes_in_meanwhile_leaves_the_choice_alone(
    console: ConsoleWindow,
    several: tuple[TicketId, ...],
    office: Office,
    in_background: InBackground,
    qtbot: QtBot,
) -> None:
    new = office.report(EWA, "The projector is dark", minutes_ago=0)
    in_background(lambda: office.hand_over(new))
    console.refresh()
    qtbot.waitUntil(lambda: console.tickets.model.rowCount() == len(several) + 1)
    assert set(console.tickets.all_chosen) == set(several)


@pytest.fixture
def restart(office: Office, in_background: InBackground) -> Macro:
    """A macro that moves, tags and says something."""
    macro = Macro(
        id=MacroId("restart"),
        name={"en": "Restart it"},
        text={"en": "Dear {requester_first_name}, please restart it."},
        tags=("restart",),
    )
    page = SyncResponse(
        entries=[document_entry(macro, 1)],
        cursor="macros",
        me=office.desk.account.person_id,
        server_time=office.now,
    )
    in_background(lambda: take_page(office.desk.replica, office.desk.outbox, page))
    return macro


@pytest.mark.usefixtures("restart")
def test_a_macro_is_run_on_all_and_taken_back_on_all(
    console: ConsoleWindow,
    several: tuple[TicketId, ...],
    tickets: Callable[[tuple[TicketId, ...]], list[Ticket]],
    qtbot: QtBot,
) -> None:
    console.bulk_doer.do(BulkDeed.MACRO, several)
    dialog = dialog_of(console, ChoiceDialog, qtbot)
    assert isinstance(dialog, ChoiceDialog)
    dialog.list.setCurrentRow(0)
    with qtbot.waitSignal(console.bulk_doer.done) as done:
        dialog.ok_button.click()
    assert done.args[0].words == "6 tickets · Restart it"
    assert all("restart" in one.tags for one in tickets(several))
    with qtbot.waitSignal(console.undo_stack.undone):
        console.undo_stack.undo()
    assert not any(one.tags for one in tickets(several))


@pytest.mark.usefixtures("restart")
def test_replies_to_many_wait_and_one_that_has_gone_out_is_named(
    console: ConsoleWindow,
    several: tuple[TicketId, ...],
    office: Office,
    in_background: InBackground,
    qtbot: QtBot,
) -> None:
    console.bulk_doer.do(BulkDeed.MACRO, several)
    dialog = dialog_of(console, ChoiceDialog, qtbot)
    assert isinstance(dialog, ChoiceDialog)
    dialog.list.setCurrentRow(0)
    with qtbot.waitSignal(console.bulk_doer.done):
        dialog.ok_button.click()
    replies = in_background(lambda: queued_replies(office))
    assert isinstance(replies, list)
    assert len(replies) == 6
    assert all(one.change.not_before is not None for one in replies)
    in_background(lambda: mark_sent(office.desk.outbox, [replies[0].change.id]))
    with qtbot.waitSignal(console.bulk_doer.held_up) as told, qtbot.waitSignal(console.undo_stack.undone):
        console.undo_stack.undo()
    assert len(told.args[0].splitlines()) == 1


def queued_replies(office: Office) -> list[Entry]:
    queued = office.desk.outbox.entries(State.QUEUED)
    return [one for one in queued if isinstance(one.change.payload, CommentAdded)]


def test_to_how_many_it_can_be_done_is_said_before(
    console: ConsoleWindow,
    several: tuple[TicketId, ...],
    office: Office,
    in_background: InBackground,
    qtbot: QtBot,
) -> None:
    in_background(lambda: work.change_status(office.desk, several[0], Status.RESOLVED, note="Done."))
    bar = console.tickets.bulk
    with qtbot.waitSignal(console.bulk_doer.counted):
        bar.about_to_offer.emit()
    words = {BulkDeed(action.data()): action.text() for action in bar.button.menu().actions()}
    assert words[BulkDeed.RESOLVE] == "Resolve all with one note…  (5 of 6)"
    assert words[BulkDeed.ASSIGN] == "Assign all…"


def test_a_letter_acts_on_all_that_are_chosen(
    console: ConsoleWindow,
    several: tuple[TicketId, ...],
    tickets: Callable[[tuple[TicketId, ...]], list[Ticket]],
    qtbot: QtBot,
) -> None:
    with qtbot.waitSignal(console.bulk_doer.done):
        QTest.keyClick(console.tickets.list, Qt.Key.Key_T)
    assert {one.assignee_id for one in tickets(several)} == {MAREK.id}


def test_all_are_assigned_in_one_go_and_taken_back_in_one_go(
    console: ConsoleWindow,
    several: tuple[TicketId, ...],
    tickets: Callable[[tuple[TicketId, ...]], list[Ticket]],
    qtbot: QtBot,
) -> None:
    before = [ticket.assignee_id for ticket in tickets(several)]
    console.tickets.bulk.wanted.emit(BulkDeed.ASSIGN)
    dialog = dialog_of(console, ChoiceDialog, qtbot)
    assert isinstance(dialog, ChoiceDialog)
    dialog.narrow("anna")
    with qtbot.waitSignal(console.bulk_doer.done) as done:
        dialog.ok_button.click()
    assert {ticket.assignee_id for ticket in tickets(several)} == {ANNA.id}
    assert done.args is not None
    assert done.args[0].words == "6 tickets · assigned"
    with qtbot.waitSignal(console.undo_stack.undone):
        console.undo_stack.undo()
    assert [ticket.assignee_id for ticket in tickets(several)] == before


def test_resolving_needs_a_note(
    console: ConsoleWindow,
    several: tuple[TicketId, ...],
    tickets: Callable[[tuple[TicketId, ...]], list[Ticket]],
    qtbot: QtBot,
) -> None:
    console.tickets.bulk.wanted.emit(BulkDeed.RESOLVE)
    dialog = dialog_of(console, NoteDialog, qtbot)
    assert isinstance(dialog, NoteDialog)
    dialog.ok_button.click()
    assert dialog.missing.text
    dialog.note.setPlainText("The driver is back at 7.0.")
    with qtbot.waitSignal(console.bulk_doer.done):
        dialog.ok_button.click()
    assert {ticket.status for ticket in tickets(several)} == {Status.RESOLVED}


def test_a_tag_is_given_and_taken_away(
    console: ConsoleWindow,
    several: tuple[TicketId, ...],
    tickets: Callable[[tuple[TicketId, ...]], list[Ticket]],
    qtbot: QtBot,
) -> None:
    console.tickets.bulk.wanted.emit(BulkDeed.TAG)
    dialog = dialog_of(console, TagDialog, qtbot)
    assert isinstance(dialog, TagDialog)
    dialog.ok_button.click()
    assert dialog.missing.text == "Write a tag."
    dialog.tag.setText("driver")
    with qtbot.waitSignal(console.bulk_doer.done):
        dialog.ok_button.click()
    assert all(ticket.tags == {"driver"} for ticket in tickets(several))
    with qtbot.waitSignal(console.undo_stack.undone):
        console.undo_stack.undo()
    assert all(not ticket.tags for ticket in tickets(several))


def test_those_of_one_person_are_merged_and_the_others_are_said(
    console: ConsoleWindow,
    several: tuple[TicketId, ...],
    tickets: Callable[[tuple[TicketId, ...]], list[Ticket]],
    qtbot: QtBot,
) -> None:
    with qtbot.waitSignal(console.bulk_doer.held_up):
        console.tickets.bulk.wanted.emit(BulkDeed.MERGE)
    oldest, *others = sorted(tickets(several), key=lambda ticket: ticket.created_at)
    for ticket in others:
        assert (ticket.merged_into == oldest.id) is (ticket.requester_id == oldest.requester_id)
    assert "different people" in console.page.banner.accessibleName()


def test_x_chooses_one_more_and_one_less(console: ConsoleWindow, several: tuple[TicketId, ...]) -> None:
    console.tickets.choose_first()
    chosen = console.tickets.list.selectionModel()
    below = console.tickets.model.index(2, 0)
    chosen.setCurrentIndex(below, QItemSelectionModel.SelectionFlag.NoUpdate)
    QTest.keyClick(console.tickets.list, Qt.Key.Key_X)
    assert set(console.tickets.all_chosen) == {several[0], several[2]}
    assert console.tickets.bulk.count.text() == "2 tickets chosen"
    QTest.keyClick(console.tickets.list, Qt.Key.Key_X)
    assert console.tickets.all_chosen == (several[0],)
    assert console.tickets.bulk.isHidden()
