"""The tickets around those that a batch changes: which must be at hand, and what happens in them."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from itdesk.domain.apply import apply
from itdesk.domain.changes import Change, kind_of
from itdesk.domain.events import Event
from itdesk.domain.ids import ChangeId, PersonId, TicketId, is_id
from itdesk.domain.people import Actor, Role
from itdesk.domain.relations import MessagesMoved
from itdesk.domain.ticket import Ticket
from itdesk.domain.together import (
    MOVABLE,
    Around,
    Message,
    follow,
    following,
    merged_with,
    named_in,
    tied_to,
)
from itdesk.protocol.translation import encode_payload
from itdesk.server.store.judged import Accepted
from itdesk.server.store.ledger import Ledger
from itdesk.server.store.queues import Queues


class TicketsMissing(Exception):
    """More tickets are concerned than were locked. To be begun anew with these as well: nothing was done."""

    def __init__(self, ids: frozenset[TicketId]) -> None:
        super().__init__(f"{len(ids)} more tickets are concerned")
        self.ids = ids


def tickets_named(changes: Iterable[Change]) -> set[TicketId]:
    """Return the tickets that the changes themselves name."""
    other = {named_in(change.payload) for change in changes}
    return {change.ticket_id for change in changes} | {id for id in other if id is not None and is_id(id)}


def check_all_at_hand(
    changes: Iterable[Change], tickets: Mapping[TicketId, Ticket], locked: set[TicketId]
) -> None:
    """Raise TicketsMissing when what the locked tickets say ties them to others.

    All are locked at once, in the order of their ids, so that two nodes never wait for each other.
    """
    about = [(tickets[one.ticket_id], one.payload) for one in changes if one.ticket_id in tickets]
    needed = {id for ticket, payload in about for id in tied_to(ticket, payload)}
    needed |= {id for ticket in tickets.values() for id in merged_with(ticket)}
    if needed - locked:
        raise TicketsMissing(frozenset(needed - locked))


class Neighbours:
    """What a batch knows of the tickets around one. `tickets` are as the changes before left them."""

    def __init__(
        self, ledger: Ledger, tickets: Mapping[TicketId, Ticket], queues: Queues, changes: Iterable[Change]
    ) -> None:
        self._ledger = ledger
        self._tickets = tickets
        self._queues = queues
        self._roles: dict[PersonId, Role] = {}
        moves = (one.payload for one in changes if isinstance(one.payload, MessagesMoved))
        named = {id for move in moves for id in move.event_ids if is_id(id)}
        self._messages = ledger.messages(named, [kind.__name__ for kind in MOVABLE])

    def around(self, actor: Actor) -> Around:
        """Return the surroundings as far as judging this actor's change needs them."""
        return Around(
            ticket=self._tickets.get,
            sees=partial(self._sees, actor),
            message=self._messages.get,
            is_staff=self._is_staff,
        )

    def note(self, event: Event) -> None:
        """From here on the changes that follow may name this message."""
        if isinstance(event.payload, MOVABLE):
            self._messages[event.id] = Message(event.ticket_id, event.audience)

    def follow(self, event: Event, before: Ticket, after: Ticket, around: Around) -> list[Accepted]:
        """Return what happens in other tickets, in order. Raises UnknownNeighbour."""
        now: dict[TicketId, Ticket] = {}
        accepted = []
        for one in follow(event, before, after, around):
            ticket = now.get(one.ticket_id) or self._tickets[one.ticket_id]
            accepted.append(_accepted(following(event, one, ticket), ticket))
            now[ticket.id] = accepted[-1].after
        return accepted

    def _sees(self, actor: Actor, ticket: Ticket) -> bool:
        return self._queues.scope(actor.id, actor.role).sees(ticket)

    def _is_staff(self, person_id: PersonId) -> bool:
        if person_id not in self._roles:
            self._roles |= self._ledger.roles_ever({person_id})
        return self._roles.get(person_id, Role.EMPLOYEE).is_staff


def _accepted(event: Event, before: Ticket) -> Accepted:
    """It never changes who sees the ticket: nobody comes and nobody goes."""
    payload = encode_payload(event.payload)
    words = f"{event.ticket_id} {kind_of(event.payload)} ".encode() + payload
    return Accepted(
        event=event,
        payload=payload.decode(),
        before=before,
        after=apply(before, event),
        body_sha256=hashlib.sha256(words).hexdigest(),
    )


def ids_of(accepted: Sequence[Accepted]) -> set[ChangeId]:
    """Return the ids of the events."""
    return {one.event.id for one in accepted}
