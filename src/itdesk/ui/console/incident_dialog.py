"""Asks in which words everybody is told of a major incident."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from itdesk.domain.documents import Words
from itdesk.domain.limits import TITLE_CHARS
from itdesk.ui.console.dialog import ConsoleDialog, NoteField
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.plain_label import PlainLabel


@dataclass(frozen=True)
class IncidentWords:
    """What was written, by language."""

    title: Words
    body: Words


class IncidentDialog(ConsoleDialog):
    """A title and a text in both languages; in a hurry a title in one is enough. Answers IncidentWords."""

    def __init__(self, reference: str, parent: QWidget) -> None:
        super().__init__("", "", parent, width=680)
        self.setWindowTitle(self.tr("{number} is a major incident").format(number=reference))
        self.title.setText(self.windowTitle())
        self.ok_button.setText(self.tr("Tell everybody"))
        hint = self.tr(
            "Everybody in the company reads these words at once, and whoever reports the same is told that it"
            " is known. Nothing of the ticket itself is shown. It ends when the ticket is resolved."
        )
        self.titles = {"en": QLineEdit(), "pl": QLineEdit()}
        self.bodies = {"en": NoteField(2), "pl": NoteField(2)}
        self.body.addWidget(PlainLabel(hint, TextRole.META, tone="secondary", wraps=True))
        columns = QHBoxLayout()
        columns.setSpacing(scaled(16))
        columns.addLayout(
            self._column(
                self.tr("What does not work, in English?"), self.tr("What can people do, in English?"), "en"
            )
        )
        columns.addLayout(
            self._column(
                self.tr("What does not work, in Polish?"), self.tr("What can people do, in Polish?"), "pl"
            )
        )
        self.body.addLayout(columns, 1)
        for title in self.titles.values():
            title.setMaxLength(TITLE_CHARS)
        self.titles["en"].setFocus()

    def answer(self) -> object | None:
        """Return the words, or say that they are missing."""
        title = _said({language: field.text() for language, field in self.titles.items()})
        if not title:
            self.missing.say(self.tr("Say in at least one language what does not work."))
            self.titles["en"].setFocus()
            return None
        body = _said({language: field.toPlainText() for language, field in self.bodies.items()})
        return IncidentWords(title, body)

    def _column(self, title_label: str, body_label: str, language: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(scaled(8))
        title, body = self.titles[language], self.bodies[language]
        for label, field in ((title_label, title), (body_label, body)):
            column.addWidget(self.field_label(label, field))
            column.addWidget(field)
            self.finishes_by_keyboard(field)
        return column


def _said(words: Words) -> Words:
    return {language: text.strip() for language, text in words.items() if text.strip()}
