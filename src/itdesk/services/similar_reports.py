"""Suggests that reports of the last hours are one trouble, and makes them one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from itdesk.domain.changes import DiagnosticsAttached
from itdesk.domain.events import Event
from itdesk.domain.ids import TicketId
from itdesk.domain.incidents import is_major
from itdesk.domain.listing import Order, Question, View
from itdesk.domain.relations import ParentSet
from itdesk.domain.similar_reports import Traits, suggested, telling_words
from itdesk.domain.ticket import Ticket
from itdesk.replica import contents
from itdesk.services import bulk, reading
from itdesk.services.bulk import Bulk
from itdesk.services.desk import Desk

WITHIN = timedelta(hours=2)
LOOKED_AT = 100
"""So many of the newest open tickets are compared."""


class Finding(msgspec.Struct, frozen=True):
    """What a check came to, as the facts tell it."""

    verdict: str = ""
    is_fault: bool = False


class Checks(msgspec.Struct, frozen=True):
    """The checks in the facts."""

    findings: tuple[Finding, ...] = ()


class Probes(msgspec.Struct, frozen=True):
    """The probes that are looked at."""

    checks: Checks = Checks()


class Told(msgspec.Struct, frozen=True):
    """As much of the facts as is looked at."""

    facts: Probes = Probes()


@dataclass(frozen=True)
class Suggestion:
    """Reports that are probably one trouble, oldest first."""

    ids: tuple[TicketId, ...]
    people: int
    since: datetime
    title: str
    """That of the oldest."""


def suggestion(desk: Desk, dismissed: Collection[TicketId] = ()) -> Suggestion | None:
    """Return what is suggested now; tickets in `dismissed` are not the same as others. Raises WorldFailed."""
    since = desk.now() - WITHIN
    rows = reading.tickets(desk, Question(view=View.OPEN, order=Order.NEWEST_FIRST), LOOKED_AT)
    new = [row.id for row in rows if row.created_at >= since and row.id not in dismissed]
    tickets = contents.shown_tickets(desk.replica, new)
    found = suggested(_traits(desk, one) for one in tickets.values() if _stands_alone(one))
    if not found:
        return None
    oldest = tickets[found[0].ticket_id]
    people = len({one.requester_id for one in found})
    return Suggestion(tuple(one.ticket_id for one in found), people, oldest.created_at, oldest.title)


def make_one(desk: Desk, ids: tuple[TicketId, ...]) -> Bulk:
    """Make the later tickets parts of the oldest, in one commit. Raises WorldFailed."""
    parent, *others = ids
    return bulk.do(desk, others, lambda _id: ParentSet(to=parent))


def first_fault(facts: str) -> str:
    """Return the first check that failed on the computer; "" where none did, or the facts are strange."""
    try:
        findings = msgspec.json.decode(facts, type=Told).facts.checks.findings
    except msgspec.MsgspecError:
        return ""
    return next((one.verdict for one in findings if one.is_fault), "")


def _stands_alone(ticket: Ticket) -> bool:
    return ticket.parent_id is None and not ticket.children and not is_major(ticket)


def _traits(desk: Desk, ticket: Ticket) -> Traits:
    held = contents.held_ticket(desk.replica, ticket.id)
    requester = contents.person(desk.replica, ticket.requester_id)
    return Traits(
        ticket_id=ticket.id,
        requester_id=ticket.requester_id,
        created_at=ticket.created_at,
        category=ticket.category,
        symptom=ticket.symptom,
        fault=_fault(held.events if held else ()),
        site=requester.site if requester else "",
        words=telling_words(ticket.title, ticket.description),
    )


def _fault(events: Collection[Event]) -> str:
    facts = [one.payload.facts for one in events if isinstance(one.payload, DiagnosticsAttached)]
    return first_fault(facts[0]) if facts else ""
