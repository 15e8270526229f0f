"""What became of one's own change."""

from dataclasses import dataclass

from itdesk.domain.ids import ChangeId
from itdesk.domain.refusals import Refusal
from itdesk.replica.outbox_entry import State
from itdesk.services.desk import Desk


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
    return Outcome(state=entry.state.value, number=entry.number, refusal=entry.refusal)
