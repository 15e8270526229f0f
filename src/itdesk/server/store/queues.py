"""The queues as they are now: which are closed to other staff, and who belongs to them."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection, select

from itdesk.domain.documents import Document, Queue, Words
from itdesk.domain.ids import PersonId, QueueId
from itdesk.domain.people import Actor, Role
from itdesk.domain.policy import Scope, scope_of
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
        return scope_of(self.actor(person_id, role), self.restricted)


def load_queues(connection: Connection) -> Queues:
    """Return the queues as they are at this moment."""
    queues = (msgspec.json.decode(body, type=Queue) for body in connection.scalars(BODIES))
    return Queues({queue.id: queue for queue in queues})
