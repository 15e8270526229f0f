"""The tickets that one is tied to: where it goes on, what goes on in it, its parent, parts and links."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.domain.ids import TicketId
from itdesk.domain.ticket import Ticket, number_text
from itdesk.services.reading import TicketPage
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel, plain_tooltip
from itdesk.ui.words import name_of


class TieButton(Button):
    """One other ticket. Signals: `wanted(TicketId)`."""

    wanted = Signal(object)

    def __init__(self, what: str, ticket: Ticket) -> None:
        super().__init__("", Kind.LINK)
        self._id = ticket.id
        words = f"{number_text(ticket.number, ticket.id)} · {name_of(ticket.status)}"
        self.setText(words)
        self.setAccessibleName(f"{what}: {words}, {ticket.title}")
        self.setToolTip(plain_tooltip(ticket.title))
        self.clicked.connect(self._want)

    @Slot()
    def _want(self) -> None:
        self.wanted.emit(self._id)


class TiesSection(QWidget):
    """In sight only where there is another ticket. Signals: `wanted(TicketId)`."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, Ticket], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(2))
        self.setVisible(False)

    def show_page(self, page: TicketPage) -> None:
        """Show what the ticket of this page is tied to, as far as it is seen here."""
        ties = tuple((what, page.around[id]) for what, id in self._ties(page) if id in page.around)
        if ties == self._shown:
            return
        self._shown = ties
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setVisible(False)
                widget.deleteLater()
        for what, ticket in ties:
            self._add(what, ticket)
        self.setVisible(bool(ties))

    def _add(self, what: str, ticket: Ticket) -> None:
        button = TieButton(what, ticket)
        button.wanted.connect(self.wanted)
        self._column.addWidget(PlainLabel(what, TextRole.META, tone="secondary"))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _ties(self, page: TicketPage) -> Iterator[tuple[str, TicketId]]:
        ticket = page.ticket
        if ticket.merged_into is not None:
            yield self.tr("Goes on in"), ticket.merged_into
        if ticket.parent_id is not None:
            yield self.tr("A part of"), ticket.parent_id
        yield from ((self.tr("Merged into this"), id) for id in sorted(ticket.absorbed))
        yield from ((self.tr("Part"), id) for id in page.children)
        yield from ((self.tr("Linked"), link.ticket_id) for link in ticket.links)
