"""Handing a ticket on to the line above."""

from itdesk.domain.changes import Escalated
from itdesk.domain.documents import Team
from itdesk.domain.ids import QueueId, TicketId
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.routing.lines import is_higher, next_queue
from itdesk.replica import contents
from itdesk.services.asking import Saved, ask
from itdesk.services.desk import Desk


def line_above(desk: Desk, ticket_id: TicketId) -> QueueId | None:
    """Return where the ticket goes when it is escalated; `None` at the top.

    Raises Refused when this person sees no such ticket, and WorldFailed.
    """
    return next_queue(contents.documents(desk.replica, Team), _queue_of(desk, ticket_id))


def escalate(desk: Desk, ticket_id: TicketId, reason: str, to: QueueId | None = None) -> Saved:
    """Hand the ticket on to the line above, or to a queue above, and lay it back there.

    Raises Refused, also when there is no line above, and WorldFailed.
    """
    teams, queue_id = contents.documents(desk.replica, Team), _queue_of(desk, ticket_id)
    above = to or next_queue(teams, queue_id)
    if above is None or not is_higher(teams, queue_id, above):
        raise refuse(Code.NO_HIGHER_LINE)
    return ask(desk, ticket_id, Escalated(to=above, reason=reason))


def _queue_of(desk: Desk, ticket_id: TicketId) -> QueueId | None:
    desk.replica.catch_up(desk.outbox)
    held = contents.held_ticket(desk.replica, ticket_id)
    if held is None:
        raise refuse(Code.NOT_FOUND)
    return held.shown.queue_id
