from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, QObject, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from itdesk.domain.listing import Question, TicketRow, View
from itdesk.domain.query.parsing import parse
from itdesk.ui.background import Runner
from itdesk.ui.models.ticket_list import CHUNK, TicketListModel, TicketRole
from tests.ui.models.rows import RowStore, row


@pytest.fixture
def runner(qapp: QObject) -> Iterator[Runner]:
    runner = Runner()
    yield runner
    assert runner.shutdown()


@pytest.fixture
def store() -> RowStore:
    return RowStore([row(number) for number in range(1, 121)])


@pytest.fixture
def model(runner: Runner, store: RowStore) -> TicketListModel:
    return TicketListModel(runner, store.ids, store.some, runner)


def show(model: TicketListModel, qtbot: QtBot, question: Question | None = None) -> None:
    with qtbot.waitSignal(model.listed):
        model.show_question(question or Question())


def title(model: TicketListModel, place: int) -> object:
    return model.data(model.index(place, 0), Qt.ItemDataRole.DisplayRole)


def test_it_keeps_the_contract_of_qt(
    model: TicketListModel, store: RowStore, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    show(model, qtbot)
    store.rows = [row(500), *store.rows[::-1][:40], *store.rows[60:70]]
    with qtbot.waitSignal(model.listed):
        model.refresh()
    assert model.rowCount() == 51
    qtmodeltester.check(model)


def test_rows_are_fetched_where_somebody_looks(model: TicketListModel, store: RowStore, qtbot: QtBot) -> None:
    show(model, qtbot)
    assert title(model, 0) is None
    qtbot.waitUntil(lambda: title(model, 0) == "Ticket 1")
    assert title(model, CHUNK - 1) == f"Ticket {CHUNK}"
    assert store.times_asked_rows == 1


def test_old_words_stay_until_the_new_ones_are_there(
    model: TicketListModel, store: RowStore, qtbot: QtBot
) -> None:
    show(model, qtbot)
    title(model, 0)
    qtbot.waitUntil(lambda: title(model, 0) == "Ticket 1")
    store.rows[0] = replace(store.rows[0], title="A better name")
    store.gate.clear()
    with qtbot.waitSignal(model.listed):
        model.refresh()
    assert title(model, 0) == "Ticket 1"
    store.gate.set()
    qtbot.waitUntil(lambda: title(model, 0) == "A better name")


def test_the_selection_stays_with_its_ticket(model: TicketListModel, store: RowStore, qtbot: QtBot) -> None:
    show(model, qtbot)
    selection = QItemSelectionModel(model)
    chosen = model.id_at(5)
    selection.setCurrentIndex(model.index(5, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    store.rows = [row(500), row(501), *reversed(store.rows)]
    with qtbot.waitSignal(model.listed):
        model.refresh()
    assert selection.currentIndex().data(TicketRole.ID) == chosen
    assert [index.data(TicketRole.ID) for index in selection.selectedIndexes()] == [chosen]
    assert model.place_of(chosen or row(0).id).row() == 2 + 120 - 6


def test_another_question_is_another_list(model: TicketListModel, store: RowStore, qtbot: QtBot) -> None:
    show(model, qtbot)
    show(model, qtbot, Question(view=View.OPEN, query=parse("Ticket 12", today=date(2026, 1, 1))))
    assert model.rowCount() == 1


def test_many_calls_to_refresh_are_few_looks(model: TicketListModel, qtbot: QtBot) -> None:
    show(model, qtbot)
    looks: list[int] = []
    model.listed.connect(lambda: looks.append(1))
    for _ in range(50):
        model.refresh()
    qtbot.waitUntil(lambda: len(looks) == 2)


def test_a_failure_is_told_and_the_rows_stay(model: TicketListModel, store: RowStore, qtbot: QtBot) -> None:
    show(model, qtbot)
    store.breaks = True
    with qtbot.waitSignal(model.failed) as told:
        model.refresh()
    assert isinstance(told.args[0], OSError)
    assert model.rowCount() == 120


def test_a_row_says_everything_in_words(model: TicketListModel, store: RowStore, qtbot: QtBot) -> None:
    store.rows = [replace(row(7, is_unread=True), assignee_name="Marek Zieliński")]
    show(model, qtbot)
    role = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: model.data(model.index(0, 0), role) is not None)
    spoken = str(model.data(model.index(0, 0), role))
    for word in ("IT-7", "Ticket 7", "In progress", "High", "Joanna", "Marek Zieliński has it", "unread"):
        assert word in spoken
    assert isinstance(model.data(model.index(0, 0), TicketRole.ROW), TicketRow)
