"""What looks private is marked before it is sent, and leaves no trace once it was blacked out."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from itdesk.domain.changes import DiagnosticsAttached, TicketOpened
from itdesk.domain.redaction import MARK, Secret
from itdesk.services.desk import Desk
from itdesk.ui.background import Runner
from itdesk.ui.report.exact_preview import ExactPreview
from itdesk.ui.report.window import ReportWindow
from itdesk.ui.secret_words import secret_name
from tests.ui.report.conftest import SlowComputer
from tests.ui.report.test_report_window import facts_are_there, fill, one, payloads, sent

PASSWORD = "Tajne-98765"
TEXT = f"Hasło: {PASSWORD} nie działa 😀 dzwonić do mnie"
MAC = "52:54:00:ab:cd:ef"


@pytest.fixture
def computer() -> SlowComputer:
    return SlowComputer(
        facts={
            "host": {"name": "PC-07"},
            "disks": {"disks": []},
            "faulty_devices": {"messages": [f"eth {MAC}"]},
        }
    )


def marked_texts(window: ReportWindow) -> list[str]:
    return [one.cursor.selectedText() for one in window.form.description.extraSelections()]


def test_a_password_is_marked_while_she_writes(window: ReportWindow, qtbot: QtBot) -> None:
    fill(window, TEXT)
    qtbot.waitUntil(lambda: marked_texts(window) == [PASSWORD])
    assert window.form.private.isVisible()
    assert secret_name(Secret.PASSWORD) in window.form.private.accessibleName()
    window.form.description.setPlainText("Już dobrze")
    qtbot.waitUntil(lambda: not window.form.private.isVisible())
    assert marked_texts(window) == []


def test_a_place_behind_an_emoji_is_marked_where_it_stands(window: ReportWindow, qtbot: QtBot) -> None:
    fill(window, f"😀😀 token={PASSWORD}")
    qtbot.waitUntil(lambda: marked_texts(window) == [PASSWORD])


def test_one_click_blacks_it_out_and_undo_brings_it_back(
    window: ReportWindow, desk: Desk, qtbot: QtBot
) -> None:
    fill(window, TEXT)
    qtbot.waitUntil(window.form.private.isVisible)
    qtbot.mouseClick(window.form.private.button, Qt.MouseButton.LeftButton)
    assert PASSWORD not in window.form.words().description
    assert MARK in window.form.words().description
    assert not window.form.private.isVisible()
    window.form.description.undo()
    assert window.form.words().description == TEXT
    window.form.description.redo()
    window.form.title.setText("")
    sent(window, qtbot)
    opened = one(payloads(desk), TicketOpened)
    assert PASSWORD not in opened.description + opened.title


def test_what_she_has_not_seen_marked_is_not_sent_by_the_first_press(
    window: ReportWindow, desk: Desk, qtbot: QtBot
) -> None:
    fill(window, TEXT)
    window.submit()
    assert window.form.private.isVisible()
    assert window.isVisible()
    sent(window, qtbot)  # she has seen it now, and it is hers to send
    assert PASSWORD in one(payloads(desk), TicketOpened).description


def test_private_things_in_the_facts_are_named_and_blacked_out(
    window: ReportWindow, desk: Desk, computer: SlowComputer, runner: Runner, qtbot: QtBot
) -> None:
    facts_are_there(window, computer, qtbot)
    fill(window)
    notice = window.along.notice
    qtbot.waitUntil(lambda: not notice.isHidden())
    assert secret_name(Secret.MAC) in notice.accessibleName()
    qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    window.along.preview_wanted.emit()
    qtbot.waitUntil(lambda: bool(window.findChildren(ExactPreview)))
    [preview] = window.findChildren(ExactPreview)
    assert MAC not in preview.text.toPlainText()
    sent(window, qtbot)
    facts = one(payloads(desk), DiagnosticsAttached).facts
    assert facts == preview.facts_text
    assert MAC not in facts
    assert json.loads(facts)["facts"]["faulty_devices"]["messages"] == [f"eth {MARK}"]


def test_private_things_are_marked_in_the_exact_preview(
    window: ReportWindow, computer: SlowComputer, qtbot: QtBot
) -> None:
    facts_are_there(window, computer, qtbot)
    window.along.preview_wanted.emit()
    qtbot.waitUntil(lambda: bool(window.findChildren(ExactPreview)))
    [preview] = window.findChildren(ExactPreview)
    marks = preview.text.extraSelections()
    assert [one.cursor.selectedText() for one in marks] == [MAC]
    assert marks[0].format.background().color() != QColor(0, 0, 0, 0)


@pytest.mark.parametrize("secret", Secret, ids=str)
def test_every_kind_of_secret_has_a_name(secret: Secret, language: str) -> None:
    assert secret_name(secret)
