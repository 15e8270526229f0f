"""A ticket as lists and search results show it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from itdesk.domain.ids import PersonId, QueueId, TicketId
from itdesk.domain.people import Person
from itdesk.domain.policy import Scope, as_seen_by
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket, number_text
from itdesk.server.store.moment import Moment
from itdesk.server.tickets.faces import Faces, cards_of_teams

PriorityName = Annotated[str, Meta(pattern="^P[1-5]$")]


class TicketSummary(Struct, frozen=True, kw_only=True):
    """A ticket as a list shows it. People are logins; the most urgent priority is P1, the least P5."""

    id: TicketId
    number: str
    title: str
    status: Status
    priority: PriorityName
    requester: str
    requester_unverified: bool
    """Whether nobody has signed in as the requester: a computer says who it is."""
    assignee: str | None
    queue: QueueId | None
    created_at: datetime
    updated_at: datetime


def people_of(moment: Moment, scope: Scope, ids: Collection[PersonId]) -> dict[PersonId, Person]:
    """Return the cards of these people, and of the teams that this reader meets in place of some."""
    return cards_of_teams(scope) | {person.id: person for person in moment.people(ids)}


def named_on(ticket: Ticket) -> set[PersonId]:
    """Return the people whom a summary names."""
    return {id for id in (ticket.requester_id, ticket.assignee_id) if id is not None}


def login_of(people: Mapping[PersonId, Person], id: PersonId) -> str:
    """Return somebody's login; "" for who is not known."""
    return people[id].login if id in people else ""


def summary_of(ticket: Ticket, people: Mapping[PersonId, Person], scope: Scope) -> TicketSummary:
    """Return the ticket as this reader may know it."""
    requester, assignee_id = people.get(ticket.requester_id), ticket.assignee_id
    faces = Faces(scope, ticket.requester_id)
    return TicketSummary(
        id=ticket.id,
        number=number_text(ticket.number, ticket.id),
        title=ticket.title,
        status=ticket.status,
        priority=f"P{ticket.priority.value}",
        requester=login_of(people, ticket.requester_id),
        requester_unverified=requester is not None and not requester.role.is_verified,
        assignee=login_of(people, faces.of(assignee_id)) if assignee_id else None,
        queue=as_seen_by(scope, ticket).queue_id,
        created_at=ticket.created_at,
        updated_at=ticket.updated_at,
    )
