"""Putting tickets aside for a while, for oneself alone; and taking them up again."""

from datetime import UTC, datetime

from itdesk.domain.documents import Snooze
from itdesk.domain.ids import SnoozeId, TicketId, new_id
from itdesk.replica import contents
from itdesk.services.administration import delete_document, write_document
from itdesk.services.desk import Desk


def snooze_of(desk: Desk, ticket_id: TicketId) -> Snooze | None:
    """Return until when this person has put the ticket aside, if that is to come. Raises WorldFailed."""
    return next((one for one in _mine(desk) if one.ticket_id == ticket_id and one.until > desk.now()), None)


def snoozes(desk: Desk) -> tuple[Snooze, ...]:
    """Return what this person has put aside, also what is over. Raises WorldFailed."""
    return _mine(desk)


def put_aside(desk: Desk, ticket_id: TicketId, until: datetime) -> Snooze:
    """Put a ticket aside until a time; an earlier word on it, and those that are over, are forgotten.

    Raises Refused and WorldFailed.
    """
    for one in _mine(desk):
        if one.ticket_id == ticket_id or one.until <= desk.now():
            delete_document(desk, "snooze", one.id)
    snooze = Snooze(
        id=SnoozeId(new_id()),
        owner_id=desk.account.person_id,
        ticket_id=ticket_id,
        until=until.astimezone(UTC),
    )
    write_document(desk, snooze)
    return snooze


def take_up(desk: Desk, snooze: Snooze) -> None:
    """Let the ticket be in the lists again. Raises Refused and WorldFailed."""
    delete_document(desk, "snooze", snooze.id)


def put_back(desk: Desk, snooze: Snooze) -> None:
    """Put it aside again as it was. Raises Refused and WorldFailed."""
    write_document(desk, snooze)


def _mine(desk: Desk) -> tuple[Snooze, ...]:
    desk.replica.catch_up(desk.outbox)
    return contents.documents(desk.replica, Snooze)
