"""The frame of the console's small questions: a title, the question, what is missing, two buttons."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel


class MissingLine(QWidget):
    """Says in red, with an icon, what is still missing. Takes its room only when it speaks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel("", TextRole.TEXT, tone="red", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(IconLabel("warning", 16, "red_text"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.setVisible(False)

    @property
    def text(self) -> str:
        """What it says now; empty when nothing is missing."""
        return self._words.text()

    def say(self, sentence: str) -> None:
        """Say what is missing; nothing hides the line."""
        self._words.setText(sentence)
        self.setVisible(bool(sentence))


class NoteField(QPlainTextEdit):
    """Several lines to write; Tab goes on to the next field."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._lines = lines
        self.setMinimumHeight(self._height())

    def sizeHint(self) -> QSize:
        """Return the height of the lines that are expected."""
        return QSize(super().sizeHint().width(), self._height())

    def _height(self) -> int:
        return self.fontMetrics().lineSpacing() * self._lines + scaled(20)


class ConsoleDialog(QDialog):
    """One question, shown with `open()`; it frees itself when it closes.

    A subclass puts its fields into `body` and says in `answer` what was chosen, or None after
    `missing.say(…)`. Signals: `answered(object)`.
    """

    answered = Signal(object)

    def __init__(self, title: str, button_text: str, parent: QWidget, *, width: int = 460) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "base")
        self.setMinimumWidth(min(scaled(width), max(320, parent.window().width() - 80)))

        self.title = PlainLabel(title, TextRole.SECTION, wraps=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(scaled(8))
        self.missing = MissingLine()

        self.cancel_button = Button(self.tr("Cancel"), Kind.QUIET)
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button = Button(button_text, Kind.PRIMARY)
        self.ok_button.setDefault(True)
        self.ok_button.clicked.connect(self.finish)

        buttons = QHBoxLayout()
        buttons.setSpacing(scaled(8))
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.ok_button)

        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(12))
        column.addWidget(self.title)
        column.addLayout(self.body, 1)
        column.addWidget(self.missing)
        column.addLayout(buttons)

    def answer(self) -> object | None:
        """Return what was chosen, or None when something is missing."""
        raise NotImplementedError

    @Slot()
    def finish(self) -> None:
        """Hand over the answer, or say what is missing."""
        self.missing.say("")
        answer = self.answer()
        if answer is not None:
            self.answered.emit(answer)
            self.accept()

    def field_label(self, text: str, field: QWidget) -> PlainLabel:
        """Return the label above a field, tied to it."""
        label = PlainLabel(text, TextRole.NAME)
        label.setBuddy(field)
        field.setAccessibleName(text)
        return label

    def finishes_by_keyboard(self, field: QWidget) -> None:
        """Let Ctrl+Enter in `field` finish."""
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+Enter for the button."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and is_finish(event):
            self.finish()
            return True
        return super().eventFilter(watched, event)


def is_finish(event: QKeyEvent) -> bool:
    """Tell whether the key is Ctrl+Enter."""
    enters = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.key() in enters and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
