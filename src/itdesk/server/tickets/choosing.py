"""Chooses who takes a ticket of a team that wants it so, inside one transaction.

Whose turn it is stands in the store, and its row is locked before anybody is chosen: several servers at once
go round together.
"""

from collections.abc import Collection
from datetime import datetime

from itdesk.domain.documents import Assigning, Profile, Team
from itdesk.domain.ids import PersonId, QueueId
from itdesk.domain.routing.choosing import candidates, choose
from itdesk.domain.ticket import Ticket
from itdesk.server.store.ledger import Ledger


class Choosing:
    """Those of the teams that want it, with everybody who is in them and whose turn it is."""

    def __init__(self, ledger: Ledger, teams: Collection[Team], now: datetime) -> None:
        self._ledger = ledger
        self._now = now
        self._teams = {team.queue_id: team for team in teams if team.assigning is not Assigning.BY_HAND}
        self.people = frozenset[PersonId]().union(*(team.members for team in self._teams.values()))
        if self._teams:
            self._look_up()

    @property
    def queues(self) -> Collection[QueueId]:
        """The queues of these teams."""
        return self._teams.keys()

    def choose(self, ticket: Ticket) -> PersonId | None:
        """Return who takes the ticket, and count it as her turn; `None`: by hand, or nobody is able now."""
        team = self._teams.get(ticket.queue_id) if ticket.queue_id else None
        if team is None:
            return None
        chosen = choose(team.assigning, self._able(team, ticket), self._turns[team.queue_id], self._loads)
        if chosen is not None:
            self._turns[team.queue_id] = chosen
            self._loads[chosen] = self._loads.get(chosen, 0) + 1
            self._ledger.take_turn(team.queue_id, chosen)
        return chosen

    def _look_up(self) -> None:
        self._profiles = {profile.id: profile for profile in self._ledger.documents(Profile)}
        self._roles = self._ledger.roles(self.people)
        self._queues = self._ledger.queues()
        self._turns: dict[QueueId, PersonId | None] = self._ledger.lock_turns(self._teams)
        self._loads = self._ledger.loads(self.people)

    def _able(self, team: Team, ticket: Ticket) -> list[PersonId]:
        """Return who is there, knows what is needed, and may have the ticket."""
        there = candidates(team, self._profiles, ticket.skills, self._now)
        return [id for id in there if self._may_have(id, ticket)]

    def _may_have(self, id: PersonId, ticket: Ticket) -> bool:
        role = self._roles.get(id)
        return role is not None and role.is_staff and self._queues.scope(id, role).sees(ticket)
