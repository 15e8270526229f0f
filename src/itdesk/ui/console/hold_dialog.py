"""Asks what a ticket waits for, and for the words that go with that."""

from dataclasses import dataclass
from datetime import datetime, time

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QButtonGroup, QDateEdit, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from itdesk.domain.refusals import Code, Refusal
from itdesk.domain.status import PendingReason
from itdesk.ui.console.dialog import ConsoleDialog, NoteField
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.words import name_of, refusal_sentence

MORNING = time(8, 0)


@dataclass(frozen=True)
class Waiting:
    """What was chosen. `until` is aware, only for a scheduled ticket."""

    reason: PendingReason
    note: str
    until: datetime | None


class HoldDialog(ConsoleDialog):
    """Put on hold. Answers a Waiting."""

    def __init__(self, reference: str, requester: str, today: QDate, parent: QWidget) -> None:
        super().__init__("", "", parent, width=560)
        self.setWindowTitle(self.tr("Put {number} on hold").format(number=reference))
        self.title.setText(self.windowTitle())
        self.ok_button.setText(self.tr("Put on hold"))
        self._requester = requester

        self._reasons = QButtonGroup(self)
        self.body.addWidget(PlainLabel(self.tr("What does it wait for?"), TextRole.NAME))
        columns = QGridLayout()
        columns.setHorizontalSpacing(scaled(16))
        columns.setVerticalSpacing(scaled(2))
        for place, reason in enumerate(PendingReason):
            button = QRadioButton(name_of(reason))
            self._reasons.addButton(button, place)
            columns.addWidget(button, *divmod(place, 2))
        self.body.addLayout(columns)

        self.until = QDateEdit(today.addDays(1))
        self.until.setMinimumDate(today.addDays(1))
        self.until.setCalendarPopup(True)
        self._until_label = self.field_label(self.tr("Until"), self.until)
        dates = QHBoxLayout()
        dates.addWidget(self._until_label)
        dates.addWidget(self.until)
        dates.addStretch(1)
        self.body.addLayout(dates)

        self.note = NoteField(3)
        self.finishes_by_keyboard(self.note)
        self.note_label = self.field_label("", self.note)
        self.note_label.setWordWrap(True)
        self.body.addWidget(self.note_label)
        self.body.addWidget(self.note, 1)
        self._reasons.idToggled.connect(self._follow)
        self._follow()

    @property
    def reason(self) -> PendingReason | None:
        """What was chosen so far."""
        place = self._reasons.checkedId()
        return None if place < 0 else tuple(PendingReason)[place]

    def choose(self, reason: PendingReason) -> None:
        """Choose a reason."""
        self._reasons.button(tuple(PendingReason).index(reason)).setChecked(True)

    def answer(self) -> object | None:
        """Return what was chosen, or say what is missing."""
        note = self.note.toPlainText().strip()
        if self.reason is None:
            self.missing.say(refusal_sentence(Refusal(code=Code.REASON_REQUIRED, field="reason")))
            return None
        if self.reason is PendingReason.USER and not note:
            self.missing.say(self.tr("Write what you need to know; that is what goes to the requester."))
            self.note.setFocus()
            return None
        return Waiting(self.reason, note, self._until_time())

    def _until_time(self) -> datetime | None:
        if self.reason is not PendingReason.SCHEDULED:
            return None
        date = self.until.date()
        morning = datetime.combine(datetime(date.year(), date.month(), date.day()), MORNING)  # noqa: DTZ001
        return morning.astimezone()

    @Slot()
    def _follow(self) -> None:
        is_scheduled = self.reason is PendingReason.SCHEDULED
        self.until.setVisible(is_scheduled)
        self._until_label.setVisible(is_scheduled)
        if self.reason is PendingReason.USER:
            words = self.tr("What do you ask? {person} will see this").format(person=self._requester)
        else:
            words = self.tr("Note (may stay empty). {person} will see this").format(person=self._requester)
        self.note_label.setText(words)
        self.note.setAccessibleName(words)
