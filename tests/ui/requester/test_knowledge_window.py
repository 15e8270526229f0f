"""The knowledge base, over a real desk."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from itdesk.domain.documents import Article
from itdesk.domain.ids import ArticleId, FileId
from itdesk.ui.requester.knowledge_window import KnowledgeWindow
from tests.fakes import FakeFile
from tests.ui.requester.conftest import Rest
from tests.ui.requester.helpdesk import HOSTILE_ARTICLE, MAREK, QUEUE_ARTICLE, Helpdesk, png

InBackground = Callable[[Callable[[], object]], object]
Open = Callable[[], KnowledgeWindow]
LEFT = Qt.MouseButton.LeftButton


def test_articles_are_listed_and_the_first_is_open(
    helpdesk: Helpdesk,
    knowledge: Open,
    in_background: InBackground,
    rest: Rest,
    qtmodeltester: ModelTester,
) -> None:
    in_background(helpdesk.exchange)
    window = knowledge()
    assert window.skeleton.isVisible()
    rest()
    qtmodeltester.check(window.model)
    assert window.model.rowCount() == 2
    assert window.list.isVisible()
    assert window.article.text.isVisible()


def test_an_article_shows_its_few_marks_and_nothing_else(
    helpdesk: Helpdesk, knowledge: Open, in_background: InBackground, rest: Rest
) -> None:
    in_background(helpdesk.exchange)
    window = knowledge()
    window.open_article(QUEUE_ARTICLE.id)
    rest()
    text = window.article.text
    assert text.toPlainText().splitlines() == [
        "Often a stuck job is the reason.",
        "What you can do",
        "1.\tOpen the queue.",
        "2.\tRemove the first job.",
        "•\tThe display says *Paper*? Fill it.",
        "See https://help.example/printers.",
    ]
    found = text.document().find("stuck job")
    assert found.charFormat().fontWeight() == QFont.Weight.DemiBold
    plain = QTextCursor(text.document().findBlockByNumber(5))
    plain.movePosition(QTextCursor.MoveOperation.Right)
    assert plain.charFormat().fontWeight() == QFont.Weight.Normal


def test_hostile_marks_stay_text(
    helpdesk: Helpdesk, knowledge: Open, in_background: InBackground, rest: Rest
) -> None:
    in_background(helpdesk.exchange)
    window = knowledge()
    window.open_article(HOSTILE_ARTICLE.id)
    rest()
    assert window.article.text.toPlainText() == HOSTILE_ARTICLE.body["en"]
    assert window.article._title.text() == HOSTILE_ARTICLE.title["en"]
    assert window.article._title.textFormat() is Qt.TextFormat.PlainText


def test_an_article_speaks_the_language_of_the_program(
    helpdesk: Helpdesk, language: str, knowledge: Open, in_background: InBackground, rest: Rest
) -> None:
    in_background(helpdesk.exchange)
    window = knowledge()
    window.open_article(QUEUE_ARTICLE.id)
    rest()
    assert window.article._title.text() == QUEUE_ARTICLE.title[language]
    assert window.article.text.toPlainText().startswith({"en": "Often", "pl": "Często"}[language])


def test_searching_finds_and_says_when_there_is_nothing(
    helpdesk: Helpdesk, knowledge: Open, in_background: InBackground, rest: Rest, qtbot: QtBot
) -> None:
    in_background(helpdesk.exchange)
    window = knowledge()
    rest()
    window.search.setText("printed")
    qtbot.waitUntil(lambda: window.model.rowCount() == 1)
    window.search.setText("zebra")
    qtbot.waitUntil(window.empty.isVisible)
    QTest.mouseClick(window.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.model.rowCount() == 2)
    rest()


def test_an_empty_knowledge_base_says_what_will_stand_here(knowledge: Open, rest: Rest) -> None:
    window = knowledge()
    rest()
    assert window.empty.isVisible()


def test_an_article_that_is_gone_is_told(knowledge: Open, rest: Rest) -> None:
    window = knowledge()
    window.open_article(ArticleId("9" * 32))
    rest()
    assert window.article.empty.isVisible()
    assert not window.article.text.isVisible()


def test_a_failure_is_told_and_the_titles_stay(
    helpdesk: Helpdesk, knowledge: Open, in_background: InBackground, rest: Rest
) -> None:
    in_background(helpdesk.exchange)
    window = knowledge()
    rest()
    window.show_failure(OSError("the disk is gone"))
    assert window.banner.isVisible()
    assert window.list.isVisible()


def test_who_was_not_helped_reports_with_the_article_named(
    helpdesk: Helpdesk, knowledge: Open, in_background: InBackground, rest: Rest, qtbot: QtBot
) -> None:
    in_background(helpdesk.exchange)
    window = knowledge()
    window.open_article(QUEUE_ARTICLE.id)
    rest()
    helped = window.article.helped
    QTest.mouseClick(helped.no_button, LEFT)
    rest()
    assert not helped.no_button.isVisible()
    with qtbot.waitSignal(window.report_wanted) as told:
        QTest.mouseClick(helped.report_button, LEFT)
    assert told.args == [f"“{QUEUE_ARTICLE.title['en']}” did not help: "]


def test_a_yes_is_kept_and_counts_once(
    helpdesk: Helpdesk, knowledge: Open, in_background: InBackground, rest: Rest
) -> None:
    in_background(helpdesk.exchange)
    window = knowledge()
    window.open_article(QUEUE_ARTICLE.id)
    rest()
    QTest.mouseClick(window.article.helped.yes_button, LEFT)
    rest()
    assert "noted" in window.article.helped.words.text()
    in_background(helpdesk.exchange)
    spared = list(helpdesk.server.memory.histories)
    assert [helpdesk.server.ticket(one).title for one in spared] == [QUEUE_ARTICLE.title["en"]]
    window.open_article(HOSTILE_ARTICLE.id)
    rest()
    assert window.article.helped.yes_button.isVisible()
    window.open_article(QUEUE_ARTICLE.id)
    rest()
    assert not window.article.helped.yes_button.isVisible()


def test_titles_stand_under_their_categories_and_only_titles_are_chosen(
    helpdesk: Helpdesk, knowledge: Open, in_background: InBackground, rest: Rest, qtmodeltester: ModelTester
) -> None:
    def publish() -> None:
        helpdesk.server.publish(replace(QUEUE_ARTICLE, category="hardware_failure"))
        helpdesk.exchange()

    in_background(publish)
    window = knowledge()
    rest()
    qtmodeltester.check(window.model)
    rows = [window.model.index(row).data() for row in range(window.model.rowCount())]
    assert [rows[0], rows[2]] == ["Failure of hardware", "Other"]
    window.list.setFocus()
    window.list.setCurrentIndex(window.model.index(1))
    QTest.keyClick(window.list, Qt.Key.Key_Down)
    assert window.list.currentIndex().row() == 3
    window.search.setText("queue")
    rest_after_typing(window, rest)
    assert window.model.rowCount() == 1


def rest_after_typing(window: KnowledgeWindow, rest: Rest) -> None:
    window._typing.stop()
    window.refresh()
    rest()


def test_what_was_searched_is_marked_in_the_text(
    helpdesk: Helpdesk, knowledge: Open, in_background: InBackground, rest: Rest
) -> None:
    in_background(helpdesk.exchange)
    window = knowledge()
    window.search.setText("DISPLÁY")
    window.open_article(QUEUE_ARTICLE.id)
    rest_after_typing(window, rest)
    document = window.article.text.document()
    found = document.find("display")
    assert found.charFormat().fontWeight() == QFont.Weight.DemiBold
    assert found.charFormat().background().style() is not Qt.BrushStyle.NoBrush
    assert document.find("Remove").charFormat().background().style() is Qt.BrushStyle.NoBrush


PICTURE = FileId("5a" * 16)
PICTURED = Article(
    id=ArticleId("1c" * 16),
    title={"en": "Where the button is"},
    body={
        "en": f"Here:\n\n![The green button](file:{PICTURE})\n\n![](file:///etc/passwd)\n"
        "![x](http://127.0.0.1:9/x.png)\n![y](itdesk-picture:00)\n<img src='file:///etc/passwd'>"
    },
)


def test_a_picture_of_the_store_is_shown_kept_and_nothing_else_is_asked_for(
    *, helpdesk: Helpdesk, knowledge: Open, in_background: InBackground, rest: Rest
) -> None:
    content = in_background(lambda: png(64, 36))
    assert isinstance(content, bytes)

    def publish() -> None:
        file = FakeFile(MAREK.id, len(content), "", bytearray(content))
        helpdesk.server.memory.files[PICTURE] = file
        helpdesk.server.publish(PICTURED)
        helpdesk.exchange()

    in_background(publish)
    asked: list[FileId] = []

    def fetch(file_id: FileId) -> bytes:
        asked.append(file_id)
        return helpdesk.fetch(file_id)

    window = knowledge()
    window._attachment = fetch
    window._pictures._fetch = fetch
    window.open_article(PICTURED.id)
    rest()
    text = window.article.text
    assert set(asked) <= {PICTURE}
    assert text.toPlainText().count("\ufffc") == 1
    assert "The green button" in text.accessibleName()
    for address in ("file:///etc/passwd", "http://127.0.0.1:9/x.png", "itdesk-picture:00"):
        assert address in text.toPlainText()
        assert text.loadResource(2, QUrl(address)) is None
    with helpdesk.offline():
        assert in_background(lambda: helpdesk.fetch(PICTURE)) == content


def test_a_picture_that_is_not_here_is_told_in_words(
    helpdesk: Helpdesk, knowledge: Open, in_background: InBackground, rest: Rest
) -> None:
    def publish() -> None:
        helpdesk.server.publish(PICTURED)
        helpdesk.exchange()

    in_background(publish)
    with helpdesk.offline():
        window = knowledge()
        window.open_article(PICTURED.id)
        rest()
    assert "Picture: The green button (it comes when you are online)" in window.article.text.toPlainText()


def test_on_a_narrow_screen_there_is_one_column_at_a_time(
    helpdesk: Helpdesk, knowledge: Open, in_background: InBackground, rest: Rest
) -> None:
    in_background(helpdesk.exchange)
    window = knowledge()
    rest()
    window.resize(683, 400)
    QApplication.processEvents()
    assert window.list.isVisible()
    where = window.list.visualRect(window.model.index(1)).center()
    QTest.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert window.article.isVisible()
    assert not window.list.isVisible()
    QTest.mouseClick(window.columns.back_button, Qt.MouseButton.LeftButton)
    assert window.list.isVisible()


def test_on_a_narrow_screen_the_keyboards_arrival_in_the_list_opens_nothing(
    helpdesk: Helpdesk, knowledge: Open, in_background: InBackground, rest: Rest, qtbot: QtBot
) -> None:
    in_background(helpdesk.exchange)
    window = knowledge()
    window.resize(600, 500)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    rest()
    window.search.setFocus()
    QTest.keyClick(window.search, Qt.Key.Key_Tab)
    assert window.list.hasFocus()
    assert not window.columns.shows_main
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    rest()
    assert window.columns.shows_main
