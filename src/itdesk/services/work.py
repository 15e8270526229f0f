"""What a technician does with a ticket."""

from datetime import datetime

from itdesk.domain.changes import Assigned, MovedToQueue, PrioritySet, StatusChanged, Undone
from itdesk.domain.ids import ChangeId, PersonId, QueueId, TicketId
from itdesk.domain.priority import Impact, Priority, Urgency
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.status import PendingReason, Status
from itdesk.replica import contents
from itdesk.services.asking import Saved, ask
from itdesk.services.desk import Desk


def assign(desk: Desk, ticket_id: TicketId, person_id: PersonId | None) -> Saved:
    """Give the ticket to somebody in IT, or lay it back. Raises Refused and WorldFailed."""
    if person_id is not None:
        taker = contents.person(desk.replica, person_id)
        if taker is None or not taker.role.is_staff:
            raise refuse(Code.UNKNOWN_PERSON, yours=taker.login if taker else person_id)
    return ask(desk, ticket_id, Assigned(to=person_id))


def set_priority(  # noqa: PLR0917 - as people say it
    desk: Desk,
    ticket_id: TicketId,
    impact: Impact,
    urgency: Urgency,
    override: Priority | None = None,
    reason: str = "",
) -> Saved:
    """Judge impact and urgency; a lead may set the priority over them. Raises Refused and WorldFailed."""
    payload = PrioritySet(impact=impact, urgency=urgency, override=override, reason=reason)
    return ask(desk, ticket_id, payload)


def move_to_queue(desk: Desk, ticket_id: TicketId, queue_id: QueueId | None) -> Saved:
    """Hand the ticket to another team. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, MovedToQueue(to=queue_id))


def change_status(
    desk: Desk,
    ticket_id: TicketId,
    to: Status,
    *,
    note: str = "",
    reason: PendingReason | None = None,
    until: datetime | None = None,
) -> Saved:
    """Move the ticket through the workflow. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, StatusChanged(to=to, note=note, reason=reason, until=until))


def undo(desk: Desk, ticket_id: TicketId, event_id: ChangeId) -> Saved:
    """Make the fields that an event set again what they were. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, Undone(event_id=event_id))
