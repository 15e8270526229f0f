"""The computers that a person may mean when she says “another computer”."""

import json

from itdesk.domain.listing import Question, View
from itdesk.services.desk import Desk
from itdesk.services.reading import devices, ticket_page, tickets

NEWEST = 20
MOST = 8


def own_computers(desk: Desk) -> tuple[str, ...]:
    """Return the names of what she owns here, then of those from which she reported lately, each once.

    Raises WorldFailed.
    """
    me = desk.account.person_id
    owned = [device.name for device in devices(desk) if device.owner_id == me]
    return tuple(dict.fromkeys(name for name in (*owned, *_reported_from(desk)) if name))[:MOST]


def _reported_from(desk: Desk) -> list[str]:
    rows = tickets(desk, Question(view=View.REPORTED), NEWEST)
    pages = (ticket_page(desk, row.id) for row in rows if row.requester_id == desk.account.person_id)
    return [_host_name(page.facts) for page in pages if page is not None and page.facts]


def _host_name(facts: str) -> str:
    """Return the computer's name in the facts of a report, nothing where they do not tell it."""
    try:
        document = json.loads(facts)
        name = document["facts"]["host"]["name"]
    except (ValueError, KeyError, TypeError):
        return ""
    return name if isinstance(name, str) else ""
