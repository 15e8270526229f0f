"""The frame of a question that the person has called up herself: words, fields, a way back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel


class QuestionBar(QFrame):
    """A subclass fills `rows`. Signals: `left()` by Back or Escape: nothing was asked for."""

    left = Signal()

    def __init__(self, question: str, button_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tint", "grey")
        self.question = PlainLabel(question, TextRole.SECTION, wraps=True)
        self.back_button = Button(self.tr("Back"), Kind.QUIET)
        self.do_button = Button(button_text, Kind.PRIMARY)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(scaled(6))
        foot = QHBoxLayout()
        foot.setSpacing(scaled(8))
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.do_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(8), scaled(12), scaled(8))
        column.setSpacing(scaled(6))
        column.addWidget(self.question)
        column.addLayout(self.rows)
        column.addLayout(foot)
        self.back_button.clicked.connect(self._leave)

    def begin(self) -> None:
        """Ask afresh, and take the keyboard."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _leave(self) -> None:
        self.left.emit()
