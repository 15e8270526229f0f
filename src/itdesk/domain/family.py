"""What a parent's move through the workflow means for its children.

The rule is that of ServiceNow: open, on hold for a vendor, a change or a problem, and resolved are copied;
waiting for a user and closed are not, because each child has its own user. IT's reopening reopens the
children that were resolved with their parent; a requester's does not.
"""

from itdesk.domain.changes import Payload, StatusChanged, Undone
from itdesk.domain.events import Event
from itdesk.domain.ids import SYSTEM, derived_id
from itdesk.domain.stamping import fields_set_by
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.ticket import Ticket

COPIED_REASONS = (PendingReason.VENDOR, PendingReason.CHANGE, PendingReason.PROBLEM)
KINDS = ("StatusChanged", "Undone")
"""Of events by which a child follows its parent."""


def copied(event: Event, before: Ticket, after: Ticket, child: Ticket) -> Payload | None:
    """Return what follows for a child from an event that moved its parent, `None` for nothing.

    What IT takes back is taken back for those children where it still stands.
    """
    if not event.actor_role.is_staff:
        return None
    if isinstance(event.payload, Undone):
        return _taken_back(event.payload, child)
    return _move(before, after, child)


def _taken_back(undone: Undone, child: Ticket) -> Undone | None:
    ids = (derived_id(undone.event_id, child.id, kind) for kind in KINDS)
    return next((Undone(event_id=id) for id in ids if fields_set_by(child, id)), None)


def _move(before: Ticket, after: Ticket, child: Ticket) -> StatusChanged | None:
    new = after.standing
    match new.status:
        case Status.OPEN if before.status in (Status.RESOLVED, Status.CLOSED):
            follows = child.status is Status.RESOLVED and _was_moved_by_system(child)
        case Status.OPEN:
            follows = child.status in (Status.NEW, Status.PENDING)
        case Status.PENDING if new.reason in COPIED_REASONS:
            follows = child.status.is_open and child.standing.reason is not new.reason
        case Status.RESOLVED:
            follows = child.status.is_open
        case _:
            follows = False
    return StatusChanged(to=new.status, reason=new.reason, note=new.note) if follows else None


def _was_moved_by_system(ticket: Ticket) -> bool:
    return ticket.stamps.standing is not None and ticket.stamps.standing.author == SYSTEM
