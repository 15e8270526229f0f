"""Asks how much time somebody spent on a ticket."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from itdesk.domain.limits import MINUTES_A_DAY, SHORT_TEXT_CHARS
from itdesk.domain.minutes_text import minutes_in
from itdesk.ui.console.dialog import ConsoleDialog
from itdesk.ui.fonts import TextRole
from itdesk.ui.widgets.plain_label import PlainLabel


@dataclass(frozen=True)
class Spent:
    """The answer."""

    minutes: int
    note: str


class TimeDialog(ConsoleDialog):
    """Minutes, or hours and minutes, and on what. Answers a Spent."""

    def __init__(self, reference: str, parent: QWidget) -> None:
        super().__init__("", "", parent, width=360)
        self.setWindowTitle(self.tr("Time spent on {number}").format(number=reference))
        self.title.setText(self.windowTitle())
        self.ok_button.setText(self.tr("Note it"))
        self.time, self.note = QLineEdit(), QLineEdit()
        self.note.setMaxLength(SHORT_TEXT_CHARS)
        self.body.addWidget(self.field_label(self.tr("How long"), self.time))
        self.body.addWidget(self.time)
        hint = self.tr("15, 1:30 or 1h 30. Only IT sees it.")
        self.body.addWidget(PlainLabel(hint, TextRole.META, tone="secondary"))
        self.body.addWidget(self.field_label(self.tr("On what (if you like)"), self.note))
        self.body.addWidget(self.note)
        self.time.setFocus()

    def answer(self) -> object | None:
        """Return what was spent, or say what is missing."""
        minutes = minutes_in(self.time.text())
        if minutes is None or not 0 < minutes <= MINUTES_A_DAY:
            self.missing.say(self.tr("Say how long: 15, 1:30 or 1h 30; a day at most."))
            self.time.setFocus()
            return None
        return Spent(minutes, self.note.text().strip())
