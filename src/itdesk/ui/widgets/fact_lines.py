"""The single values on a card of facts: each with its name, and a box that keeps it back."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.check_box import CheckBox
from itdesk.ui.widgets.plain_label import PlainLabel


@dataclass(frozen=True, kw_only=True)
class FactLine:
    """One value. `key` is how the owner calls it; `reason` stands above the first line of its kind."""

    key: tuple[str, str]
    name: str
    value: str
    reason: str = ""
    is_odd: bool = False
    """A number that cannot be right."""
    is_included: bool = True
    """Whether it goes along, when its line is made."""


INDENT = 32
"""As far as the name of the card stands."""


class FactLines(QWidget):
    """Shows lines under a sentence that says who sees them. Signals: line_included(key, is_included)."""

    line_included = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[tuple[str, str], CheckBox] = {}
        self._values: dict[tuple[str, str], PlainLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(scaled(INDENT), scaled(4), 0, scaled(4))
        self._column.setSpacing(scaled(2))
        self._column.addWidget(
            PlainLabel(self.tr("You and IT see this, nobody else."), TextRole.META, wraps=True)
        )

    def show_lines(self, lines: Iterable[FactLine]) -> None:
        """Show these values; those that are there already only get their new value."""
        for line in lines:
            if line.key not in self._boxes:
                self._add(line)
            value = self.tr("{value} (looks wrong)").format(value=line.value) if line.is_odd else line.value
            self._values[line.key].setText(value)

    def box(self, key: tuple[str, str]) -> CheckBox:
        """Return the box of one value."""
        return self._boxes[key]

    def _add(self, line: FactLine) -> None:
        if line.reason:
            self._column.addSpacing(scaled(4))
            self._column.addWidget(PlainLabel(line.reason, TextRole.META, tone="secondary", wraps=True))
        box = CheckBox()
        box.setAccessibleName(self.tr("Send: {name}").format(name=line.name))
        box.setChecked(line.is_included)
        box.toggled.connect(self._on_toggled)
        name = PlainLabel(line.name, TextRole.META_STRONG, wraps=True)
        value = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        value.setEnabled(line.is_included)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(value)
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._column.addLayout(row)
        self._boxes[line.key], self._values[line.key] = box, value

    @Slot(bool)
    def _on_toggled(self, is_included: bool) -> None:  # noqa: FBT001 (Qt's slot)
        box = self.sender()
        for key, one in self._boxes.items():
            if one is box:
                self._values[key].setEnabled(is_included)
                self.line_included.emit(key, is_included)
