"""What is wrong, in the employee's own words: the left column of the report."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from itdesk.domain.catalogue import Category, Concerns
from itdesk.domain.documents import in_language
from itdesk.domain.limits import SHORT_TEXT_CHARS, TITLE_CHARS
from itdesk.domain.priority import Urgency
from itdesk.services.symptoms import Symptom
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.report.question_rows import QuestionRows
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
    """Symptom, description, title, what it concerns, how badly. Signals: changed, after a pause."""

    changed = Signal()
    symptom_chosen = Signal(object)
    concerns_changed = Signal(object)

    def __init__(self, symptoms: Sequence[Symptom], language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = {symptom.code: symptom for symptom in symptoms}
        self._language = language
        self._proposed = ""
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
        self._more.setVisible(self.symptoms.has_more)
        self._more.clicked.connect(self.show_more)
        self.symptoms.setAccessibleName(self.tr("What is happening?"))
        self.symptoms.chosen.connect(self._on_symptom)

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

        # What it concerns
        self._concerns = SegmentedControl(self.tr("What it concerns"))
        self._concerns.offer(
            (
                (Concerns.THIS_COMPUTER, self.tr("This computer")),
                (Concerns.ANOTHER_COMPUTER, self.tr("Another computer")),
                (Concerns.NO_COMPUTER, self.tr("Not about a computer")),
            )
        )
        self._concerns.chosen.connect(self._on_concerns)
        self._place = self._line(self.tr("Where I am"), SHORT_TEXT_CHARS)
        self._contact = self._line(self.tr("How to reach me"), SHORT_TEXT_CHARS)

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
        urgency, concerns = self._urgency.value, self._concerns.value
        return Words(
            title=self.title.text().strip(),
            description=self.description.toPlainText(),
            symptom=symptom.code if symptom else "",
            category=symptom.category if symptom else Category.OTHER,
            urgency=urgency if isinstance(urgency, Urgency) else Urgency.MEDIUM,
            concerns=concerns if isinstance(concerns, Concerns) else Concerns.THIS_COMPUTER,
            place=self._place.text().strip(),
            contact=self._contact.text().strip(),
            answers=self.questions.answers(),
        )

    def show_words(self, words: Words) -> None:
        """Fill the form with a draft."""
        self.symptoms.choose(words.symptom)
        self.questions.show_answers(words.answers)
        self._proposed = proposed_title(words.description)
        self.description.setPlainText(words.description)
        self.title.setText(words.title)
        self._urgency.choose(words.urgency)
        self.choose_concerns(words.concerns)
        self.show_reach(words.place, words.contact)

    def choose_concerns(self, concerns: Concerns) -> None:
        """Say what it is about, as if she had."""
        self._concerns.choose(concerns)
        self._on_concerns(concerns)

    def show_reach(self, place: str, contact: str) -> None:
        """Fill in where she is and how to reach her, where she has not said so herself."""
        for line, text in ((self._place, place), (self._contact, contact)):
            if text and not line.text():
                line.setText(text)

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(self.symptoms)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(scaled(10))
        self._add(column, self.tr("Describe it in your own words"), self.description)
        column.addWidget(self.private)
        column.addLayout(self.news)
        column.addSpacing(scaled(6))
        column.addWidget(self.questions)
        self._add(column, self.tr("How badly does it get in your way?"), self._urgency)
        column.addSpacing(scaled(6))
        self._add(column, self.tr("In a few words"), self.title)
        column.addSpacing(scaled(6))
        self._add(column, self.tr("What it concerns"), self._concerns)
        column.addSpacing(scaled(6))
        reach = QHBoxLayout()
        reach.setSpacing(scaled(12))
        for name, line in ((self.tr("Where I am"), self._place), (self.tr("How to reach me"), self._contact)):
            half = QVBoxLayout()
            half.setSpacing(scaled(4))
            self._add(half, name, line)
            reach.addLayout(half, 1)
        column.addLayout(reach)

    def _add(self, column: QVBoxLayout, name: str, widget: QWidget) -> None:
        label = PlainLabel(name, TextRole.SECTION, wraps=True)
        label.setBuddy(widget)
        column.addWidget(label)
        column.addWidget(widget)

    @Slot(str)
    def _on_symptom(self, code: str) -> None:
        symptom = self._known[code]
        self._more.setVisible(self.symptoms.has_more)
        self.questions.ask(symptom.questions)
        self._on_edited()
        self.symptom_chosen.emit(symptom)

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
    def _on_concerns(self, concerns: Concerns) -> None:
        self._on_edited()
        self.concerns_changed.emit(concerns)


def with_title(words: Words, symptom_name: str) -> Words:
    """Return the words with a title: the symptom's name where she gave none."""
    return words if words.title else replace(words, title=proposed_title(words.description) or symptom_name)
