"""“What hurts? Type a word”: finds a symptom by its name, its questions and its keywords."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.services.symptoms import Symptom, find_symptoms
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.search_field import SearchField
from itdesk.ui.widgets.symptom_card import SymptomGrid


class SymptomField(SearchField):
    """Signals: chosen() on Enter, left() on the arrow down."""

    chosen = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses what comes first, unless it is meant to send; the arrow goes to the cards."""
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain:
            self.chosen.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SymptomSearch(QWidget):
    """The cards with the line that searches them; `field` may stand elsewhere. Signals: chosen(str)."""

    chosen = Signal(str)

    def __init__(self, known: Sequence[Symptom], grid: SymptomGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._grid = grid
        self.field = SymptomField(self.tr("What hurts? Type a word"))
        self.field.textChanged.connect(self._on_text)
        self.field.chosen.connect(self._on_enter)
        self.field.left.connect(grid.go_to_first)
        self._nothing = PlainLabel(
            self.tr("Nothing is called so. Just describe it below, that is enough."),
            TextRole.TEXT,
            tone="secondary",
            wraps=True,
        )
        self._nothing.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(grid)
        column.addWidget(self._nothing)
        column.addStretch(1)

    @property
    def is_searching(self) -> bool:
        """Whether the cards are those that were found."""
        return bool(self.field.text().strip())

    @Slot(str)
    def _on_text(self, text: str) -> None:
        if not text.strip():
            self.setMinimumHeight(0)
            self._nothing.setVisible(False)
            self._grid.show_first()
            return
        self.setMinimumHeight(max(self.minimumHeight(), self.height()))  # what lies below stays in its place
        found = find_symptoms(self._known, text)
        self._nothing.setVisible(not found)
        self._grid.show_only([symptom.code for symptom in found])

    @Slot()
    def _on_enter(self) -> None:
        cards = self._grid.cards_in_sight()
        if self.is_searching and cards:
            self._grid.choose(cards[0].symptom.id)
            self.field.clear()
            self.chosen.emit(self._grid.chosen_id())
