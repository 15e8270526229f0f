"""The list of tickets as a table: columns chosen, moved, and sorted by a click on their heads."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QByteArray, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu

from itdesk.domain.listing import Order, Question
from itdesk.services.desk import Desk
from itdesk.services.kept_layout import keep_layout, kept_layout
from itdesk.ui.background import Runner
from itdesk.ui.console.cell_delegate import CELL_PX, CellDelegate
from itdesk.ui.console.ticket_columns import COLUMNS, ORDERS, WIDTHS_PX, column_name
from itdesk.ui.console.ticket_delegate import ROW_PX, TicketDelegate
from itdesk.ui.console.ticket_list_view import TicketListView
from itdesk.ui.console.ticket_table_model import TicketTableModel
from itdesk.ui.fonts import scaled

BACKWARDS = (Order.NEWEST_FIRST, Order.CHANGED_LAST_FIRST)
"""These begin with the last: an arrow that points down."""


class TableMode(QObject):
    """Turns the list into a table and back. Its columns are kept as somebody has laid them out.

    Signals: `sort_wanted(Order, is_reversed)`, `failed(Exception)`.
    """

    sort_wanted = Signal(object, bool)
    failed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        model: TicketTableModel,
        view: TicketListView,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(view)
        self._desk = desk
        self._runner = runner
        self._model = model
        self._view = view
        self._rows = TicketDelegate(now, view)
        self._cells = CellDelegate(now, view)
        self._layout = QByteArray()
        self._is_keeping = self._keeps_again = False
        self._question: Question | None = None
        head = view.horizontalHeader()
        head.setSectionsMovable(True)
        head.setSectionsClickable(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._offer_columns)
        head.sectionClicked.connect(self._sort)
        self._dress()
        runner.run(partial(kept_layout, desk), then=self._take_layout, failed=self._fail)

    @property
    def is_table(self) -> bool:
        """Whether there is a column for each thing."""
        return self._model.is_table

    def be_table(self, is_table: bool) -> None:  # noqa: FBT001 (reads like setVisible)
        """Show a column for each thing, or a row that says everything."""
        self.keep()
        self._model.be_table(is_table)
        self._dress()
        self.show_order(self._question)

    def keep(self) -> None:
        """Keep how the columns are laid out. One writing at a time: the last word is the last written."""
        if self.is_table:
            self._layout = self._view.horizontalHeader().saveState()
            self._keeps_again = self._is_keeping
            if not self._is_keeping:
                self._write()

    def _write(self) -> None:
        self._is_keeping, self._keeps_again = True, False
        text = bytes(self._layout.toBase64().data()).decode()
        self._runner.run(partial(keep_layout, self._desk, text), then=self._after_keeping, failed=self._fail)

    @Slot(object)
    def _after_keeping(self, _answer: object) -> None:
        self._is_keeping = False
        if self._keeps_again:
            self._write()

    def show_order(self, question: Question | None) -> None:
        """Mark the column by which the list is sorted."""
        self._question = question
        column = next((one for one, order in ORDERS.items() if question and order is question.order), None)
        head = self._view.horizontalHeader()
        head.setSortIndicatorShown(self.is_table and column is not None)
        if question is not None and column is not None:
            is_down = (question.order in BACKWARDS) is not question.is_reversed
            direction = Qt.SortOrder.DescendingOrder if is_down else Qt.SortOrder.AscendingOrder
            head.setSortIndicator(COLUMNS.index(column), direction)

    def menu(self) -> QMenu:
        """Return the columns to choose from; the last one in sight stays."""
        menu, head = QMenu(self._view), self._view.horizontalHeader()
        shown = len(COLUMNS) - head.hiddenSectionCount()
        for place, column in enumerate(COLUMNS):
            action = menu.addAction(column_name(column))
            action.setCheckable(True)
            action.setChecked(not head.isSectionHidden(place))
            action.setEnabled(shown > 1 or head.isSectionHidden(place))
            action.setData(place)
        menu.triggered.connect(self._toggle_column)
        return menu

    @Slot(object)
    def _take_layout(self, text: str) -> None:
        self._layout = QByteArray.fromBase64(text.encode())

    def _dress(self) -> None:
        view, is_table = self._view, self.is_table
        head = view.horizontalHeader()
        view.setItemDelegate(self._cells if is_table else self._rows)
        view.be_table(is_table, CELL_PX if is_table else ROW_PX)
        if not is_table:
            head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            return
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        if self._layout.isEmpty() or not head.restoreState(self._layout):
            for place, column in enumerate(COLUMNS):
                head.resizeSection(place, scaled(WIDTHS_PX[column]))
        head.setVisible(True)
        head.setStretchLastSection(True)

    @Slot(QPoint)
    def _offer_columns(self, at: QPoint) -> None:
        if self.is_table:
            self.menu().popup(self._view.horizontalHeader().mapToGlobal(at))

    @Slot(QAction)
    def _toggle_column(self, action: QAction) -> None:
        self._view.horizontalHeader().setSectionHidden(int(action.data()), not action.isChecked())
        self.keep()

    @Slot(int)
    def _sort(self, place: int) -> None:
        """A second click on the same head turns the order round."""
        order = ORDERS[COLUMNS[place]] if self.is_table else None
        if order is not None:
            before = self._question
            is_again = before is not None and before.order is order
            self.sort_wanted.emit(order, is_again and before is not None and not before.is_reversed)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._is_keeping = False
        self.failed.emit(error)
