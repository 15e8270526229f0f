"""The line under a setting that says who has decided."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from itdesk.settings import Source


class LockedLine(QWidget):
    """A lock and who has decided. Hidden, it keeps its room: nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(6))
        row.addWidget(IconLabel("lock", 16, "text_secondary"))
        self._words = PlainLabel(self.tr("Set by your IT department"), TextRole.META, tone="secondary")
        row.addWidget(self._words, 1)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setVisible(False)

    @property
    def words(self) -> str:
        """Who has decided, in words."""
        return self._words.text()

    def show_decided(self, by: "Source | None") -> None:
        """Say who has decided, or nothing where the person may."""
        names = {
            "argument": self.tr("Set when itdesk was started"),
            "environment": self.tr("Set when itdesk was started"),
        }
        self._words.setText(names.get(str(by), self.tr("Set by your IT department")))
        self.setVisible(by is not None)
