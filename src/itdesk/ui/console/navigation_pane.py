"""The left pane: search, views and queues, how the exchange stands, who is signed in."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from itdesk.domain.listing import View
from itdesk.domain.people import Role
from itdesk.domain.query.completion import Completion, Vocabulary, completions
from itdesk.services.desk import Account
from itdesk.services.standing import Standing
from itdesk.ui.console.navigation_delegate import NavigationDelegate
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.models.navigation_list import NavigationListModel, Place
from itdesk.ui.widgets.avatar import Avatar
from itdesk.ui.widgets.buttons import IconButton
from itdesk.ui.widgets.completed_field import CompletedField
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.query_line import QueryLine
from itdesk.ui.widgets.standing_line import StandingLine
from itdesk.ui.words import name_of

TYPING_PAUSE_MS = 200


class NavigationPane(QWidget):
    """Says where to look.

    Signals: `place_chosen(Place)`, `searched(Query)`, `entered()` (Enter in the search: on to what it finds),
    `settings_wanted()`, `server_wanted()` from an admin.
    """

    place_chosen = Signal(object)
    searched = Signal(object)
    entered = Signal()
    settings_wanted = Signal()
    server_wanted = Signal()

    def __init__(self, account: Account, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

        self._vocabulary = Vocabulary()
        self.search = CompletedField(self.tr("Search tickets"), self._offers)
        self.search.setToolTip(self.tr("Search tickets (Ctrl+F)"))
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self.search.textChanged.connect(self._type)
        self.search.returnPressed.connect(self._enter)
        self.query_line = QueryLine(now)
        self._typing.timeout.connect(self._search_now)

        self.model = NavigationListModel(self)
        self.list = QListView()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setProperty("surface", "window")
        self.list.setModel(self.model)
        self.list.setItemDelegate(NavigationDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Views and queues"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._choose)

        self.standing = StandingLine(for_staff=True)
        self.settings_button = IconButton("settings", self.tr("Settings"))
        self.settings_button.clicked.connect(self._want_settings)
        self.server_button = IconButton("network", self.tr("How the server stands"))
        self.server_button.setVisible(account.role is Role.ADMIN)
        self.server_button.clicked.connect(self._want_server)
        self._assemble(account)

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Show these places; the chosen one stays chosen, the first when it is gone."""
        chosen = self.chosen
        self.model.show_places(places)
        row = max(0, self.model.row_of(chosen.key if chosen else View.MINE.value))
        if self.list.currentIndex().row() != row:
            self._select(row)

    def know(self, vocabulary: Vocabulary) -> None:
        """Know what the fields of a search may be here."""
        self._vocabulary = vocabulary

    def _offers(self, text: str) -> tuple[Completion, ...]:
        return completions(text, self._vocabulary)

    def show_standing(self, standing: Standing) -> None:
        """Say how the exchange stands."""
        self.standing.show_standing(standing)

    @property
    def chosen(self) -> Place | None:
        """Where the technician is."""
        return self.model.place_at(self.list.currentIndex().row())

    def go_to(self, key: str) -> None:
        """Go to a place, if there is one of that key."""
        row = self.model.row_of(key)
        if row >= 0:
            self._select(row)

    def search_for(self, text: str) -> None:
        """Search for this, as if it had been typed and entered."""
        self.search.setText(text)
        self._search_entered()

    def _select(self, row: int) -> None:
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(self.model.index(row), flag)

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        place = self.model.place_at(current.row())
        if place is not None and not place.is_heading:
            self._typing.stop()
            self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(False)
            self.query_line.read("")
            self.place_chosen.emit(place)

    @Slot()
    def _type(self) -> None:
        self._typing.start()

    @Slot()
    def _search_now(self) -> None:
        self._ask(is_entered=False)

    @Slot()
    def _enter(self) -> None:
        self._search_entered()
        if self.query_line.isHidden():
            self.entered.emit()

    @Slot()
    def _search_entered(self) -> None:
        self._ask(is_entered=True)

    def _ask(self, *, is_entered: bool) -> None:
        """What cannot be read leaves the list as it is."""
        self._typing.stop()
        query = self.query_line.read(self.search.text(), is_entered=is_entered)
        if query is not None:
            self.searched.emit(query)

    @Slot()
    def _want_settings(self) -> None:
        self.settings_wanted.emit()

    @Slot()
    def _want_server(self) -> None:
        self.server_wanted.emit()

    def _assemble(self, account: Account) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(12), 0, scaled(12))
        column.setSpacing(scaled(8))
        top = QVBoxLayout()
        top.setSpacing(scaled(4))
        top.setContentsMargins(scaled(12), 0, scaled(12), 0)
        top.addWidget(self.search)
        top.addWidget(self.query_line)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.standing)
        column.addLayout(self._person_row(account))

    def _person_row(self, account: Account) -> QHBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(PlainLabel(account.name, TextRole.TEXT, elides=True))
        lines.addWidget(PlainLabel(name_of(account.role), TextRole.META, tone="secondary", elides=True))
        row = QHBoxLayout()
        row.setContentsMargins(scaled(16), 0, scaled(12), 0)
        row.setSpacing(scaled(12))
        row.addWidget(Avatar(account.name, 28))
        row.addLayout(lines, 1)
        row.addWidget(self.server_button)
        row.addWidget(self.settings_button)
        return row
