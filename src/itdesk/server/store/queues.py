"""The queues as they are now: which are closed to other staff, and who belongs to them."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection, select

from itdesk.domain.documents import Document, Queue, Words
from itdesk.domain.ids import PersonId, QueueId
from itdesk.domain.people import Actor, Role
from itdesk.domain.policy import Scope, Team, scope_of, with_teams
from itdesk.server.store.tables import documents

BODIES = select(documents.c.body).where(documents.c.kind == "queue", documents.c.deleted.is_(False))
"""Built once: it is asked at every exchange."""


class Queues:
    """Every queue, by id."""

    def __init__(self, queues: Mapping[QueueId, Queue]) -> None:
        self._queues = queues
        self.restricted = frozenset(queue.id for queue in queues.values() if queue.restricted)

    def __contains__(self, queue_id: object) -> bool:
        return queue_id in self._queues

    @property
    def names(self) -> dict[QueueId, Words]:
        """What the queues are called."""
        return {id: queue.name for id, queue in self._queues.items()}

    def with_written(self, document: Document | None, id: str) -> "Queues":
        """Return the queues as they are when one was written, or deleted."""
        others = {key: queue for key, queue in self._queues.items() if key != id}
        return Queues(others | ({document.id: document} if isinstance(document, Queue) else {}))

    def actor(self, person_id: PersonId, role: Role) -> Actor:
        """Return somebody with the restricted queues that she belongs to."""
        own = (id for id in self.restricted if person_id in self._queues[id].members)
        return Actor(id=person_id, role=role, queues=frozenset(own))

    def scope(self, person_id: PersonId, role: Role) -> Scope:
        """Return what somebody may see."""
        return with_teams(scope_of(self.actor(person_id, role), self.restricted), self._teams())

    def _teams(self) -> dict[PersonId, Team]:
        """Return the team of everybody in a restricted queue; of who is in several, the first by id."""
        closed = (self._queues[id] for id in sorted(self.restricted, reverse=True))
        return {person_id: _team(queue) for queue in closed for person_id in queue.members}


def _team(queue: Queue) -> Team:
    """Its name in all languages: the store does not know in which one its reader reads."""
    names = dict.fromkeys(queue.name[language] for language in sorted(queue.name))
    return Team(PersonId(queue.id), " / ".join(name for name in names if name))


def load_queues(connection: Connection) -> Queues:
    """Return the queues as they are at this moment."""
    queues = (msgspec.json.decode(body, type=Queue) for body in connection.scalars(BODIES))
    return Queues({queue.id: queue for queue in queues})
