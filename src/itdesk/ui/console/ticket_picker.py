"""Finds one other ticket: the requester's own first, any by its number or words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from itdesk.domain.listing import TicketRow
from itdesk.ui.background import Runner
from itdesk.ui.console.choice_dialog import OPTION, ROW_PX, Option, OptionDelegate
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.search_field import SearchField
from itdesk.ui.words import name_of, person_name

ROWS_IN_SIGHT = 6
Find = Callable[[str], tuple[TicketRow, ...]]


class TicketPicker(QWidget):
    """Shows what `find(words)` finds, off the GUI thread. Signals: `chosen()` by Enter or a double click."""

    chosen = Signal()

    def __init__(self, runner: Runner, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._find = find
        self._is_asking = False
        self._asked = ""
        self.search = SearchField(self.tr("Number or words of the other ticket"))
        self.search.textChanged.connect(self._ask)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Tickets that were found"))
        self.list.setItemDelegate(OptionDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setFixedHeight(scaled(ROW_PX) * ROWS_IN_SIGHT + 2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._choose)
        self.hint = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        for widget in (self.search, self.list, self.hint):
            column.addWidget(widget)
        self.setFocusProxy(self.search)
        self._ask()

    @property
    def ticket(self) -> TicketRow | None:
        """The chosen ticket."""
        chosen = self.list.selectedItems()
        option = chosen[0].data(OPTION) if chosen else None
        return option.value if isinstance(option, Option) and isinstance(option.value, TicketRow) else None

    @Slot()
    def _ask(self) -> None:
        if self._is_asking:
            return
        self._is_asking = True
        self._asked = self.search.text()
        self._runner.run(partial(self._find, self._asked), then=self._show, failed=self._fail)

    @Slot(object)
    def _show(self, rows: tuple[TicketRow, ...]) -> None:
        self._is_asking = False
        if self._asked != self.search.text():
            self._ask()
            return
        self.list.clear()
        for row in rows:
            self._add(row)
        self.hint.setText(self._hint(rows))
        if rows and self._asked:
            self.list.setCurrentRow(0)

    def _add(self, row: TicketRow) -> None:
        item = QListWidgetItem(f"{row.reference} {row.title}", self.list)
        name = person_name(row.requester_name, is_verified=row.requester_is_verified)
        hint = f"{name} · {name_of(row.status)}"
        item.setData(OPTION, Option(row, item.text(), hint, icon="ticket"))

    def _hint(self, rows: tuple[TicketRow, ...]) -> str:
        if not rows:
            return (
                self.tr("No ticket is found by that.") if self._asked else self.tr("Type to find a ticket.")
            )
        return "" if self._asked else self.tr("Other tickets of the same person; type to find any.")

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._is_asking = False
        self.hint.setText(failure_sentence(error))

    @Slot()
    def _choose(self) -> None:
        if self.ticket is not None:
            self.chosen.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while somebody types."""
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if watched is self.search and isinstance(event, QKeyEvent) and event.key() in arrows:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)
