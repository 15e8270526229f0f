from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from itdesk.domain.ids import FileId, TicketId
from itdesk.domain.priority import Impact, Ranking, Urgency
from itdesk.domain.refusals import Code, Refusal
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.ticket import Attachment
from itdesk.replica.sending import Verdict, settle
from itdesk.services import conversation
from itdesk.services.reading import FileState
from itdesk.services.standing import Standing
from itdesk.ui.background import Runner
from itdesk.ui.console.attachment_row import AttachmentRow
from itdesk.ui.console.choice_dialog import ChoiceDialog, Option
from itdesk.ui.console.hold_dialog import HoldDialog
from itdesk.ui.console.note_dialog import NoteDialog
from itdesk.ui.console.priority_dialog import PriorityDialog
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.theme import Theme
from itdesk.ui.widgets.house_window import HouseWindow
from tests.ui.console.conftest import png
from tests.ui.console.office import NOON, Office, screenshot
from tests.ui.walk import SMALLEST_SCREEN, assert_named, assert_not_clipped
from tests.ui.walk import settle as settled

InBackground = Callable[[Callable[[], object]], object]
Opened = Callable[[], ConsoleWindow]


@pytest.fixture
def crowded(
    open_console: Opened, office: Office, story: TicketId, runner: Runner, qtbot: QtBot
) -> Callable[[], ConsoleWindow]:
    """`crowded()` opens the console with something refused in it; call it after dressing the application."""
    saved = conversation.reply(office.desk, story, "Never sent")
    refusal = Refusal(code=Code.CONFLICT, field="status", theirs="closed", yours="open")
    settle(office.desk.outbox, {saved.change_id: Verdict(refusal=refusal)}, NOON)

    def opened() -> ConsoleWindow:
        console = open_console()
        console.open_ticket(story)
        qtbot.waitUntil(lambda: console.page.view is not None and console.page.view.ticket_id == story)
        qtbot.waitUntil(lambda: runner.waiting == 0)
        return console

    return opened


def test_nothing_is_clipped_on_the_smallest_screen(
    scale: float, language: str, crowded: Opened, qtbot: QtBot
) -> None:
    console = crowded()
    assert_not_clipped(console, SMALLEST_SCREEN)
    console.page.reply_box.composer.be_internal(True)
    assert_not_clipped(console, SMALLEST_SCREEN)
    console.tickets.views_button.click()
    assert_not_clipped(console, SMALLEST_SCREEN)
    assert console.size() == SMALLEST_SCREEN


def test_nothing_is_clipped_at_the_usual_size(theme: Theme, language: str, crowded: Opened) -> None:
    console = crowded()
    assert_not_clipped(console, QSize(1440, 900))
    assert console.page.side.isVisible()


def test_everything_that_the_keyboard_reaches_is_named(crowded: Opened, language: str) -> None:
    assert_named(crowded())


def dialogs(parent: ConsoleWindow) -> list[QDialog]:
    ranking = Ranking(Impact.LOW, Urgency.HIGH)
    hold = HoldDialog("IT-1042", "Joanna Wiśniewska", QDate(2026, 5, 25), parent)
    hold.choose(PendingReason.SCHEDULED)
    options = [Option(str(number), f"Somebody {number}", "IT") for number in range(9)]
    made: list[QDialog] = [
        NoteDialog(Status.RESOLVED, "IT-1042", "Joanna Wiśniewska", parent),
        NoteDialog(Status.CANCELLED, "IT-1042", "Joanna Wiśniewska", parent),
        hold,
        PriorityDialog("IT-1042", ranking, parent),
        ChoiceDialog("Who takes IT-1042?", "Assign", options, None, parent),
    ]
    for dialog in made:
        if isinstance(dialog, NoteDialog):
            dialog.finish()
    return made


def test_every_question_fits_and_is_named(scale: float, language: str, open_console: Opened) -> None:
    console = open_console()
    console.resize(SMALLEST_SCREEN)
    for dialog in dialogs(console):
        settled(dialog)
        assert_not_clipped(dialog)
        assert_named(dialog)
        assert dialog.height() <= SMALLEST_SCREEN.height()


def test_side_panel_then_views_fold(open_console: Opened) -> None:
    console = open_console()
    for width, side, views in ((1440, True, True), (1120, False, True), (1000, False, False)):
        settled(console, QSize(width, 700))
        assert console.page.side.isHidden() is not side
        assert console.navigation.isVisible() is views
        assert console.tickets.views_button.isVisible() is not views


