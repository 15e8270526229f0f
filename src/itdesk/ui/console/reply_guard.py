"""Asks, in place, before a public reply says what was meant for IT alone."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from itdesk.services.reply_guard import Doubt
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.flow_layout import FlowLayout
from itdesk.ui.widgets.plain_label import PlainLabel


class ReplyGuard(QFrame):
    """In sight only while it asks. Signals: `as_note()`, `all_the_same()`, `dropped()`."""

    as_note = Signal()
    all_the_same = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tint", "amber")
        self.words = PlainLabel("", TextRole.TEXT, wraps=True)
        self.note_button = Button(self.tr("Save as an internal note"), Kind.NOTE, "lock")
        self.note_button.clicked.connect(self._save_as_note)
        self.send_button = Button("", Kind.NORMAL)
        self.send_button.clicked.connect(self._send)
        self.back_button = Button(self.tr("Go on writing"), Kind.QUIET)
        self.back_button.clicked.connect(self._drop)
        buttons = FlowLayout(spacing=scaled(8))
        for button in (self.note_button, self.send_button, self.back_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8))
        column.setSpacing(scaled(8))
        column.addWidget(self.words)
        column.addLayout(buttons)
        self.setVisible(False)

    def ask(self, doubt: Doubt, name: str) -> None:
        """Ask whether this really goes to `name`."""
        self.words.setText(self._question(doubt, name))
        self.send_button.setText(self.tr("Send to {name} all the same").format(name=name).replace("&", "&&"))
        self.setAccessibleName(self.words.text())
        self.setVisible(True)
        self.back_button.setFocus()

    def _question(self, doubt: Doubt, name: str) -> str:
        if doubt.quoted:
            words = self.tr("{name} will see this, and it repeats an internal note: “{words}…”")
            return words.format(name=name, words=doubt.quoted)
        words = self.tr("{name} will see this, and it calls {people} from IT.")
        return words.format(name=name, people=", ".join(doubt.called))

    @Slot()
    def _save_as_note(self) -> None:
        self.setVisible(False)
        self.as_note.emit()

    @Slot()
    def _send(self) -> None:
        self.setVisible(False)
        self.all_the_same.emit()

    @Slot()
    def _drop(self) -> None:
        self.setVisible(False)
        self.dropped.emit()
