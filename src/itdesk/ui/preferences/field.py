"""One thing to fill in: its name above, a hint or an error below."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.plain_label import PlainLabel


class Field(QWidget):
    """A line to type into. An error is told in words, never by colour alone."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint_text = hint
        label = PlainLabel(name, TextRole.NAME)
        self.edit = QLineEdit()
        self.edit.setMinimumHeight(scaled(36))
        self.edit.setAccessibleName(name)
        label.setBuddy(self.edit)
        self._hint = PlainLabel(hint, TextRole.META, tone="secondary", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        for widget in (label, self.edit, self._hint):
            column.addWidget(widget)
        self._hint.setVisible(bool(hint))  # not before it lies in the field: it would be a window

    @property
    def text(self) -> str:
        """What was typed, without spaces around it."""
        return self.edit.text().strip()

    def show_error(self, sentence: str) -> None:
        """Say what is wrong with it; nothing shows the hint again."""
        self.edit.setProperty("state", "error" if sentence else "")
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)
        self.edit.setAccessibleDescription(sentence)
        self._hint.set_tone("red" if sentence else "secondary")
        self._hint.setText(sentence or self._hint_text)
        self._hint.setVisible(bool(sentence or self._hint_text))
