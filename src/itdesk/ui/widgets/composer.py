"""Where a reply is written. Who will see it is told by frame, surface, words and button alike."""

from math import ceil

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, IconButton, Kind
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.segmented_control import SegmentedControl

LEAST_LINES, MOST_LINES = 3, 8
FRAME = 20
"""Border, padding and margin of the text, above and below together."""
SLACK = 2
"""Without it Qt, which rounds each line up, sees one pixel too little and scrolls."""


class GrowingText(QPlainTextEdit):
    """Grows with its lines, from three to eight. Signals: `send_pressed()` on Ctrl+Enter."""

    send_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Take the height of the lines that are written."""
        lines = min(MOST_LINES, max(LEAST_LINES, round(self.document().size().height())))
        metrics = QFontMetricsF(self.font())
        line = ceil(metrics.ascent()) + ceil(metrics.descent()) + metrics.leading()
        self.setFixedHeight(ceil(lines * line) + scaled(FRAME) + SLACK)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew: another width wraps them elsewhere."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send on Ctrl+Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.send_pressed.emit()
        else:
            super().keyPressEvent(event)


class Composer(QFrame):
    """The reply box. `for_staff` has the switch between public reply and internal note.

    Signals: `sent(body, is_internal)`, `edited()` whenever text or switch change,
    `attach_requested()`. It is cleared by whoever saved the reply, not by sending.
    """

    sent = Signal(str, bool)
    edited = Signal()
    attach_requested = Signal()

    def __init__(self, *, for_staff: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._for_staff = for_staff
        self._name = ""
        self._others = 0
        self.switch = SegmentedControl(self.tr("Who will see it"))
        self.switch.offer(
            [
                (False, self.tr("Public reply"), "reply"),
                (True, self.tr("Internal note"), "lock", "note_on_fill"),
            ]
        )
        self.text = GrowingText()
        self._who_icon = IconLabel("eye", 16)
        self._who = PlainLabel("", TextRole.META_STRONG, elides=True)
        self.attach_button = IconButton("attach", self.tr("Attach a file"))
        self._draft = PlainLabel("", TextRole.META, tone="secondary", elides=True)
        self._draft.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.send_button = Button("", Kind.PRIMARY, "send")
        self.tools = QHBoxLayout()
        self._connect()
        self._assemble()
        self._dress()

    @property
    def is_internal(self) -> bool:
        """Whether only IT will see what is sent."""
        return self._for_staff and self.switch.value is True

    @property
    def body(self) -> str:
        """What is written, without spaces around it."""
        return self.text.toPlainText().strip()

    def address(self, name: str, others: int = 0) -> None:
        """Say to whom a reply goes: the requester (for an employee: who answers) and how many others."""
        self._name, self._others = name, others
        self._dress()

    def write(self, body: str, *, is_internal: bool = False) -> None:
        """Put back a draft, or a text that was refused."""
        self.switch.choose(is_internal)
        self.text.setPlainText(body)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self._dress()

    def be_internal(self, is_internal: bool) -> None:  # noqa: FBT001 (reads like the switch)
        """Turn the switch."""
        self.switch.choose(is_internal)
        self._dress()

    def clear(self) -> None:
        """Empty the box once its words are saved."""
        self.text.clear()
        self.say_draft("")

    def say_draft(self, words: str) -> None:
        """Say how the draft stands, such as "Draft saved"."""
        self._draft.setText(words)

    @Slot()
    def _send(self) -> None:
        if self.body and self.isEnabled():
            self.sent.emit(self.body, self.is_internal)

    @Slot()
    def _edit(self) -> None:
        self.send_button.setEnabled(bool(self.body))
        self.edited.emit()

    @Slot(object)
    def _turn(self, _value: object) -> None:
        self._dress()
        self.edited.emit()

    @Slot()
    def _attach(self) -> None:
        self.attach_requested.emit()

    def _dress(self) -> None:
        """Let everything tell who will see it."""
        look = "note" if self.is_internal else "public" if self._for_staff else "employee"
        self.setProperty("frame", look)
        # The rules of the segments look at the frame around them, and are read anew only by polishing them.
        for widget in (self, *self.switch.segments()):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._who.setText(self._audience_words())
        self._who.set_tone("note" if self.is_internal else "accent")
        self._who_icon.show_icon(*(("lock", "note_text") if self.is_internal else ("eye", "accent_text")))
        self.send_button.setText(self._button_words().replace("&", "&&"))
        self.send_button.show_icon("lock" if self.is_internal else "send")
        self.send_button.be(Kind.NOTE if self.is_internal else Kind.PRIMARY)
        self.send_button.setEnabled(bool(self.body))
        self.text.setPlaceholderText(self._placeholder())
        self.text.setAccessibleName(self._audience_words() if self._for_staff else self._placeholder())

    def _audience_words(self) -> str:
        if self.is_internal:
            words = self.tr("Only IT will see this. {name} will not.")
        elif self._others:
            words = self.tr("To: {name} and {others} more — they will see this")
        else:
            words = self.tr("To: {name} — they will see this")
        return words.format(name=self._name, others=self._others)

    def _button_words(self) -> str:
        if self.is_internal:
            return self.tr("Save note")
        return self.tr("Send to {name}").format(name=self._name) if self._for_staff else self.tr("Send")

    def _placeholder(self) -> str:
        if self.is_internal:
            return self.tr("Write what IT should know")
        return self.tr("Write to {name}").format(name=self._name) if self._name else self.tr("Write here")

    def _connect(self) -> None:
        self.switch.chosen.connect(self._turn)
        self.text.textChanged.connect(self._edit)
        self.text.send_pressed.connect(self._send)
        self.send_button.clicked.connect(self._send)
        self.attach_button.clicked.connect(self._attach)

    def _assemble(self) -> None:
        who = QHBoxLayout()
        who.setSpacing(scaled(8))
        who.addWidget(self._who_icon)
        who.addWidget(self._who, 1)
        self.tools.setSpacing(scaled(4))
        self.tools.addWidget(self.attach_button)
        foot = QHBoxLayout()
        foot.setSpacing(scaled(8))
        foot.addLayout(self.tools)
        foot.addWidget(self._draft, 1)
        foot.addWidget(self.send_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(10), scaled(10), scaled(10), scaled(8))
        column.setSpacing(scaled(8))
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(who)
        column.addWidget(self.text)
        column.addLayout(foot)
        for widget in (self.switch, self._who_icon, self._who):
            widget.setVisible(self._for_staff)
