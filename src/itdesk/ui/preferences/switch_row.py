"""One setting that is on or off."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.preferences.locked_line import LockedLine
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from itdesk.settings import Source


class SwitchRow(QWidget):
    """Name, what it means if that is not plain, switch, who decided when the person may not.

    Signals: `switched(is_on)`.
    """

    switched = Signal(bool)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = Switch(name)
        self.switch.clicked.connect(self.switched)
        self._hint = PlainLabel(hint, TextRole.META, tone="secondary", wraps=True)
        self._locked = LockedLine()
        words = QVBoxLayout()
        words.setSpacing(scaled(4))
        words.addWidget(PlainLabel(name, TextRole.NAME, wraps=True))
        words.addWidget(self._hint)
        words.addWidget(self._locked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(16))
        row.addLayout(words, 1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        self._hint.setVisible(bool(hint))  # not before it lies here: it would be a window

    @property
    def is_locked(self) -> bool:
        """Whether somebody else has decided."""
        return not self._locked.isHidden()

    @property
    def hint(self) -> str:
        """What is said under the name."""
        return self._hint.text()

    def show_state(self, *, is_on: bool, decided_by: "Source | None") -> None:
        """Show what holds now, without saying that it was switched."""
        self.switch.setChecked(is_on)
        self.switch.setEnabled(decided_by is None)
        self._locked.show_decided(decided_by)

    @Slot(str)
    def say(self, hint: str) -> None:
        """Say something else under the name."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
