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

    def __init__(self, setting: str, name: str, hint: str) -> None:
        super().__init__(name, hint)
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
        told = {
            "notify_assigned": (
                self.tr("Assigned to me"),
                self.tr("Somebody gives you a ticket, or the rules do."),
            ),
            "notify_answers": (
                self.tr("Answers on my tickets"),
                self.tr("Somebody writes on a ticket that is assigned to you, or says that it is not fixed."),
            ),
            "notify_mentions": (
                self.tr("Mentions"),
                self.tr("A colleague mentions you in a note by an @ and your login, on any ticket."),
            ),
            "notify_due": (
                self.tr("Times that run out"),
                self.tr("Little is left of what was promised on a ticket of yours, or nothing any more."),
            ),
        }
        self.rows = {setting: ConcernRow(setting, *words) for setting, words in told.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(8), 0, scaled(8))
        column.setSpacing(scaled(16))
        column.addWidget(PlainLabel(self.tr("In my work as a technician"), TextRole.NAME))
        for row in self.rows.values():
            row.chosen.connect(self.chosen)
            column.addWidget(row)

    def show_settings(self, settings: "Settings") -> None:
        """Show what holds now."""
        self.setEnabled(settings.notifications)
        for name, row in self.rows.items():
            row.show_state(is_on=getattr(settings, name), is_locked=not settings.may_person_set(name))
