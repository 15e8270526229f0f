"""The conversation and the history in one, or one kind of it alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itdesk.ui.console.timeline_filter import Shown
from itdesk.ui.console.window import ConsoleWindow

KINDS = {Shown.WORDS: 2, Shown.NOTES: 1, Shown.FILES: 1}


@pytest.mark.parametrize(("shown", "count"), KINDS.items())
def test_one_kind_is_shown_alone_and_everything_again(
    console: ConsoleWindow, shown: Shown, count: int
) -> None:
    button, timeline = console.page.header.filter, console.page.timeline
    whole = len(timeline.shown)
    button.show_only(shown)
    assert len(timeline.shown) == count
    assert button.isChecked()
    button.show_only(Shown.EVERYTHING)
    assert len(timeline.shown) == whole
    assert not button.isChecked()


def test_what_happened_and_what_was_said_are_everything(console: ConsoleWindow) -> None:
    button, timeline = console.page.header.filter, console.page.timeline
    whole = set(timeline.shown)
    parts = []
    for shown in (Shown.WORDS, Shown.NOTES, Shown.EVENTS):
        button.show_only(shown)
        parts.append(set(timeline.shown))
    assert set().union(*parts) == whole
    assert sum(map(len, parts)) == len(whole)


def test_what_was_just_written_is_seen(console: ConsoleWindow, qtbot: QtBot) -> None:
    console.page.header.filter.show_only(Shown.NOTES)
    box = console.page.reply_box
    box.composer.write("On my way.")
    with qtbot.waitSignal(box.saved):
        QTest.mouseClick(box.composer.send_button, Qt.MouseButton.LeftButton)
    assert console.page.header.filter.shown is Shown.EVERYTHING
