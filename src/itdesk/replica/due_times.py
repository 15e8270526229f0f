"""What is due on tickets, worked out on this computer from the histories that it holds.

Only staff are told what is promised; elsewhere nothing is due. What is kept beside a ticket
carries its basis, a count of the changes to calendars and policies: one of an older basis is stale.
"""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from itdesk.domain.documents import Calendar, Policy
from itdesk.domain.events import Event
from itdesk.domain.ids import TicketId
from itdesk.domain.judgement import foretold
from itdesk.domain.people import Actor
from itdesk.domain.sla.clockwork import clocks_of
from itdesk.domain.sla.due import NOTHING_DUE, Due, due_of
from itdesk.domain.sla.promises import Promises
from itdesk.domain.ticket import Ticket
from itdesk.protocol.messages import EventMessage
from itdesk.protocol.translation import event_from
from itdesk.replica.instants import optional_number
from itdesk.replica.overlay import Shown

logger = logging.getLogger(__name__)

KINDS = ("calendar", "policy")
BASIS = "promises"
DUE_COLUMNS = ("due_at", "due_target", "due_begun_at", "scarce_at", "due_basis")


@dataclass(frozen=True)
class Promised:
    """What is promised, and since which change of it."""

    basis: int
    promises: Promises

    def is_asked(self, ticket: Ticket | None) -> bool:
        """Whether something may be due on the ticket."""
        return bool(self.promises) and ticket is not None and ticket.status.is_open


def promised_in(connection: Connection) -> Promised:
    """Return what is promised as this replica knows it."""
    basis = connection.exec_driver_sql("SELECT value FROM meta WHERE name = ?", (BASIS,)).scalar()
    return Promised(int(basis or 0), _promises(connection))


def note_changed(connection: Connection, kinds: Iterable[str]) -> None:
    """What was worked out is stale when one of these kinds of documents says what is promised."""
    if set(kinds) & set(KINDS):
        connection.exec_driver_sql(
            "INSERT INTO meta VALUES (?, '1') ON CONFLICT (name) DO UPDATE SET value = value + 1", (BASIS,)
        )


def due_on(
    connection: Connection, shown: Mapping[TicketId, Shown], promised: Promised, actor: Actor
) -> dict[TicketId, Due]:
    """Return what is due on those of the tickets on which something may be; own changes count already."""
    asked = [id for id, one in shown.items() if promised.is_asked(one.ticket)]
    histories = _histories(connection, asked)
    own = {id: [entry.change for entry in shown[id].laid] for id in histories}
    return {
        id: _due(id, [*history, *foretold(own[id], history, actor)], promised.promises)
        for id, history in histories.items()
    }


def due_columns(ticket: Ticket, due: Due, promised: Promised) -> tuple[object, ...]:
    """Return what is kept as DUE_COLUMNS; the basis only of an open ticket."""
    basis = promised.basis if ticket.status.is_open else None
    times = map(optional_number, (due.begun_at, due.scarce_at))
    return optional_number(due.at), due.target, *times, basis


def _promises(connection: Connection) -> Promises:
    rows = connection.exec_driver_sql("SELECT kind, body FROM documents WHERE kind IN (?, ?)", KINDS).all()
    try:
        return Promises(
            [msgspec.json.decode(row.body, type=Calendar) for row in rows if row.kind == "calendar"],
            [msgspec.json.decode(row.body, type=Policy) for row in rows if row.kind == "policy"],
        )
    except msgspec.MsgspecError as error:
        logger.warning("what is promised cannot be read by this program: %s", error)
        return Promises()


def _histories(connection: Connection, ids: Iterable[TicketId]) -> dict[TicketId, list[Event]]:
    """Return the histories of those tickets of which all events are here."""
    rows = connection.exec_driver_sql(
        "SELECT ticket_id, message FROM events WHERE ticket_id IN (SELECT value FROM json_each(?))"
        " ORDER BY ticket_id, version",
        (msgspec.json.encode(list(ids)).decode(),),
    )
    found: dict[TicketId, list[Event]] = {}
    for row in rows:
        event = event_from(msgspec.json.decode(row.message, type=EventMessage))
        found.setdefault(row.ticket_id, []).append(event)
    return {id: history for id, history in found.items() if history[-1].version == len(history)}


def _due(id: TicketId, history: list[Event], promises: Promises) -> Due:
    """What is promised never keeps a ticket from being shown."""
    try:
        return due_of(clocks_of(history, promises))
    except Exception:
        logger.exception("the promised times of ticket %s cannot be worked out", id)
        return NOTHING_DUE
