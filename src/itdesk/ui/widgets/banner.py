"""A message in place: what happened, what it means, what you can do. The content stays."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel


class Tone(StrEnum):
    """What kind of news it is."""

    BAD = "red"
    CAREFUL = "amber"
    GOOD = "green"
    KNOW = "accent"
    CALM = "grey"


ICONS = {
    Tone.BAD: "warning",
    Tone.CAREFUL: "warning",
    Tone.GOOD: "check",
    Tone.KNOW: "book",
    Tone.CALM: "offline",
}


class Banner(QFrame):
    """Tint, icon, a bold line, a calm line, at most one button. Hidden until something is said.

    Signals: `acted()`.
    """

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("warning")
        self._what = PlainLabel("", TextRole.NAME, wraps=True)
        self._means = PlainLabel("", TextRole.TEXT, tone="secondary", wraps=True)
        self.button = Button("")
        self.button.clicked.connect(self._act)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._what)
        lines.addWidget(self._means)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(16), scaled(10), scaled(12), scaled(10))
        row.setSpacing(scaled(12))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setVisible(False)

    def say(self, tone: Tone, what: str, means: str = "", button_text: str = "", icon_name: str = "") -> None:
        """Show what happened, what it means and what can be done; the button may be left out."""
        self.setProperty("tint", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.show_icon(icon_name or ICONS[tone], f"{tone.value}_text")
        self._what.setText(what)
        self._means.setText(means)
        self._means.setVisible(bool(means))
        self.button.setText(button_text)
        self.button.setVisible(bool(button_text))
        self.setAccessibleName(" ".join(filter(None, (what, means))))
        self.setVisible(True)

    def dismiss(self) -> None:
        """Take the message away."""
        self.setVisible(False)

    def _act(self) -> None:
        self.acted.emit()
