"""Named values under a heading."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.preferences.state_words import Group
from itdesk.ui.widgets.plain_label import PlainLabel

NAMES_PX = 150


class ValueLines(QWidget):
    """Names at the left, values at the right, where each comes from below it. Values can be selected."""

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(16))
        grid.setVerticalSpacing(scaled(2))
        grid.setColumnMinimumWidth(0, scaled(NAMES_PX))
        grid.setColumnStretch(1, 1)
        grid.addWidget(PlainLabel(group.name, TextRole.SECTION), 0, 0, 1, 2)
        top = Qt.AlignmentFlag.AlignTop
        for line in group.lines:
            at = grid.rowCount()
            grid.addWidget(PlainLabel(line.name, tone="secondary"), at, 0, top)
            grid.addWidget(_value(line.value), at, 1, top)
            if line.source:
                source = PlainLabel(line.source, TextRole.META, tone="secondary", wraps=True)
                grid.addWidget(source, at + 1, 1)
            grid.setRowMinimumHeight(grid.rowCount(), scaled(4))


def _value(text: str) -> PlainLabel:
    label = PlainLabel(_breakable(text), wraps=True)
    label.setAccessibleName(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _breakable(text: str) -> str:
    """Return `text` so that a path or an address may go on in the next line."""
    return "".join(f"{one}\u200b" if one in "/\\_-.," else one for one in text)
