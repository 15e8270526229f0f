"""Gives a ticket that comes into a team's queue to somebody, where the team wants it so."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from itdesk.domain.changes import Assigned, Change, Escalated, MovedToQueue, TicketOpened
from itdesk.domain.documents import Team
from itdesk.server.store.judged import Accepted
from itdesk.server.store.ledger import Ledger
from itdesk.server.tickets.choosing import Choosing
from itdesk.server.tickets.consequences import Wish


class AutomaticAssigning:
    """The teams at the time of one batch."""

    def __init__(self, ledger: Ledger, changes: Sequence[Change], now: datetime) -> None:
        may_come = any(isinstance(one.payload, TicketOpened | MovedToQueue | Escalated) for one in changes)
        self._choosing = Choosing(ledger, ledger.documents(Team) if may_come else (), now)
        self.people = self._choosing.people

    def follow(self, done: Accepted) -> Iterable[Wish]:
        """Return to whom a ticket is given that has just come into a queue and that nobody has."""
        ticket, came_from = done.after, done.before.queue_id if done.before else None
        if ticket.queue_id == came_from or ticket.assignee_id is not None or not ticket.status.is_open:
            return
        chosen = self._choosing.choose(ticket)
        if chosen is not None:
            yield Wish(ticket.id, Assigned(to=chosen))
