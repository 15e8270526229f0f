"""Does with each ticket what its time has come for: opens it again, reminds, closes (domain.waking)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from itdesk.domain.changes import Change
from itdesk.domain.documents import HELPDESK, Helpdesk
from itdesk.domain.ids import ChangeId
from itdesk.domain.people import SYSTEM_ACTOR
from itdesk.domain.ticket import Ticket
from itdesk.domain.waking import deeds, due_at
from itdesk.protocol.messages import ChangeMessage
from itdesk.protocol.translation import change_message
from itdesk.server.jobs.judged import check_judged
from itdesk.server.store.documents import read_document
from itdesk.server.store.store import Store
from itdesk.server.store.waking import let_sleep, waking_tickets
from itdesk.server.tickets.desk import TicketDesk
from itdesk.server.tickets.seal import Seal

TICKETS_AT_ONCE = 100
AFTER_A_REFUSAL = timedelta(days=1)


def wake_tickets(store: Store, desk: TicketDesk, now: datetime) -> int:
    """Do what is due on at most `TICKETS_AT_ONCE` tickets; return how many were looked at.

    Raises StoreUnavailable, also when a change could not be judged now: the next run asks for the same one.
    """
    helpdesk = _helpdesk(store)
    found = waking_tickets(store, now, TICKETS_AT_ONCE)
    until = {ticket: due_at(ticket, helpdesk) for ticket in found}
    due = [ticket for ticket, at in until.items() if at is not None and at <= now]
    let_sleep(store, {ticket: at for ticket, at in until.items() if ticket not in due})
    refused = _do(Seal(store.identity), desk, due, now)
    let_sleep(store, dict.fromkeys(refused, now + AFTER_A_REFUSAL))
    return len(found)


def _helpdesk(store: Store) -> Helpdesk:
    held = read_document(store, Helpdesk, HELPDESK)
    return held[0] if held else Helpdesk()


def _do(seal: Seal, desk: TicketDesk, due: Sequence[Ticket], now: datetime) -> list[Ticket]:
    """Ask for what is due on these tickets; return those of which something was refused.

    That is one which somebody else has changed meanwhile; it wakes when its new standing wants it.
    """
    asked = {ticket: _changes(seal, ticket, now) for ticket in due}
    results = iter(desk.submit(SYSTEM_ACTOR, [one for changes in asked.values() for one in changes]))
    answers = {ticket: [next(results) for _ in changes] for ticket, changes in asked.items()}
    check_judged([result for listed in answers.values() for result in listed])
    return [ticket for ticket, listed in answers.items() if any(one.state == "refused" for one in listed)]


def _changes(seal: Seal, ticket: Ticket, now: datetime) -> list[ChangeMessage]:
    """Return the deeds as changes. Their ids follow from how the ticket stands, and since which event.

    So a deed is done once for each time that the ticket comes to stand so, whoever asks for it how often.
    """
    stamp = ticket.stamps.standing
    since = stamp.event if stamp else ""
    changes = list[ChangeMessage]()
    for place, payload in enumerate(deeds(ticket)):
        words = ("wake", ticket.id, since, str(ticket.standing.reminded), str(place))
        change = Change(
            id=seal.derived_id(*words),
            ticket_id=ticket.id,
            payload=payload,
            seen=ticket.version,
            after=tuple(ChangeId(one.id) for one in changes),
            made_at=now,
        )
        changes.append(change_message(change))
    return changes
