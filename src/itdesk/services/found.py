"""Why the tickets of a search are in its list, and what a search may go on with."""

from collections.abc import Iterator, Mapping

from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded
from itdesk.domain.custom_fields import field_texts
from itdesk.domain.documents import Queue, in_language
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.people import Person
from itdesk.domain.query.completion import Vocabulary
from itdesk.domain.query.reason import Passage, Place, Reason, reason, searched_in
from itdesk.domain.query.terms import Query
from itdesk.replica import contents, listing
from itdesk.replica.contents import HeldTicket
from itdesk.services.desk import Desk

EXPLAINED = 50
"""So many at once: a screenful."""


def reasons(desk: Desk, query: Query, ids: tuple[TicketId, ...]) -> dict[TicketId, Reason]:
    """Return where the searched words stand in those tickets of the first 50 in which not the title has them.

    Raises WorldFailed.
    """
    wanted = searched_in(query)
    if not wanted:
        return {}
    people = {person.id: person for person in contents.people(desk.replica)}
    found: dict[TicketId, Reason] = {}
    for id in ids[:EXPLAINED]:
        held = contents.held_ticket(desk.replica, id)
        why = None if held is None else reason(wanted, _passages(held, people))
        if why is not None and why.place is not Place.TITLE:
            found[id] = why
    return found


def vocabulary(desk: Desk, language: str) -> Vocabulary:
    """Return what the values of fields may be in a search. Raises WorldFailed."""
    people = contents.people(desk.replica)
    names = (in_language(queue.name, language) for queue in contents.documents(desk.replica, Queue))
    return Vocabulary(
        people={person.login: person.name for person in people},
        queues=tuple(sorted(names)),
        tags=listing.known_tags(desk.replica),
    )


def _passages(held: HeldTicket, people: Mapping[PersonId, Person]) -> Iterator[Passage]:
    """Yield the texts that are searched (domain.searched), the likeliest to tell something first."""
    ticket = held.shown
    yield Passage(Place.TITLE, ticket.title)
    yield Passage(Place.DESCRIPTION, ticket.description)
    yield Passage(Place.SOLUTION, ticket.standing.note)
    for event in reversed(held.events):
        if isinstance(event.payload, CommentAdded):
            place = Place.NOTE if event.audience is Audience.STAFF else Place.REPLY
            author = people.get(event.actor_id)
            yield Passage(place, event.payload.body, author.name if author else "")
    yield from (Passage(Place.FILE, file.name) for file in ticket.attachments)
    yield from (Passage(Place.TAG, tag) for tag in sorted(ticket.tags))
    yield from (Passage(Place.FIELD, text) for _, text in field_texts(ticket.fields))
    for id in (ticket.requester_id, ticket.assignee_id):
        if id is not None and id in people:
            yield Passage(Place.PERSON, f"{people[id].name} {people[id].login}")
