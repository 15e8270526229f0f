"""The palette and the keys: everything is reached by a few letters."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from itdesk.domain.documents import Article, Device
from itdesk.domain.ids import ArticleId, DeviceId, TicketId
from itdesk.protocol.messages import Entry, SyncResponse
from itdesk.protocol.translation import document_entry
from itdesk.replica.page import take_page
from itdesk.ui.console.keys_dialog import KeysDialog
from itdesk.ui.console.palette_dialog import PaletteDialog
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.widgets.plain_label import PlainLabel
from tests.ui.console.office import Office

InBackground = Callable[[Callable[[], object]], object]
Typed = Callable[[str], PaletteDialog]
DEVICE = Device(id=DeviceId("d" * 32), name="PC-KSIEG-07", model="OptiPlex 7010")
ARTICLE = Article(id=ArticleId("e" * 32), title={"en": "Invoices do not print"}, body={"en": "Restart it."})


def documents(office: Office) -> None:
    """Let a computer and an article come."""
    entries: list[Entry] = [document_entry(DEVICE, 1), document_entry(ARTICLE, 1)]
    page = SyncResponse(
        entries=entries, cursor="documents", me=office.desk.account.person_id, server_time=office.now
    )
    take_page(office.desk.replica, office.desk.outbox, page)


@pytest.fixture
def typed(console: ConsoleWindow, office: Office, in_background: InBackground, qtbot: QtBot) -> Typed:
    """`typed(words)` opens the palette by its key, types, and waits for the answer."""
    in_background(lambda: documents(office))

    def opened(words: str) -> PaletteDialog:
        QTest.keyClick(console, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        palette = console.findChildren(PaletteDialog)[-1]
        QTest.keyClicks(palette.search, words)
        qtbot.waitUntil(lambda: palette.model.words == words and not palette._is_asking)
        return palette

    return opened


def lines(palette: PaletteDialog) -> list[str]:
    return [str(palette.model.index(row).data()) for row in range(palette.model.rowCount())]


def enter(palette: PaletteDialog) -> None:
    QTest.keyClick(palette.search, Qt.Key.Key_Return)


def test_it_finds_every_kind_of_thing_under_headings(typed: Typed, qtmodeltester: ModelTester) -> None:
    palette = typed("inv")
    qtmodeltester.check(palette.model)
    assert lines(palette) == ["Tickets", "IT-1042 Cannot print invoices", "Articles", "Invoices do not print"]


def test_a_computer_is_found_by_a_part_of_its_name(typed: Typed) -> None:
    assert lines(typed("ksieg")) == ["Computers", "PC-KSIEG-07"]


def test_without_words_it_shows_what_can_be_done_and_what_changed_last(typed: Typed) -> None:
    found = lines(typed(""))
    assert found[:2] == ["Actions", "Next ticket"]
    assert "IT-1042 Cannot print invoices" in found


def test_a_number_leads_to_its_ticket(typed: Typed, console: ConsoleWindow, qtbot: QtBot) -> None:
    wanted = "IT-1043"
    enter(typed(wanted))
    qtbot.waitUntil(lambda: console.page.view is not None and console.page.header.number.text() == wanted)


def test_a_name_leads_to_somebodys_tickets(typed: Typed, console: ConsoleWindow, qtbot: QtBot) -> None:
    palette = typed("joanna")
    while palette.model.line_at(palette.list.currentIndex().row()).text != "Joanna Wiśniewska":  # type: ignore[union-attr]
        QTest.keyClick(palette.search, Qt.Key.Key_Down)
    enter(palette)
    assert console.navigation.search.text() == "jwisniewska"


def test_an_article_is_opened_by_whoever_shows_articles(
    typed: Typed, console: ConsoleWindow, qtbot: QtBot
) -> None:
    palette = typed("restart")
    with qtbot.waitSignal(console.article_wanted) as wanted:
        enter(palette)
    assert wanted.args == [ARTICLE.id]


def test_an_action_is_done(typed: Typed, console: ConsoleWindow) -> None:
    enter(typed("write a note"))
    assert console.page.reply_box.composer.is_internal


def test_what_is_not_possible_now_is_not_offered(typed: Typed) -> None:
    assert "Reopen" not in lines(typed("reop"))


def test_what_nothing_is_called_is_said(typed: Typed) -> None:
    palette = typed("zzzz")
    assert palette.nothing.text() == "Nothing here is called that."
    enter(palette)
    assert palette.isVisible()


def test_a_question_mark_shows_every_key(console: ConsoleWindow) -> None:
    console.tickets.list.setFocus()
    QTest.keyClick(console.tickets.list, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    sheet = console.findChildren(KeysDialog)[-1]
    words = {label.text() for label in sheet.findChildren(PlainLabel)}
    for key in ["J", "K", "O", "/", "R", "N", "S", "A", "T", "P", "M", "E", "?", "F6", "Ctrl+K", "Ctrl+Z"]:
        assert key in words
    sheet.accept()


def test_a_key_names_one_thing(console: ConsoleWindow) -> None:
    keys = [action.key for action in console.window_actions.every if action.key]
    assert len(set(keys)) == len(keys)


def test_letters_are_words_where_somebody_writes(console: ConsoleWindow, story: TicketId) -> None:
    text = console.page.reply_box.composer.text
    text.setFocus()
    QTest.keyClicks(text, "j?")
    assert text.toPlainText() == "j?"
    assert not console.findChildren(KeysDialog)


def test_f6_leads_through_the_parts_of_the_window(console: ConsoleWindow, qtbot: QtBot) -> None:
    console.activateWindow()
    console.tickets.list.setFocus()
    page = console.page
    for part in (page.timeline, page.reply_box.composer.text, console.navigation.list, console.tickets.list):
        QTest.keyClick(console, Qt.Key.Key_F6)
        qtbot.waitUntil(part.hasFocus)
