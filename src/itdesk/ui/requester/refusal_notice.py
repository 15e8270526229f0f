"""What was not accepted: the reason, and the person's own words back."""

from textwrap import shorten

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.domain.changes import CommentAdded, FixConfirmed, ParticipantAdded, Payload, Rated, TicketOpened
from itdesk.services.standing import RefusedChange, text_of
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.words import refusal_sentence

TITLE_CHARS = 60


class RefusalNotice(QFrame):
    """Shows one refused change until it is taken back. Hidden while there is none.

    Signals: `text_wanted(RefusedChange)`: the words back into where they were written;
    `dropped(RefusedChange)`: it may go.
    """

    text_wanted = Signal(object)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refused: RefusedChange | None = None
        self.setProperty("tint", "red")
        self._what = PlainLabel("", TextRole.NAME, wraps=True)
        self._why = PlainLabel("", TextRole.TEXT, tone="red", wraps=True)
        self.text_button = Button("")
        self.drop_button = Button("", Kind.QUIET)
        self.text_button.clicked.connect(self._want_text)
        self.drop_button.clicked.connect(self._drop)
        self._assemble()
        self.setVisible(False)

    @property
    def refused(self) -> RefusedChange | None:
        """What it shows."""
        return self._refused

    def show_refused(self, refused: RefusedChange | None) -> None:
        """Show what was not accepted; nothing, and the notice is gone."""
        is_other = refused != self._refused
        self._refused = refused
        self.setVisible(refused is not None)
        if refused is not None and is_other:
            self._tell(refused)

    def _tell(self, refused: RefusedChange) -> None:
        payload = refused.change.payload
        is_report = isinstance(payload, TicketOpened)
        self._what.setText(self._head(payload))
        self._why.setText(refusal_sentence(refused.refusal))
        self.text_button.setText(self.tr("Copy the text") if is_report else self.tr("Write it again"))
        self.text_button.setVisible(bool(text_of(refused.change)))
        self.drop_button.setText(self.tr("Remove"))
        self.setAccessibleName(f"{self._what.text()} {self._why.text()}")

    def _head(self, payload: Payload) -> str:
        match payload:
            case TicketOpened(title=title):
                words = self.tr("Your report “{title}” was not accepted")
                return words.format(title=shorten(title, TITLE_CHARS, placeholder="…"))
            case CommentAdded():
                return self.tr("Your answer was not accepted")
            case Rated():
                return self.tr("Your rating was not accepted")
            case FixConfirmed():
                return self.tr("Your word on whether it works was not accepted")
            case ParticipantAdded():
                return self.tr("Your invitation was not accepted")
        return self.tr("Your change was not accepted")

    @Slot()
    def _want_text(self) -> None:
        if self._refused is not None:
            self.text_wanted.emit(self._refused)

    @Slot()
    def _drop(self) -> None:
        if self._refused is not None:
            self.dropped.emit(self._refused)

    def _assemble(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(scaled(8))
        foot.addWidget(self.text_button)
        foot.addWidget(self.drop_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(10), scaled(16), scaled(10))
        column.setSpacing(scaled(4))
        for widget in (self._what, self._why):
            column.addWidget(widget)
        column.addLayout(foot)
