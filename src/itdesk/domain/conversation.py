"""Which messages a ticket shows: its own, those moved here, and those of the tickets merged into it.

Nothing is copied or moved for it: whoever reads gets together what she may read anyway, each message once.
So nobody ever sees by a merge, a split or a move what she could not see before, and nobody loses sight of
anything: a message that was moved where she cannot look stays, for her, where it was.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from itdesk.domain.changes import CommentAdded, FileAttached, TicketOpened
from itdesk.domain.events import Event
from itdesk.domain.ids import ChangeId, TicketId
from itdesk.domain.relating import place_of
from itdesk.domain.ticket import Ticket

SPOKEN = (TicketOpened, CommentAdded, FileAttached)
"""What the survivor of a merge shows of a ticket that goes on in it."""


@dataclass(frozen=True)
class Told:
    """A ticket that the reader sees, with those of its events that she may read, in order."""

    ticket: Ticket
    events: Sequence[Event]


def conversation(ticket_id: TicketId, told: Mapping[TicketId, Told]) -> tuple[Event, ...]:
    """Return what a ticket's page tells: its own history, and between it what is shown here of others.

    `told` are all the tickets around it that the reader sees; the ticket itself is among them.
    """
    found = _shown_in(ticket_id, told, frozenset({ticket_id}))
    repeated = _repeated(found)
    return tuple(event for event in found if event.id not in repeated)


def _shown_in(id: TicketId, told: Mapping[TicketId, Told], inside: AbstractSet[TicketId]) -> list[Event]:
    """Return what is shown in one ticket; `inside` are those within which it is shown itself."""
    parts = [[event for event in told[id].events if _is_shown(event, id, told)]]
    for home_id, home in told.items():
        if home_id == id:
            continue
        parts.append([event for event in home.events if place_of(home.ticket, event.id) == id])
        if home.ticket.merged_into == id and home_id not in inside:
            parts.append([*_spoken(_shown_in(home_id, told, inside | {home_id}))])
    return list(heapq.merge(*parts, key=lambda event: event.at))


def _is_shown(event: Event, id: TicketId, told: Mapping[TicketId, Told]) -> bool:
    """Tell whether an event is shown at home: what was moved is, to those who do not see where it went."""
    place = place_of(told[id].ticket, event.id)
    return place == id or place not in told


def _spoken(events: Sequence[Event]) -> Iterator[Event]:
    return (event for event in events if isinstance(event.payload, SPOKEN))


def _repeated(events: Sequence[Event]) -> set[ChangeId]:
    """Return what reached one of these tickets from another one: the same words at the same instant.

    They are told as the ticket tells them that has most of them: somebody may well say the same thing twice.
    """
    said = [event for event in events if isinstance(event.payload, CommentAdded | FileAttached)]
    alike: dict[tuple[object, ...], dict[TicketId, list[ChangeId]]] = {}
    for event in said:
        by_home = alike.setdefault((event.actor_id, event.at, event.payload), {})
        by_home.setdefault(event.ticket_id, []).append(event.id)
    return {id for by_home in alike.values() for ids in _others(by_home) for id in ids}


def _others(by_home: Mapping[TicketId, list[ChangeId]]) -> list[list[ChangeId]]:
    told = max(by_home, key=lambda home: len(by_home[home]))
    return [ids for home, ids in by_home.items() if home != told]
