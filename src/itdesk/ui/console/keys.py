"""The console's keys: single letters, which keep out of the way while somebody types."""

from collections.abc import Callable

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
    """Calls what a letter stands for, before lists take it for a search."""

    def __init__(self, window: QWidget, calls: dict[Qt.Key, Callable[[], None]]) -> None:
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
        call = self._calls.get(Qt.Key(event.key()))
        plain = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if call is None or event.modifiers() not in plain or is_writing(QApplication.focusWidget()):
            return False
        call()
        return True


def is_writing(widget: QWidget | None) -> bool:
    """Tell whether keys are words here."""
    return isinstance(widget, WRITING) and not (isinstance(widget, QTextEdit) and widget.isReadOnly())
