"""The facts about one computer at several moments, from all its tickets that are held here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from itdesk.diagnostics.facts import NotFacts, read_facts
from itdesk.domain.ids import TicketId
from itdesk.domain.ticket import number_text
from itdesk.replica import contents
from itdesk.services.desk import Desk
from itdesk.services.ticket_page import ticket_page

MOST_SNAPSHOTS = 20


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """What a computer said about itself when somebody reported from it. `text` is the document as it came."""

    ticket_id: TicketId
    reference: str
    at: datetime
    text: str


def snapshots_of(desk: Desk, ticket_id: TicketId) -> tuple[Snapshot, ...]:
    """Return all that is known of the computer of this ticket, its own facts too: newest first, at most 20.

    Nothing, where the ticket's newest facts do not say which computer it is. Raises WorldFailed.
    """
    page = ticket_page(desk, ticket_id)
    device_id = device_in(page.facts) if page is not None and page.facts else ""
    if not device_id:
        return ()
    return tuple(
        Snapshot(
            ticket_id=held.ticket_id,
            reference=number_text(held.number, held.ticket_id),
            at=held.at,
            text=held.text,
        )
        for held in contents.facts_of_device(desk.replica, device_id, MOST_SNAPSHOTS)
    )


def device_in(text: str) -> str:
    """Return the number of the device that these facts are about, "" where they do not say it."""
    try:
        device = read_facts(text).facts.get("device")
    except NotFacts:
        return ""
    found = device.get("id") if isinstance(device, Mapping) else None
    return found if isinstance(found, str) else ""
