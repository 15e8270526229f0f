"""The line under a setting that says who has decided."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel


class LockedLine(QWidget):
    """A lock and "Set by your IT department". Hidden, it keeps its room: nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(6))
        row.addWidget(IconLabel("lock", 16, "text_secondary"))
        words = self.tr("Set by your IT department")
        row.addWidget(PlainLabel(words, TextRole.META, tone="secondary"), 1)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setVisible(False)
