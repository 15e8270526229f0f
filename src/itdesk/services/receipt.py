"""What became of one's own change."""

from dataclasses import dataclass

from itdesk.domain.ids import ChangeId, TicketId
from itdesk.domain.refusals import Refusal
from itdesk.replica import contents
from itdesk.replica.outbox_entry import State
from itdesk.services.desk import Desk
from itdesk.services.naming import with_names


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How far a change has come: `queued`, `accepted` or `refused`; the ticket's number, once it has one."""

    state: str
    number: int | None
    refusal: Refusal | None


def outcome_of(desk: Desk, change_id: ChangeId) -> Outcome:
    """Return what became of a change that was saved here. Raises WorldFailed.

    A change that the outbox has forgotten was accepted long ago.
    """
    entry = desk.outbox.entry(change_id)
    if entry is None:
        return Outcome(state=State.ACCEPTED.value, number=None, refusal=None)
    number = entry.number or _known_number(desk, entry.change.ticket_id)
    refusal = with_names(desk, entry.refusal) if entry.refusal else None
    return Outcome(state=entry.state.value, number=number, refusal=refusal)


def _known_number(desk: Desk, ticket_id: TicketId) -> int | None:
    """Return the number of a ticket that had one before this change."""
    held = contents.held_ticket(desk.replica, ticket_id)
    return held.shown.number if held else None
