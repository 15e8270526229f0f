"""What IT noted on a ticket, beside its conversation: tags, time spent, and what is still to be done."""

from datetime import timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from itdesk.domain.ids import ChangeId, TicketId
from itdesk.domain.limits import SHORT_TEXT_CHARS
from itdesk.domain.ticket import Ticket
from itdesk.domain.worklog import ChecklistItem, Mark
from itdesk.ui.console.fact_table import FactTable
from itdesk.ui.console.facts_rows import FactRow
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.times import duration_text
from itdesk.ui.widgets.check_box import CheckBox
from itdesk.ui.widgets.plain_label import PlainLabel


class PointBox(CheckBox):
    """A point of the checklist. Signals: `marked(ChangeId, Mark)`."""

    marked = Signal(object, object)

    def __init__(self, item: ChecklistItem) -> None:
        super().__init__(item.text)
        self._id: ChangeId = item.id
        self.setChecked(item.mark is Mark.DONE)
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.marked.emit(self._id, Mark.DONE if self.isChecked() else Mark.OPEN)


class WorkSection(QWidget):
    """Signals: `marked(TicketId, ChangeId, Mark)`, `point_wanted(TicketId, str)`."""

    marked = Signal(object, object, object)
    point_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticket_id: TicketId | None = None
        self._shown: tuple[ChecklistItem, ...] | None = None
        self.title = PlainLabel(self.tr("Work"), TextRole.META_STRONG, tone="secondary")
        self.table = FactTable()
        self._points = QVBoxLayout()
        self._points.setSpacing(scaled(2))
        self.new_point = QLineEdit()
        self.new_point.setMaxLength(SHORT_TEXT_CHARS)
        self.new_point.setPlaceholderText(self.tr("Add what is to be done"))
        self.new_point.setAccessibleName(self.new_point.placeholderText())
        self.new_point.returnPressed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(self.title)
        column.addWidget(self.table)
        column.addLayout(self._points)
        column.addWidget(self.new_point)

    def show_ticket(self, ticket: Ticket) -> None:
        """Show what is noted on this ticket."""
        if ticket.id != self._ticket_id:
            self._ticket_id = ticket.id
            self.new_point.clear()
        minutes = sum(entry.minutes for entry in ticket.time_spent)
        rows = [
            FactRow(self.tr("Tags"), ", ".join(sorted(ticket.tags))),
            FactRow(self.tr("Time"), duration_text(timedelta(minutes=minutes)) if minutes else ""),
        ]
        self.table.show_rows([row for row in rows if row.value])
        points = tuple(item for item in ticket.checklist if item.mark is not Mark.REMOVED)
        if points != self._shown:
            self._shown = points
            self._show_points(points)

    def _show_points(self, points: tuple[ChecklistItem, ...]) -> None:
        while (item := self._points.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setVisible(False)
                widget.deleteLater()
        for point in points:
            box = PointBox(point)
            box.marked.connect(self._mark)
            self._points.addWidget(box)

    @Slot()
    def _add(self) -> None:
        text = self.new_point.text().strip()
        if text:
            self.new_point.clear()
            self.point_wanted.emit(self._ticket_id, text)

    @Slot(object, object)
    def _mark(self, item_id: ChangeId, mark: Mark) -> None:
        self.marked.emit(self._ticket_id, item_id, mark)
