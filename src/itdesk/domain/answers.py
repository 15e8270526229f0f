"""What counts as an answer to the requester, and what waits for one."""

from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded, FixConfirmed, StatusChanged
from itdesk.domain.events import Event
from itdesk.domain.people import Role
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket


def is_answer(ticket: Ticket, event: Event) -> bool:
    """Tell whether the event brings public words of a technician: a reply, or what she asks or did.

    An internal note never counts, nor does what a program says by itself, nor a requester who is in IT.
    """
    by_technician = event.actor_role.is_staff and event.actor_role is not Role.SYSTEM
    return by_technician and event.actor_id != ticket.requester_id and _are_public_words(event)


def is_question(ticket: Ticket, event: Event) -> bool:
    """Tell whether somebody who needs help has said something, or that it does not work."""
    if event.actor_role.is_staff and event.actor_id != ticket.requester_id:
        return False
    match event.payload:
        case CommentAdded(audience=audience):
            return audience is not Audience.STAFF
        case FixConfirmed(works=works):
            return not works
        case StatusChanged(to=to):
            return to is Status.OPEN
    return False


def _are_public_words(event: Event) -> bool:
    match event.payload:
        case CommentAdded(audience=audience):
            return audience is not Audience.STAFF
        case StatusChanged(to=to, note=note):
            return to in (Status.PENDING, Status.RESOLVED) and bool(note.strip())
    return False
