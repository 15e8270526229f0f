"""Which tickets have messages that are shown in others, and whose children they are: kept beside them."""

from itdesk.domain.conversation import Told
from itdesk.domain.ids import TicketId
from itdesk.replica.contents import HeldTicket, held_ticket
from itdesk.replica.replica import Replica


def told_around(replica: Replica, ticket_id: TicketId, held: HeldTicket) -> dict[TicketId, Told]:
    """Return the ticket, all whose messages are shown in it, and those in which their messages are shown."""
    told = {ticket_id: Told(held.shown, held.events)}
    wanted = _next_to(replica, held)
    while wanted:
        id = wanted.pop()
        found = None if id in told else held_ticket(replica, id)
        if found is not None:
            told[id] = Told(found.shown, found.events)
            wanted += _next_to(replica, found)
    return told


def children_of(replica: Replica, parent_id: TicketId) -> tuple[TicketId, ...]:
    """Return the children of a ticket that are held here, own changes laid over."""
    with replica.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT child_id FROM children WHERE parent_id = ? ORDER BY child_id", (parent_id,)
        )
        return tuple(TicketId(row.child_id) for row in rows)


def _next_to(replica: Replica, held: HeldTicket) -> list[TicketId]:
    return [*_homes(replica, held.shown.id), *(message.to for message in held.shown.moved)]


def _homes(replica: Replica, ticket_id: TicketId) -> list[TicketId]:
    with replica.reading() as connection:
        rows = connection.exec_driver_sql("SELECT home_id FROM shown_in WHERE place_id = ?", (ticket_id,))
        return [TicketId(row.home_id) for row in rows]
