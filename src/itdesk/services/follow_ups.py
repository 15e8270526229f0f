"""Talking with who was badly helped: for those who lead."""

from itdesk.domain.changes import FollowUpClosed, FollowUpTaken
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.listing import Order, Question, TicketRow, View
from itdesk.services.asking import Saved, ask
from itdesk.services.desk import Desk
from itdesk.services.reading import tickets


def open_follow_ups(desk: Desk, limit: int = 50) -> tuple[TicketRow, ...]:
    """Return the tickets that are still to be followed up, those changed last first. Raises WorldFailed."""
    return tickets(desk, Question(view=View.FOLLOW_UPS, order=Order.CHANGED_LAST_FIRST), limit)


def take_follow_up(desk: Desk, ticket_id: TicketId, owner_id: PersonId | None = None) -> Saved:
    """Take it, or give it to somebody else in IT. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, FollowUpTaken(owner_id=owner_id or desk.account.person_id))


def close_follow_up(desk: Desk, ticket_id: TicketId, outcome: str) -> Saved:
    """Say what came of it. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, FollowUpClosed(outcome=outcome))
