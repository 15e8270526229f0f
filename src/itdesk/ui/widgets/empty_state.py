"""What stands where nothing stands yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel


class EmptyState(QWidget):
    """An icon, one sentence of what will stand here, at most one button. Signals: `acted()`."""

    acted = Signal()

    def __init__(
        self, icon_name: str, sentence: str, button_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sentence = PlainLabel(sentence, TextRole.TEXT, tone="secondary", wraps=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(button_text)
        self.button.clicked.connect(self._act)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(24), scaled(24), scaled(24))
        column.setSpacing(scaled(12))
        column.addStretch(2)
        column.addWidget(IconLabel(icon_name, 40, "text_tertiary"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.button.setVisible(bool(button_text))  # not before it lies here: it would be a window

    def say(self, sentence: str, button_text: str = "") -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self.button.setText(button_text)
        self.button.setVisible(bool(button_text))

    def _act(self) -> None:
        self.acted.emit()
