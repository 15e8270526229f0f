"""What a judge hands over to be recorded, and what was recorded before."""

from dataclasses import dataclass
from typing import Literal

from itdesk.domain.events import Event
from itdesk.domain.ids import ChangeId, PersonId
from itdesk.domain.ticket import Ticket
from itdesk.server.store.documents import DocumentVersion
from itdesk.server.store.people import PersonVersion


@dataclass(frozen=True, kw_only=True)
class Known:
    """What became of a change that was judged before."""

    actor_id: PersonId
    body_sha256: str
    state: Literal["accepted", "refused"]
    number: int = 0
    position: int = 0
    refusal: str = ""
    """JSON, for a refused one."""


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """A change that became an event, with the ticket before and after it."""

    event: Event
    payload: str
    """JSON."""
    before: Ticket | None
    after: Ticket
    body_sha256: str
    number: int | None = None
    """The number to be given back to a report that had it before; `None`: the next one."""
    entered: frozenset[PersonId] = frozenset()
    """Who sees the ticket from this event on."""
    left: frozenset[PersonId] = frozenset()
    """Who sees it no more."""

    @property
    def id(self) -> ChangeId:
        """Which change it was."""
        return self.event.id


@dataclass(frozen=True, kw_only=True)
class Written:
    """A change that writes a document or somebody's card."""

    id: ChangeId
    actor_id: PersonId
    body_sha256: str
    version: DocumentVersion | PersonVersion


@dataclass(frozen=True, kw_only=True)
class Declined:
    """A change that was refused."""

    id: ChangeId
    actor_id: PersonId
    body_sha256: str
    refusal: str
