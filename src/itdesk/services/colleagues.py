"""Who of IT can be called to a ticket."""

from itdesk.domain.documents import Queue
from itdesk.domain.people import Actor, Person
from itdesk.domain.policy import scope_of
from itdesk.domain.ticket import Ticket
from itdesk.services import reading
from itdesk.services.desk import Desk


def callable_colleagues(desk: Desk, ticket: Ticket) -> tuple[Person, ...]:
    """Return the colleagues of IT who may see the ticket, without who asks, by name. Raises WorldFailed."""
    closed = tuple(queue for queue in reading.queues(desk) if queue.restricted)
    me = desk.account.person_id
    others = (person for person in reading.staff(desk) if person.id != me)
    return tuple(person for person in others if _sees(person, ticket, closed))


def _sees(person: Person, ticket: Ticket, closed: tuple[Queue, ...]) -> bool:
    own = frozenset(queue.id for queue in closed if person.id in queue.members)
    actor = Actor(id=person.id, role=person.role, queues=own)
    return scope_of(actor, frozenset(queue.id for queue in closed)).sees(ticket)
