"""Asks for a tag."""

from PySide6.QtWidgets import QLineEdit, QWidget

from itdesk.domain.limits import TAG_CHARS
from itdesk.ui.console.dialog import ConsoleDialog


class TagDialog(ConsoleDialog):
    """One word to find tickets by. Answers it as a text."""

    def __init__(self, reference: str, parent: QWidget) -> None:
        super().__init__("", "", parent, width=360)
        self.setWindowTitle(self.tr("Tag {number}").format(number=reference))
        self.title.setText(self.windowTitle())
        self.ok_button.setText(self.tr("Add tag"))
        self.tag = QLineEdit()
        self.tag.setMaxLength(TAG_CHARS)
        self.body.addWidget(self.field_label(self.tr("Tag"), self.tag))
        self.body.addWidget(self.tag)
        self.tag.setFocus()

    def answer(self) -> object | None:
        """Return the tag, or say that it is missing."""
        tag = self.tag.text().strip()
        if not tag:
            self.missing.say(self.tr("Write a tag."))
        return tag or None
