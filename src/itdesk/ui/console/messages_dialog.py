"""Asks which messages of a ticket belong elsewhere: to a new ticket, or to another one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from itdesk.domain.ids import ChangeId
from itdesk.domain.limits import TITLE_CHARS
from itdesk.domain.listing import TicketRow
from itdesk.ui.background import Runner
from itdesk.ui.console.dialog import ConsoleDialog
from itdesk.ui.console.ticket_picker import Find, TicketPicker
from itdesk.ui.fonts import scaled
from itdesk.ui.widgets.segmented_control import SegmentedControl

MESSAGE = Qt.ItemDataRole.UserRole + 1
LIST_PX = 170


@dataclass(frozen=True)
class Message:
    """One message, as the list shows it."""

    id: ChangeId
    author: str
    body: str


@dataclass(frozen=True)
class Moved:
    """The answer: which messages go, and where: `to`, or a new ticket called `title`."""

    ids: tuple[ChangeId, ...]
    to: TicketRow | None = None
    title: str = ""


class MessagesDialog(ConsoleDialog):
    """Messages with a tick each, and where they go. Answers a Moved."""

    def __init__(
        self, reference: str, messages: Sequence[Message], runner: Runner, find: Find, parent: QWidget
    ) -> None:
        super().__init__("", "", parent, width=560)
        self.setWindowTitle(self.tr("What does not belong to {number}?").format(number=reference))
        self.title.setText(self.windowTitle())
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setFixedHeight(scaled(LIST_PX))
        self.list.setSpacing(scaled(3))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for message in messages:
            self._add(message)
        self.where = SegmentedControl(self.tr("Where the messages go"))
        self.where.offer(
            [(True, self.tr("A new ticket"), "plus"), (False, self.tr("Another ticket"), "ticket")]
        )
        self.where.chosen.connect(self._turn)
        self.name = QLineEdit()
        self.name.setMaxLength(TITLE_CHARS)
        self.name.setPlaceholderText(self.tr("What the new ticket is about"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.picker = TicketPicker(runner, find)
        for widget in (self.list, self.where, self.name, self.picker):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._turn(True)

    def answer(self) -> object | None:
        """Return what goes where, or say what is missing."""
        ids = tuple(item.data(MESSAGE) for item in self._ticked())
        is_new, title, to = self.where.value is True, self.name.text().strip(), self.picker.ticket
        if not ids:
            self.missing.say(self.tr("Tick at least one message."))
        elif is_new and not title:
            self.missing.say(self.tr("Say what the new ticket is about."))
        elif not is_new and to is None:
            self.missing.say(self.tr("Choose a ticket of the list."))
        else:
            return Moved(ids, title=title) if is_new else Moved(ids, to=to)
        return None

    def tick(self, id: ChangeId) -> None:
        """Tick a message."""
        for item in self._items():
            if item.data(MESSAGE) == id:
                item.setCheckState(Qt.CheckState.Checked)

    @Slot(object)
    def _turn(self, is_new: object) -> None:
        self.name.setVisible(bool(is_new))
        self.picker.setVisible(not is_new)
        self.ok_button.setText(self.tr("Make the ticket") if is_new else self.tr("Move"))

    def _add(self, message: Message) -> None:
        words = " ".join(message.body.split())
        item = QListWidgetItem(f"{message.author}: {words}", self.list)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        item.setData(MESSAGE, message.id)

    def _ticked(self) -> list[QListWidgetItem]:
        return [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]
