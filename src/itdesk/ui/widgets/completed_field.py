"""A search field that offers how the search may go on, in a list under it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from itdesk.domain.query.completion import Completion
from itdesk.ui.fonts import scaled
from itdesk.ui.widgets.search_field import SearchField

LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
Offers = Callable[[str], Sequence[Completion]]


class CompletedField(SearchField):
    """Down and Enter, Tab, or a click take an offer; what is typed is never changed unasked.

    `offers` answers at once, from memory.
    """

    def __init__(self, name: str, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._offers = offers
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCompletionRole(Qt.ItemDataRole.UserRole)
        self._completer.setMaxVisibleItems(8)
        self.popup = QListView()
        self.popup.setAccessibleName(self.tr("Ways to go on"))
        self.popup.setSpacing(scaled(3))
        self._completer.setPopup(self.popup)
        self.popup.installEventFilter(self)
        self._completer.activated.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(self._completer)
        self.textEdited.connect(self._offer)

    @property
    def offered(self) -> tuple[str, ...]:
        """The pieces that are offered now."""
        return tuple(self._model.item(row).text() for row in range(self._model.rowCount()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt holds the first offer for chosen from the start; nobody has chosen it before Down."""
        if watched is self.popup and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self.popup.selectionModel().hasSelection():
                return False
            if event.key() in LEAVING:
                self.popup.hide()
                self.event(event)
                return True
            if event.key() == Qt.Key.Key_Down:
                self._choose_first()
                return True
        return False

    def _choose_first(self) -> None:
        first = self._completer.completionModel().index(0, 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.popup.selectionModel().setCurrentIndex(QModelIndex(), flag)
        self.popup.selectionModel().setCurrentIndex(first, flag)

    @Slot(str)
    def _offer(self, text: str) -> None:
        self._model.clear()
        if self.cursorPosition() == len(text):
            for one in self._offers(text):
                self._model.appendRow(_item(one))
        if not self._model.rowCount():
            self.popup.hide()

    @Slot()
    def _go_on(self) -> None:
        """A field that was taken is followed by its values at once."""
        if self.text().endswith(":"):
            self._offer(self.text())
            self._completer.complete()


def _item(completion: Completion) -> QStandardItem:
    words = completion.piece + (f"   {completion.meaning}" if completion.meaning else "")
    item = QStandardItem(words)
    item.setData(completion.text, Qt.ItemDataRole.UserRole)
    return item
