"""Looks at a public reply before it is saved: does it tell what was meant for IT alone?"""

from dataclasses import dataclass

from itdesk.domain.audience import Audience
from itdesk.domain.leaking import quoted
from itdesk.domain.mentions import mentions
from itdesk.domain.said import words_in
from itdesk.services import reading
from itdesk.services.desk import Desk
from itdesk.services.ticket_page import TicketPage


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """Why somebody should look at a reply again: words of a note, or colleagues who are called."""

    quoted: str = ""
    called: tuple[str, ...] = ()
    """Their names."""


def doubt(desk: Desk, page: TicketPage, body: str) -> Doubt | None:
    """Return why the reply may not be meant for everybody, `None`: it is. Raises WorldFailed."""
    said = [(one.event.audience, words_in(one.event.payload)) for one in page.moments]
    notes = [words for audience, words in said if audience is Audience.STAFF]
    public = [words for audience, words in said if audience is not Audience.STAFF]
    ticket = page.ticket
    found = quoted(body, notes, (ticket.title, ticket.description, *public)) or ""
    names = {person.login: person.name for person in reading.staff(desk) if person.id != ticket.requester_id}
    called = tuple(names[login] for login in mentions(body, names))
    return Doubt(quoted=found, called=called) if found or called else None
