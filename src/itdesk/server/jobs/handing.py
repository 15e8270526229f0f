"""Finishes handing tickets over where that was cut off, or where a report came in at the last moment."""

from datetime import datetime

from itdesk.server.store.enrolments import still_to_hand_over
from itdesk.server.store.store import Store
from itdesk.server.tickets.desk import TicketDesk
from itdesk.server.tickets.handing import hand_over

LOGINS_AT_ONCE = 50


def hand_over_rest(store: Store, desk: TicketDesk, _: datetime) -> int:
    """Hand over what linked logins still have; return of how many logins. Raises StoreUnavailable."""
    with store.reading() as connection:
        found = still_to_hand_over(connection, LOGINS_AT_ONCE)
    for claimed, to in found:
        hand_over(store, desk, claimed, to)
    return len(found)
