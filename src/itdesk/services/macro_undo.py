"""Taking back what a macro did."""

from collections.abc import Sequence

from itdesk.domain.changes import CommentAdded, Payload
from itdesk.domain.ids import ChangeId
from itdesk.replica import contents
from itdesk.services import conversation, work
from itdesk.services.asking import Saved
from itdesk.services.desk import Desk


def undo(desk: Desk, done: Sequence[Saved]) -> None:
    """Take everything back, the last thing first; the reply before all, for it may have gone out.

    Raises Refused, when it has or when somebody has built on something, and WorldFailed.
    """
    payloads = {one.change_id: _payload(desk, one) for one in done}
    said = [one for one in done if isinstance(payloads[one.change_id], CommentAdded)]
    for one in (*said, *(one for one in reversed(done) if one not in said)):
        _undo(desk, one, payloads[one.change_id])


def _undo(desk: Desk, one: Saved, payload: Payload | None) -> None:
    if isinstance(payload, CommentAdded):
        conversation.take_back(desk, one.change_id)
    else:
        work.undo(desk, one.ticket_id, one.change_id)


def _payload(desk: Desk, one: Saved) -> Payload | None:
    """Return what was asked for: from the outbox, or from the history once it is there."""
    waiting: dict[ChangeId, Payload] = {
        entry.change.id: entry.change.payload for entry in desk.outbox.entries_of(one.ticket_id)
    }
    event = contents.event(desk.replica, one.change_id)
    return waiting.get(one.change_id) or (event.payload if event else None)
