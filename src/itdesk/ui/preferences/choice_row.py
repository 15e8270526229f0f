"""One setting with a few values beside each other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.preferences.locked_line import LockedLine
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from itdesk.settings import Source


class ChoiceRow(QWidget):
    """Name, values, and who decided when the person may not. Signals: the value that was chosen."""

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.control = SegmentedControl(name)
        self.control.offer(choices)
        self.control.chosen.connect(self._on_chosen)
        self._locked = LockedLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(PlainLabel(name, TextRole.NAME))
        column.addWidget(self.control)
        column.addWidget(self._locked)

    @property
    def is_locked(self) -> bool:
        """Whether somebody else has decided."""
        return not self._locked.isHidden()

    @property
    def locked_words(self) -> str:
        """Who has decided, in words."""
        return self._locked.words

    def show_choice(self, value: str, *, decided_by: "Source | None") -> None:
        """Show what holds now, without saying that it was chosen."""
        self.control.choose(value)
        self.control.setEnabled(decided_by is None)
        self._locked.show_decided(decided_by)

    @Slot(object)
    def _on_chosen(self, value: object) -> None:
        self.chosen.emit(str(value))
