"""What the server finds for a search, and any of it to read, also what this computer does not hold."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from itdesk.services.server_search import ServerHit, ServerHits, ServerTicket
from itdesk.ui.background import Runner
from itdesk.ui.console.calls import ConsoleCalls
from itdesk.ui.console.choice_dialog import OPTION, Option, OptionDelegate
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.times import day_text
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.words import name_of

SIZE_PX = (760, 560)
COUNTED_UP_TO = 999


class ServerSearchDialog(QDialog):
    """Asks as soon as it opens; closing it drops the question.

    Signal: `ticket_wanted(TicketId)` for a ticket that is here as well: it opens in the console.
    """

    ticket_wanted = Signal(object)

    def __init__(self, text: str, runner: Runner, calls: ConsoleCalls, parent: QWidget) -> None:
        super().__init__(parent)
        self._runner = runner
        self._calls = calls
        self._held: frozenset[str] = frozenset()
        self._asked = ""
        self.setWindowTitle(self.tr("Search on the server"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "base")
        self.resize(*(scaled(px) for px in SIZE_PX))
        self.title = PlainLabel(text, TextRole.SECTION, elides=True)
        self.hint = PlainLabel(self.tr("Asking the server…"), TextRole.TEXT, tone="secondary", wraps=True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Tickets that the server found"))
        self.list.setItemDelegate(OptionDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemSelectionChanged.connect(self._read)
        self.list.itemActivated.connect(self._open)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What was said on the ticket"))
        self.open_button = Button(self.tr("Open"), Kind.PRIMARY)
        self.open_button.setEnabled(False)
        self.open_button.clicked.connect(self._open)
        self.close_button = Button(self.tr("Close"))
        self.close_button.clicked.connect(self.reject)
        self._assemble()
        runner.run(partial(calls.search_server, text), then=self._show, failed=self._fail)

    @Slot(object)
    def _show(self, found: ServerHits) -> None:
        self._held = frozenset(found.held)
        self.hint.setText(self._count_words(found))
        for hit in found.hits:
            item = QListWidgetItem(f"{hit.number}  {hit.title}", self.list)
            hint = f"{name_of(hit.status)} · {hit.requester} · {day_text(hit.created_at)}"
            item.setData(OPTION, Option(hit, item.text(), hint, icon="ticket"))
        if found.hits:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def _count_words(self, found: ServerHits) -> str:
        if not found.hits:
            return self.tr("The server finds no ticket by that, either.")
        if found.count > COUNTED_UP_TO:
            return self.tr("More than 999 tickets; these are the newest.")
        if found.count > len(found.hits):
            return self.tr("%n ticket(s); these are the newest.", "", found.count)
        return self.tr("%n ticket(s), the newest first.", "", found.count)

    @property
    def hit(self) -> ServerHit | None:
        """The chosen ticket."""
        chosen = self.list.selectedItems()
        option = chosen[0].data(OPTION) if chosen else None
        return option.value if isinstance(option, Option) and isinstance(option.value, ServerHit) else None

    @Slot()
    def _read(self) -> None:
        hit = self.hit
        self.open_button.setEnabled(hit is not None and hit.id in self._held)
        if hit is not None:
            self._asked = hit.number
            self.text.setPlainText(self.tr("Reading…"))
            call = partial(self._calls.read_on_server, hit.number)
            self._runner.run(call, then=self._show_ticket, failed=self._fail_reading)

    @Slot(object)
    def _show_ticket(self, read: ServerTicket) -> None:
        if read.ticket.number == self._asked:
            pieces = (f"{one.author}, {day_text(one.at)}\n{one.words}" for one in read.said)
            self.text.setPlainText("\n\n".join((f"{read.ticket.number}  {read.ticket.title}", *pieces)))

    @Slot()
    def _open(self) -> None:
        hit = self.hit
        if hit is not None and hit.id in self._held:
            self.ticket_wanted.emit(hit.id)
            self.accept()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.hint.setText(failure_sentence(error))

    @Slot(object)
    def _fail_reading(self, error: Exception) -> None:
        self.text.setPlainText(failure_sentence(error))

    def _assemble(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(12))
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addWidget(self.list, 3)
        column.addWidget(self.text, 2)
        column.addLayout(buttons)
