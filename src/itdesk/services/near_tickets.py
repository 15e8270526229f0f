"""Tickets that somebody may want to tie another one to: found by words, the requester's own without any."""

from itdesk.domain.listing import Order, Question, TicketRow, View
from itdesk.domain.query.faults import BadQuery
from itdesk.domain.query.parsing import parse
from itdesk.domain.query.terms import requested_by
from itdesk.domain.ticket import Ticket
from itdesk.domain.tokeniser import tokens
from itdesk.services import reading
from itdesk.services.desk import Desk

AT_MOST = 30


def near(desk: Desk, ticket: Ticket, words: str) -> tuple[TicketRow, ...]:
    """Return the tickets that the words find, without `ticket` itself; what changed last comes first.

    Without words: those of the same requester. Words that are no question find nothing. Raises WorldFailed.
    """
    try:
        today = desk.now().astimezone().date()
        hers = requested_by(ticket.requester_id)
        asked = parse(words, today=today, unfinished=True) if tokens(words) else hers
    except BadQuery:
        return ()
    question = Question(view=View.ALL, query=asked, order=Order.CHANGED_LAST_FIRST)
    return tuple(row for row in reading.tickets(desk, question, AT_MOST + 1) if row.id != ticket.id)
