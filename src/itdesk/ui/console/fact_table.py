"""Rows of name and value in the side panel: the names in a narrow column, the values elided."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from itdesk.ui.console.facts_rows import FactRow
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.plain_label import PlainLabel

NAMES_PX = 70


class FactTable(QWidget):
    """Shows rows; the labels are kept and told other words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[PlainLabel, PlainLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(10))
        self._grid.setVerticalSpacing(scaled(5))
        self._grid.setColumnMinimumWidth(0, scaled(NAMES_PX))
        self._grid.setColumnStretch(1, 1)

    @property
    def rows(self) -> tuple[FactRow, ...]:
        """What is shown, without what is broken."""
        return tuple(FactRow(name.text(), value.text()) for name, value in self._lines if not name.isHidden())

    def show_rows(self, rows: Iterable[FactRow]) -> None:
        """Show these rows."""
        shown = tuple(rows)
        while len(self._lines) < len(shown):
            self._add_line()
        for place, (name, value) in enumerate(self._lines):
            is_shown = place < len(shown)
            name.setVisible(is_shown)
            value.setVisible(is_shown)
            if is_shown:
                name.setText(shown[place].name)
                value.setText(shown[place].value)
                value.set_tone("red" if shown[place].is_bad else "")

    def _add_line(self) -> None:
        name = PlainLabel("", TextRole.META, tone="secondary")
        value = PlainLabel("", TextRole.TEXT, elides=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = len(self._lines)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(value, row, 1)
        self._lines.append((name, value))
