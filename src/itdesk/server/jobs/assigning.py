"""Gives tickets that came when nobody was there to somebody who is there now, in teams that want it so."""

from collections.abc import Mapping
from datetime import datetime

from itdesk.domain.changes import Assigned, Change
from itdesk.domain.documents import Assigning, Team
from itdesk.domain.ids import PersonId
from itdesk.domain.people import SYSTEM_ACTOR
from itdesk.domain.ticket import Ticket
from itdesk.protocol.translation import change_message
from itdesk.server.jobs.judged import check_judged
from itdesk.server.store.documents import read_documents
from itdesk.server.store.ledger import open_ledger
from itdesk.server.store.store import Store
from itdesk.server.store.turns import waiting_tickets
from itdesk.server.tickets.choosing import Choosing
from itdesk.server.tickets.desk import TicketDesk
from itdesk.server.tickets.seal import Seal

TICKETS_LOOKED_AT = 500


def assign_waiting(store: Store, desk: TicketDesk, now: datetime) -> int:
    """Assign what can be assigned now, the lowest numbers first; return how many. Raises StoreUnavailable."""
    teams = [team for team in read_documents(store, Team) if team.assigning is not Assigning.BY_HAND]
    queues = {team.queue_id for team in teams}
    found = waiting_tickets(store, queues, TICKETS_LOOKED_AT) if queues else []
    waiting = [ticket for ticket in found if was_laid_back_by_nobody(ticket)]
    if not waiting:
        return 0
    with open_ledger(store) as ledger:
        choosing = Choosing(ledger, teams, now)
        takers = {ticket: chosen for ticket in waiting if (chosen := choosing.choose(ticket)) is not None}
    return _assign(Seal(store.identity), desk, takers, now)


def was_laid_back_by_nobody(ticket: Ticket) -> bool:
    """Tell whether the ticket has not been laid back since it came into its queue.

    Who lays a ticket back wants somebody to look at it, not to get it again.
    """
    assigned, moved = ticket.stamps.assignee_id, ticket.stamps.queue_id
    return assigned is None or (moved is not None and moved.version >= assigned.version)


def _assign(seal: Seal, desk: TicketDesk, takers: Mapping[Ticket, PersonId], now: datetime) -> int:
    """Ask for it, once for each version of a ticket: of two servers at once, the second one is refused."""
    asked = [
        Change(
            id=seal.derived_id("assign", ticket.id, str(ticket.version)),
            ticket_id=ticket.id,
            payload=Assigned(to=person_id),
            seen=ticket.version,
            made_at=now,
        )
        for ticket, person_id in takers.items()
    ]
    results = desk.submit(SYSTEM_ACTOR, [change_message(one) for one in asked])
    check_judged(results)
    return sum(result.state == "accepted" for result in results)
