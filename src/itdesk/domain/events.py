"""Events: changes that were accepted. History."""

from dataclasses import dataclass
from datetime import datetime

from itdesk.domain.appointments import Appointing
from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    CommentAdded,
    DiagnosticsAttached,
    Escalated,
    FieldsSet,
    FileAttached,
    FollowUpClosed,
    FollowUpTaken,
    MovedToQueue,
    Payload,
    Reminded,
    Reminder,
    Routed,
    SlaBreached,
    SlaWarned,
)
from itdesk.domain.consents import Consenting
from itdesk.domain.ids import ChangeId, PersonId, TicketId
from itdesk.domain.people import Role
from itdesk.domain.relations import (
    ChildJoined,
    ChildLeft,
    LinkSet,
    MessagesBrought,
    MessagesMoved,
    MessagesTaken,
    ParentSet,
    TicketAbsorbed,
    TicketReleased,
)
from itdesk.domain.worklog import WorkNote

AMONG_STAFF = (
    MovedToQueue | LinkSet | ParentSet | ChildJoined | ChildLeft | MessagesBrought | MessagesTaken | WorkNote
)


@dataclass(frozen=True, kw_only=True)
class Event:
    """A change with what the server stamped on it: actor, time, place in the history."""

    id: ChangeId
    ticket_id: TicketId
    payload: Payload
    actor_id: PersonId
    actor_role: Role
    at: datetime
    version: int
    """The ticket's version that this event made: its place in the ticket's history."""
    audience: Audience


def audience_of(payload: Payload) -> Audience:
    """Return who may read an event with this payload, beside staff."""
    match payload:
        case CommentAdded(audience=audience) | FieldsSet(audience=audience) | FileAttached(audience=audience):
            return audience
        case MessagesMoved(audience=audience):
            return audience
        case TicketAbsorbed(across_requesters=True) | TicketReleased(across_requesters=True):
            return Audience.STAFF
        case DiagnosticsAttached():
            return Audience.REQUESTER
        case Reminded(of=Reminder.WAITS_FOR_REQUESTER):
            return Audience.REQUESTER
        case Routed() | Escalated() | Reminded() | FollowUpTaken() | FollowUpClosed():
            return Audience.STAFF
        case SlaWarned() | SlaBreached():
            return Audience.STAFF
    if isinstance(payload, AMONG_STAFF):
        return Audience.STAFF
    return Audience.REQUESTER if isinstance(payload, Appointing | Consenting) else Audience.PARTICIPANTS
