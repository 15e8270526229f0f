"""Which status may follow which, and who may move a ticket there.

The table follows the state model that help desks converge on (ServiceNow, GLPI): new, open,
pending with a reason, resolved, closed; cancelled and merged beside them.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from itdesk.domain.catalogue import Category
from itdesk.domain.changes import StatusChanged
from itdesk.domain.limits import REOPEN_DAYS
from itdesk.domain.people import Actor, Role
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.ticket import Ticket


class Part(StrEnum):
    """What an actor is to one ticket."""

    REQUESTER = "requester"
    TECHNICIAN = "technician"
    LEAD = "lead"
    SYSTEM = "system"
    OTHER = "other"


_STAFF = frozenset({Part.TECHNICIAN, Part.LEAD})
_EVERYBODY = _STAFF | {Part.REQUESTER}

TRANSITIONS: dict[tuple[Status, Status], frozenset[Part]] = {
    (Status.NEW, Status.OPEN): _STAFF | {Part.SYSTEM},
    (Status.NEW, Status.PENDING): _STAFF,
    (Status.NEW, Status.RESOLVED): _EVERYBODY,
    (Status.NEW, Status.CANCELLED): _EVERYBODY | {Part.SYSTEM},
    (Status.OPEN, Status.PENDING): _STAFF,
    (Status.OPEN, Status.RESOLVED): _EVERYBODY | {Part.SYSTEM},
    (Status.OPEN, Status.CANCELLED): _STAFF | {Part.SYSTEM},
    (Status.PENDING, Status.OPEN): _EVERYBODY | {Part.SYSTEM},
    (Status.PENDING, Status.PENDING): _STAFF,
    (Status.PENDING, Status.RESOLVED): _EVERYBODY | {Part.SYSTEM},
    (Status.PENDING, Status.CANCELLED): _STAFF | {Part.SYSTEM},
    (Status.RESOLVED, Status.OPEN): _EVERYBODY,
    (Status.RESOLVED, Status.CLOSED): frozenset({Part.REQUESTER, Part.LEAD, Part.SYSTEM}),
    (Status.CLOSED, Status.OPEN): frozenset({Part.REQUESTER, Part.LEAD}),
    (Status.CANCELLED, Status.OPEN): frozenset({Part.LEAD}),
}


def part_of(actor: Actor, ticket: Ticket) -> Part:
    """Return what `actor` is to `ticket`: being staff weighs more than having asked."""
    if actor.role is Role.SYSTEM:
        return Part.SYSTEM
    if actor.role.leads:
        return Part.LEAD
    if actor.role.is_staff:
        return Part.TECHNICIAN
    return Part.REQUESTER if actor.id == ticket.requester_id else Part.OTHER


def parts_of(actor: Actor, ticket: Ticket) -> frozenset[Part]:
    """Return everything that `actor` is to `ticket`; a technician may be a requester as well."""
    own = {Part.REQUESTER} if actor.id == ticket.requester_id else set()
    return frozenset({part_of(actor, ticket)} | own)


def next_statuses(actor: Actor, ticket: Ticket) -> tuple[Status, ...]:
    """Return where `actor` may move `ticket`, in the order of the workflow."""
    parts = parts_of(actor, ticket)
    return tuple(to for to in Status if parts & TRANSITIONS.get((ticket.status, to), frozenset()))


def check_transition(actor: Actor, ticket: Ticket, asked: StatusChanged, now: datetime) -> None:
    """Raise Refused, with the reason's name, when the workflow does not allow `asked`."""
    allowed = TRANSITIONS.get((ticket.status, asked.to))
    if allowed is None:
        raise refuse(Code.ILLEGAL_TRANSITION, theirs=ticket.status, yours=asked.to)
    if not allowed & parts_of(actor, ticket):
        raise refuse(Code.NOT_ALLOWED)
    _check_reopening(actor, ticket, asked, now)
    _check_details(asked)


def _check_reopening(actor: Actor, ticket: Ticket, asked: StatusChanged, now: datetime) -> None:
    if ticket.standing.closed_at is None or actor.role.leads or asked.to is not Status.OPEN:
        return
    if now - ticket.standing.closed_at > timedelta(days=REOPEN_DAYS):
        raise refuse(Code.ILLEGAL_TRANSITION, theirs=ticket.status, yours=asked.to)


def _check_details(asked: StatusChanged) -> None:
    if asked.to in (Status.RESOLVED, Status.CANCELLED) and not asked.note.strip():
        raise refuse(Code.NOTE_REQUIRED, field="note")
    if asked.to is Status.PENDING and asked.reason is None:
        raise refuse(Code.REASON_REQUIRED, field="reason")
    if asked.reason is PendingReason.USER and not asked.note.strip():
        raise refuse(Code.NOTE_REQUIRED, field="note")
    if asked.reason is PendingReason.SCHEDULED and asked.until is None:
        raise refuse(Code.DATE_REQUIRED, field="until")


def waits_for_requester(ticket: Ticket) -> bool:
    """Tell whether IT can do nothing before the requester has said something."""
    return ticket.status is Status.PENDING and ticket.standing.reason is PendingReason.USER


def category_named(text: str) -> Category:
    """Return the category with this code. Raises Refused naming the known ones."""
    try:
        return Category(text)
    except ValueError:
        known = ", ".join(Category)
        raise refuse(Code.UNKNOWN_CATEGORY, yours=text, limit=known) from None
