"""Merging, splitting, moving messages, parts and links by the window, each taken back. All of it offline."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from itdesk.domain.ids import TicketId
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from itdesk.services import reading
from itdesk.services.reading import TicketPage
from itdesk.ui.background import Runner
from itdesk.ui.console.deeds import Deed
from itdesk.ui.console.messages_dialog import MESSAGE, MessagesDialog
from itdesk.ui.console.tie_dialog import TieDialog
from itdesk.ui.console.ties_section import TieButton
from itdesk.ui.console.window import ConsoleWindow
from tests.ui.console.office import Office

InBackground = Callable[[Callable[[], object]], object]
NowIs = Callable[[Callable[[Ticket], bool]], None]
BUDGET = "IT-1046"
"""The other open ticket of the same requester."""


@pytest.fixture
def page_now(office: Office, story: TicketId, in_background: InBackground) -> Callable[[], TicketPage]:
    """`page_now()` is the page of the story's ticket."""

    def read() -> TicketPage:
        page = in_background(lambda: reading.ticket_page(office.desk, story))
        assert isinstance(page, TicketPage)
        return page

    return read


@pytest.fixture
def asked(console: ConsoleWindow, runner: Runner, qtbot: QtBot) -> Callable[[Deed, type[QDialog]], QDialog]:
    """`asked(deed, kind)` does a deed and returns the dialog, once it has found what it offers."""

    def opened(deed: Deed, kind: type[QDialog]) -> QDialog:
        console.do(deed)
        dialog = console.findChildren(kind)[-1]
        qtbot.waitUntil(lambda: runner.waiting == 0)
        return dialog

    return opened


@pytest.fixture
def tied(
    asked: Callable[[Deed, type[QDialog]], QDialog], console: ConsoleWindow, runner: Runner, qtbot: QtBot
) -> Callable[[Deed], None]:
    """`tied(deed)` ties the story's ticket to the requester's other one."""

    def tie(deed: Deed) -> None:
        dialog = asked(deed, TieDialog)
        assert isinstance(dialog, TieDialog)
        offered = [dialog.picker.list.item(row).text() for row in range(dialog.picker.list.count())]
        assert [text.split()[0] for text in offered] == [BUDGET]
        dialog.picker.list.setCurrentRow(0)
        with qtbot.waitSignal(console.doer.done):
            dialog.ok_button.click()

    return tie


def undo(console: ConsoleWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(console.undo_stack.undone):
        console.undo_stack.undo()


def test_a_merge_is_done_shown_and_taken_back(
    console: ConsoleWindow, tied: Callable[[Deed], None], page_now: Callable[[], TicketPage], qtbot: QtBot
) -> None:
    tied(Deed.MERGE)
    assert page_now().ticket.status is Status.MERGED
    assert console.toast.accessibleName() == f"IT-1042 · goes on in {BUDGET}"
    side = console.page.side
    qtbot.waitUntil(side.ties.isVisible)
    button = side.ties.findChildren(TieButton)[0]
    assert button.accessibleName().startswith(f"Goes on in: {BUDGET}")
    assert Deed.MERGE not in console.page.header.deeds.offered
    undo(console, qtbot)
    assert page_now().ticket.status is Status.OPEN
    assert page_now().ticket.merged_into is None


def test_a_merge_is_taken_back_later_by_the_tickets_own_button(
    console: ConsoleWindow, tied: Callable[[Deed], None], page_now: Callable[[], TicketPage], qtbot: QtBot
) -> None:
    tied(Deed.MERGE)
    qtbot.waitUntil(lambda: Deed.UNMERGE in console.page.header.deeds.offered)
    with qtbot.waitSignal(console.doer.done):
        console.do(Deed.UNMERGE)
    assert page_now().ticket.status is Status.OPEN


def test_a_part_and_a_link_are_made_and_taken_back(
    console: ConsoleWindow, tied: Callable[[Deed], None], page_now: Callable[[], TicketPage], qtbot: QtBot
) -> None:
    tied(Deed.MAKE_CHILD)
    tied(Deed.LINK)
    assert page_now().ticket.parent_id == page_now().ticket.links[0].ticket_id
    undo(console, qtbot)
    assert page_now().ticket.links == ()
    undo(console, qtbot)
    assert page_now().ticket.parent_id is None


def test_any_ticket_is_found_by_its_number_and_opened_from_the_panel(
    console: ConsoleWindow,
    asked: Callable[[Deed, type[QDialog]], QDialog],
    runner: Runner,
    qtbot: QtBot,
) -> None:
    dialog = asked(Deed.LINK, TieDialog)
    assert isinstance(dialog, TieDialog)
    dialog.ok_button.click()
    assert dialog.missing.text == "Choose a ticket of the list."
    QTest.keyClicks(dialog.picker.search, "IT-1043")
    qtbot.waitUntil(lambda: dialog.picker.ticket is not None and dialog.picker.ticket.number == 1043)
    with qtbot.waitSignal(console.doer.done):
        dialog.ok_button.click()
    qtbot.waitUntil(console.page.side.ties.isVisible)
    console.page.side.ties.findChildren(TieButton)[0].click()
    qtbot.waitUntil(lambda: console.page.header.number.text() == "IT-1043" and runner.waiting == 0)


def test_tickets_of_different_people_are_not_merged_and_the_way_out_is_said(
    console: ConsoleWindow, asked: Callable[[Deed, type[QDialog]], QDialog], qtbot: QtBot
) -> None:
    dialog = asked(Deed.MERGE, TieDialog)
    assert isinstance(dialog, TieDialog)
    QTest.keyClicks(dialog.picker.search, "IT-1043")
    qtbot.waitUntil(lambda: dialog.picker.ticket is not None and dialog.picker.ticket.number == 1043)
    with qtbot.waitSignal(console.doer.failed):
        dialog.ok_button.click()
    assert "children of one ticket" in console.page.banner.accessibleName()


def test_messages_become_a_new_ticket_and_come_home(
    console: ConsoleWindow,
    asked: Callable[[Deed, type[QDialog]], QDialog],
    page_now: Callable[[], TicketPage],
    qtbot: QtBot,
) -> None:
    dialog = asked(Deed.MOVE_MESSAGES, MessagesDialog)
    assert isinstance(dialog, MessagesDialog)
    dialog.ok_button.click()
    assert dialog.missing.text == "Tick at least one message."
    moved = dialog.list.item(dialog.list.count() - 1).data(MESSAGE)
    dialog.tick(moved)
    dialog.ok_button.click()
    assert dialog.missing.text == "Say what the new ticket is about."
    dialog.name.setText("A stuck job")
    with qtbot.waitSignal(console.doer.done):
        dialog.ok_button.click()
    assert [one.event_id for one in page_now().ticket.moved] == [moved]
    undo(console, qtbot)
    assert page_now().ticket.moved == ()


def test_one_message_is_moved_to_another_ticket(
    console: ConsoleWindow,
    asked: Callable[[Deed, type[QDialog]], QDialog],
    page_now: Callable[[], TicketPage],
    qtbot: QtBot,
) -> None:
    dialog = asked(Deed.MOVE_MESSAGES, MessagesDialog)
    assert isinstance(dialog, MessagesDialog)
    dialog.tick(dialog.list.item(0).data(MESSAGE))
    dialog.where.choose(False)
    dialog.ok_button.click()
    assert dialog.missing.text == "Choose a ticket of the list."
    dialog.picker.list.setCurrentRow(0)
    with qtbot.waitSignal(console.doer.done):
        dialog.ok_button.click()
    assert len(page_now().ticket.moved) == 1
