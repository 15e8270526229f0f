"""Forgets contents after their time, by the same way in which they are erased; figures stay."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from itdesk.domain.changes import DiagnosticsAttached, FileAttached
from itdesk.domain.events import Event
from itdesk.domain.ids import TicketId
from itdesk.server.store import audit
from itdesk.server.store.erasing import Blanked, erase
from itdesk.server.store.periods import move_place, over_before, read_periods
from itdesk.server.store.scrubbing import overwriting
from itdesk.server.store.store import Store
from itdesk.server.tickets.desk import TicketDesk

TICKETS_AT_ONCE = 25
ROWS_AT_ONCE = 1_000
FACTS, FILES, TICKETS = "facts", "files", "tickets"
CHOSEN: dict[str, Callable[[Event], bool] | None] = {
    FACTS: lambda event: isinstance(event.payload, DiagnosticsAttached),
    FILES: lambda event: isinstance(event.payload, FileAttached),
    TICKETS: None,
}


def forget_contents(store: Store, desk: TicketDesk, files: Path, now: datetime) -> int:
    """Forget one piece of each part that is over its time; return how many tickets were looked at.

    Raises StoreUnavailable, OSError.
    """
    with store.reading() as connection:
        periods = read_periods(connection)
    days = {FACTS: periods.facts_days, FILES: periods.files_days, TICKETS: periods.tickets_days}
    kept = {part: count for part, count in days.items() if count is not None}
    looked_at = []
    for part, count in kept.items():
        done, found = _forget(store, files, part, now - timedelta(days=count), now=now)
        looked_at.append(found)
        if done.news is not None:
            desk.tell(done.news)
    if periods.audit_days is not None:
        _cut_audit(store, now - timedelta(days=periods.audit_days))
    return max(looked_at, default=0)


def _forget(store: Store, files: Path, part: str, before: datetime, *, now: datetime) -> tuple[Blanked, int]:
    with store.reading() as connection:
        places = over_before(connection, part, before, TICKETS_AT_ONCE)
    if not places:
        return Blanked(), 0
    with overwriting(store) as connection:
        done = erase(connection, files, [TicketId(id) for _, id in places], CHOSEN[part], now)
        move_place(connection, part, places[-1])
    return done, len(places)


def _cut_audit(store: Store, before: datetime) -> None:
    while True:
        with store.writing() as connection:
            if audit.cut_before(connection, before, ROWS_AT_ONCE) < ROWS_AT_ONCE:
                return
