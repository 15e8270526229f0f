"""One device where the person is signed in, and the way to sign out there."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.times import day_and_time
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from itdesk.services.sessions import Session


class SessionRow(QWidget):
    """Device, since when, last used; a button that asks once more before it signs out there.

    Signals: `end_wanted(id)`.
    """

    end_wanted = Signal(str)

    def __init__(self, session: "Session", now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = session.id
        self.device = session.device or self.tr("A device without a name")
        self.end_button = Button(self.tr("Sign out"))
        self.end_button.setAccessibleName(self.tr("Sign out on {device}").format(device=self.device))
        self.question = PlainLabel(
            self.tr("Sign out there? Whoever uses it has to sign in again."), wraps=True
        )
        self.yes_button = Button(self.tr("Sign out there"), Kind.DANGER)
        self.no_button = Button(self.tr("Cancel"))
        self.end_button.clicked.connect(self._ask)
        self.yes_button.clicked.connect(self._end)
        self.no_button.clicked.connect(self._leave)
        self._assemble(self._words_about(session, now))
        self.end_button.setVisible(not session.is_current)  # not before it lies here: it would be a window

    def _words_about(self, session: "Session", now: datetime) -> str:
        if session.is_current:
            words = self.tr("This computer. Signed in: {since}.")
        else:
            words = self.tr("Signed in: {since}. Last used: {used}.")
        since, used = day_and_time(session.created_at, now), day_and_time(session.last_used_at, now)
        return words.format(since=since, used=used)

    def _assemble(self, told: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(scaled(2))
        words.addWidget(PlainLabel(self.device, TextRole.NAME, elides=True))
        words.addWidget(PlainLabel(told, TextRole.META, tone="secondary", wraps=True))
        head = QHBoxLayout()
        head.setSpacing(scaled(16))
        head.addLayout(words, 1)
        head.addWidget(self.end_button, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(scaled(8))
        buttons.addWidget(self.yes_button)
        buttons.addWidget(self.no_button)
        buttons.addStretch(1)
        self._asked = QWidget(self)
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(self.question)
        asked.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addLayout(head)
        column.addWidget(self._asked)
        self._asked.setVisible(False)

    @Slot()
    def _ask(self) -> None:
        self._asked.setVisible(True)
        self.end_button.setEnabled(False)
        self.no_button.setFocus()

    @Slot()
    def _leave(self) -> None:
        self._asked.setVisible(False)
        self.end_button.setEnabled(True)
        self.end_button.setFocus()

    @Slot()
    def _end(self) -> None:
        self.yes_button.setEnabled(False)
        self.end_wanted.emit(self._id)
