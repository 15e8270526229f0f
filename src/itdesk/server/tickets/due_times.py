"""The promised times of the tickets of one transaction: what is to be told, and what is due afterwards."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from itdesk.domain.audience import Audience
from itdesk.domain.changes import SlaBreached, SlaWarned
from itdesk.domain.events import Event
from itdesk.domain.ids import TicketId
from itdesk.domain.sla.clock import Clock
from itdesk.domain.sla.clockwork import clocks_of
from itdesk.domain.sla.due import due_of, stamp
from itdesk.domain.sla.ledger import Account, account_of
from itdesk.domain.ticket import Ticket
from itdesk.protocol.translation import decode_payload
from itdesk.server.store.judged import Accepted
from itdesk.server.store.ledger import Ledger
from itdesk.server.store.moment import HeldEvent, Moment
from itdesk.server.store.promised import Kept, Promised

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Stamp:
    """A warning or a breach to be recorded. From the same words its id is derived: it happens once."""

    ticket_id: TicketId
    payload: SlaWarned | SlaBreached
    words: tuple[str, ...]


class DueTimes:
    """Worked out from each ticket's history. Where that fails it is logged, and nothing is promised."""

    def __init__(self, ledger: Ledger, promised: Promised) -> None:
        self._ledger = ledger
        self._promised = promised
        self._events: dict[TicketId, list[Event]] = {}

    def stamps(self, ids: Iterable[TicketId], now: datetime) -> Iterator[Stamp]:
        """Yield what is to be told of these tickets by now, in order."""
        turning = [id for id in ids if (at := self._ledger.turns_at(id)) is not None and at <= now]
        self._load(turning)
        for id in turning:
            for clock in self._clocks(id):
                payload = stamp(clock, now)
                if payload is not None:
                    percent = payload.percent if isinstance(payload, SlaWarned) else 100
                    yield Stamp(id, payload, ("sla", id, clock.begun_by, clock.target, str(percent)))

    def after(self, tickets: Mapping[TicketId, Ticket], accepted: Sequence[Accepted]) -> dict[TicketId, Kept]:
        """Return what is due on these tickets after what was accepted."""
        new = {one.event.ticket_id for one in accepted if one.before is None}
        if self._promised.promises:
            self._load([id for id, ticket in tickets.items() if ticket.status.is_open and id not in new])
        for one in accepted:
            self._events.setdefault(one.event.ticket_id, []).append(one.event)
        return {id: self._kept(ticket) for id, ticket in tickets.items()}

    def _kept(self, ticket: Ticket) -> Kept:
        if not ticket.status.is_open:
            return Kept(basis=None)
        clocks = self._clocks(ticket.id) if self._promised.promises else ()
        return Kept(due=due_of(clocks), basis=self._promised.basis)

    def _clocks(self, id: TicketId) -> tuple[Clock, ...]:
        """What is promised never keeps a change from being accepted."""
        try:
            return clocks_of(self._events[id], self._promised.promises)
        except Exception:
            logger.exception("the promised times of ticket %s cannot be worked out", id)
            return ()

    def _load(self, ids: Sequence[TicketId]) -> None:
        missing = [id for id in ids if id not in self._events]
        self._events |= {id: [] for id in missing}
        for held in self._ledger.events(missing):
            self._events[held.ticket_id].append(_event(held))


def accounts(moment: Moment, id: TicketId, now: datetime) -> list[Account]:
    """Return the account of every promised time of a ticket, up to now. Raises BrokenHistory."""
    history = [_event(held) for held in moment.events([id], 0)]
    return [account_of(clock, now) for clock in clocks_of(history, moment.promises())]


def _event(held: HeldEvent) -> Event:
    return Event(
        id=held.id,
        ticket_id=held.ticket_id,
        payload=decode_payload(held.kind, held.payload.encode()),
        actor_id=held.actor_id,
        actor_role=held.actor_role,
        at=held.at,
        version=held.version,
        audience=Audience(held.audience),
    )
