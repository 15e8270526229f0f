"""The question whether what this computer reported before the sign-in is hers."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.house_window import HouseWindow
from itdesk.ui.widgets.plain_label import PlainLabel


class ClaimWindow(HouseWindow):
    """One question, two answers. Signals: `confirmed()`, `declined()`."""

    confirmed = Signal()
    declined = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name`: the login under which the reports were sent."""
        super().__init__(parent)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Earlier reports from this computer"))
        question = self.tr("Reports from this computer were sent as {name} (unverified). Are they yours?")
        self.question = PlainLabel(question.format(name=name), TextRole.SECTION, wraps=True)
        self.outcome = PlainLabel(
            self.tr(
                "If they are, you see them among your tickets, and IT sees that they are yours."
                " If somebody else wrote them, they stay apart."
            ),
            TextRole.BODY,
            tone="secondary",
            wraps=True,
        )
        self.yes = Button(self.tr("Yes, they are mine"), Kind.PRIMARY)
        self.no = Button(self.tr("No, somebody else’s"))
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        answers = QHBoxLayout()
        answers.setSpacing(scaled(12))
        answers.addWidget(self.yes)
        answers.addWidget(self.no)
        answers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(28),) * 4)
        column.setSpacing(scaled(16))
        column.addWidget(self.question)
        column.addWidget(self.outcome)
        column.addStretch(1)
        column.addLayout(answers)
        self.resize(scaled(520), scaled(260))

    def show_linked(self, tickets: int) -> None:
        """Say how many tickets are hers now; there is nothing to answer any more."""
        self.outcome.setText(self.tr("%n ticket(s) are yours now.", "", tickets))
        self.yes.hide()
        self.no.setText(self.tr("Close"))
        self.no.setEnabled(True)
        self.no.clicked.disconnect(self._on_no)
        self.no.clicked.connect(self.close)

    def show_failure(self, error: Exception) -> None:
        """Say why it did not work; she may answer again."""
        self.outcome.setText(failure_sentence(error))
        self._let_answer(is_on=True)

    @Slot()
    def _on_yes(self) -> None:
        self._let_answer(is_on=False)
        self.confirmed.emit()

    @Slot()
    def _on_no(self) -> None:
        self._let_answer(is_on=False)
        self.declined.emit()

    def _let_answer(self, *, is_on: bool) -> None:
        self.yes.setEnabled(is_on)
        self.no.setEnabled(is_on)
