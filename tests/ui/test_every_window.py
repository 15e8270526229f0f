"""Every window and dialog of the program, in both languages: named for a screen reader, no word cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itdesk.ui.background import Runner
from tests.ui.closable_windows import OPENINGS, Stage
from tests.ui.test_leaks import runner, stage
from tests.ui.walk import assert_named, assert_not_clipped, settle

__all__ = ["runner", "stage"]


OURS = [name for name in OPENINGS if name != "save as"]
"""That one is laid out by Qt itself."""


@pytest.fixture
def window(
    request: pytest.FixtureRequest, language: str, stage: Stage, runner: Runner, qtbot: QtBot
) -> Iterator[QWidget]:
    """Each window in turn, shown and at rest, in one language."""
    assert language
    opened = OPENINGS[request.param](stage)
    settle(opened)
    qtbot.waitUntil(lambda: runner.waiting == 0)
    yield opened
    qtbot.waitUntil(lambda: runner.waiting == 0)
    opened.close()
    opened.deleteLater()
    QCoreApplication.sendPostedEvents(opened, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("window", OPENINGS, indirect=True)
def test_everything_that_the_keyboard_reaches_is_named(window: QWidget) -> None:
    assert_named(window)


@pytest.mark.parametrize("window", OURS, indirect=True)
def test_no_word_is_cut(window: QWidget) -> None:
    assert_not_clipped(window)
