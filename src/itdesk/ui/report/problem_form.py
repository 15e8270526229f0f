"""What is wrong, in the employee's own words: the left column of the report."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from itdesk.domain.catalogue import Category, Concerns
from itdesk.domain.documents import in_language
from itdesk.domain.limits import TITLE_CHARS
from itdesk.domain.priority import Urgency
from itdesk.services.symptoms import Symptom
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.report.around import Around
from itdesk.ui.report.around_line import AroundLine
from itdesk.ui.report.question_rows import QuestionRows
from itdesk.ui.report.symptom_search import SymptomSearch
from itdesk.ui.report.words import Words, proposed_title
from itdesk.ui.widgets.banner import Banner
from itdesk.ui.widgets.buttons import Button
from itdesk.ui.widgets.buttons import Kind as ButtonKind
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.segmented_control import SegmentedControl
from itdesk.ui.widgets.symptom_card import Symptom as SymptomWords
from itdesk.ui.widgets.symptom_card import SymptomGrid

PAUSE_MS = 500
SHOWN_SYMPTOMS = 9
DESCRIPTION_HEIGHT = 92


class ProblemForm(QWidget):
    """Symptom, description, what is around it, how badly, title.

    Signals: changed, after a pause; symptom_chosen(Symptom); around_changed(Around), at once.
    """

    changed = Signal()
    symptom_chosen = Signal(object)
    around_changed = Signal(object)

    def __init__(
        self,
        symptoms: Sequence[Symptom],
        language: str,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._known = {symptom.code: symptom for symptom in symptoms}
        self._language = language
        self._proposed = ""
        self._is_low = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.changed)

        # What hurts
        first = [symptom for symptom in symptoms if symptom.first][:SHOWN_SYMPTOMS]
        others = [symptom for symptom in symptoms if symptom not in first]
        self.symptoms = SymptomGrid(
            [SymptomWords(one.code, one.icon, in_language(one.name, language)) for one in (*first, *others)],
            shown=len(first) or None,
        )
        self._more = Button(self.tr("Show more"), ButtonKind.LINK)
        self._more.clicked.connect(self.show_more)
        self.symptoms.setAccessibleName(self.tr("What is happening?"))
        self.symptoms.chosen.connect(self._on_symptom)
        self.search = SymptomSearch(symptoms, self.symptoms)
        self.search.chosen.connect(self.focus)
        self.search.field.textChanged.connect(self._show_more_or_not)

        # In own words
        self.description = QPlainTextEdit()
        self.description.setTabChangesFocus(True)
        self.description.setProperty("role", "body")
        self.description.setAccessibleName(self.tr("Describe it in your own words"))
        self.description.setPlaceholderText(self.tr("What did you want to do, and what happened instead?"))
        self.description.textChanged.connect(self._on_description)
        self.private = Banner()
        self.news = QVBoxLayout()
        """What is found out while she writes: below the field, so that what she types stays in its place."""
        self.title = self._line(self.tr("In a few words"), TITLE_CHARS)
        self.questions = QuestionRows(language)
        self.questions.edited.connect(self._on_edited)

        # What it concerns, where, since when, for whom
        self.around = AroundLine(now)
        self.around.edited.connect(self._on_around)

        # How badly
        self._urgency = SegmentedControl(self.tr("How badly does it get in your way?"), is_large=True)
        self._urgency.offer(
            (
                (Urgency.HIGH, self.tr("I cannot work")),
                (Urgency.MEDIUM, self.tr("It hinders me")),
                (Urgency.LOW, self.tr("It can wait")),
            )
        )
        self._urgency.choose(Urgency.MEDIUM)
        self._urgency.chosen.connect(self._on_edited)
        self._assemble()

    def words(self) -> Words:
        """Return what the form holds now."""
        symptom = self._known.get(self.symptoms.chosen_id())
        urgency, around = self._urgency.value, self.around.around
        return Words(
            title=self.title.text().strip(),
            description=self.description.toPlainText(),
            symptom=symptom.code if symptom else "",
            category=symptom.category if symptom else Category.OTHER,
            urgency=urgency if isinstance(urgency, Urgency) else Urgency.MEDIUM,
            concerns=around.concerns,
            device=around.device,
            place=around.place,
            contact=around.contact,
            since=around.since,
            person=around.person,
            person_id=around.person_id,
            answers=self.questions.answers(),
        )

    def show_words(self, words: Words) -> None:
        """Fill the form with a draft; what she has typed before it came stands below it."""
        typed = self.description.toPlainText()
        if typed.strip() and typed.strip() not in map(str.strip, words.description.splitlines()):
            words = replace(words, description="\n".join(filter(None, (words.description, typed))))
        self.symptoms.choose(words.symptom)
        self.questions.show_answers(words.answers)
        self._proposed = proposed_title(words.description)
        self.description.setPlainText(words.description)
        self.description.moveCursor(QTextCursor.MoveOperation.End)
        self.title.setText(words.title)
        self._urgency.choose(words.urgency)
        self._show_around(
            Around(
                concerns=words.concerns,
                device=words.device,
                place=words.place or self.around.around.place,
                contact=words.contact or self.around.around.contact,
                since=words.since,
                person=words.person,
                person_id=words.person_id,
            )
        )

    def begin_with(self, sentence: str) -> None:
        """Let her go on behind this sentence; what is written already stays above it."""
        cursor = self.description.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        written = self.description.toPlainText()
        if sentence.strip() not in written:
            cursor.insertText(f"\n{sentence}" if written.strip() else sentence)
        self.description.setTextCursor(cursor)
        self.focus()

    def choose_concerns(self, concerns: Concerns) -> None:
        """Say what it is about, as if she had."""
        self._show_around(replace(self.around.around, concerns=concerns))

    def _show_around(self, around: Around) -> None:
        self.around.show_around(around)
        self._on_around(around)

    @Slot()
    def focus(self) -> None:
        """Be ready to type."""
        self.description.setFocus()

    def _line(self, name: str, limit: int) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setMaxLength(limit)
        line.setMinimumHeight(scaled(36))
        line.textEdited.connect(self._on_edited)
        return line

    def _assemble(self) -> None:
        self.description.setFixedHeight(scaled(DESCRIPTION_HEIGHT))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        self._hurts = QWidget(self)
        hurts = QVBoxLayout(self._hurts)
        hurts.setContentsMargins(0, 0, 0, scaled(10))
        hurts.setSpacing(scaled(6))
        hurts.addWidget(self.search)
        hurts.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.setVisible(self.symptoms.has_more)
        column.addWidget(self._hurts)
        self._described = self._add(column, self.tr("Describe it in your own words"), self.description)
        column.addWidget(self.private)
        column.addWidget(self.around)
        column.addLayout(self.news)
        column.addSpacing(scaled(6))
        column.addWidget(self.questions)
        self._add(column, self.tr("How badly does it get in your way?"), self._urgency)
        column.addSpacing(scaled(6))
        self._add(column, self.tr("In a few words"), self.title)

    def be_low(self, is_low: bool) -> None:  # noqa: FBT001 (reads like a switch)
        """Where the window is low, her own words come first; what she searches for stands above them."""
        self._is_low = is_low
        self._described.setVisible(not is_low)
        self._place_symptoms()

    def _place_symptoms(self) -> None:
        """Above the description, or, where the window is low, above the questions that belong to them."""
        goes_below = self._is_low and not self.search.is_searching
        if goes_below != (self._column.indexOf(self._hurts) > 0):
            self._column.removeWidget(self._hurts)
            self._column.insertWidget(self._column.indexOf(self.questions) if goes_below else 0, self._hurts)

    def _add(self, column: QVBoxLayout, name: str, widget: QWidget) -> PlainLabel:
        label = PlainLabel(name, TextRole.SECTION, wraps=True)
        label.setBuddy(widget)
        column.addWidget(label)
        column.addWidget(widget)
        return label

    @Slot(str)
    def _on_symptom(self, code: str) -> None:
        symptom = self._known[code]
        self.search.field.clear()
        self.questions.ask(symptom.questions)
        self._on_edited()
        self.symptom_chosen.emit(symptom)

    @Slot()
    def _show_more_or_not(self) -> None:
        self._more.setVisible(self.symptoms.has_more and not self.search.is_searching)
        self._place_symptoms()

    @Slot()
    def show_more(self) -> None:
        """Show every symptom."""
        self.symptoms.show_all()
        self._more.setVisible(False)

    @Slot()
    def _on_description(self) -> None:
        """The first sentence makes the title, until she writes one of her own."""
        proposed = proposed_title(self.description.toPlainText())
        if self.title.text() == self._proposed:
            self.title.setText(proposed)
        self._proposed = proposed
        self._on_edited()

    @Slot()
    def _on_edited(self) -> None:
        self._pause.start()

    @Slot(object)
    def _on_around(self, around: Around) -> None:
        self._on_edited()
        self.around_changed.emit(around)


def with_title(words: Words, symptom_name: str) -> Words:
    """Return the words with a title: the symptom's name where she gave none."""
    return words if words.title else replace(words, title=proposed_title(words.description) or symptom_name)
