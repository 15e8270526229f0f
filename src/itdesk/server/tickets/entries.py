"""What one page of the feed carries, as its reader may see it, and everybody whom it names."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

import msgspec

from itdesk.domain.ids import TicketId
from itdesk.domain.people import Person
from itdesk.domain.policy import Scope, as_seen_by, person_as_seen_by
from itdesk.domain.ticket import Ticket
from itdesk.protocol.messages import DocumentEntry, Entry, EventMessage, LeftEntry, TicketEntry
from itdesk.server.store.moment import HeldDocument, HeldEvent, HeldTicket, Moment, Tally
from itdesk.server.tickets.faces import Faces, cards_of_teams, with_faces

NAMES_A_PERSON = {
    "Assigned": "to",
    "FollowUpTaken": "owner_id",
    "ParticipantAdded": "person_id",
    "ParticipantRemoved": "person_id",
    "RequesterProved": "person_id",
}
"""The payloads that name somebody, by kind, and where."""


@dataclass(frozen=True)
class _Noticed:
    """A ticket as far as its reader noticed it: version and position are of the last event she may see."""

    ticket: Ticket
    position: int
    events: int


class Entries:
    """Entries for one reader, collected at one moment."""

    def __init__(self, moment: Moment, scope: Scope) -> None:
        self.listed: list[Entry] = []
        self._moment = moment
        self._scope = scope
        self._named: set[str] = {scope.person_id}

    def has_room(self, most: int) -> bool:
        """Tell whether fewer than `most` entries and cards were added so far."""
        return len(self.listed) + len(self._named) < most

    def add_tickets(self, held: Sequence[HeldTicket], *, whole: Collection[TicketId], after: int) -> None:
        """Add tickets with their events after a position; those in `whole` with all of them."""
        ids = [one.ticket.id for one in held]
        events = self._moment.events([id for id in ids if id in whole], 0)
        events += self._moment.events([id for id in ids if id not in whole], after)
        by_ticket = dict[TicketId, list[HeldEvent]]()
        for event in events:
            by_ticket.setdefault(event.ticket_id, []).append(event)
        for noticed in self._noticed(held):
            self._add_ticket(noticed, by_ticket.get(noticed.ticket.id, []))

    def add_documents(self, held: Iterable[HeldDocument]) -> None:
        """Add documents; one that is deleted, or not for this reader any more, as a tombstone."""
        for one in held:
            is_staff = self._scope.is_staff
            is_kept = one.is_kept_by(self._scope.person_id, is_staff=is_staff)
            body = msgspec.Raw(one.body_for(is_staff=is_staff)) if is_kept else msgspec.UNSET
            self.listed.append(DocumentEntry(kind=one.kind, id=one.id, version=one.version, body=body))

    def add_left(self, ids: Iterable[str]) -> None:
        """Add that the reader sees these tickets no more."""
        self.listed += [LeftEntry(ticket_id=id) for id in sorted(ids)]

    def add_people(self, ids: Iterable[str]) -> None:
        """Add the cards of these people."""
        self._named |= set(ids)

    def people(self) -> list[Person]:
        """Return the cards of everybody whom the entries name, teams among them, and the reader's own."""
        teams = [card for id, card in cards_of_teams(self._scope).items() if id in self._named]
        return teams + [person_as_seen_by(self._scope, person) for person in self._moment.people(self._named)]

    def _noticed(self, held: Sequence[HeldTicket]) -> list[_Noticed]:
        """Staff see every event, so a ticket's version is their number; others' are counted."""
        if self._scope.is_staff:
            return [_Noticed(one.ticket, one.position, one.ticket.version) for one in held]
        tallies = self._moment.tallies([one.ticket.id for one in held])
        return [_as_tallied(self._scope, one.ticket, tallies[one.ticket.id]) for one in held]

    def _add_ticket(self, noticed: _Noticed, events: Sequence[HeldEvent]) -> None:
        audiences = self._scope.audiences(noticed.ticket)
        faces = Faces(self._scope, noticed.ticket.requester_id)
        readable = [faces.event(event) for event in events if event.audience in audiences]
        ticket = with_faces(self._scope, as_seen_by(self._scope, noticed.ticket))
        self._named |= _people_of(ticket, readable)
        self.listed.append(
            TicketEntry(
                ticket=ticket,
                position=noticed.position,
                events=[_message(event) for event in readable],
                visible_events=noticed.events,
            )
        )


def _as_tallied(scope: Scope, ticket: Ticket, tallies: Iterable[Tally]) -> _Noticed:
    """Return the ticket as if what this reader may not see had not happened to it."""
    audiences = scope.audiences(ticket)
    readable = [tally for tally in tallies if tally.audience in audiences]
    last = max(readable, key=attrgetter("version"))
    return _Noticed(
        ticket=replace(ticket, version=last.version, updated_at=last.at),
        position=max(tally.position for tally in readable),
        events=sum(tally.count for tally in readable),
    )


def _people_of(ticket: Ticket, events: Iterable[HeldEvent]) -> set[str]:
    named = {ticket.requester_id, ticket.opened_by, *ticket.participants}
    if ticket.assignee_id is not None:
        named.add(ticket.assignee_id)
    return named | {id for event in events for id in _named_by(event)}


def _named_by(event: HeldEvent) -> set[str]:
    place = NAMES_A_PERSON.get(event.kind)
    named = msgspec.json.decode(event.payload).get(place) if place else None
    return {event.actor_id, named} if named else {event.actor_id}


def _message(event: HeldEvent) -> EventMessage:
    return EventMessage(
        id=event.id,
        ticket_id=event.ticket_id,
        kind=event.kind,
        payload=msgspec.Raw(event.payload.encode()),
        actor_id=event.actor_id,
        actor_role=event.actor_role,
        at=event.at,
        version=event.version,
        audience=event.audience,
    )
