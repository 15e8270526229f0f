"""What IT notes on a ticket by the window: category, tags, time, points; each is taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from itdesk.domain.catalogue import Category
from itdesk.domain.ids import TicketId
from itdesk.domain.ticket import Ticket
from itdesk.domain.worklog import Mark
from itdesk.services import reading
from itdesk.ui.console.choice_dialog import ChoiceDialog
from itdesk.ui.console.deeds import Deed
from itdesk.ui.console.tag_dialog import TagDialog
from itdesk.ui.console.time_dialog import TimeDialog
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.console.work_section import PointBox
from itdesk.ui.widgets.plain_label import PlainLabel
from tests.ui.console.office import EWA, Office

InBackground = Callable[[Callable[[], object]], object]


@pytest.fixture
def ticket(office: Office, story: TicketId, in_background: InBackground) -> Callable[[], Ticket]:
    """`ticket()` reads the story's ticket as it is now."""

    def read() -> Ticket:
        page = in_background(lambda: reading.ticket_page(office.desk, story))
        assert isinstance(page, reading.TicketPage)
        return page.ticket

    return read


def asked(console: ConsoleWindow, deed: Deed, kind: type[QDialog]) -> QDialog:
    console.do(deed)
    return console.findChildren(kind)[-1]


def undo(console: ConsoleWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(console.undo_stack.undone):
        console.undo_stack.undo()


def told(console: ConsoleWindow) -> set[str]:
    return {label.text() for label in console.page.side.work.findChildren(PlainLabel) if label.isVisible()}


def test_the_category_is_set_and_taken_back(
    console: ConsoleWindow, ticket: Callable[[], Ticket], qtbot: QtBot
) -> None:
    dialog = asked(console, Deed.CATEGORY, ChoiceDialog)
    assert isinstance(dialog, ChoiceDialog)
    dialog.narrow("network")
    dialog.list.setCurrentItem(dialog.list.findItems("Network", Qt.MatchFlag.MatchStartsWith)[0])
    with qtbot.waitSignal(console.doer.done):
        dialog.ok_button.click()
    assert ticket().category is Category.NETWORK_AND_ACCESS
    undo(console, qtbot)
    assert ticket().category is Category.OTHER


def test_time_is_noted_summed_up_and_taken_back(
    console: ConsoleWindow, ticket: Callable[[], Ticket], qtbot: QtBot
) -> None:
    for spent in ("1h 30", "15"):
        dialog = asked(console, Deed.TIME, TimeDialog)
        assert isinstance(dialog, TimeDialog)
        dialog.ok_button.click()
        assert dialog.missing.text.startswith("Say how long")
        dialog.time.setText(spent)
        with qtbot.waitSignal(console.doer.done):
            dialog.ok_button.click()
    qtbot.waitUntil(lambda: "1 h 45" in told(console))
    undo(console, qtbot)
    qtbot.waitUntil(lambda: "1 h 30" in told(console))
    assert [entry.minutes for entry in ticket().time_spent] == [90, 0]


def test_a_tag_stands_beside_the_ticket(console: ConsoleWindow, qtbot: QtBot) -> None:
    dialog = asked(console, Deed.TAG, TagDialog)
    assert isinstance(dialog, TagDialog)
    dialog.tag.setText("Driver")
    with qtbot.waitSignal(console.doer.done):
        dialog.ok_button.click()
    qtbot.waitUntil(lambda: "driver" in told(console))
    undo(console, qtbot)
    qtbot.waitUntil(lambda: "driver" not in told(console))


def test_a_colleague_reads_along_and_no_more(
    console: ConsoleWindow, ticket: Callable[[], Ticket], qtbot: QtBot
) -> None:
    console.do(Deed.INVITE)
    qtbot.waitUntil(lambda: bool(console.findChildren(ChoiceDialog)))
    dialog = console.findChildren(ChoiceDialog)[-1]
    dialog.list.setCurrentItem(dialog.list.findItems("Ewa Król", Qt.MatchFlag.MatchExactly)[0])
    with qtbot.waitSignal(console.doer.done):
        dialog.ok_button.click()
    assert ticket().participants == {EWA.id}
    undo(console, qtbot)
    assert not ticket().participants


def test_a_point_is_added_ticked_and_taken_back(
    console: ConsoleWindow, ticket: Callable[[], Ticket], qtbot: QtBot
) -> None:
    work = console.page.side.work
    QTest.keyClicks(work.new_point, "Order a drum")
    with qtbot.waitSignal(console.doer.done):
        QTest.keyClick(work.new_point, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [box.text() for box in work.findChildren(PointBox)] == ["Order a drum"])
    with qtbot.waitSignal(console.doer.done):
        work.findChildren(PointBox)[0].click()
    assert [item.mark for item in ticket().checklist] == [Mark.DONE]
    undo(console, qtbot)
    assert [item.mark for item in ticket().checklist] == [Mark.OPEN]
    undo(console, qtbot)
    assert [item.mark for item in ticket().checklist] == [Mark.REMOVED]
    qtbot.waitUntil(lambda: not [box for box in work.findChildren(PointBox) if box.isVisible()])
