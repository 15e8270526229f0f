"""My tickets as Qt shows them, spoken in the words of the one who waits."""

from PySide6.QtCore import QObject, Qt

from itdesk.domain.listing import TicketRow
from itdesk.ui.background import Runner
from itdesk.ui.models.ticket_answers import AskIds, AskRows
from itdesk.ui.models.ticket_list import Index, TicketListModel, TicketRole
from itdesk.ui.requester.row_words import RowSpeaker


class ReportedListModel(TicketListModel):
    """A list of tickets whose rows say to a screen reader what the eye reads."""

    def __init__(
        self, runner: Runner, ask_ids: AskIds, ask_rows: AskRows, speaker: RowSpeaker, parent: QObject
    ) -> None:
        super().__init__(runner, ask_ids, ask_rows, parent)
        self._speaker = speaker

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks for."""
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return super().data(index, role)
        row = super().data(index, TicketRole.ROW)
        return self._speaker.spoken(row) if isinstance(row, TicketRow) else None
