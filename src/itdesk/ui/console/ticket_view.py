"""Everything that a ticket's page shows, asked for in one call off the GUI thread."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from itdesk.diagnostics.cards import Card, make_cards
from itdesk.diagnostics.facts import Facts
from itdesk.domain.ids import TicketId
from itdesk.domain.listing import Question, View
from itdesk.domain.people import Person
from itdesk.services import drafts, reading, standing
from itdesk.services.desk import Desk
from itdesk.services.reading import TicketPage
from itdesk.services.standing import RefusedChange
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
    requester: Person | None = None
    cards: tuple[Card, ...] | None = None
    """None: the facts are not in a form that this program knows."""
    others: Load = Load()
    refused: tuple[RefusedChange, ...] = ()


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
    requester = page.people.get(page.ticket.requester_id)
    return TicketView(
        ticket_id=ticket_id,
        page=page,
        requester=requester,
        cards=cards_of(page.facts) if page.facts else (),
        others=load_of(desk, requester, ticket_id) if requester else Load(),
        refused=tuple(one for one in standing.refused_changes(desk) if one.change.ticket_id == ticket_id),
    )


def load_of(desk: Desk, requester: Person, but: TicketId) -> Load:
    """Count the requester's tickets beside one."""
    ids = reading.ticket_ids(desk, Question(view=View.ALL, words=requester.login))[:COUNTED_AT_MOST]
    rows = [row for row in reading.ticket_rows(desk, ids) if row.requester_id == requester.id]
    others = [row for row in rows if row.id != but]
    return Load(open=sum(row.status.is_open for row in others), all=len(others))


def cards_of(text: str) -> tuple[Card, ...] | None:
    """Return the facts as cards, or None where the text is no facts that this program knows."""
    try:
        document = json.loads(text)
        facts = document["facts"]
        known = {name: values for name, values in facts.items() if isinstance(values, Mapping)}
        return make_cards(Facts(collected_in_ms=0, facts=known))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def kept_drafts(desk: Desk, ticket_id: TicketId) -> Drafts:
    """Ask for what was being written to a ticket."""
    return Drafts(
        ticket_id=ticket_id,
        reply=drafts.draft(desk, draft_key(ticket_id, is_internal=False)),
        note=drafts.draft(desk, draft_key(ticket_id, is_internal=True)),
    )
