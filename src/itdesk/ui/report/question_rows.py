"""The one to three questions that belong to a symptom."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from itdesk.domain.documents import Question, in_language
from itdesk.domain.limits import SHORT_TEXT_CHARS
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.plain_label import PlainLabel

Field = QComboBox | QLineEdit


class QuestionRows(QWidget):
    """Asks what may stay unanswered. Signals: edited."""

    edited = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._questions: tuple[Question, ...] = ()
        self._fields: dict[str, Field] = {}
        self._answers: dict[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(4))
        self.setVisible(False)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked now."""
        return self._questions

    def ask(self, questions: Sequence[Question]) -> None:
        """Ask these questions in place of those before; what was answered to the same ones is kept."""
        self._answers |= self.answers()
        self._clear()
        self._questions = tuple(questions)
        for question in self._questions:
            self._add(question)
        self.show_answers(self._answers)
        self.setVisible(bool(self._questions))

    def answers(self) -> dict[str, str]:
        """Return what was answered, by the questions' ids; nothing for what was not."""
        said = {id: _said(field) for id, field in self._fields.items()}
        return {id: text for id, text in said.items() if text}

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Fill in answers of a draft, also of questions that are asked later."""
        self._answers |= answers
        for id, field in self._fields.items():
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(field.findText(answers.get(id, "")), 0))
            else:
                field.setText(answers.get(id, ""))

    def _clear(self) -> None:
        self._fields.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setVisible(False)
                widget.deleteLater()

    def _add(self, question: Question) -> None:
        words = in_language(question.words, self._language)
        field = self._choices(question) if question.choices else self._line()
        field.setAccessibleName(words)
        field.setMinimumHeight(scaled(36))
        label = PlainLabel(words, TextRole.NAME, wraps=True)
        label.setBuddy(field)
        self._column.addWidget(label)
        self._column.addWidget(field)
        self._column.addSpacing(scaled(2))
        self._fields[question.id] = field

    def _choices(self, question: Question) -> QComboBox:
        box = QComboBox()
        box.addItem("")
        box.addItems([in_language(choice, self._language) for choice in question.choices])
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(self._on_chosen)
        return box

    def _line(self) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(SHORT_TEXT_CHARS)
        line.textEdited.connect(self._on_edited)
        return line

    @Slot(int)
    def _on_chosen(self, _place: int) -> None:
        self.edited.emit()

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self.edited.emit()


def _said(field: Field) -> str:
    return (field.currentText() if isinstance(field, QComboBox) else field.text()).strip()
