"""Keeping a requester's small files here, so that her whole history is read offline."""

from collections.abc import Callable

from itdesk.domain.ids import FileId, TicketId
from itdesk.domain.listing import Order, Question, View
from itdesk.replica import contents, listing
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed

SMALL_BYTES = 512 * 1024
TICKETS = 100
FILES_AT_ONCE = 40
"""At most 20 MB a round."""
PATIENCE = 3
"""After so many that cannot be had the server is left alone."""


def missing_small_files(desk: Desk) -> tuple[FileId, ...]:
    """Return the small files of the newest tickets that are not here, newest first.

    Raises WorldFailed.
    """
    question = Question(view=View.REPORTED, order=Order.CHANGED_LAST_FIRST)
    found: list[FileId] = []
    for ticket_id in listing.ticket_ids(desk.replica, question, desk.now(), TICKETS):
        found += _missing_of(desk, ticket_id)
    return tuple(found[:FILES_AT_ONCE])


def keep_small_files(desk: Desk, fetch: Callable[[FileId], bytes]) -> int:
    """Fetch a round of them and return how many came; the others come another time.

    Raises WorldFailed when this computer's own files fail.
    """
    came, failures = 0, 0
    for file_id in missing_small_files(desk):
        try:
            fetch(file_id)
            came += 1
        except WorldFailed:
            failures += 1
        if failures == PATIENCE:
            break
    return came


def _missing_of(desk: Desk, ticket_id: TicketId) -> list[FileId]:
    held = contents.held_ticket(desk.replica, ticket_id)
    if held is None or not held.shown.attachments:
        return []
    here = contents.cached_files(desk.replica, ticket_id)
    own = {file.id for file in desk.outbox.files_of(ticket_id)}
    return [
        file.id for file in held.shown.attachments if file.bytes <= SMALL_BYTES and file.id not in here | own
    ]
