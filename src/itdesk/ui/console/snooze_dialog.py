"""Asks until when a ticket is put aside."""

from datetime import datetime, time, timedelta

from PySide6.QtCore import QDateTime, Slot
from PySide6.QtWidgets import QButtonGroup, QDateTimeEdit, QHBoxLayout, QRadioButton, QWidget

from itdesk.ui.console.dialog import ConsoleDialog
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.times import day_text
from itdesk.ui.widgets.plain_label import PlainLabel

MORNING = time(8, 0)
HOUR = timedelta(hours=1)
MONDAY = 0


class SnoozeDialog(ConsoleDialog):
    """One of a few times to come, or any. `now` is aware. Answers an aware datetime."""

    def __init__(self, reference: str, now: datetime, parent: QWidget) -> None:
        super().__init__("", "", parent, width=420)
        self._now = now.astimezone()
        self.setWindowTitle(self.tr("Put {number} aside").format(number=reference))
        self.title.setText(self.windowTitle())
        self.ok_button.setText(self.tr("Put aside"))
        hint = self.tr("It comes back to your lists then, or when somebody else does something on it.")
        self.body.addWidget(PlainLabel(hint, TextRole.META, tone="secondary", wraps=True))
        self._times: list[datetime] = []
        self._choices = QButtonGroup(self)
        for words, at in self._offers():
            self._add(f"{words}  –  {day_text(at)}", at)
        self._add(self.tr("Another time"), self._now + HOUR)
        self.at = QDateTimeEdit(QDateTime(self._now + HOUR))  # type: ignore[call-overload]
        self.at.setCalendarPopup(True)
        self.at.setAccessibleName(self.tr("Another time"))
        self.at.dateTimeChanged.connect(self._choose_other)
        row = QHBoxLayout()
        row.setContentsMargins(scaled(24), 0, 0, 0)
        row.addWidget(self.at)
        row.addStretch(1)
        self.body.addLayout(row)
        self._choices.button(0).setChecked(True)
        self._choices.button(0).setFocus()

    def choose(self, place: int) -> None:
        """Choose one of the times, the last is any."""
        self._choices.button(place).setChecked(True)

    def answer(self) -> object | None:
        """Return until when, or say that this is over."""
        place = self._choices.checkedId()
        is_other = place == len(self._times) - 1
        at = _aware(self.at.dateTime()) if is_other else self._times[place]
        if at <= self._now:
            self.missing.say(self.tr("Choose a time that is still to come."))
            self.at.setFocus()
            return None
        return at

    def _offers(self) -> list[tuple[str, datetime]]:
        tomorrow = self._morning(1)
        week = 7 - (self._now.weekday() - MONDAY) % 7
        return [
            (self.tr("In an hour"), self._now + HOUR),
            (self.tr("Tomorrow morning"), tomorrow),
            (self.tr("On Monday morning"), self._morning(week)),
        ]

    def _morning(self, days: int) -> datetime:
        """Return eight o'clock on that day, whatever the clocks do at night."""
        day = (self._now + timedelta(days=days)).date()
        return datetime.combine(day, MORNING).astimezone()

    def _add(self, words: str, at: datetime) -> None:
        button = QRadioButton(words)
        self._choices.addButton(button, len(self._times))
        self._times.append(at)
        self.body.addWidget(button)

    @Slot()
    def _choose_other(self) -> None:
        self.choose(len(self._times) - 1)


def _aware(at: QDateTime) -> datetime:
    return datetime.fromtimestamp(at.toSecsSinceEpoch()).astimezone()