def test_the_window_goes_back_to_its_place(open_console: Opened) -> None:
    console, other = open_console(), open_console()
    console.resize(1210, 740)  # wider than the offscreen screen, to whose width Qt holds what it restores
    other.restore_geometry_state(console.geometry_state())
    assert other.height() == 740


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"online": False, "pending": 2}, "Offline, 2 waiting"),
        ({"online": False}, "Offline"),
        ({"refused": 1}, "1 not accepted"),
        ({"sign_in_needed": True}, "Sign in again"),
        ({"pending": 3}, "Sending, 3 left"),
        ({}, "Up to date"),
    ],
)
def test_the_standing_is_one_calm_line(open_console: Opened, changes: dict[str, int], words: str) -> None:
    console = open_console()
    usual: dict[str, object] = {
        "online": True,
        "pending": 0,
        "refused": 0,
        "last_sync": NOON,
        "unread": 0,
        "server": "https://help.example",
        "person": "mzielinski",
        "sign_in_needed": False,
        "problem": "",
    }
    console.show_standing(Standing(**(usual | changes)))  # type: ignore[arg-type]
    assert words in console.navigation.standing.text


def test_an_attachment_says_how_much_of_it_has_come(worn: None, qtbot: QtBot) -> None:
    file = Attachment(id=FileId("f" * 32), name="log.txt", bytes=3_000_000, sha256="")
    row = AttachmentRow(file)
    qtbot.addWidget(row)
    row.show_state(file, FileState(name="log.txt", bytes=3_000_000, sent_bytes=2_000_000, is_here=False))
    assert row.state.text() == "2.0 MB of 3.0 MB on the server"
    assert not row.save_button.isEnabled()


def test_the_screenshot_is_shown_beside_the_ticket(
    story: TicketId,
    files: dict[FileId, bytes],
    open_console: Opened,
    in_background: InBackground,
    qtbot: QtBot,
) -> None:
    picture = in_background(png)
    assert isinstance(picture, bytes)
    files[screenshot(picture).file_id] = picture
    console = open_console()
    console.open_ticket(story)
    qtbot.waitUntil(lambda: bool(console.page.pictures.images))
    (row,) = console.page.side.findChildren(AttachmentRow)
    qtbot.waitUntil(row.picture.isVisible)
    assert console.page.side.facts.rows[0].value == "PC-KSIEG-07"


def test_enter_leads_to_the_reply(console: ConsoleWindow) -> None:
    console.tickets.list.setFocus()
    QTest.keyClick(console.tickets.list, Qt.Key.Key_Return)
    assert console.page.reply_box.composer.text.hasFocus()


def test_many_changes_are_few_looks(console: ConsoleWindow, runner: Runner, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: runner.waiting == 0)
    for _ in range(50):
        console.refresh()
    assert runner.waiting <= 3
    qtbot.waitUntil(lambda: runner.waiting == 0)


def test_escape_leads_back_to_the_list(console: ConsoleWindow, qtbot: QtBot) -> None:
    console.page.reply_box.composer.text.setFocus()
    QTest.keyClick(console.page.reply_box.composer.text, Qt.Key.Key_Escape)
    assert console.tickets.list.hasFocus()
    QTest.keyClick(console.tickets.list, Qt.Key.Key_Slash)
    assert console.navigation.search.hasFocus()


def test_the_panes_keep_the_widths_that_somebody_gave_them(open_console: Opened) -> None:
    first = open_console()
    settled(first, QSize(1400, 800))
    first.panes.setSizes([210, 500, 690])
    first.panes.splitterMoved.emit(210, 1)
    kept = first.geometry_state()
    widths = first.panes.sizes()
    second = open_console()
    second.restore_geometry_state(kept)
    settled(second, QSize(1400, 800))
    assert second.panes.sizes() == widths
    settled(second, QSize(1000, 700))
    settled(second, QSize(1400, 800))
    assert second.panes.sizes() == widths


def test_a_place_without_widths_is_a_place_all_the_same(open_console: Opened) -> None:
    console = open_console()
    console.restore_geometry_state(HouseWindow.geometry_state(console))
    settled(console, QSize(1400, 800))
    assert all(console.panes.sizes())


def test_a_folded_side_panel_gives_its_room_to_the_list(open_console: Opened, language: str) -> None:
    console = open_console()
    settled(console, QSize(1440, 900))
    settled(console, QSize(1024, 700))
    _, tickets, page = console.panes.sizes()
    assert tickets >= 380
    assert page >= console.page.minimumSizeHint().width()


def test_the_list_keeps_its_title_on_the_smallest_screen(
    open_console: Opened, scale: float, language: str
) -> None:
    console = open_console()
    settled(console, SMALLEST_SCREEN)
    assert not console.tickets.title.is_elided
