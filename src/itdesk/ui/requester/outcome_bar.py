"""Does it work now? The requester's word decides."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel


class OutcomeBar(QFrame):
    """Yes at once; no with a word about what is still wrong. Signals: `answered(works, comment)`."""

    answered = Signal(bool, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tint", "green")
        self._question = PlainLabel(self.tr("Does it work now?"), TextRole.SECTION)
        self._goes_to = PlainLabel("", TextRole.TEXT, tone="secondary", wraps=True)
        self.no_button = Button(self.tr("It does not"))
        self.yes_button = Button(self.tr("Yes, it works"), Kind.PRIMARY, "check")

        self.comment = QLineEdit()
        self.comment.setPlaceholderText(self.tr("What is still wrong?"))
        self.comment.setAccessibleName(self.tr("What is still wrong?"))
        self.back_button = Button(self.tr("Back"), Kind.QUIET)
        self.send_button = Button(self.tr("Say that it does not work"), Kind.PRIMARY)

        self._ask, self._tell = QWidget(), QWidget()
        self._assemble()
        self.no_button.clicked.connect(self._begin_no)
        self.yes_button.clicked.connect(self._say_yes)
        self.back_button.clicked.connect(self.reset)
        self.send_button.clicked.connect(self._say_no)
        self.comment.returnPressed.connect(self._say_no)

    def address(self, name: str) -> None:
        """Say to whom the answer goes: a name, or IT."""
        self._goes_to.setText(self.tr("Your answer goes straight to {name}.").format(name=name))

    def be_low(self, *, is_low: bool) -> None:
        """Take one line only, where the window is low."""
        self._goes_to.setVisible(not is_low)

    @Slot()
    def reset(self) -> None:
        """Ask afresh."""
        self.comment.clear()
        self._ask.setVisible(True)
        self._tell.setVisible(False)

    @Slot()
    def _begin_no(self) -> None:
        self._ask.setVisible(False)
        self._tell.setVisible(True)
        self.comment.setFocus()

    @Slot()
    def _say_yes(self) -> None:
        self.answered.emit(True, "")

    @Slot()
    def _say_no(self) -> None:
        self.answered.emit(False, self.comment.text().strip())

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._question)
        words.addWidget(self._goes_to)
        ask = QHBoxLayout(self._ask)
        ask.setContentsMargins(0, 0, 0, 0)
        ask.setSpacing(scaled(8))
        ask.addLayout(words, 1)
        for button in (self.no_button, self.yes_button):
            ask.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        tell = QHBoxLayout(self._tell)
        tell.setContentsMargins(0, 0, 0, 0)
        tell.setSpacing(scaled(8))
        tell.addWidget(self.comment, 1)
        tell.addWidget(self.back_button)
        tell.addWidget(self.send_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(10), scaled(12), scaled(10))
        column.setSpacing(0)
        column.addWidget(self._ask)
        column.addWidget(self._tell)
        self._tell.setVisible(False)
