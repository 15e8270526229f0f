"""Asks for the note that goes with an end: what was done, or why it was cancelled."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from itdesk.domain.refusals import Code, Refusal
from itdesk.domain.status import Status
from itdesk.ui.console.dialog import ConsoleDialog, NoteField
from itdesk.ui.fonts import TextRole
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.words import refusal_sentence


@dataclass(frozen=True)
class Ending:
    """What was written."""

    to: Status
    note: str


class NoteDialog(ConsoleDialog):
    """Resolve or cancel, with a note that the requester reads. Answers an Ending."""

    def __init__(self, to: Status, reference: str, requester: str, parent: QWidget) -> None:
        self._to = to
        is_resolved = to is Status.RESOLVED
        super().__init__("", "", parent)
        if is_resolved:
            self.setWindowTitle(self.tr("Resolve {number}").format(number=reference))
            self.ok_button.setText(self.tr("Resolve ticket"))
            label = self.tr("What was done?")
            hint = self.tr("{person} reads this and says whether it works.").format(person=requester)
        else:
            self.setWindowTitle(self.tr("Cancel {number}").format(number=reference))
            self.ok_button.setText(self.tr("Cancel ticket"))
            self.cancel_button.setText(self.tr("Keep it"))
            label = self.tr("Why will nothing be done?")
            hint = self.tr("{person} reads this.").format(person=requester)
        self.title.setText(self.windowTitle())
        self.note = NoteField(5)
        self.finishes_by_keyboard(self.note)
        self.body.addWidget(self.field_label(label, self.note))
        self.body.addWidget(self.note, 1)
        self.body.addWidget(PlainLabel(hint, TextRole.META, tone="secondary", wraps=True))
        self.note.setFocus()

    def answer(self) -> object | None:
        """Return the ending, or say that the note is missing."""
        note = self.note.toPlainText().strip()
        if not note:
            self.missing.say(refusal_sentence(Refusal(code=Code.NOTE_REQUIRED, field="note")))
            self.note.setFocus()
            return None
        return Ending(self._to, note)
