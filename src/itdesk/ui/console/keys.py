"""The console's keys: single letters, which keep out of the way while somebody types."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

WRITING = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)


class LetterKeys(QObject):
    """Calls what a letter or sign stands for, before lists take it for a search. Letters are large ones."""

    def __init__(self, window: QWidget, calls: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self._window = window
        self._calls = calls

    def watch(self, *widgets: QWidget) -> None:
        """Look at the keys that reach these widgets first."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a letter that stands for something."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.take(event):
            return True
        return super().eventFilter(watched, event)

    def take(self, event: QKeyEvent) -> bool:
        """Do what the key stands for; tell whether it stands for anything here and now."""
        call = self._calls.get(sign_of(event))
        if call is None or is_writing(QApplication.focusWidget()):
            return False
        call()
        return True


def sign_of(event: QKeyEvent) -> str:
    """Return the sign that a key writes, letters large; empty with a modifier that makes it something else.

    Shift belongs to signs such as `?`, wherever a keyboard has them, and to no letter.
    """
    sign, held = event.text().upper(), event.modifiers()
    shift, keypad = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier
    is_plain = not held & ~(shift | keypad) and not (held & shift and sign.isalpha())
    return sign if is_plain else ""


def is_writing(widget: QWidget | None) -> bool:
    """Tell whether keys are words here."""
    return isinstance(widget, WRITING) and not (isinstance(widget, QTextEdit) and widget.isReadOnly())
