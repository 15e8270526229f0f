"""A window opens alone: no part of it flashes up as a window of its own before it has its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from itdesk.ui.background import Runner
from tests.ui.requester.helpdesk import Helpdesk, a_year, close_helpdesk, open_helpdesk
from tests.ui.test_stretching import WINDOWS, shown
from tests.ui.walk import called


class Shown(QObject):
    """Notes what is shown as a window."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.seen: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Note a window."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(called(watched))
        return False


@pytest.fixture
def helpdesk(tmp_path: Path, dressed_app: QApplication) -> Iterator[Helpdesk]:
    """Joanna's desk, with her tickets of some weeks."""
    helpdesk = open_helpdesk(tmp_path)
    a_year(helpdesk)
    yield helpdesk
    close_helpdesk(helpdesk)


@pytest.fixture
def runner(dressed_app: QApplication) -> Iterator[Runner]:
    """The windows' background."""
    runner = Runner()
    yield runner
    assert runner.shutdown()


@pytest.mark.parametrize("name", WINDOWS)
def test_a_window_opens_alone(
    name: str, helpdesk: Helpdesk, runner: Runner, dressed_app: QApplication, qtbot: QtBot
) -> None:
    watch = Shown(dressed_app)
    window = shown(WINDOWS[name], helpdesk, runner, qtbot)
    dressed_app.removeEventFilter(watch)
    assert watch.seen == [called(window)]
