"""What the house does with a ticket by itself when its time has come, and when that is.

A ticket that was put off opens at its date. One that waits for its requester reminds her, at most twice and
in business hours. One that is resolved is closed when nobody has objected for seven business days.
"""

from datetime import datetime, timedelta

from itdesk.domain.business_days import business_days_after, open_from
from itdesk.domain.changes import Payload, Reminded, Reminder, StatusChanged
from itdesk.domain.documents import Helpdesk
from itdesk.domain.limits import CLOSE_AFTER_DAYS, REMIND_AFTER_DAYS, REMINDERS
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.ticket import Ticket
from itdesk.domain.workflow import waits_for_requester

LOOKED_EARLIER = timedelta(hours=2)
"""Wall clocks are put forward by at most so much: open days are never shorter in all than days are."""


def wakes_at(ticket: Ticket) -> datetime | None:
    """Return a time that is no later than when something is to be done, whatever the calendar says."""
    due = due_at(ticket, Helpdesk())
    return due if due is None or _is_put_off(ticket) else due - LOOKED_EARLIER


def due_at(ticket: Ticket, helpdesk: Helpdesk) -> datetime | None:
    """Return when the house has to do something with the ticket by itself; `None`: as it stands, never."""
    if _is_put_off(ticket):
        return ticket.standing.until
    if waits_for_requester(ticket) and ticket.standing.reminded < REMINDERS:
        return open_from(helpdesk, business_days_after(helpdesk, ticket.updated_at, REMIND_AFTER_DAYS))
    if ticket.status is Status.RESOLVED:
        resolved_at = ticket.standing.resolved_at or ticket.updated_at
        return business_days_after(helpdesk, resolved_at, CLOSE_AFTER_DAYS)
    return None


def deeds(ticket: Ticket) -> tuple[Payload, ...]:
    """Return what the house does with a ticket whose time has come."""
    if _is_put_off(ticket):
        return StatusChanged(to=Status.OPEN), Reminded(of=Reminder.DATE_HAS_COME)
    if waits_for_requester(ticket):
        return (Reminded(of=Reminder.WAITS_FOR_REQUESTER),)
    return (StatusChanged(to=Status.CLOSED),)


def _is_put_off(ticket: Ticket) -> bool:
    return ticket.status is Status.PENDING and ticket.standing.reason is PendingReason.SCHEDULED
