"""The list of pages at the left of a window."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled, text_font


class Place(QPushButton):
    """One page; as wide as its name in semibold, so that choosing moves nothing."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setCheckable(True)
        self.setProperty("kind", "place")
        self.toggled.connect(self._weigh)
        self._weigh(False)

    def sizeHint(self) -> QSize:
        """Return the room for the name, and a hit area of 40."""
        width = QFontMetrics(text_font(TextRole.NAME)).horizontalAdvance(self.text()) + scaled(36)
        return QSize(width, scaled(40))

    @Slot(bool)
    def _weigh(self, is_chosen: bool) -> None:  # noqa: FBT001 (Qt's slot)
        self.setFont(text_font(TextRole.NAME if is_chosen else TextRole.TEXT))


class Places(QWidget):
    """One of them is chosen; arrows move. Signals: `chosen(number)`."""

    chosen = Signal(int)

    def __init__(self, name: str, places: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(12), scaled(24), scaled(12), scaled(24))
        column.setSpacing(scaled(4))
        for number, place in enumerate(places):
            button = Place(place)
            self._group.addButton(button, number)
            column.addWidget(button)
        column.addStretch(1)
        self.choose(0)
        self._group.idToggled.connect(self._tell)

    def choose(self, number: int) -> None:
        """Choose one."""
        self._group.button(number).setChecked(True)

    @Slot(int, bool)
    def _tell(self, number: int, is_chosen: bool) -> None:  # noqa: FBT001 (Qt's slot)
        if is_chosen:
            self.chosen.emit(number)
