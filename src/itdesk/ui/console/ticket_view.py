"""Everything that a ticket's page shows, asked for in one call off the GUI thread."""

from dataclasses import dataclass
from datetime import datetime

from itdesk.diagnostics.cards import Card, make_cards
from itdesk.diagnostics.facts import Facts
from itdesk.domain.changes import DiagnosticsAttached
from itdesk.domain.documents import Device
from itdesk.domain.ids import TicketId
from itdesk.domain.listing import Delivery, Question, TicketRow
from itdesk.domain.people import Person
from itdesk.domain.query.terms import requested_by
from itdesk.services import drafts, reading, standing
from itdesk.services.colleagues import callable_colleagues
from itdesk.services.desk import Desk
from itdesk.services.opening import note_opening
from itdesk.services.reading import TicketPage
from itdesk.services.standing import RefusedChange
from itdesk.ui.console.known_facts import known_facts
from itdesk.ui.draft_keeper import draft_key

COUNTED_AT_MOST = 200
"""Of how many tickets of one requester we count the open ones."""


@dataclass(frozen=True, kw_only=True)
class Load:
    """How many other tickets the requester has."""

    open: int = 0
    all: int = 0


@dataclass(frozen=True, kw_only=True)
class TicketView:
    """One ticket, ready to be shown. `page` is None when there is no such ticket to be seen any more."""

    ticket_id: TicketId
    page: TicketPage | None
    row: TicketRow | None = None
    """As lists show it, with what is due."""
    requester: Person | None = None
    facts: Facts | None = None
    """None: there are none, or they are not in a form that this program knows."""
    facts_at: datetime | None = None
    cards: tuple[Card, ...] = ()
    others: Load = Load()
    devices: tuple[Device, ...] = ()
    """The requester's computers."""
    refused: tuple[RefusedChange, ...] = ()
    colleagues: tuple[Person, ...] = ()
    """Whom of IT one may call to the ticket."""


@dataclass(frozen=True, kw_only=True)
class Drafts:
    """What was being written to a ticket."""

    ticket_id: TicketId
    reply: str = ""
    note: str = ""


def ticket_view(desk: Desk, ticket_id: TicketId) -> TicketView:
    """Ask for everything that the page of a ticket shows."""
    page = reading.ticket_page(desk, ticket_id)
    if page is None:
        return TicketView(ticket_id=ticket_id, page=None)
    note_opening(desk, page.ticket)
    requester = page.people.get(page.ticket.requester_id)
    facts = known_facts(page.facts) if page.facts else None
    return TicketView(
        ticket_id=ticket_id,
        page=page,
        row=next(iter(reading.ticket_rows(desk, (ticket_id,))), None),
        requester=requester,
        facts=facts,
        facts_at=attached_at(page),
        cards=make_cards(facts) if facts else (),
        others=load_of(desk, requester, ticket_id) if requester else Load(),
        devices=reading.devices_of(desk, requester.id) if requester else (),
        refused=tuple(one for one in standing.refused_changes(desk) if one.change.ticket_id == ticket_id),
        colleagues=callable_colleagues(desk, page.ticket),
    )


def load_of(desk: Desk, requester: Person, but: TicketId) -> Load:
    """Count the requester's tickets beside one."""
    ids = reading.ticket_ids(desk, Question(query=requested_by(requester.id)))[:COUNTED_AT_MOST]
    rows = reading.ticket_rows(desk, ids)
    others = [row for row in rows if row.id != but]
    return Load(open=sum(row.status.is_open for row in others), all=len(others))


def attached_at(page: TicketPage) -> datetime | None:
    """Return when the newest facts came along."""
    every = [
        moment.event.at
        for moment in page.moments
        if isinstance(moment.event.payload, DiagnosticsAttached) and moment.delivery is not Delivery.REFUSED
    ]
    return every[-1] if every else None


def kept_drafts(desk: Desk, ticket_id: TicketId) -> Drafts:
    """Ask for what was being written to a ticket."""
    return Drafts(
        ticket_id=ticket_id,
        reply=drafts.draft(desk, draft_key(ticket_id, is_internal=False)),
        note=drafts.draft(desk, draft_key(ticket_id, is_internal=True)),
    )
