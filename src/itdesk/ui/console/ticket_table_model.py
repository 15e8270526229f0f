"""The console's tickets: a row each, or a table with a column for each thing about them."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject, Qt

from itdesk.domain.ids import QueueId
from itdesk.domain.listing import TicketRow
from itdesk.ui.background import Runner
from itdesk.ui.console.ticket_columns import COLUMNS, cell_text, column_name
from itdesk.ui.models.ticket_answers import AskDivided, AskIds, AskReasons, AskRows
from itdesk.ui.models.ticket_list import NOWHERE, Index, TicketListModel, TicketRole

WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class TicketTableModel(TicketListModel):
    """One column says everything, until `be_table`. `now` tells the time, for what is due."""

    def __init__(
        self,
        runner: Runner,
        ask_ids: AskIds,
        ask_rows: AskRows,
        parent: QObject,
        *,
        ask_reasons: AskReasons,
        ask_divided: AskDivided,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(runner, ask_ids, ask_rows, parent, ask_reasons=ask_reasons, ask_divided=ask_divided)
        self._now = now
        self._queues: Mapping[QueueId, str] = {}
        self.is_table = False

    def be_table(self, is_table: bool) -> None:  # noqa: FBT001 (reads like setVisible)
        """Have a column for each thing, or one for all."""
        self.about_to_change.emit()
        self.beginResetModel()
        self.is_table = is_table
        self.endResetModel()
        self.settled.emit()

    def know_queues(self, queues: Mapping[QueueId, str]) -> None:
        """Know what the queues are called."""
        self._queues = queues

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return len(COLUMNS) if self.is_table and not parent.isValid() else super().columnCount(parent)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a column is called."""
        is_name = orientation is Qt.Orientation.Horizontal and role in WORDS
        if self.is_table and is_name and section < len(COLUMNS):
            return column_name(COLUMNS[section])
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks for."""
        if not self.is_table or role not in WORDS:
            return super().data(index, role)
        row = super().data(index, TicketRole.ROW)
        if not isinstance(row, TicketRow):
            return super().data(index, role) if index.column() == 0 else None
        column = COLUMNS[index.column()]
        words = cell_text(column, row, self._queues, self._now())
        is_shown = role == Qt.ItemDataRole.DisplayRole
        return words if is_shown else f"{column_name(column)}: {words or '–'}"
