"""What others wrote is shown as they wrote it, and leads nowhere by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itdesk.ui.theme import Theme
from itdesk.ui.tokens import Scheme
from itdesk.ui.widgets.foreign_text import ForeignText, pieces
from tests.ui.conftest import wear
from tests.ui.walk import settle

HOSTILE = [
    "<img src='file:///etc/passwd'>",
    "<b>bold</b><style>* { background: url(//host/share) }</style>",
    "![](file:///etc/passwd) [x](file:///etc/passwd)",
    "<a href='file:///etc/passwd'>https://it.example.com</a>",
    "javascript:alert(1) file:///etc/passwd \\\\host\\share smb://host/share http://plain.example.com",
    "&lt;script&gt; &#x41;",
    "line one\nline two\n\n\ttabbed",
]


def anchors(text: ForeignText) -> set[str]:
    """Return where the text leads, character by character."""
    cursor = QTextCursor(text.document())
    found = set()
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        found.add(cursor.charFormat().anchorHref())
    return found - {""}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_it_is_shown_as_it_is(hostile: str, qtbot: QtBot) -> None:
    text = ForeignText(hostile)
    qtbot.addWidget(text)
    assert text.toPlainText() == hostile
    assert all(QUrl(href).scheme() in {"https", "mailto", "itdesk"} for href in anchors(text))
    assert bool(anchors(text)) == ("https://" in hostile)


def test_nothing_that_a_text_names_is_loaded(qtbot: QtBot) -> None:
    text = ForeignText("x")
    qtbot.addWidget(text)
    for kind in QTextDocument.ResourceType:
        assert text.loadResource(kind.value, QUrl("file:///etc/hostname")) is None
    assert text.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///x")) is None


def test_links_are_found_without_the_dot_behind_them() -> None:
    assert pieces("See https://a.example/b. Or mailto:it@example.com, now") == [
        ("See ", ""),
        ("https://a.example/b", "https://a.example/b"),
        (". Or ", ""),
        ("mailto:it@example.com", "mailto:it@example.com"),
        (", now", ""),
    ]


@given(st.text())
def test_cutting_loses_nothing(text: str) -> None:
    assert "".join(piece for piece, _ in pieces(text)) == text


@pytest.mark.parametrize(("address", "is_told"), [("https://a.example", True), ("file:///etc/passwd", False)])
def test_only_allowed_links_are_told(address: str, is_told: bool, qtbot: QtBot) -> None:
    text = ForeignText("x")
    qtbot.addWidget(text)
    heard: list[QUrl] = []
    text.link_activated.connect(heard.append)
    text.anchorClicked.emit(QUrl(address))
    assert heard == ([QUrl(address)] if is_told else [])
    assert text.toPlainText() == "x"


def test_links_follow_the_theme(dressed_app: QApplication, qtbot: QtBot) -> None:
    text = ForeignText("https://a.example")
    qtbot.addWidget(text)
    settle(text)
    shown = []
    for scheme in Scheme:
        wear(dressed_app, Theme(scheme))
        settle(text)
        cursor = QTextCursor(text.document())
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        shown.append(cursor.charFormat().foreground().color())
    assert shown == [Theme(scheme).tokens.color("accent_text") for scheme in Scheme]


def test_it_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    text = ForeignText("several words that will not fit " * 6)
    qtbot.addWidget(text)
    settle(text)
    text.resize(600, text.height())
    QApplication.processEvents()
    wide = text.height()
    text.resize(200, text.height())
    QApplication.processEvents()
    assert text.height() > 2 * wide
    assert text.verticalScrollBar().maximum() == 0
