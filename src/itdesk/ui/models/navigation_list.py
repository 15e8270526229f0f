"""The list of places to go: views and queues under headings, each with a count."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, kw_only=True)
class Place:
    """One line. A heading has no icon and cannot be gone to."""

    key: str
    text: str
    icon: str = ""
    count: int | None = None
    """None: nobody counts this."""
    presses: bool = False
    """Whether a count is bad news."""

    @property
    def is_heading(self) -> bool:
        """Whether it only names what follows."""
        return not self.icon


class NavigationRole(IntEnum):
    """What this model answers beside Qt's own roles."""

    PLACE = Qt.ItemDataRole.UserRole + 1


class NavigationListModel(QAbstractListModel):
    """Places in order. New counts do not disturb the selection; other places do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._places: tuple[Place, ...] = ()

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Show these places, in this order."""
        if [place.key for place in places] != [place.key for place in self._places]:
            self.beginResetModel()
            self._places = places
            self.endResetModel()
        elif places != self._places:
            self._places = places
            self.dataChanged.emit(self.index(0), self.index(len(places) - 1))

    def place_at(self, row: int) -> Place | None:
        """Return the place of a row, or None beyond the list."""
        return self._places[row] if 0 <= row < len(self._places) else None

    def row_of(self, key: str) -> int:
        """Return the row of a place, or -1."""
        keys = [place.key for place in self._places]
        return keys.index(key) if key in keys else -1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of lines, headings included."""
        return 0 if parent.isValid() else len(self._places)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        place = self.place_at(index.row())
        if place is None or place.is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks for: a lookup."""
        place = self.place_at(index.row()) if index.isValid() else None
        if place is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return place.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(place)
        return place if role == NavigationRole.PLACE else None

    def _spoken(self, place: Place) -> str:
        """Return the line as words."""
        if place.count is None:
            return place.text
        counted = self.tr("%n ticket(s)", "", place.count)
        return f"{place.text}, {counted}"
