"""Calling a colleague while one writes: `@` and letters offer who is meant, by keyboard and by mouse."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.people import Person, Role
from itdesk.ui.console.mention_completion import MentionCompletion
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.widgets.foreign_text import ForeignText
from tests.ui.console.office import ANNA, MAREK, Office

LUKASZ = Person(id=PersonId("1f" * 16), login="lzak", name="Łukasz Żak", role=Role.TECHNICIAN)
ANIA = replace(LUKASZ, id=PersonId("2f" * 16), login="abak", name="Ania Bąk")
Key = Qt.Key


@pytest.fixture
def text(qtbot: QtBot) -> QPlainTextEdit:
    """A text with room over it, that has the keyboard."""
    text = QPlainTextEdit()
    qtbot.addWidget(text)
    text.resize(500, 400)
    text.show()
    text.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    return text


@pytest.fixture
def completion(text: QPlainTextEdit) -> MentionCompletion:
    completion = MentionCompletion(text)
    completion.know((ANIA, ANNA, LUKASZ))
    return completion


def offered(completion: MentionCompletion) -> list[str]:
    return [one.login for one in completion.model.people] if completion.is_open else []


def test_letters_offer_who_is_meant_without_accents(
    completion: MentionCompletion, text: QPlainTextEdit
) -> None:
    QTest.keyClicks(text, "Look, @")
    assert offered(completion) == [ANIA.login, ANNA.login, LUKASZ.login]
    QTest.keyClicks(text, "an")
    assert offered(completion) == [ANIA.login, ANNA.login]
    QTest.keyClicks(text, "x")
    assert offered(completion) == []
    for _ in "anx":
        QTest.keyClick(text, Key.Key_Backspace)
    QTest.keyClicks(text, "zak")
    assert offered(completion) == [LUKASZ.login]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Tab])
def test_the_chosen_one_is_put_in(completion: MentionCompletion, text: QPlainTextEdit, key: Qt.Key) -> None:
    QTest.keyClicks(text, "@an")
    QTest.keyClick(text, Key.Key_Down)
    QTest.keyClick(text, key)
    QTest.keyClicks(text, "look")
    assert text.toPlainText() == f"@{ANNA.login} look"
    assert not completion.is_open
    assert text.hasFocus()


def test_up_and_down_go_around(completion: MentionCompletion, text: QPlainTextEdit) -> None:
    QTest.keyClicks(text, "@")
    QTest.keyClick(text, Key.Key_Up)
    QTest.keyClick(text, Key.Key_Return)
    assert text.toPlainText() == f"@{LUKASZ.login} "


def test_in_the_middle_of_a_line_only_what_was_typed_is_replaced(
    completion: MentionCompletion, text: QPlainTextEdit
) -> None:
    text.setPlainText("First\nAsk, please")
    cursor = text.textCursor()
    cursor.setPosition(len("First\nAsk"))
    text.setTextCursor(cursor)
    QTest.keyClicks(text, " @lu")
    QTest.keyClick(text, Key.Key_Return)
    assert text.toPlainText() == f"First\nAsk @{LUKASZ.login} , please"
    text.undo()
    assert text.toPlainText() == "First\nAsk @lu, please"


def test_escape_closes_it_for_this_one(completion: MentionCompletion, text: QPlainTextEdit) -> None:
    QTest.keyClicks(text, "@a")
    QTest.keyClick(text, Key.Key_Escape)
    QTest.keyClicks(text, "n")
    assert offered(completion) == []
    QTest.keyClick(text, Key.Key_Return)
    assert text.toPlainText() == "@an\n"
    QTest.keyClicks(text, "@")
    assert completion.is_open


def test_a_click_chooses(completion: MentionCompletion, text: QPlainTextEdit) -> None:
    QTest.keyClicks(text, "@")
    shown = completion.list
    assert shown is not None
    middle = shown.visualRect(completion.model.index(2)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))
    assert text.toPlainText() == f"@{LUKASZ.login} "
    assert text.hasFocus()


@pytest.mark.parametrize("words", ["anna@", "x@an", "@@", "@an ", "plain"])
def test_an_address_offers_nobody(completion: MentionCompletion, text: QPlainTextEdit, words: str) -> None:
    QTest.keyClicks(text, words)
    assert not completion.is_open


def test_leaving_the_text_closes_it(
    completion: MentionCompletion, text: QPlainTextEdit, qtbot: QtBot
) -> None:
    QTest.keyClicks(text, "@")
    assert completion.is_open
    text.clearFocus()
    assert not completion.is_open


def test_it_lies_in_sight_wherever_one_writes(completion: MentionCompletion, text: QPlainTextEdit) -> None:
    for lines in (0, 14):
        text.setPlainText("\n" * lines)
        text.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClicks(text, "x" * 40 + " @")
        assert completion.list is not None
        assert text.rect().contains(completion.list.geometry())
        line = text.cursorRect().translated(text.viewport().pos())
        assert not completion.list.geometry().intersects(line)


def test_a_screen_reader_knows_the_list(completion: MentionCompletion, text: QPlainTextEdit) -> None:
    QTest.keyClicks(text, "@lu")
    assert completion.list is not None
    assert completion.list.accessibleName()
    told = completion.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == f"{LUKASZ.name}, {LUKASZ.login}"


@pytest.mark.usefixtures("language")
def test_the_console_offers_who_may_see_the_ticket(console: ConsoleWindow, qtbot: QtBot) -> None:
    box = console.page.reply_box
    box.start(is_internal=True)
    QTest.keyClicks(box.composer.text, "@")
    assert offered(box.mentioning) == [ANNA.login]  # not Marek himself, and nobody who is not of IT
    QTest.keyClick(box.composer.text, Key.Key_Escape)
    assert box.composer.text.hasFocus()
    assert not box.mentioning.is_open


def test_a_call_stands_out_in_a_note_alone(
    office: Office,
    story: TicketId,
    console: ConsoleWindow,
    in_background: Callable[[Callable[[], object]], object],
    qtbot: QtBot,
) -> None:
    body = f"@{MAREK.login}, do you know it? x@{MAREK.login}"
    note = office.happen(ANNA, story, CommentAdded(body=body, audience=Audience.STAFF))
    public = office.happen(ANNA, story, CommentAdded(body=body))
    in_background(lambda: office.hand_over(story))
    console.refresh()
    qtbot.waitUntil(lambda: public in console.page.timeline.shown)
    assert [bold_words(console, one) for one in (note, public)] == [[f"@{MAREK.login}"], []]


def bold_words(console: ConsoleWindow, entry: str) -> list[str]:
    body = console.page.timeline.entry_widget(entry).findChild(ForeignText)
    assert body is not None
    found, piece = [], body.document().begin().begin()
    while not piece.atEnd():
        if piece.fragment().charFormat().fontWeight() == QFont.Weight.DemiBold:
            found.append(piece.fragment().text())
        piece += 1
    return found
