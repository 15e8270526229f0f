"""Turns what somebody may see into SQL. The only place that does."""

from sqlalchemy import ColumnElement, or_, select, true

from itdesk.domain.policy import Scope
from itdesk.server.store.tables import readers, tickets


def visible(scope: Scope) -> ColumnElement[bool]:
    """Return the condition on `tickets` that holds exactly where `scope.sees` is true."""
    reads_along = tickets.c.id.in_(select(readers.c.ticket_id).where(readers.c.person_id == scope.person_id))
    if not scope.is_verified:
        return tickets.c.requester_id == scope.person_id
    if not scope.is_staff:
        return reads_along
    closed = () if scope.sees_every_queue else sorted(scope.restricted - scope.queues)
    if not closed:
        return true()
    return or_(tickets.c.queue_id.is_(None), tickets.c.queue_id.not_in(closed), reads_along)
