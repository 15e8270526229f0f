"""What is promised, as calendars and policies say it now, and what is due next, kept beside each ticket.

What is kept carries its basis: the position of the last calendar or policy that it was worked out from. One
of an older basis is stale; it is worked out anew in small batches, and until then the old one stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, func, select, update

from itdesk.domain.documents import Calendar, Policy
from itdesk.domain.ids import TicketId
from itdesk.domain.sla.due import NOTHING_DUE, Due
from itdesk.domain.sla.promises import Promises
from itdesk.server.store.tables import documents, tickets

KINDS = ("calendar", "policy")
BASIS = select(func.max(documents.c.position)).where(documents.c.kind.in_(KINDS))
BODIES = select(documents.c.kind, documents.c.body).where(documents.c.kind.in_(KINDS), ~documents.c.deleted)


@dataclass(frozen=True)
class Promised:
    """What is promised, and from which position of the feed on."""

    basis: int
    promises: Promises


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What is kept beside a ticket. `basis` is `None` for one that is over: nothing makes it stale."""

    due: Due = NOTHING_DUE
    basis: int | None

    def columns(self) -> dict[str, Any]:
        """Return it as a row of `tickets` has it."""
        return {
            "due_at": self.due.at,
            "due_target": self.due.target,
            "turns_at": self.due.turns_at,
            "due_basis": self.basis,
        }


class KnownPromises:
    """Reads calendars and policies when they have changed, and only then. Safe to share between threads."""

    def __init__(self) -> None:
        self._last = Promised(0, Promises())

    def at(self, connection: Connection) -> Promised:
        """Return what is promised at this moment."""
        basis = connection.scalar(BASIS) or 0
        last = self._last
        if last.basis != basis:
            last = self._last = Promised(basis, read_promises(connection))
        return last


def keep(connection: Connection, found: Mapping[TicketId, Kept]) -> None:
    """Write what is due on these tickets, that is not told by an event."""
    rows = [{"ticket_id": id, **_renamed(kept)} for id, kept in sorted(found.items())]
    if rows:
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in Kept(basis=None).columns()}
        connection.execute(
            update(tickets).where(tickets.c.id == bindparam("ticket_id")).values(**values), rows
        )


def _renamed(kept: Kept) -> dict[str, Any]:
    return {f"new_{name}": value for name, value in kept.columns().items()}


def read_promises(connection: Connection) -> Promises:
    """Return what calendars and policies promise at this moment."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for row in connection.execute(BODIES):
        found[row.kind].append(row.body)
    return Promises(
        [msgspec.json.decode(body, type=Calendar) for body in found["calendar"]],
        [msgspec.json.decode(body, type=Policy) for body in found["policy"]],
    )
