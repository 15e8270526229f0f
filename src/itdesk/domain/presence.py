"""Which ticket somebody of IT looks at just now: news for the moment, never a part of any history."""

from dataclasses import dataclass
from enum import StrEnum

from itdesk.domain.ids import PersonId, TicketId


class Doing(StrEnum):
    """What somebody does with the ticket before her."""

    READING = "reading"
    WRITING = "writing"


@dataclass(frozen=True, kw_only=True)
class Presence:
    """Where one person is; without a ticket she is nowhere that concerns others."""

    person_id: PersonId
    ticket_id: TicketId | None = None
    doing: Doing = Doing.READING
