"""What is due stands in the head of a ticket, and opens the account of how it was counted."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itdesk.domain.changes import StatusChanged
from itdesk.domain.ids import TicketId
from itdesk.domain.status import PendingReason, Status
from itdesk.protocol.messages import Entry, SyncResponse
from itdesk.protocol.translation import document_entry
from itdesk.replica.page import take_page
from itdesk.ui.console.ledger_dialog import LedgerDialog
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.widgets.plain_label import PlainLabel
from tests.ui.console.conftest import ShownTicket
from tests.ui.console.office import JOANNA, MAREK, Office
from tests.unit.domain.sla.told import ALWAYS, POLICY

InBackground = Callable[[Callable[[], object]], object]


@pytest.fixture
def promised(office: Office, in_background: InBackground) -> Office:
    """The office, in which something is promised, around the clock."""
    policy = replace(POLICY, calendar_id=ALWAYS.id)
    entries: list[Entry] = [document_entry(ALWAYS, 1), document_entry(policy, 1)]
    page = SyncResponse(
        entries=entries, cursor="promises", me=office.desk.account.person_id, server_time=office.now
    )
    in_background(lambda: take_page(office.desk.replica, office.desk.outbox, page))
    return office


def opened(console: ConsoleWindow, qtbot: QtBot) -> LedgerDialog:
    """Press what is due, and wait until the account stands there."""
    QTest.mouseClick(console.page.header.due_button, Qt.MouseButton.LeftButton)
    dialog = console.page.findChildren(LedgerDialog)[-1]
    qtbot.waitUntil(lambda: dialog.hint.text() != "Counting…")
    assert dialog.copy_button.isEnabled(), dialog.hint.text()
    return dialog


def words(dialog: LedgerDialog) -> list[str]:
    return [label.text() for label in dialog.page.findChildren(PlainLabel)]


def test_the_head_says_what_is_due_and_opens_its_account(
    promised: Office, shown: ShownTicket, qtbot: QtBot
) -> None:
    console = shown(promised.report(JOANNA, "Cannot print", minutes_ago=30))
    button = console.page.header.due_button
    assert button.text() == "30 min"
    assert button.accessibleName().startswith("30 min. First response due Mon 25 May")
    dialog = opened(console, qtbot)
    assert any(word.startswith("First response · Due Mon 25 May") for word in words(dialog))
    assert "0:30" in words(dialog)
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("IT-1042\nFirst response: Due Mon 25 May")
    assert "\tran\t0:30" in copied


def test_waiting_stands_in_the_account_with_what_for(
    promised: Office, shown: ShownTicket, qtbot: QtBot
) -> None:
    ticket = promised.report(JOANNA, "Cannot print", minutes_ago=300)
    asked = StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="Which printer?")
    promised.happen(MAREK, ticket, asked, minutes_ago=240)
    promised.happen(MAREK, ticket, StatusChanged(to=Status.OPEN), minutes_ago=120)
    dialog = opened(shown(ticket), qtbot)
    assert any(word.startswith("stood still: ") for word in words(dialog)), words(dialog)
    assert "First response · Kept: 1:00 of 1:00" in words(dialog)


def test_where_nothing_is_promised_nothing_is_due(
    story: TicketId, console: ConsoleWindow, qtbot: QtBot
) -> None:
    assert console.page.header.due_button.isHidden()
    console.page.show_ledger()
    dialog = console.page.findChildren(LedgerDialog)[-1]
    qtbot.waitUntil(lambda: dialog.hint.text().startswith("Nothing is promised"))
    assert not dialog.copy_button.isEnabled()
