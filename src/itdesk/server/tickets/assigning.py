"""Gives a ticket that comes into a team's queue to somebody who is there and knows enough.

Only where the team wants it. Whose turn it is stands in the store, and its row is locked before anybody is
chosen: several servers at once go round together.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from itdesk.domain.changes import Assigned, Change, Escalated, MovedToQueue, TicketOpened
from itdesk.domain.documents import Assigning, Profile, Team
from itdesk.domain.ids import PersonId, QueueId
from itdesk.domain.routing.choosing import candidates, choose
from itdesk.domain.ticket import Ticket
from itdesk.server.store.judged import Accepted
from itdesk.server.store.ledger import Ledger
from itdesk.server.tickets.consequences import Wish


class AutomaticAssigning:
    """The teams that want it, and who is in them, at the time of one batch."""

    def __init__(self, ledger: Ledger, changes: Sequence[Change], now: datetime) -> None:
        self._ledger = ledger
        self._now = now
        may_come = any(isinstance(one.payload, TicketOpened | MovedToQueue | Escalated) for one in changes)
        teams = ledger.documents(Team) if may_come else []
        self._teams = {team.queue_id: team for team in teams if team.assigning is not Assigning.BY_HAND}
        self.people = frozenset[PersonId]().union(*(team.members for team in self._teams.values()))
        if self._teams:
            self._look_up()

    def _look_up(self) -> None:
        self._profiles = {profile.id: profile for profile in self._ledger.documents(Profile)}
        self._roles = self._ledger.roles(self.people)
        self._queues = self._ledger.queues()
        self._turns: dict[QueueId, PersonId | None] = self._ledger.lock_turns(self._teams)
        self._loads = self._ledger.loads(self.people)

    def follow(self, done: Accepted) -> Iterable[Wish]:
        """Return to whom a ticket is given that has just come into a queue and that nobody has."""
        ticket, came_from = done.after, done.before.queue_id if done.before else None
        team = self._teams.get(ticket.queue_id) if ticket.queue_id else None
        is_waiting = ticket.assignee_id is None and ticket.status.is_open
        if team is None or ticket.queue_id == came_from or not is_waiting:
            return
        chosen = choose(team.assigning, self._able(team, ticket), self._turns[team.queue_id], self._loads)
        if chosen is not None:
            self._take_turn(team.queue_id, chosen)
            yield Wish(ticket.id, Assigned(to=chosen))

    def _able(self, team: Team, ticket: Ticket) -> list[PersonId]:
        """Return who is there, knows what is needed, and may have the ticket."""
        there = candidates(team, self._profiles, ticket.skills, self._now)
        return [id for id in there if self._may_have(id, ticket)]

    def _may_have(self, id: PersonId, ticket: Ticket) -> bool:
        role = self._roles.get(id)
        return role is not None and role.is_staff and self._queues.scope(id, role).sees(ticket)

    def _take_turn(self, queue_id: QueueId, chosen: PersonId) -> None:
        self._turns[queue_id] = chosen
        self._loads[chosen] = self._loads.get(chosen, 0) + 1
        self._ledger.take_turn(queue_id, chosen)
