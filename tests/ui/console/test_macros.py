"""Macros by the window: seen before, done in one go, taken back in one go."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itdesk.domain.documents import Macro
from itdesk.domain.ids import MacroId, TicketId
from itdesk.domain.priority import Impact, Priority, Urgency
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.ticket import Ticket
from itdesk.protocol.messages import Entry, SyncResponse
from itdesk.protocol.translation import document_entry
from itdesk.replica.page import take_page
from itdesk.services import reading
from itdesk.ui.background import Runner
from itdesk.ui.console.deeds import Deed
from itdesk.ui.console.macro_dialog import MacroDialog
from itdesk.ui.console.window import ConsoleWindow
from tests.ui.console.office import Office

InBackground = Callable[[Callable[[], object]], object]
RESTART = Macro(
    id=MacroId("restart"),
    name={"en": "Restart it", "pl": "Uruchom ponownie"},
    text={"en": "Dear {requester_first_name}, please restart it: {ticket}."},
    status=Status.PENDING,
    reason=PendingReason.USER,
    impact=Impact.HIGH,
    urgency=Urgency.HIGH,
    tags=("restart",),
)
HELLO = Macro(
    id=MacroId("hello"), name={"en": "Hello"}, text={"en": "Hello {requester_first_name}!"}, order=1
)


@pytest.fixture
def dialog(
    console: ConsoleWindow, office: Office, in_background: InBackground, runner: Runner, qtbot: QtBot
) -> MacroDialog:
    """The macros, offered for the story's ticket."""
    entries: list[Entry] = [document_entry(one, 1) for one in (RESTART, HELLO)]
    page = SyncResponse(
        entries=entries, cursor="macros", me=office.desk.account.person_id, server_time=office.now
    )
    in_background(lambda: take_page(office.desk.replica, office.desk.outbox, page))
    console.do(Deed.MACRO)
    dialog = console.findChildren(MacroDialog)[-1]
    qtbot.waitUntil(lambda: dialog.list.count() == 2 and runner.waiting == 0)
    return dialog


@pytest.fixture
def ticket(office: Office, story: TicketId, in_background: InBackground) -> Callable[[], Ticket]:
    """`ticket()` reads the story's ticket as it is now."""

    def read() -> Ticket:
        page = in_background(lambda: reading.ticket_page(office.desk, story))
        assert isinstance(page, reading.TicketPage)
        return page.ticket

    return read


def test_what_it_will_say_and_do_is_seen_before(dialog: MacroDialog) -> None:
    assert dialog.text.toPlainText() == "Dear Joanna, please restart it: IT-1042."
    assert dialog.deeds.text() == "And then: Critical · restart · Waits for an answer"
    assert dialog.ok_button.text() == "Do it"
    dialog.reject()


def test_it_is_done_in_one_go_and_taken_back_in_one_go(
    console: ConsoleWindow, dialog: MacroDialog, ticket: Callable[[], Ticket], qtbot: QtBot
) -> None:
    dialog.text.setPlainText("Dear Joanna, please restart it twice.")
    with qtbot.waitSignal(console.doer.done):
        dialog.ok_button.click()
    done = ticket()
    assert (done.status, done.priority, done.tags) == (
        Status.PENDING,
        Priority.CRITICAL,
        frozenset({"restart"}),
    )
    assert done.standing.note == "Dear Joanna, please restart it twice."
    assert console.toast.accessibleName() == "IT-1042 · Restart it"
    with qtbot.waitSignal(console.undo_stack.undone):
        console.undo_stack.undo()
    undone = ticket()
    assert (undone.status, undone.priority, undone.tags) == (Status.OPEN, Priority.MODERATE, frozenset())


def test_words_that_repeat_a_note_are_not_said_and_stand_in_the_box(
    console: ConsoleWindow, dialog: MacroDialog, ticket: Callable[[], Ticket], qtbot: QtBot
) -> None:
    leak = "Same on two other 7010s since today’s HP driver."
    dialog.text.setPlainText(leak)
    with qtbot.waitSignal(console.doer.macros.doubted):
        dialog.ok_button.click()
    assert ticket().status is Status.OPEN
    assert console.page.reply_box.composer.body == leak
    assert console.page.banner.isVisible()


def test_canned_words_go_into_the_box_where_the_cursor_is(
    console: ConsoleWindow, dialog: MacroDialog, qtbot: QtBot
) -> None:
    box = console.page.reply_box
    box.composer.write("See you.")
    box.composer.text.moveCursor(box.composer.text.textCursor().MoveOperation.Start)
    QTest.keyClicks(dialog.search, "hel")
    assert dialog.ok_button.text() == "Put into the reply"
    dialog.ok_button.click()
    qtbot.waitUntil(lambda: box.composer.body == "Hello Joanna!See you.")
