"""Closing one's own ticket: why, in three ready answers and a word of one's own."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from itdesk.domain.limits import SHORT_TEXT_CHARS
from itdesk.ui.requester.question_bar import QuestionBar


class ClosingBar(QuestionBar):
    """Signals: `answered(reason, is_needed)`: her words, and whether help would still have been of use."""

    answered = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.question.setText(self.tr("Why can it be closed?"))
        self.do_button.setText(self.tr("Close the ticket"))
        self.reason = QComboBox()
        self.reason.setAccessibleName(self.question.text())
        self.question.setBuddy(self.reason)
        self.reason.addItem(self.tr("It works again"), True)
        self.reason.addItem(self.tr("I found a way myself"), True)
        self.reason.addItem(self.tr("I do not need it any more"), False)
        self.reason.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.comment = QLineEdit()
        self.comment.setMaxLength(SHORT_TEXT_CHARS)
        self.comment.setPlaceholderText(self.tr("Add a word if you like"))
        self.comment.setAccessibleName(self.tr("Add a word for IT"))
        for field in (self.reason, self.comment):
            self.rows.addWidget(field)
        self.do_button.clicked.connect(self._answer)
        self.comment.returnPressed.connect(self._answer)

    def begin(self) -> None:
        """Ask afresh."""
        self.reason.setCurrentIndex(0)
        self.comment.clear()
        self.reason.setFocus()

    @Slot()
    def _answer(self) -> None:
        said = (self.reason.currentText(), self.comment.text().strip())
        self.answered.emit(". ".join(part for part in said if part), bool(self.reason.currentData()))
