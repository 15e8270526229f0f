"""Keeps a list where it is while tickets come and go in it."""

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QAbstractItemView

from itdesk.domain.ids import TicketId
from itdesk.ui.fonts import scaled
from itdesk.ui.models.ticket_list import TicketListModel


class KeptPlace(QObject):
    """Holds the ticket at the top of `view` where it is.

    Only while the newest are in sight, and neither pointer nor keyboard is there, do others come in above.
    """

    def __init__(self, view: QAbstractItemView, model: TicketListModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._anchor: tuple[TicketId, int] | None = None
        model.about_to_change.connect(self._note)
        model.settled.connect(self._go_back)

    @Slot()
    def _note(self) -> None:
        top = self._view.indexAt(QPoint(scaled(20), 1))
        if top.isValid() and self._model.id_at(top.row()) is None:
            top = top.siblingAtRow(top.row() + 1)  # under a heading there is always a ticket
        found = self._model.id_at(top.row()) if top.isValid() else None
        is_minded = self._view.underMouse() or self._view.hasFocus()
        is_free = self._view.verticalScrollBar().value() == 0 and not is_minded
        self._anchor = None if found is None or is_free else (found, self._view.visualRect(top).top())

    @Slot()
    def _go_back(self) -> None:
        if self._anchor is None:
            return
        ticket_id, offset = self._anchor
        index = self._model.place_of(ticket_id)
        if index.isValid():
            self._view.doItemsLayout()
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + self._view.visualRect(index).top() - offset)
