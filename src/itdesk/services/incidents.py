"""Telling everybody that many have the trouble of one ticket, and that it is over: for those who lead."""

from itdesk.domain.changes import MajorIncidentDeclared, MajorIncidentEnded
from itdesk.domain.documents import Words
from itdesk.domain.ids import TicketId, is_document_id
from itdesk.domain.refusals import Code, refuse
from itdesk.replica import contents
from itdesk.services.asking import Saved, ask
from itdesk.services.desk import Desk


def declare_incident(
    desk: Desk, ticket_id: TicketId, title: Words, body: Words, symptoms: tuple[str, ...] | None = None
) -> Saved:
    """Declare the ticket a major incident and tell everybody in these words, never in the ticket's.

    Reports with one of the symptoms are about it: the ticket's own, unless others are said. Raises Refused
    and WorldFailed.
    """
    if symptoms is None:
        symptoms = _symptoms_of(desk, ticket_id)
    return ask(desk, ticket_id, MajorIncidentDeclared(title=title, body=body, symptoms=symptoms))


def end_incident(desk: Desk, ticket_id: TicketId) -> Saved:
    """Say that it is over for everybody; the ticket goes on. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, MajorIncidentEnded())


def _symptoms_of(desk: Desk, ticket_id: TicketId) -> tuple[str, ...]:
    desk.replica.catch_up(desk.outbox)
    held = contents.held_ticket(desk.replica, ticket_id)
    if held is None:
        raise refuse(Code.NOT_FOUND)
    return (held.shown.symptom,) if is_document_id(held.shown.symptom) else ()
