"""Small editors of one part of the line below the description. Each shows one question."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from PySide6.QtCore import QDate, Qt, QTime, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QDateEdit, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from itdesk.domain.catalogue import Concerns
from itdesk.domain.limits import SHORT_TEXT_CHARS
from itdesk.domain.people import Person
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.report.around import (
    SOME_DAYS,
    Around,
    Knows,
    at_time,
    days_ago,
    what_is_left_out,
    who_sees_it,
)
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.segmented_control import Choice, SegmentedControl

FIELD_HEIGHT = 36
TO_TEN_MINUTES = 10


class AroundEditor(QWidget):
    """One question about what surrounds the problem. Signals: edited(Around), done() on Enter."""

    edited = Signal(object)
    done = Signal()

    def __init__(self, name: str, around: Around) -> None:
        super().__init__()
        self.around = around
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(8))
        self._column.addWidget(PlainLabel(name, TextRole.NAME, wraps=True))
        self.note = PlainLabel("", TextRole.META, tone="secondary", wraps=True)

    def focus(self) -> None:
        """Be ready to answer."""

    def tell(self, **values: object) -> None:
        """Take what she says now."""
        self.around = replace(self.around, **values)  # type: ignore[arg-type] # each editor knows its own
        self._show_what_follows()
        self.edited.emit(self.around)

    def _show_what_follows(self) -> None:
        """Show in the editor what follows from the answer, before its new height is told."""

    def _choices(self, name: str, choices: Sequence[Choice], chosen: object) -> SegmentedControl:
        control = SegmentedControl(name)
        control.offer(choices)
        control.choose(chosen)
        self._column.addWidget(control)
        return control

    def _names(self, name: str, hint: str, known: Sequence[str], text: str) -> QComboBox:
        """Add a field to type into or pick from; what is typed is found anywhere in a name."""
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(list(known))
        box.setCurrentIndex(-1)
        box.setAccessibleName(name)
        box.setMinimumHeight(scaled(FIELD_HEIGHT))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field = box.lineEdit()
        if isinstance(field, QLineEdit):
            field.setMaxLength(SHORT_TEXT_CHARS)
            field.setPlaceholderText(hint)
            field.setAccessibleName(name)
            field.setText(text)
            field.returnPressed.connect(self.done)
        completer = QCompleter(list(known), box)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        box.setCompleter(completer)
        self._column.addWidget(box)
        return box

    def _show_note(self) -> None:
        text = " ".join(filter(None, (who_sees_it(self.around), what_is_left_out(self.around))))
        self.note.setText(text)
        self.note.setVisible(bool(text))


class ConcernsEditor(AroundEditor):
    """This computer, another one by its name, or none."""

    def __init__(self, around: Around, knows: Knows) -> None:
        name = self.tr("What it concerns")
        super().__init__(name, around)
        choices = (
            (Concerns.THIS_COMPUTER, self.tr("This computer")),
            (Concerns.ANOTHER_COMPUTER, self.tr("Another computer")),
            (Concerns.NO_COMPUTER, self.tr("Not about a computer")),
        )
        self.choice = self._choices(name, choices, around.concerns)
        self.choice.chosen.connect(self._on_chosen)
        hint = self.tr("Its name, or who works on it")
        self.device = self._names(self.tr("Which computer"), hint, knows.devices, around.device)
        self.device.currentTextChanged.connect(self._on_device)
        self._column.addWidget(self.note)
        self._show_what_follows()

    def focus(self) -> None:
        """Be ready to choose."""
        self.choice.segments()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_what_follows(self) -> None:
        self.device.setVisible(self.around.concerns is Concerns.ANOTHER_COMPUTER)
        self._show_note()

    @Slot(object)
    def _on_chosen(self, concerns: object) -> None:
        self.tell(concerns=concerns)
        if concerns is Concerns.ANOTHER_COMPUTER:
            self.device.setFocus()

    @Slot(str)
    def _on_device(self, device: str) -> None:
        self.tell(device=device.strip())


class TextEditor(AroundEditor):
    """A line of text: where she is, or how to reach her."""

    def __init__(self, name: str, part: str, around: Around) -> None:
        super().__init__(name, around)
        self._part = part
        self.line = QLineEdit(str(getattr(around, part)))
        self.line.setMaxLength(SHORT_TEXT_CHARS)
        self.line.setMinimumHeight(scaled(FIELD_HEIGHT))
        self.line.setAccessibleName(name)
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self.done)
        self._column.addWidget(self.line)

    def focus(self) -> None:
        """Be ready to type; what stands there is replaced by typing."""
        self.line.setFocus()
        self.line.selectAll()

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self.tell(**{self._part: text.strip()})


class SinceEditor(AroundEditor):
    """Since when: now, a time of today, yesterday, some days, or a date."""

    NOW, TODAY, YESTERDAY, DAYS, DATE = range(5)

    def __init__(self, around: Around, now: datetime) -> None:
        name = self.tr("Since when is it so")
        super().__init__(name, around)
        self._now = now
        choices = (
            (self.NOW, self.tr("Just now")),
            (self.TODAY, self.tr("Today")),
            (self.YESTERDAY, self.tr("Yesterday")),
            (self.DAYS, self.tr("Some days")),
            (self.DATE, self.tr("A date")),
        )
        self.choice = self._choices(name, choices, self._kind())
        self.choice.chosen.connect(self._on_chosen)
        local = (around.since or now).astimezone()
        self.clock = QTimeEdit(QTime(local.hour, local.minute // TO_TEN_MINUTES * TO_TEN_MINUTES))
        self.clock.setAccessibleName(self.tr("About what time"))
        self.clock.timeChanged.connect(self._on_clock)
        self.date = QDateEdit(QDate(local.year, local.month, local.day))
        self.date.setMaximumDate(QDate(now.astimezone().year, now.astimezone().month, now.astimezone().day))
        self.date.setAccessibleName(self.tr("Since which day"))
        self.date.dateChanged.connect(self._on_date)
        for field in (self.clock, self.date):
            field.setMinimumHeight(scaled(FIELD_HEIGHT))
            self._column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(self._kind())

    def focus(self) -> None:
        """Be ready to choose."""
        self.choice.segments()[self._kind()].setFocus(Qt.FocusReason.TabFocusReason)

    def _kind(self) -> int:
        if self.around.since is None:
            return self.NOW
        days = (self._now.astimezone().date() - self.around.since.astimezone().date()).days
        return {0: self.TODAY, 1: self.YESTERDAY, SOME_DAYS: self.DAYS}.get(days, self.DATE)

    def _show(self, kind: object) -> None:
        self.clock.setVisible(kind == self.TODAY)
        self.date.setVisible(kind == self.DATE)

    @Slot(object)
    def _on_chosen(self, kind: object) -> None:
        self._show(kind)
        match kind:
            case self.TODAY:
                self._on_clock(self.clock.time())
                self.clock.setFocus()
            case self.YESTERDAY:
                self.tell(since=days_ago(self._now, 1))
            case self.DAYS:
                self.tell(since=days_ago(self._now, SOME_DAYS))
            case self.DATE:
                self._on_date(self.date.date())
                self.date.setFocus()
            case _:
                self.tell(since=None)

    @Slot(QTime)
    def _on_clock(self, clock: QTime) -> None:
        self.tell(since=at_time(self._now, time(clock.hour(), clock.minute())))

    @Slot(QDate)
    def _on_date(self, date: QDate) -> None:
        today = self._now.astimezone().date()
        days = QDate(date.year(), date.month(), date.day()).daysTo(QDate(today.year, today.month, today.day))
        self.tell(since=days_ago(self._now, max(int(days), 0)))


class PersonEditor(AroundEditor):
    """For herself, or for somebody whom she picks or names."""

    def __init__(self, around: Around, knows: Knows) -> None:
        name = self.tr("For whom")
        super().__init__(name, around)
        self._people = {_called(person): person for person in knows.people}
        choices = ((False, self.tr("For me")), (True, self.tr("For somebody else")))
        self.choice = self._choices(name, choices, bool(around.person))
        self.choice.chosen.connect(self._on_chosen)
        hint = self.tr("Name, or login such as anna.nowak")
        self.person = self._names(self.tr("Who it is for"), hint, list(self._people), around.person)
        self.person.currentTextChanged.connect(self._on_person)
        self._column.addWidget(self.note)
        self._show_what_follows()

    def focus(self) -> None:
        """Be ready to choose."""
        self.choice.segments()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_what_follows(self) -> None:
        self.person.setVisible(bool(self.choice.value))
        self._show_note()

    @Slot(object)
    def _on_chosen(self, is_another: object) -> None:
        if is_another:
            self._on_person(self.person.currentText())
            self.person.setFocus()
        else:
            self.tell(person="", person_id="")

    @Slot(str)
    def _on_person(self, text: str) -> None:
        known = self._known(text)
        self.tell(person=known.name if known else text.strip(), person_id=known.id if known else "")

    def _known(self, text: str) -> Person | None:
        """Return who is meant: one that was picked, or the only one of this name or login."""
        if text in self._people:
            return self._people[text]
        said = text.strip().casefold()
        meant = [one for one in self._people.values() if said in (one.name.casefold(), one.login.casefold())]
        return meant[0] if len(meant) == 1 else None


def _called(person: Person) -> str:
    return f"{person.name} ({person.login})"
