"""The conversation changes only where it must, and never under the reader's eyes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from itdesk.ui.widgets.attachment import AttachmentButton, AttachmentEntry
from itdesk.ui.widgets.foreign_text import ForeignText
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.timeline import PAGE, Timeline
from itdesk.ui.widgets.timeline_entry import EntryKind, TimelineEntry
from tests.ui.walk import assert_named, assert_not_clipped, settle


def entry(number: int, kind: EntryKind = EntryKind.MESSAGE, **values: object) -> TimelineEntry:
    made = TimelineEntry(
        id=f"e{number}", kind=kind, author="Joanna Wiśniewska", at="9:52", body=f"Words {number}. " * 12
    )
    return replace(made, **values)  # type: ignore[arg-type]


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.resize(500, 400)
    settle(timeline)
    return timeline


def place(timeline: Timeline, entry_id: str) -> int:
    widget = timeline.entry_widget(entry_id)
    return widget.mapTo(timeline, widget.rect().topLeft()).y()


def test_entries_stand_in_their_order(timeline: Timeline) -> None:
    entries = [entry(number) for number in range(5)]
    timeline.show_entries(entries)
    settle(timeline)
    places = [place(timeline, one.id) for one in entries]
    assert places == sorted(places)


def test_only_what_changed_is_touched(timeline: Timeline) -> None:
    entries = [entry(number) for number in range(5)]
    timeline.show_entries(entries)
    before = [timeline.entry_widget(one.id) for one in entries]
    timeline.show_entries([*entries[:2], replace(entries[2], body="Mended"), *entries[3:], entry(5)])
    assert [timeline.entry_widget(one.id) for one in entries] == before
    assert [text.toPlainText() for text in before[2].findChildren(ForeignText)] == ["Mended"]
    timeline.show_entries(entries[1:])
    assert timeline.shown == ("e1", "e2", "e3", "e4")


def test_it_stays_at_the_newest(timeline: Timeline) -> None:
    entries = [entry(number) for number in range(12)]
    timeline.show_entries(entries)
    settle(timeline)
    timeline.show_entries([*entries, entry(12)])
    settle(timeline)
    bar = timeline.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0


def test_what_is_being_read_does_not_move(timeline: Timeline) -> None:
    entries = [entry(number) for number in range(PAGE + 5)]
    timeline.show_entries(entries)
    settle(timeline)
    timeline.verticalScrollBar().setValue(300)
    settle(timeline)
    oldest = timeline.shown[0]
    before = place(timeline, oldest)
    timeline.show_entries([*entries, entry(999)])
    settle(timeline)
    assert place(timeline, oldest) == before


def test_earlier_entries_come_by_request_and_move_nothing(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.show_entries([entry(number) for number in range(PAGE + 30)])
    settle(timeline)
    assert len(timeline.shown) == PAGE
    timeline.verticalScrollBar().setValue(0)
    settle(timeline)
    oldest = timeline.shown[0]
    before = place(timeline, oldest)
    earlier = next(button for button in timeline.findChildren(QPushButton) if "earlier" in button.text())
    qtbot.mouseClick(earlier, Qt.MouseButton.LeftButton)
    settle(timeline)
    assert len(timeline.shown) == PAGE + 30
    assert abs(place(timeline, oldest) - before) <= earlier.height() + 20


def test_a_note_says_that_only_it_sees_it(timeline: Timeline) -> None:
    timeline.show_entries([entry(1, EntryKind.NOTE)])
    note = timeline.entry_widget("e1")
    words = [label.text() for label in note.findChildren(PlainLabel)]
    assert any("internal note" in text for text in words)
    assert "internal note" in note.accessibleName()


def test_a_message_never_looks_like_a_note(timeline: Timeline) -> None:
    timeline.show_entries([entry(1), entry(2, is_own=True)])
    for entry_id in ("e1", "e2"):
        assert "internal note" not in timeline.entry_widget(entry_id).accessibleName()


def test_a_kind_that_changes_is_shown_anew(timeline: Timeline) -> None:
    timeline.show_entries([entry(1), entry(2)])
    timeline.show_entries([entry(1, EntryKind.EVENT), entry(2)])
    settle(timeline)
    assert place(timeline, "e1") < place(timeline, "e2")
    assert timeline.entry_widget("e1").findChild(ForeignText) is None


def test_attachments_are_opened_by_request(timeline: Timeline, qtbot: QtBot) -> None:
    picture = QImage(160, 90, QImage.Format.Format_RGB32)
    files = (
        AttachmentEntry(id="f1", name="screen.png", size="120 kB", thumbnail=picture),
        AttachmentEntry(id="f2", name="a & <b>b</b>" * 30, size="2 kB"),
    )
    timeline.show_entries([entry(1, attachments=files)])
    settle(timeline)
    buttons = timeline.findChildren(AttachmentButton)
    with qtbot.waitSignal(timeline.attachment_opened) as told:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert told.args == ["e1", "f2"]
    assert_named(timeline)
    assert timeline.horizontalScrollBar().maximum() == 0


def test_five_hundred_entries_build_only_a_page(timeline: Timeline) -> None:
    timeline.show_entries([entry(number) for number in range(500)])
    assert len(timeline.findChildren(ForeignText)) == PAGE


@pytest.mark.parametrize("is_large", [False, True], ids=["console", "employee"])
def test_nothing_is_cut(is_large: bool, scale: float, qtbot: QtBot) -> None:
    timeline = Timeline(is_large=is_large)
    qtbot.addWidget(timeline)
    timeline.resize(520, 400)
    timeline.show_ticket(
        [entry(1), entry(2, is_own=True, role_words="public reply"), entry(3, EntryKind.EVENT)]
    )
    assert_not_clipped(timeline)
    QApplication.processEvents()


@pytest.mark.parametrize("width", [150, 220, 600])
def test_files_fit_into_a_narrow_conversation(width: int, qtbot: QtBot) -> None:
    picture = QImage(640, 360, QImage.Format.Format_RGB32)
    files = (
        AttachmentEntry(id="f1", name="screen.png", size="95 kB", thumbnail=picture),
        AttachmentEntry(id="f2", name="a very long name of a log file from yesterday.txt", size="1 MB"),
    )
    timeline = Timeline(is_large=True)
    qtbot.addWidget(timeline)
    timeline.show_entries((entry(1, attachments=files),))
    settle(timeline, QSize(width + 260, 500))
    for button in timeline.findChildren(AttachmentButton):
        bubble = button.parentWidget()
        assert bubble is not None
        assert button.geometry().right() < bubble.width()
        assert button.iconSize().width() < button.width()
    settle(timeline, QSize(1200, 500))
    wide = timeline.findChildren(AttachmentButton)[0]
    assert wide.iconSize() == QSize(240, 135)


def test_files_that_change_leave_nothing_behind(timeline: Timeline) -> None:
    """What is taken away is gone at once, and not painted over the others until it is deleted."""
    before = entry(1, attachments=(AttachmentEntry(id="f1", name="one.txt", size="1 of 2 kB sent"),))
    timeline.show_entries((before,))
    settle(timeline)
    timeline.show_entries((replace(before, attachments=(AttachmentEntry(id="f1", name="one.txt"),)),))
    shown = [one for one in timeline.findChildren(AttachmentButton) if not one.isHidden()]
    assert len(shown) == 1
