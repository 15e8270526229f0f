"""The list's states while the disk is slow, empty or gone."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itdesk.ui.background import Runner
from itdesk.ui.models.ticket_list import TicketRole
from itdesk.ui.requester.reported_list import ReportedListModel
from itdesk.ui.requester.reported_pane import ReportedPane
from itdesk.ui.requester.row_words import RowSpeaker
from tests.ui.models.rows import RowStore, row
from tests.ui.requester.conftest import Rest

NOON = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
Shown = Callable[[RowStore], ReportedPane]


@pytest.fixture
def shown(runner: Runner, qtbot: QtBot) -> Shown:
    def made(store: RowStore) -> ReportedPane:
        speaker = RowSpeaker(row(1).requester_id, lambda: NOON)
        model = ReportedListModel(runner, store.ids, store.some, speaker, runner)
        pane = ReportedPane(model, speaker, lambda: NOON)
        qtbot.addWidget(pane)
        pane.show()
        pane.ask()
        return pane

    return made


def test_while_it_loads_it_keeps_its_place(shown: Shown, rest: Rest) -> None:
    pane = shown(RowStore([row(1)]))
    assert pane.skeleton.isVisible()
    rest()
    assert pane.list.isVisible()


def test_a_failure_is_told_and_tried_again(shown: Shown, rest: Rest) -> None:
    store = RowStore([row(1)], breaks=True)
    pane = shown(store)
    rest()
    assert pane.banner.isVisible()
    store.breaks = False
    QTest.mouseClick(pane.banner.button, Qt.MouseButton.LeftButton)
    rest()
    assert not pane.banner.isVisible()
    assert pane.list.isVisible()


def test_rows_are_spoken_in_the_words_that_are_read(shown: Shown, rest: Rest) -> None:
    pane = shown(RowStore([row(7, title="No sound", is_unread=True)]))
    rest()
    pane.model.index(0, 0).data(TicketRole.ROW)
    rest()
    spoken = pane.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("unread, No sound, IT is working on it, IT-7")
