"""Opening a closed ticket again: one sentence about what is wrong."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from itdesk.domain.limits import SHORT_TEXT_CHARS
from itdesk.ui.requester.question_bar import QuestionBar


class ReopeningBar(QuestionBar):
    """Signals: `answered(reason)`, perhaps empty."""

    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.question.setText(self.tr("What is wrong again?"))
        self.do_button.setText(self.tr("Open it again"))
        self.reason = QLineEdit()
        self.reason.setMaxLength(SHORT_TEXT_CHARS)
        self.reason.setPlaceholderText(self.tr("One sentence is enough"))
        self.reason.setAccessibleName(self.question.text())
        self.rows.addWidget(self.reason)
        self.do_button.clicked.connect(self._answer)
        self.reason.returnPressed.connect(self._answer)

    def begin(self) -> None:
        """Ask afresh."""
        self.reason.clear()
        self.reason.setFocus()

    @Slot()
    def _answer(self) -> None:
        self.answered.emit(self.reason.text().strip())
