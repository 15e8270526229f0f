"""The middle pane: which list it is, how many, in which order, and the tickets."""

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from itdesk.domain.ids import TicketId
from itdesk.domain.listing import Grouping, Order, Question
from itdesk.services.desk import Desk
from itdesk.ui.background import Runner
from itdesk.ui.console.bulk_bar import BulkBar, BulkDeed
from itdesk.ui.console.places import MENU_ORDERS, grouping_name, order_name
from itdesk.ui.console.suggestion_strip import SuggestionStrip
from itdesk.ui.console.table_mode import TableMode
from itdesk.ui.console.ticket_delegate import ROW_PX
from itdesk.ui.console.ticket_list_view import TicketListView
from itdesk.ui.console.ticket_table_model import TicketTableModel
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.icons import icon
from itdesk.ui.models.kept_place import KeptPlace
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.buttons import Button, IconButton, Kind
from itdesk.ui.widgets.empty_state import EmptyState
from itdesk.ui.widgets.plain_label import PlainLabel, plain_tooltip
from itdesk.ui.widgets.skeleton import Skeleton

CLOCKS_MOVE_MS = 20_000
SELECTION = QItemSelectionModel.SelectionFlag
OTHER_PX = 150
"""What count, margins and the mark of the order take beside the title."""


class TicketListPane(QWidget):
    """Shows one list of tickets.

    Signals: `ticket_chosen(TicketId)`, `entered()` (Enter on a ticket), `order_chosen(Order)`,
    `grouping_chosen(Grouping)`, `table_wanted()` (a table, or no table any more),
    `bulk_wanted(BulkDeed, ids)`, `report_wanted()`, `views_wanted()` (the folded views, please),
    `search_dropped()`, `server_wanted()` (this search, on the server), `keep_wanted()` (as a view),
    `delete_wanted()` (this view, please).
    """

    ticket_chosen = Signal(object)
    entered = Signal()
    order_chosen = Signal(object)
    grouping_chosen = Signal(object)
    table_wanted = Signal()
    report_wanted = Signal()
    views_wanted = Signal()
    search_dropped = Signal()
    keep_wanted = Signal()
    delete_wanted = Signal()
    server_wanted = Signal()
    bulk_wanted = Signal(object, object)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        model: TicketTableModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = model
        self._chosen_before: tuple[TicketId, ...] = ()
        self._here_before: TicketId | None = None
        self._is_changing = False
        self._is_search = False
        self._order = Order.URGENT_FIRST

        self.views_button = IconButton("inbox", self.tr("Show views and queues"))
        self.views_button.clicked.connect(self._want_views)
        self.title = PlainLabel("", TextRole.SECTION, elides=True)
        self.count = PlainLabel("", TextRole.TEXT, tone="tertiary")
        self.order_button = Button(order_name(Order.URGENT_FIRST), Kind.QUIET, "filter")
        self.order_button.setMenu(self._order_menu())
        self.keep_button = IconButton("star", self.tr("Keep this search as a view"))
        self.keep_button.clicked.connect(self.keep_wanted)
        self.server_button = IconButton("network", self.tr("Search everything on the server"))
        self.server_button.clicked.connect(self.server_wanted)
        self.delete_button = IconButton("close", self.tr("Delete this view"))
        self.delete_button.clicked.connect(self.delete_wanted)
        self.offer_keeping(search=False, view=False)
        self.table_button = IconButton("table", self.tr("Tickets as a table"))
        self.table_button.setCheckable(True)
        self.table_button.clicked.connect(self.table_wanted)
        self.report_button = IconButton("plus", self.tr("Report for somebody"))
        self.report_button.clicked.connect(self._want_report)

        self.banner = Banner()
        self.banner.acted.connect(self.model.refresh)
        self.suggestion = SuggestionStrip()
        self.bulk = BulkBar()
        self.bulk.wanted.connect(self._want_bulk)
        self.bulk.dropped.connect(self._choose_one)
        self.list = TicketListView(ROW_PX)
        self.list.setModel(model)
        self.list.setAccessibleName(self.tr("Tickets"))
        self.table = TableMode(desk, runner, model, self.list, desk.now)
        self.skeleton = Skeleton()
        self.empty = EmptyState("inbox", "")
        self.empty.acted.connect(self._drop_search)
        self.stack = QStackedWidget()
        for page in (self.list, self.skeleton, self.empty):
            self.stack.addWidget(page)
        self._head = QHBoxLayout()
        self.offer_views(is_wanted=False)
        self._assemble()
        self._connect()

    @property
    def chosen(self) -> TicketId | None:
        """The chosen ticket; of several, the one at which the keyboard is."""
        every = self.all_chosen
        here = self.model.id_at(self.list.currentIndex().row())
        return here if here in every else every[0] if every else None

    @property
    def all_chosen(self) -> tuple[TicketId, ...]:
        """All chosen tickets, in the order of the list."""
        indexes = self.list.selectionModel().selectedRows()
        rows = sorted(index.row() for index in indexes)
        return tuple(id for row in rows if (id := self.model.id_at(row)) is not None)

    def offer_views(self, *, is_wanted: bool) -> None:
        """Offer the views, which are folded away; the head is closer then."""
        self.views_button.setVisible(is_wanted)
        self._head.setContentsMargins(scaled(8 if is_wanted else 20), 0, scaled(4 if is_wanted else 12), 0)

    def offer_keeping(self, *, search: bool, view: bool) -> None:
        """Offer to keep the search that is shown, or to delete the view."""
        self.keep_button.setVisible(search)
        self.server_button.setVisible(search)
        self.delete_button.setVisible(view)

    def show_question(self, question: Question, title: str) -> None:
        """Show another list under `title`."""
        self._is_search = bool(question.query.terms)
        self.title.setText(title)
        self.title.setMaximumWidth(QFontMetrics(text_font(TextRole.SECTION)).horizontalAdvance(title) + 2)
        self._order = question.order
        self._show_tools()
        self.banner.dismiss()
        if question != self.model.question:
            self.count.setText("")
            self.skeleton.start()
            self.stack.setCurrentWidget(self.skeleton)
        self.table.show_order(question)
        self.model.show_question(question)

    def be_table(self, is_table: bool) -> None:  # noqa: FBT001 (reads like setVisible)
        """Show a table, in which choosing a ticket does not open it; or rows."""
        self.table.be_table(is_table)
        self.table_button.setChecked(is_table)
        self._show_tools()

    def choose(self, ticket_id: TicketId) -> bool:
        """Choose a ticket; tell whether it is in the list."""
        index = self.model.place_of(ticket_id)
        if index.isValid():
            flag = SELECTION.ClearAndSelect | SELECTION.Rows
            self.list.selectionModel().setCurrentIndex(index, flag)
        return index.isValid()

    def choose_first(self) -> None:
        """Choose the ticket at the top."""
        first = next((id for row in range(self.model.rowCount()) if (id := self.model.id_at(row))), None)
        if first is not None:
            self.choose(first)

    def choose_nothing(self) -> None:
        """Let no ticket be chosen: what is shown beside is not in this list."""
        self.list.selectionModel().clearSelection()

    def toggle(self) -> None:
        """Choose the ticket under the cursor beside the others, or no more."""
        flag = SELECTION.Toggle | SELECTION.Rows
        self.list.selectionModel().select(self.list.currentIndex(), flag)

    def step(self, rows: int) -> None:
        """Choose the ticket some rows further down (or up)."""
        row = self.list.currentIndex().row() + rows
        while 0 <= row < self.model.rowCount() and self.model.id_at(row) is None:
            row += 1 if rows > 0 else -1
        if self.model.id_at(row) is not None:
            self.list.setCurrentIndex(self.model.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the order away where the title needs their room, then the count and "report".

        What is reported for somebody stands in the menu as well.
        """
        super().resizeEvent(event)
        self._show_tools()

    def _show_tools(self) -> None:
        self.report_button.setVisible(True)
        has_room = self._has_room_for("")
        self.report_button.setVisible(has_room)
        self.count.setVisible(has_room)
        self._show_order()

    def _show_order(self) -> None:
        words = order_name(self._order)
        self.order_button.setText(words if self._has_room_for(words) else "")
        self.order_button.setToolTip(plain_tooltip(words))
        self.order_button.setAccessibleName(words)

    def _has_room_for(self, words: str) -> bool:
        buttons = (
            self.views_button,
            self.server_button,
            self.keep_button,
            self.table_button,
            self.delete_button,
            self.report_button,
        )
        used = self.title.maximumWidth() + self.fontMetrics().horizontalAdvance(words) + scaled(OTHER_PX)
        return used + sum(one.sizeHint().width() for one in buttons if not one.isHidden()) <= self.width()

    # --- what the model says ---------------------------------------------------------------------

    @Slot()
    def _note_choice(self) -> None:
        self._is_changing = True
        self._chosen_before, self._here_before = self.all_chosen, self.chosen

    @Slot()
    def _settle(self) -> None:
        self._keep_choice()
        self._is_changing = False

    def _keep_choice(self) -> None:
        """Keep the choice with its tickets. One that left the list is not replaced by its neighbour."""
        if self.all_chosen == self._chosen_before:
            return
        self.list.selectionModel().clearSelection()
        if self._here_before is not None:
            self.choose(self._here_before)
        for id in self._chosen_before:
            index = self.model.place_of(id)
            if index.isValid():
                self.list.selectionModel().select(index, SELECTION.Select | SELECTION.Rows)
        self.bulk.show_count(len(self.all_chosen))

    @Slot()
    def _show_listed(self) -> None:
        self.banner.dismiss()
        self.skeleton.stop()
        count = self.model.ticket_count
        self.count.setText(self.locale().toString(count))
        if count:
            self.stack.setCurrentWidget(self.list)
            return
        if self._is_search:
            self.empty.say(self.tr("This search finds no ticket."), self.tr("Clear the search"))
        else:
            self.empty.say(self.tr("Nothing stands here now. New tickets appear by themselves."))
        self.stack.setCurrentWidget(self.empty)

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        self.skeleton.stop()
        self.stack.setCurrentWidget(self.list)
        self.banner.say(
            Tone.BAD, self.tr("The tickets could not be read"), failure_sentence(error), self.tr("Try again")
        )

    # --- what the person does --------------------------------------------------------------------

    @Slot()
    def _choose(self) -> None:
        if self._is_changing:
            return
        self.bulk.show_count(len(self.all_chosen))
        if self.chosen is not None and not self.table.is_table:
            self.ticket_chosen.emit(self.chosen)

    @Slot()
    def _choose_one(self) -> None:
        """Keep the one at which the keyboard is."""
        if self.chosen is not None:
            self.choose(self.chosen)

    @Slot(object)
    def _want_bulk(self, deed: BulkDeed) -> None:
        self.bulk_wanted.emit(deed, self.all_chosen)

    @Slot()
    def _enter(self) -> None:
        self.entered.emit()

    @Slot(QAction)
    def _choose_order(self, action: QAction) -> None:
        self.order_chosen.emit(Order(action.data()))

    @Slot()
    def _want_report(self) -> None:
        self.report_wanted.emit()

    @Slot()
    def _want_views(self) -> None:
        self.views_wanted.emit()

    @Slot()
    def _drop_search(self) -> None:
        self.search_dropped.emit()

    # --- assembling ------------------------------------------------------------------------------

    def _order_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for order in MENU_ORDERS:
            action = menu.addAction(order_name(order))
            action.setData(order.value)
            group.addAction(action)
        menu.addSeparator()
        menu.addMenu(self._grouping_menu(menu))
        menu.addSeparator()
        report = menu.addAction(icon("plus"), self.tr("Report for somebody"))
        report.triggered.connect(self._want_report)
        group.triggered.connect(self._choose_order)
        return menu

    def _grouping_menu(self, parent: QMenu) -> QMenu:
        menu = QMenu(self.tr("Group by"), parent)
        group = QActionGroup(menu)
        for grouping in Grouping:
            action = menu.addAction(grouping_name(grouping))
            action.setData(grouping.value)
            action.setCheckable(True)
            action.setChecked(grouping is Grouping.NONE)
            group.addAction(action)
        group.triggered.connect(self._choose_grouping)
        return menu

    @Slot(QAction)
    def _choose_grouping(self, action: QAction) -> None:
        self.grouping_chosen.emit(Grouping(action.data()))

    def _connect(self) -> None:
        self.model.about_to_change.connect(self._note_choice)
        self.model.settled.connect(self._settle)
        KeptPlace(self.list, self.model)
        self._clocks = QTimer(self, interval=CLOCKS_MOVE_MS)
        self._clocks.timeout.connect(self.list.viewport().update)
        self._clocks.start()
        self.model.listed.connect(self._show_listed)
        self.model.failed.connect(self._show_failure)
        self.list.selectionModel().selectionChanged.connect(self._choose)
        self.list.activated.connect(self._enter)

    def _assemble(self) -> None:
        header = self._head
        header.setSpacing(scaled(8))
        header.addWidget(self.views_button)
        header.addWidget(self.title, 1000)
        header.addWidget(self.count)
        header.addStretch(1)
        header.addWidget(self.server_button)
        header.addWidget(self.keep_button)
        header.addWidget(self.delete_button)
        header.addWidget(self.order_button)
        header.addWidget(self.table_button)
        header.addWidget(self.report_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(12), 0, 0)
        column.setSpacing(scaled(8))
        column.addLayout(header)
        column.addWidget(self.suggestion)
        column.addWidget(self.bulk)
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
