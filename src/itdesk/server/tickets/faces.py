"""Technicians of restricted queues: whoever is not IT meets their team in their place.

An id is taken away wherever it stands, in a known field or not: what is sent is text.
"""

import re
from dataclasses import dataclass, replace

import msgspec

from itdesk.domain.ids import PersonId
from itdesk.domain.people import Person, Role
from itdesk.domain.policy import Scope
from itdesk.domain.ticket import Ticket
from itdesk.server.store.moment import HeldEvent

ID = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True)
class Faces:
    """Who is who on one ticket for one reader. Its requester is a colleague there, whatever her team."""

    scope: Scope
    requester_id: PersonId

    def of(self, person_id: PersonId) -> PersonId:
        """Return the person, or the team in her place."""
        if person_id == self.requester_id or person_id not in self.scope.teams:
            return person_id
        return self.scope.teams[person_id].id

    def text(self, text: str) -> str:
        """Return the text with teams in place of the ids of their technicians."""
        return ID.sub(lambda found: self.of(PersonId(found[0])), text) if self.scope.teams else text

    def event(self, event: HeldEvent) -> HeldEvent:
        """Return the event as this reader may know it. A team has no leads."""
        actor_id = self.of(event.actor_id)
        role = event.actor_role if actor_id == event.actor_id else Role.TECHNICIAN
        return replace(event, payload=self.text(event.payload), actor_id=actor_id, actor_role=role)


def with_faces(scope: Scope, ticket: Ticket) -> Ticket:
    """Return the ticket with teams in place of their technicians."""
    if not scope.teams:
        return ticket
    told = Faces(scope, ticket.requester_id).text(msgspec.json.encode(ticket).decode())
    return msgspec.json.decode(told, type=Ticket)


def cards_of_teams(scope: Scope) -> dict[PersonId, Person]:
    """Return the cards of the teams that this reader meets in place of people."""
    return {
        team.id: Person(id=team.id, login=team.name, name=team.name, role=Role.TECHNICIAN)
        for team in scope.teams.values()
    }
