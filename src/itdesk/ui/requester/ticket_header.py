"""The head of a ticket: its title, where it stands, its number, and how far it has come."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itdesk.domain.ids import PersonId
from itdesk.domain.ticket import Ticket, number_text
from itdesk.services.reading import TicketPage
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.requester.more_button import MoreButton
from itdesk.ui.requester.receipt import reached
from itdesk.ui.requester.status_words import Plight, status_words
from itdesk.ui.times import day_and_time, since_text
from itdesk.ui.widgets.marks import paint_unsent
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.receipt_steps import ReceiptSteps
from itdesk.ui.widgets.status_badge import StatusBadge

MARGIN_PX = 28


class TicketHeader(QWidget):
    """Shows what does not scroll away."""

    def __init__(self, me: PersonId) -> None:
        super().__init__()
        self._me = me
        self._title = PlainLabel("", TextRole.TITLE, elides=True)
        self.badge = StatusBadge()
        self._about = PlainLabel("", TextRole.TEXT, tone="secondary", elides=True)
        self.steps = ReceiptSteps()
        self.more = MoreButton()
        self.more.setVisible(False)
        status = QHBoxLayout()
        status.setSpacing(scaled(10))
        status.addWidget(self.badge)
        status.addWidget(self._about, 1)
        status.addWidget(self.more)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(scaled(8))
        self._column.addWidget(self._title)
        self._column.addLayout(status)
        self._column.addWidget(self.steps)
        self.be_low(is_low=False)

    @property
    def title(self) -> str:
        """The ticket's title in one line."""
        return self._title.text()

    def be_low(self, *, is_low: bool) -> None:
        """Give room to the conversation where the window is low: the steps are told by the badge as well."""
        side = scaled(MARGIN_PX)
        self.steps.setVisible(not is_low)
        self._column.setContentsMargins(side, scaled(4 if is_low else 16), side, scaled(8 if is_low else 12))

    def show_page(self, page: TicketPage, now: datetime) -> None:
        """Show this ticket as it is now."""
        ticket = page.ticket
        helper = page.people.get(ticket.assignee_id) if ticket.assignee_id else None
        plight = Plight(
            standing=ticket.standing,
            helper=helper.name if helper else "",
            is_mine=ticket.requester_id == self._me,
            is_sent=ticket.number is not None,
        )
        self._title.setText(" ".join(ticket.title.split()))
        if plight.is_sent:
            self.badge.show_status(ticket.status, status_words(plight, now))
        else:
            self.badge.show_mark(paint_unsent, status_words(plight, now), "grey")
        self._about.setText(self._about_words(ticket, now))
        # Once it is solved, the way to somebody who helps is behind her.
        self.steps.setVisible(ticket.status.is_open)
        self.steps.show_reached(reached(page))

    def _about_words(self, ticket: Ticket, now: datetime) -> str:
        when = day_and_time(ticket.created_at, now)
        if ticket.number is None:
            words = self.tr("written {when}").format(when=when)
        else:
            number = number_text(ticket.number, ticket.id)
            words = self.tr("{number} · reported {when}").format(number=number, when=when)
        return f"{words} · {since_text(ticket.since, now)}" if ticket.since else words
