"""Tells of promised times when they run short or out, and works them out anew when promises change."""

from datetime import datetime

from itdesk.server.store.due_tickets import turning_tickets
from itdesk.server.store.ledger import open_ledger
from itdesk.server.store.promised import KnownPromises
from itdesk.server.store.store import Store
from itdesk.server.tickets.desk import TicketDesk
from itdesk.server.tickets.due_times import DueTimes

TICKETS_AT_ONCE = 200


def tell_due(store: Store, desk: TicketDesk, now: datetime) -> int:
    """Record the warnings and breaches that are due on at most `TICKETS_AT_ONCE` tickets, each once.

    Returns on how many tickets that was done. Raises StoreUnavailable.
    """
    found = turning_tickets(store, now, TICKETS_AT_ONCE)
    desk.look_at(found)
    left = set(turning_tickets(store, now, TICKETS_AT_ONCE))
    return len([id for id in found if id not in left])


def recount_due(store: Store, known: KnownPromises, _now: datetime) -> int:
    """Work out anew what is due on at most `TICKETS_AT_ONCE` tickets whose promises have changed.

    Returns on how many it was done. Raises StoreUnavailable.
    """
    with open_ledger(store) as ledger:
        promised = ledger.promised(known)
        stale = ledger.lock_stale(promised.basis, TICKETS_AT_ONCE)
        ledger.keep(DueTimes(ledger, promised).after(stale, ()))
    return len(stale)
