"""Of what a technician is told in her work, one switch a kind."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.preferences.switch_row import SwitchRow
from itdesk.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from itdesk.settings import Settings


class ConcernRow(SwitchRow):
    """One switch that knows its setting. Signals: `chosen(setting's name, is_on)`."""

    chosen = Signal(str, bool)

    def __init__(self, setting: str, name: str) -> None:
        super().__init__(name, "")
        self._setting = setting
        self.switched.connect(self._tell)

    @Slot(bool)
    def _tell(self, is_on: bool) -> None:  # noqa: FBT001 (Qt's slot)
        self.chosen.emit(self._setting, is_on)


class ConcernRows(QWidget):
    """The switches, of no use while nothing is told at all. Signals: `chosen(setting's name, is_on)`."""

    chosen = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {
            "notify_assigned": self.tr("Tickets that are assigned to me"),
            "notify_answers": self.tr("Answers and notes on my tickets"),
            "notify_mentions": self.tr("Notes that mention me"),
            "notify_due": self.tr("My tickets that are soon due, or overdue"),
        }
        self.rows = {setting: ConcernRow(setting, name) for setting, name in names.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, scaled(8))
        column.setSpacing(scaled(8))
        column.addWidget(PlainLabel(self.tr("In my work as a technician"), TextRole.META, tone="secondary"))
        for row in self.rows.values():
            row.chosen.connect(self.chosen)
            column.addWidget(row)

    def show_settings(self, settings: "Settings") -> None:
        """Show what holds now."""
        self.setEnabled(settings.notifications)
        for name, row in self.rows.items():
            row.show_state(is_on=getattr(settings, name), decided_by=settings.decided_by(name))
