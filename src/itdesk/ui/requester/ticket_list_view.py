"""A list of tickets that never moves under the eye."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal, Slot
from PySide6.QtWidgets import QFrame, QListView

from itdesk.domain.ids import TicketId
from itdesk.ui.models.kept_place import KeptPlace
from itdesk.ui.models.ticket_list import TicketListModel, TicketRole
from itdesk.ui.requester.arriving_list import ArrivingList
from itdesk.ui.requester.row_words import RowSpeaker
from itdesk.ui.requester.ticket_delegate import TicketDelegate


class TicketListView(ArrivingList):
    """Shows a TicketListModel. Signals: `ticket_chosen(TicketId)`, by the person and not by `choose`."""

    ticket_chosen = Signal(object)

    def __init__(self, model: TicketListModel, speaker: RowSpeaker) -> None:
        super().__init__()
        self._tickets = model
        self._is_choosing = False
        self.setModel(model)
        self.setItemDelegate(TicketDelegate(speaker, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "window")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("My tickets"))
        KeptPlace(self, model)
        self.selectionModel().currentChanged.connect(self._tell)
        self.activated.connect(self._tell_again)
        self.clicked.connect(self._tell_again)

    @property
    def chosen(self) -> TicketId | None:
        """The chosen ticket."""
        found = self.currentIndex().data(TicketRole.ID)
        return TicketId(found) if isinstance(found, str) else None

    def choose(self, ticket_id: TicketId) -> None:
        """Mark a ticket as chosen, if it is in the list; tells nobody."""
        index = self._tickets.place_of(ticket_id)
        self._is_choosing = True
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        else:
            self.selectionModel().clear()
        self._is_choosing = False

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        ticket_id = self._tickets.id_at(current.row()) if current.isValid() else None
        is_hers = self.hasFocus() and not self._is_choosing and not self.is_arriving
        if ticket_id is not None and is_hers:
            self.ticket_chosen.emit(ticket_id)

    @Slot(QModelIndex)
    def _tell_again(self, index: QModelIndex) -> None:
        """The ticket that is chosen already may be asked for again: on a narrow screen it is out of sight."""
        ticket_id = self._tickets.id_at(index.row())
        if ticket_id is not None:
            self.ticket_chosen.emit(ticket_id)
