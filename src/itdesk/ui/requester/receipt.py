"""How far a ticket has come on its way to somebody who helps."""

from itdesk.domain.listing import Delivery
from itdesk.services.reading import TicketPage
from itdesk.ui.widgets.receipt_steps import Step


def reached(page: TicketPage) -> Step:
    """Return the last step that is true: saved, accepted by the server, touched by IT, somebody's."""
    ticket = page.ticket
    if ticket.assignee_id is not None:
        return Step.TAKEN
    accepted = [moment for moment in page.moments if moment.delivery is Delivery.SENT]
    by_others = [moment.event for moment in accepted if moment.event.actor_id != ticket.requester_id]
    if any(event.actor_role.is_staff for event in by_others):
        return Step.SEEN
    return Step.SENT if accepted or ticket.number is not None else Step.SAVED
