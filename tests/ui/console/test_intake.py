"""Somebody calls: by keyboard alone, in three fields."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itdesk.domain.ids import TicketId
from itdesk.services import reading
from itdesk.ui.background import Runner
from itdesk.ui.console.intake_dialog import IntakeDialog, OpenTicket
from itdesk.ui.console.window import ConsoleWindow
from tests.ui.console.office import JOANNA, MAREK, Office

InBackground = Callable[[Callable[[], object]], object]


@pytest.fixture
def calling(console: ConsoleWindow, runner: Runner, qtbot: QtBot) -> Callable[[str], IntakeDialog]:
    """`calling(words)` presses Ctrl+N, types who it is, and waits until somebody is found."""

    def opened(words: str) -> IntakeDialog:
        QTest.keyClick(console, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        dialog = console.findChildren(IntakeDialog)[-1]
        QTest.keyClicks(dialog.search, words)
        qtbot.waitUntil(lambda: runner.waiting == 0)
        return dialog

    return opened


@pytest.mark.parametrize("words", ["joa wis", "jwis", "4410", "312", "wisniewska"])
def test_the_caller_is_found_by_anything_she_may_say(
    calling: Callable[[str], IntakeDialog], words: str
) -> None:
    dialog = calling(words)
    assert dialog.caller is not None
    assert dialog.caller.person == JOANNA


def test_a_call_is_a_ticket_of_the_caller_and_can_be_taken_back(
    console: ConsoleWindow,
    calling: Callable[[str], IntakeDialog],
    office: Office,
    in_background: InBackground,
    qtbot: QtBot,
) -> None:
    dialog = calling("joanna")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.what, "No sound on the phone")
    with qtbot.waitSignal(console.intake.ticket_wanted) as wanted:
        QTest.keyClick(dialog.what, Qt.Key.Key_Return)
    assert wanted.args is not None
    ticket_id = TicketId(wanted.args[0])
    page = in_background(lambda: reading.ticket_page(office.desk, ticket_id))
    assert isinstance(page, reading.TicketPage)
    ticket = page.ticket
    assert (ticket.requester_id, ticket.opened_by, ticket.title) == (
        JOANNA.id,
        MAREK.id,
        "No sound on the phone",
    )
    assert (ticket.contact, ticket.place) == (JOANNA.phone, JOANNA.place)
    qtbot.waitUntil(lambda: console.page.view is not None and console.page.view.ticket_id == ticket_id)
    with qtbot.waitSignal(console.undo_stack.undone):
        console.undo_stack.undo()
    assert in_background(lambda: reading.ticket_page(office.desk, ticket_id)) is None


def test_what_is_missing_is_said(calling: Callable[[str], IntakeDialog]) -> None:
    dialog = calling("")
    dialog.ok_button.click()
    assert dialog.missing.text == "Choose who is calling."
    dialog.reject()


def test_a_second_call_about_the_same_goes_to_the_open_ticket(
    console: ConsoleWindow, calling: Callable[[str], IntakeDialog], qtbot: QtBot
) -> None:
    dialog = calling("ewa")
    offered = dialog.findChildren(OpenTicket)
    assert {button.text().split()[0] for button in offered} == {"IT-1044", "IT-1045"}
    sound = next(button for button in offered if button.text().startswith("IT-1044"))
    sound.click()
    qtbot.waitUntil(lambda: console.page.header.number.text() == "IT-1044")
    qtbot.waitUntil(lambda: console.page.view is not None)
