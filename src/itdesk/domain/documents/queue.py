"""Whose tickets."""

from dataclasses import dataclass

from itdesk.domain.documents.words import Words
from itdesk.domain.ids import PersonId, QueueId


@dataclass(frozen=True, kw_only=True)
class Queue:
    """A team's tickets. A restricted one is seen by its members alone."""

    id: QueueId
    name: Words
    restricted: bool = False
    members: frozenset[PersonId] = frozenset()
