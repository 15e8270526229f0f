from PySide6.QtCore import QItemSelectionModel, QObject, Qt
from pytestqt.modeltest import ModelTester

from itdesk.ui.models.navigation_list import NavigationListModel, Place

PLACES = (
    Place(key="mine", text="Mine", icon="person", count=12),
    Place(key="queues", text="Queues"),
    Place(key="queue:1", text="First line", icon="team", count=1),
)


def test_it_keeps_the_contract_of_qt(qapp: QObject, qtmodeltester: ModelTester) -> None:
    model = NavigationListModel(qapp)
    qtmodeltester.check(model)
    model.show_places(PLACES)
    qtmodeltester.check(model)


def test_new_counts_leave_the_choice_alone(qapp: QObject) -> None:
    model = NavigationListModel(qapp)
    model.show_places(PLACES)
    selection = QItemSelectionModel(model)
    selection.setCurrentIndex(model.index(2), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    model.show_places((*PLACES[:2], Place(key="queue:1", text="First line", icon="team", count=2)))
    assert selection.currentIndex().row() == 2
    assert model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole) == "First line, 2 tickets"


def test_a_heading_cannot_be_chosen(qapp: QObject) -> None:
    model = NavigationListModel(qapp)
    model.show_places(PLACES)
    assert model.flags(model.index(1)) == Qt.ItemFlag.NoItemFlags
    assert model.row_of("queue:1") == 2
    assert model.row_of("nowhere") == -1
