"""What the ticket's side of "My tickets" shows, asked for in one call off the GUI thread."""

from dataclasses import dataclass

from itdesk.domain.ids import TicketId
from itdesk.domain.people import Person
from itdesk.domain.refusals import Code
from itdesk.services import drafts, participants, reading, standing
from itdesk.services.desk import Desk
from itdesk.services.reading import TicketPage
from itdesk.services.standing import RefusedChange
from itdesk.ui.draft_keeper import draft_key


@dataclass(frozen=True, kw_only=True)
class Opened:
    """One ticket as it is now. `page` is None when this person sees no such ticket (any more)."""

    ticket_id: TicketId
    serial: int
    """Which look this answers: an older one is of no interest."""
    page: TicketPage | None
    draft: str
    refused: tuple[RefusedChange, ...]
    colleagues: tuple[Person, ...] = ()
    """Whom she may invite."""


@dataclass(frozen=True)
class TakenBack:
    """A refused change that is gone now, and the text that was in it."""

    refused: RefusedChange
    text: str


def look(desk: Desk, ticket_id: TicketId, serial: int) -> Opened:
    """Ask for the ticket, what was being written to it, and what was refused."""
    page = reading.ticket_page(desk, ticket_id)
    return Opened(
        ticket_id=ticket_id,
        serial=serial,
        page=page,
        draft=drafts.draft(desk, draft_key(ticket_id)),
        refused=tuple(one for one in refusals(desk) if one.change.ticket_id == ticket_id),
        colleagues=participants.invitable(desk, page.ticket) if page else (),
    )


def refusals(desk: Desk) -> tuple[RefusedChange, ...]:
    """Ask for what was refused for a reason of its own, and not only with something else."""
    every = standing.refused_changes(desk)
    return tuple(one for one in every if one.refusal.code is not Code.DEPENDS_ON_REFUSED)


def take_back(desk: Desk, refused: RefusedChange) -> TakenBack:
    """Forget a refused change and what was refused together with it. Raises Refused, WorldFailed."""
    together = [
        one
        for one in standing.refused_changes(desk)
        if one.change.ticket_id == refused.change.ticket_id and one.refusal.code is Code.DEPENDS_ON_REFUSED
    ]
    for one in together:
        standing.dismiss(desk, one.change.id)
    return TakenBack(refused, standing.dismiss(desk, refused.change.id))
