"""Somebody calls: who it is, what it is about, done. What she has open already is one click away."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from itdesk.domain.ids import TicketId
from itdesk.domain.limits import TITLE_CHARS
from itdesk.domain.people import Person
from itdesk.services.intake import Caller
from itdesk.ui.background import Runner
from itdesk.ui.console.choice_dialog import OPTION, ROW_PX, Option, OptionDelegate
from itdesk.ui.console.dialog import ConsoleDialog, NoteField
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel, plain_tooltip
from itdesk.ui.widgets.search_field import SearchField
from itdesk.ui.words import name_of

ROWS_IN_SIGHT = 3
TICKET_PX = 420
Find = Callable[[str], tuple[Caller, ...]]


@dataclass(frozen=True)
class Call:
    """The answer: who called, and what for."""

    caller: Person
    title: str
    details: str


class OpenTicket(Button):
    """A ticket that the caller has open. Signals: `wanted(TicketId)`."""

    wanted = Signal(object)

    def __init__(self, ticket_id: TicketId, words: str) -> None:
        super().__init__("", Kind.LINK, "ticket")
        self._id = ticket_id
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, scaled(TICKET_PX)))
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip(words))
        self.clicked.connect(self._want)

    @Slot()
    def _want(self) -> None:
        self.wanted.emit(self._id)


class IntakeDialog(ConsoleDialog):
    """`find(words)` tells who may be calling, off the GUI thread. Answers a Call.

    Signals: `ticket_wanted(TicketId)`: it is about what she has reported already.
    """

    ticket_wanted = Signal(object)

    def __init__(self, runner: Runner, find: Find, parent: QWidget) -> None:
        super().__init__("", "", parent, width=520)
        self._runner = runner
        self._find = find
        self._is_asking = False
        self._asked = ""
        self.setWindowTitle(self.tr("Who is calling?"))
        self.title.setText(self.windowTitle())
        self.ok_button.setText(self.tr("Make the ticket"))
        self.search = SearchField(self.tr("Name, login, phone or room"))
        self.search.textChanged.connect(self._ask)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("People who were found"))
        self.list.setItemDelegate(OptionDelegate(self.list))
        self.list.setFixedHeight(scaled(ROW_PX) * ROWS_IN_SIGHT + 2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemSelectionChanged.connect(self._show_open)
        self.open_tickets = QVBoxLayout()
        self.open_tickets.setSpacing(0)
        self.what = QLineEdit()
        self.what.setMaxLength(TITLE_CHARS)
        self.details = NoteField(2)
        self.finishes_by_keyboard(self.details)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list)
        self.body.addLayout(self.open_tickets)
        self.body.addWidget(self.field_label(self.tr("What is it about?"), self.what))
        self.body.addWidget(self.what)
        self.body.addWidget(self.field_label(self.tr("What else was said"), self.details))
        self.body.addWidget(self.details)
        self.search.setFocus()

    @property
    def caller(self) -> Caller | None:
        """Who is chosen."""
        chosen = self.list.selectedItems()
        option = chosen[0].data(OPTION) if chosen else None
        return option.value if isinstance(option, Option) and isinstance(option.value, Caller) else None

    def answer(self) -> object | None:
        """Return the call, or say what is missing."""
        caller, title = self.caller, self.what.text().strip()
        if caller is None:
            self.missing.say(self.tr("Choose who is calling."))
            self.search.setFocus()
        elif not title:
            self.missing.say(self.tr("Say what it is about."))
            self.what.setFocus()
        else:
            return Call(caller.person, title, self.details.toPlainText().strip())
        return None

    @Slot()
    def _ask(self) -> None:
        if not self._is_asking:
            self._is_asking = True
            self._asked = self.search.text()
            self._runner.run(partial(self._find, self._asked), then=self._show, failed=self._fail)

    @Slot(object)
    def _show(self, callers: tuple[Caller, ...]) -> None:
        self._is_asking = False
        if self._asked != self.search.text():
            self._ask()
            return
        self.list.clear()
        for caller in callers:
            person = caller.person
            item = QListWidgetItem(person.name, self.list)
            hint = " · ".join(part for part in (person.department, person.place, person.phone) if part)
            item.setData(OPTION, Option(caller, person.name, hint))
        if callers:
            self.list.setCurrentRow(0)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._is_asking = False
        self.missing.say(failure_sentence(error))

    @Slot()
    def _show_open(self) -> None:
        while (item := self.open_tickets.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setVisible(False)
                widget.deleteLater()
        tickets = self.caller.tickets if self.caller else ()
        if tickets:
            hint = self.tr("Is it about one of these?")
            self.open_tickets.addWidget(PlainLabel(hint, TextRole.META, tone="secondary"))
        for row in tickets:
            button = OpenTicket(row.id, f"{row.reference} {row.title} · {name_of(row.status)}")
            button.wanted.connect(self._go)
            self.open_tickets.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot(object)
    def _go(self, ticket_id: TicketId) -> None:
        self.reject()
        self.ticket_wanted.emit(ticket_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while somebody types, and Enter go on to what it is about."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.what.setFocus()
                return True
        return super().eventFilter(watched, event)
