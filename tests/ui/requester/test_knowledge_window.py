"""The knowledge base, over a real desk."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from itdesk.domain.ids import ArticleId
from itdesk.ui.requester.knowledge_window import KnowledgeWindow
from tests.ui.requester.conftest import Rest
from tests.ui.requester.helpdesk import HOSTILE_ARTICLE, QUEUE_ARTICLE, Helpdesk

InBackground = Callable[[Callable[[], object]], object]
Open = Callable[[], KnowledgeWindow]


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


def test_who_was_not_helped_reports(
    helpdesk: Helpdesk, knowledge: Open, in_background: InBackground, rest: Rest, qtbot: QtBot
) -> None:
    in_background(helpdesk.exchange)
    window = knowledge()
    rest()
    with qtbot.waitSignal(window.report_wanted):
        QTest.mouseClick(window.article.report_button, Qt.MouseButton.LeftButton)


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
