"""Hands the tickets of a login that was only claimed to the person who has proved to be it."""

import logging
from collections.abc import Collection
from datetime import UTC, datetime

from itdesk.domain.changes import Change
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.people import SYSTEM_ACTOR
from itdesk.domain.proving import RequesterProved
from itdesk.protocol.messages import ChangeMessage
from itdesk.protocol.translation import change_message
from itdesk.server.store.enrolments import hand_over_rows, tickets_of
from itdesk.server.store.store import Store, StoreUnavailable
from itdesk.server.tickets.desk import TicketDesk
from itdesk.server.tickets.seal import Seal

logger = logging.getLogger(__name__)

AT_ONCE = 100


def hand_over(store: Store, desk: TicketDesk, claimed: PersonId, to: PersonId) -> int:
    """Make every ticket of the claimed login this person's; return how many they were.

    Each by a change in its history; whoever is cut off begins again, nothing is done twice. Raises
    StoreUnavailable when some could not be handed over now.
    """
    seal, done = Seal(store.identity), set[str]()
    while found := _next(store, claimed, done):
        done |= set(found)
        results = desk.submit(SYSTEM_ACTOR, [_change(seal, TicketId(id), claimed, to) for id in found])
        if any(one.state == "again" for one in results):
            raise StoreUnavailable("Some tickets could not be handed over just now.")
        for one in results:
            if one.refusal is not None:
                logger.error("change %s could not hand a ticket over: %s", one.id, one.refusal.code)
    with store.writing() as connection:
        hand_over_rows(connection, claimed, to)
    return len(done)


def _next(store: Store, claimed: PersonId, done: Collection[str]) -> list[str]:
    with store.reading() as connection:
        return tickets_of(connection, claimed, done, AT_ONCE)


def _change(seal: Seal, id: TicketId, claimed: PersonId, to: PersonId) -> ChangeMessage:
    return change_message(
        Change(
            id=seal.derived_id("hand over", claimed, id),
            ticket_id=id,
            payload=RequesterProved(person_id=to),
            made_at=datetime.now(UTC),
        )
    )
