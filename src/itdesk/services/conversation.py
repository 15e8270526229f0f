"""Talking on a ticket: replies to everybody, notes among IT."""

from dataclasses import replace
from datetime import timedelta

from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded
from itdesk.domain.ids import ChangeId, TicketId
from itdesk.services.asking import NewFile, Saved, attach, form
from itdesk.services.desk import Desk


def reply(
    desk: Desk,
    ticket_id: TicketId,
    body: str,
    *,
    internal: bool = False,
    files: tuple[NewFile, ...] = (),
    undo_s: float = 0,
    in_place_of_draft: str | None = None,
) -> Saved:
    """Save a reply to everybody on the ticket, or an internal note, with its files in one commit.

    It is sent no earlier than `undo_s` seconds from now. Raises Refused and WorldFailed.
    """
    audience = Audience.STAFF if internal else Audience.PARTICIPANTS
    comment = form(desk, ticket_id, CommentAdded(body=body, audience=audience))
    if undo_s > 0:
        comment = replace(comment, not_before=desk.now() + timedelta(seconds=undo_s))
    attached, kept = attach(desk, comment, files, audience)
    desk.save([comment, *attached], kept, in_place_of_draft=in_place_of_draft)
    return Saved(change_id=comment.id, ticket_id=ticket_id)


def take_back(desk: Desk, change_id: ChangeId) -> str:
    """Remove a reply that was not sent yet, with its files, and return its text.

    Raises Refused when it may have reached the server.
    """
    entry = desk.outbox.take_back(change_id)
    desk.replica.catch_up(desk.outbox)
    payload = entry.change.payload
    return payload.body if isinstance(payload, CommentAdded) else ""
