"""What is due: the tickets whose promised times run, the one that hurries most first. For staff."""

import re
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.handlers import HTTPRouteHandler
from msgspec import Meta, Struct

from itdesk.domain.people import Actor
from itdesk.domain.sla.target import Target
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import Parameter, described
from itdesk.server.http.parameters import MOST_AT_ONCE, USUAL_AT_ONCE, Limit, check_names, whole_number
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.problems import Failed
from itdesk.server.http.ticket_summary import TicketSummary, named_on, people_of, summary_of
from itdesk.server.store.due_tickets import DuePlace
from itdesk.server.store.moment import open_moment

PLACE = r"^\d{1,17}\.\d{1,16}$"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FOR_STAFF = "What is promised, and what is due, is for IT."
After = Annotated[str, Meta(pattern=PLACE)]
PARAMETERS = (
    Parameter(name="limit", type=Limit, meaning="How many tickets at most."),
    Parameter(name="after", type=After, meaning="Only tickets after this place: a page's `next`."),
)


class DueEntry(Struct, frozen=True, kw_only=True):
    """A ticket with the promised time that runs out next; one in the past has run out."""

    ticket: TicketSummary
    due_at: datetime
    target: Target


class DuePage(Struct, frozen=True, kw_only=True):
    """The soonest due first. `next`: give it as `after` for those that follow; null at the end."""

    tickets: list[DueEntry]
    next: str | None


def due_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the route that lists what is due."""

    @get(
        "/v1/due",
        opt=described(
            "List the tickets that are due, the soonest first",
            answers=DuePage,
            problems=(403, 422),
            parameters=PARAMETERS,
            callers=Callers.STAFF,
            refers={"after": Referent.FEED_PLACE},
        ),
    )
    async def list_due(request: Request[Any, Any, Any]) -> Response[bytes]:
        check_names(request, PARAMETERS)
        limit = whole_number(request, "limit", USUAL_AT_ONCE, MOST_AT_ONCE)
        after = _after(request)
        actor = await doors.actor_of(request)
        if not actor.role.is_staff:
            raise Failed(403, "not_allowed", FOR_STAFF)
        return answer(await doors.workers.run(_page, doors, actor, after, limit))

    return [list_due]


def _page(doors: Doors, actor: Actor, after: DuePlace | None, limit: int) -> DuePage:
    with open_moment(doors.store) as moment:
        scope = moment.queues().scope(actor.id, actor.role)
        found = moment.due(scope, after, limit)
        people = people_of(moment, scope, {id for one in found for id in named_on(one.ticket)})
    return DuePage(
        tickets=[
            DueEntry(ticket=summary_of(one.ticket, people, scope), due_at=one.due_at, target=one.target)
            for one in found
        ],
        next=_text(found[-1].place) if len(found) == limit else None,
    )


def _text(place: DuePlace) -> str:
    return f"{(place.due_at - EPOCH) // timedelta(microseconds=1)}.{place.number}"


def _after(request: Request[Any, Any, Any]) -> DuePlace | None:
    text = request.query_params.get("after")
    if text is None:
        return None
    if not text.isascii() or re.fullmatch(PLACE, text) is None:
        raise Failed(422, "out_of_range", "after must be the next of an earlier page.")
    microseconds, _, number = text.partition(".")
    return DuePlace(EPOCH + timedelta(microseconds=int(microseconds)), int(number))
