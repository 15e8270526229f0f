"""Following up on help that went wrong: opened by what the requester said, taken and closed by who leads."""

from dataclasses import replace
from datetime import datetime

from itdesk.domain.changes import FollowUpClosed, FollowUpTaken
from itdesk.domain.ticket import FollowUp, FollowUpReason, Ticket


def followed_up(ticket: Ticket, at: datetime, reason: FollowUpReason) -> Ticket:
    """Return the ticket with a follow-up that is open; one that is open already stays as it is."""
    if has_open_follow_up(ticket):
        return ticket
    return replace(ticket, follow_up=FollowUp(since=at, reason=reason))


def has_open_follow_up(ticket: Ticket) -> bool:
    """Tell whether somebody who leads has something to do here."""
    return ticket.follow_up is not None and ticket.follow_up.is_open


def stepped(ticket: Ticket, at: datetime, step: FollowUpTaken | FollowUpClosed) -> Ticket:
    """Return the ticket after somebody took its follow-up, or told what came of it."""
    if ticket.follow_up is None:
        return ticket
    match step:
        case FollowUpTaken(owner_id=owner_id):
            return replace(ticket, follow_up=replace(ticket.follow_up, owner_id=owner_id))
        case FollowUpClosed(outcome=outcome):
            return replace(ticket, follow_up=replace(ticket.follow_up, outcome=outcome, closed_at=at))
