"""A refusal's values as people say them: the rules know persons, queues and tickets by id alone."""

from dataclasses import replace

from itdesk.domain.documents import Queue, in_language
from itdesk.domain.ids import PersonId, QueueId, TicketId
from itdesk.domain.refusals import Refusal
from itdesk.domain.ticket import number_text
from itdesk.replica import contents
from itdesk.services.desk import Desk

NOBODY = "–"
TICKETS = ("parent", "merge", "message")
"""The fields of which a refusal names tickets."""


def with_names(desk: Desk, refusal: Refusal) -> Refusal:
    """Return the refusal with names of persons and queues, and numbers of tickets, in place of their ids.

    Raises WorldFailed.
    """
    if refusal.field not in ("assignee", "queue", *TICKETS):
        return refusal
    return replace(
        refusal,
        theirs=_name(desk, refusal.field, refusal.theirs),
        yours=_name(desk, refusal.field, refusal.yours),
    )


def _name(desk: Desk, field: str, id: str) -> str:
    if field in TICKETS:
        held = contents.held_ticket(desk.replica, TicketId(id))
        return number_text(held.shown.number, held.shown.id) if held else NOBODY
    if field == "queue":
        queue = contents.document(desk.replica, Queue, QueueId(id))
        return in_language(queue.name, "en") if queue else id or NOBODY
    person = contents.person(desk.replica, PersonId(id))
    return person.name if person else id or NOBODY
