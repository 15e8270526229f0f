"""Tickets as plain JSON, for programs that integrate with the help desk: the same rights as everywhere."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get
from litestar.handlers import HTTPRouteHandler
from msgspec import Meta, Struct

from itdesk.domain.audience import Audience
from itdesk.domain.ids import PersonId, QueueId, TicketId
from itdesk.domain.people import Actor
from itdesk.domain.policy import Scope
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket, number_text
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import Parameter, described
from itdesk.server.http.problems import Failed, not_found
from itdesk.server.store.moment import HeldEvent, Moment, open_moment

MOST_AT_ONCE = 500
USUAL_AT_ONCE = 50
NEWEST = 2**53
LONGEST_NAME = 50

Limit = Annotated[int, Meta(ge=1, le=MOST_AT_ONCE)]
Number = Annotated[int, Meta(ge=1, le=NEWEST)]
PriorityName = Annotated[str, Meta(pattern="^P[1-5]$")]
LIST_PARAMETERS = (
    Parameter(name="limit", type=Limit, meaning="How many tickets at most."),
    Parameter(name="below", type=Number, meaning="Only tickets with a lower number."),
)


class TicketSummary(Struct, frozen=True, kw_only=True):
    """A ticket as a list shows it. People are logins; the most urgent priority is P1, the least P5."""

    id: TicketId
    number: str
    title: str
    status: Status
    priority: PriorityName
    requester: str
    assignee: str | None
    queue: QueueId | None
    created_at: datetime
    updated_at: datetime


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
        ),
    )
    async def list_tickets(request: Request[Any, Any, Any]) -> Response[bytes]:
        _check_names(request, LIST_PARAMETERS)
        limit = _whole_number(request, "limit", USUAL_AT_ONCE, MOST_AT_ONCE)
        below = _whole_number(request, "below", NEWEST, NEWEST)
        actor = await doors.actor_of(request)
        return answer(await doors.workers.run(_page, doors, actor, below, limit))

    @get(
        "/v1/tickets/{number:str}",
        opt=described("Read a ticket and its history", answers=TicketDetails, problems=(404,)),
    )
    async def read_ticket(request: Request[Any, Any, Any]) -> Response[bytes]:
        actor = await doors.actor_of(request)
        return answer(await doors.workers.run(_details, doors, actor, _number_in(request)))

    return [list_tickets, read_ticket]


def _page(doors: Doors, actor: Actor, below: int, limit: int) -> TicketPage:
    with open_moment(doors.store) as moment:
        found = [held.ticket for held in moment.tickets_below(_scope(moment, actor), below, limit)]
        logins = _logins(moment, {id for ticket in found for id in _named(ticket)})
    more = found[-1].number if len(found) == limit else None
    return TicketPage(tickets=[_summary(ticket, logins) for ticket in found], next=more)


def _details(doors: Doors, actor: Actor, number: int) -> TicketDetails:
    with open_moment(doors.store) as moment:
        scope = _scope(moment, actor)
        found = [held.ticket for held in moment.tickets_below(scope, number + 1, 1)]
        if not found or found[0].number != number:
            raise not_found()
        ticket = found[0]
        audiences = scope.audiences(ticket)
        events = [event for event in moment.events([ticket.id], 0) if event.audience in audiences]
        logins = _logins(moment, {*_named(ticket), *(event.actor_id for event in events)})
    return TicketDetails(
        ticket=_summary(ticket, logins),
        description=ticket.description,
        timeline=[_entry(event, logins) for event in events],
    )


def _scope(moment: Moment, actor: Actor) -> Scope:
    return moment.queues().scope(actor.id, actor.role)


def _logins(moment: Moment, ids: Collection[PersonId]) -> dict[PersonId, str]:
    return {person.id: person.login for person in moment.people(ids)}


def _named(ticket: Ticket) -> set[PersonId]:
    return {id for id in (ticket.requester_id, ticket.assignee_id) if id is not None}


def _summary(ticket: Ticket, logins: dict[PersonId, str]) -> TicketSummary:
    return TicketSummary(
        id=ticket.id,
        number=number_text(ticket.number, ticket.id),
        title=ticket.title,
        status=ticket.status,
        priority=f"P{ticket.priority.value}",
        requester=logins.get(ticket.requester_id, ""),
        assignee=logins.get(ticket.assignee_id, "") if ticket.assignee_id else None,
        queue=ticket.queue_id,
        created_at=ticket.created_at,
        updated_at=ticket.updated_at,
    )


def _entry(event: HeldEvent, logins: dict[PersonId, str]) -> TimelineEntry:
    return TimelineEntry(
        kind=event.kind,
        actor=logins.get(event.actor_id, event.actor_id),
        at=event.at,
        audience=event.audience,
        payload=msgspec.Raw(event.payload.encode()),
    )


def _check_names(request: Request[Any, Any, Any], known: Sequence[Parameter]) -> None:
    """Raise Failed (400) for a parameter that does not exist: a filter left out unseen would mislead."""
    names = [parameter.name for parameter in known]
    for name in request.query_params:
        if name not in names:
            shown = name[:LONGEST_NAME]
            sentence = f"There is no parameter “{shown}” here; known are {', '.join(names)}."
            raise Failed(400, "unknown_parameter", sentence)


def _whole_number(request: Request[Any, Any, Any], name: str, usual: int, most: int) -> int:
    text = request.query_params.get(name)
    if text is None:
        return usual
    if not (text.isascii() and text.isdecimal() and len(text) < 20 and 1 <= int(text) <= most):
        raise Failed(422, "out_of_range", f"{name} must be a whole number from 1 to {most}.")
    return int(text)


def _number_in(request: Request[Any, Any, Any]) -> int:
    digits = str(request.path_params["number"]).upper().removeprefix("IT-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 16):
        raise not_found()
    return int(digits)
