"""A change that the server refused: why, and the person's words, kept."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.domain.changes import (
    CommentAdded,
    FixConfirmed,
    Payload,
    PrioritySet,
    Rated,
    StatusChanged,
    TicketOpened,
    TitleChanged,
)
from itdesk.domain.refusals import Code
from itdesk.services.standing import RefusedChange
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.flow_layout import FlowLayout
from itdesk.ui.widgets.foreign_text import ForeignText
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.words import refusal_sentence


class RefusedCard(QFrame):
    """Shows one refused change.

    Signals: `dismissed(ChangeId)`, `again_wanted(ChangeId)`: theirs stands, and the person wants her own all
    the same; `words_wanted(ChangeId)`: back into the box with what was written.
    """

    dismissed = Signal(object)
    again_wanted = Signal(object)
    words_wanted = Signal(object)

    def __init__(self, refused: RefusedChange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.refused = refused
        self.kept = kept_text(refused.change.payload)
        self.setProperty("tint", "red")
        self.setAccessibleName(self.tr("A change was refused"))
        self.reason = PlainLabel(refusal_sentence(refused.refusal), TextRole.TEXT, wraps=True)
        self.words = ForeignText(self.kept)
        self.words.setVisible(bool(self.kept))
        self.copy_button = Button(self.tr("Copy text"))
        self.copy_button.setVisible(bool(self.kept))
        self.copy_button.clicked.connect(self._copy)
        self.words_button = Button(self.tr("Back into the box"))
        self.words_button.setVisible(isinstance(refused.change.payload, CommentAdded))
        self.words_button.clicked.connect(self._want_words)
        self.again_button = Button(self.tr("Apply mine all the same"))
        self.again_button.setVisible(refused.refusal.code is Code.CONFLICT)
        self.again_button.clicked.connect(self._want_again)
        self.dismiss_button = Button(self.tr("Dismiss"), Kind.QUIET)
        self.dismiss_button.clicked.connect(self._dismiss)
        self._assemble()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.kept)

    @Slot()
    def _want_again(self) -> None:
        self.again_wanted.emit(self.refused.change.id)

    @Slot()
    def _want_words(self) -> None:
        self.words_wanted.emit(self.refused.change.id)

    @Slot()
    def _dismiss(self) -> None:
        self.dismissed.emit(self.refused.change.id)

    def _assemble(self) -> None:
        buttons = FlowLayout(spacing=scaled(8))
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.words_button)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.dismiss_button)
        lines = QVBoxLayout()
        lines.setSpacing(scaled(4))
        lines.addWidget(PlainLabel(self.tr("This did not go through"), TextRole.NAME))
        lines.addWidget(self.reason)
        lines.addWidget(self.words)
        lines.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(16), scaled(10), scaled(12), scaled(8))
        row.setSpacing(scaled(12))
        row.addWidget(IconLabel("warning", 20, "red_text"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)


def kept_text(payload: Payload) -> str:
    """Return the words that somebody wrote in a change; empty where there were none."""
    match payload:
        case CommentAdded(body=words) | StatusChanged(note=words) | TitleChanged(title=words):
            return words
        case FixConfirmed(comment=words) | Rated(comment=words) | PrioritySet(reason=words):
            return words
        case TicketOpened(title=title, description=description):
            return "\n".join(filter(None, (title, description)))
    return ""
