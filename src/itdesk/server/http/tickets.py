"""Tickets as plain JSON, for programs that integrate with the help desk: the same rights as everywhere."""

from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get
from litestar.handlers import HTTPRouteHandler
from msgspec import Meta, Struct

from itdesk.domain.audience import Audience
from itdesk.domain.ids import PersonId
from itdesk.domain.people import Actor, Person
from itdesk.domain.policy import Scope
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import Parameter, described
from itdesk.server.http.parameters import MOST_AT_ONCE, USUAL_AT_ONCE, Limit, check_names, whole_number
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.problems import not_found
from itdesk.server.http.ticket_summary import TicketSummary, login_of, named_on, people_of, summary_of
from itdesk.server.privacy.openings import is_of_interest
from itdesk.server.store.audit import Deed
from itdesk.server.store.moment import HeldEvent, Moment, open_moment
from itdesk.server.tickets.faces import Faces

NEWEST = 2**53

Number = Annotated[int, Meta(ge=1, le=NEWEST)]
LIST_PARAMETERS = (
    Parameter(name="limit", type=Limit, meaning="How many tickets at most."),
    Parameter(name="below", type=Number, meaning="Only tickets with a lower number."),
)


class TicketPage(Struct, frozen=True, kw_only=True):
    """Newest first. `next`: give it as `below` for the tickets that follow; null at the end."""

    tickets: list[TicketSummary]
    next: int | None


class TimelineEntry(Struct, frozen=True, kw_only=True):
    """One event that the reader may see. What `payload` holds depends on `kind`."""

    kind: str
    actor: str
    at: datetime
    audience: Audience
    payload: msgspec.Raw


class TicketDetails(Struct, frozen=True, kw_only=True):
    """A ticket with its history, oldest first."""

    ticket: TicketSummary
    description: str
    timeline: list[TimelineEntry]


def ticket_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the routes for reading tickets."""

    @get(
        "/v1/tickets",
        opt=described(
            "List the tickets that you see",
            answers=TicketPage,
            problems=(422,),
            parameters=LIST_PARAMETERS,
            callers=Callers.SIGNED_IN,
            without_sign_in=True,
        ),
    )
    async def list_tickets(request: Request[Any, Any, Any]) -> Response[bytes]:
        check_names(request, LIST_PARAMETERS)
        limit = whole_number(request, "limit", USUAL_AT_ONCE, MOST_AT_ONCE)
        below = whole_number(request, "below", NEWEST, NEWEST)
        actor = await doors.actor_of(request)
        return answer(await doors.workers.run(_page, doors, actor, below, limit))

    @get(
        "/v1/tickets/{number:str}",
        opt=described(
            "Read a ticket and its history",
            answers=TicketDetails,
            problems=(404,),
            callers=Callers.SIGNED_IN,
            refers={"number": Referent.SEEN_TICKET},
            without_sign_in=True,
        ),
    )
    async def read_ticket(request: Request[Any, Any, Any]) -> Response[bytes]:
        actor = await doors.actor_of(request)
        return answer(
            await doors.workers.run(_details, doors, actor, number_in(str(request.path_params["number"])))
        )

    return [list_tickets, read_ticket]


def _page(doors: Doors, actor: Actor, below: int, limit: int) -> TicketPage:
    with open_moment(doors.store) as moment:
        scope = _scope(moment, actor)
        found = [held.ticket for held in moment.tickets_below(scope, below, limit)]
        people = people_of(moment, scope, {id for ticket in found for id in named_on(ticket)})
    more = found[-1].number if len(found) == limit else None
    return TicketPage(tickets=[summary_of(ticket, people, scope) for ticket in found], next=more)


def _details(doors: Doors, actor: Actor, number: int) -> TicketDetails:
    with open_moment(doors.store) as moment:
        scope = _scope(moment, actor)
        found = [held.ticket for held in moment.tickets_below(scope, number + 1, 1)]
        if not found or found[0].number != number:
            raise not_found()
        ticket = found[0]
        audiences = scope.audiences(ticket)
        faces = Faces(scope, ticket.requester_id)
        history = moment.events([ticket.id], 0)
        events = [faces.event(event) for event in history if event.audience in audiences]
        people = people_of(moment, scope, {*named_on(ticket), *(event.actor_id for event in events)})
    if is_of_interest(actor, ticket):
        opened = Deed(actor_id=actor.id, action="ticket-opened", object_kind="ticket", object_id=ticket.id)
        doors.openings.add([opened])
    return TicketDetails(
        ticket=summary_of(ticket, people, scope),
        description=ticket.description,
        timeline=[_entry(event, people) for event in events],
    )


def _scope(moment: Moment, actor: Actor) -> Scope:
    return moment.queues().scope(actor.id, actor.role)


def _entry(event: HeldEvent, people: dict[PersonId, Person]) -> TimelineEntry:
    return TimelineEntry(
        kind=event.kind,
        actor=login_of(people, event.actor_id) or event.actor_id,
        at=event.at,
        audience=event.audience,
        payload=msgspec.Raw(event.payload.encode()),
    )


def number_in(text: str) -> int:
    """Return the number that `IT-1042` or `1042` names. Raises Failed (404) for any other text."""
    digits = text.upper().removeprefix("IT-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 16):
        raise not_found()
    return int(digits)
