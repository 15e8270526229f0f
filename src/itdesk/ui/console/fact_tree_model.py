"""The tree of facts for Qt: it holds nodes, and gives a number to each line that somebody looks at."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itdesk.ui.console.fact_nodes import FactNode

NODE = Qt.ItemDataRole.UserRole + 1
DEPTH = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Place = tuple[int, int]
"""The number of the parent, 0 for none, and the row below it."""


class FactTreeModel(QAbstractItemModel):
    """Answers NODE with the FactNode of a line, DEPTH with how deep it stands, else with its words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forget(())

    @property
    def nodes(self) -> tuple[FactNode, ...]:
        """The cards."""
        return self._nodes[0].parts

    def show_nodes(self, nodes: Sequence[FactNode]) -> None:
        """Show other cards."""
        self.beginResetModel()
        self._forget(nodes)
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Return where the card of this key stands, -1 where there is none."""
        return next((row for row, node in enumerate(self.nodes) if node.key == key), -1)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Return the index of a line."""
        above = self._number(parent)
        if column != 0 or not 0 <= row < len(self._nodes[above].parts):
            return QModelIndex()
        return self.createIndex(row, 0, self._numbered((above, row)))

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Return the line above, in which this one stands."""
        above = self._places[self._number(index)][0]
        return self.createIndex(self._places[above][1], 0, above) if above else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many lines stand below one."""
        return len(self._nodes[self._number(parent)].parts)

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        """Return one: name and value are drawn together."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is asked of a line."""
        number = self._number(index)
        if not number:
            return None
        if role == NODE:
            return self._nodes[number]
        if role == DEPTH:
            return self._depth(number)
        is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._nodes[number].text if is_text else None

    def _forget(self, nodes: Sequence[FactNode]) -> None:
        self._nodes = [FactNode(parts=tuple(nodes))]
        self._places: list[Place] = [(0, 0)]
        self._numbers: dict[Place, int] = {}

    def _numbered(self, place: Place) -> int:
        number = self._numbers.get(place)
        if number is None:
            number = self._numbers[place] = len(self._nodes)
            self._nodes.append(self._nodes[place[0]].parts[place[1]])
            self._places.append(place)
        return number

    def _depth(self, number: int) -> int:
        depth = 0
        while number := self._places[number][0]:
            depth += 1
        return depth

    @staticmethod
    def _number(index: Index) -> int:
        return int(index.internalId()) if index.isValid() else 0
