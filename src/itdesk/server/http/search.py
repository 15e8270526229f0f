"""Searching tickets by the query language: docs/search.md."""

from dataclasses import dataclass
from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.handlers import HTTPRouteHandler
from msgspec import Meta, Struct

from itdesk.domain.people import Actor
from itdesk.domain.query.faults import BadQuery
from itdesk.domain.query.parsing import QUERY_CHARS, parse
from itdesk.domain.query.resolving import Asker
from itdesk.domain.query.terms import Query
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import Parameter, described
from itdesk.server.http.parameters import MOST_AT_ONCE, USUAL_AT_ONCE, Limit, check_names, whole_number
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.problems import Failed
from itdesk.server.http.ticket_summary import TicketSummary, named_on, people_of, summary_of
from itdesk.server.store.moment import open_moment
from itdesk.server.tickets.desk import utc_now
from itdesk.server.tickets.searching import NEWEST, Order, Place, Search, search

PLACE = r"^\d{1,10}\.\d{1,16}$"

Text = Annotated[str, Meta(max_length=QUERY_CHARS)]
After = Annotated[str, Meta(pattern=PLACE)]
PARAMETERS = (
    Parameter(name="q", type=Text, meaning="What is searched, in the query language.", required=True),
    Parameter(name="order", type=Order, meaning="`newest`, or `relevance` among the newest 1 000 hits."),
    Parameter(name="limit", type=Limit, meaning="How many tickets at most."),
    Parameter(name="count", type=bool, meaning="`true`: tell how many there are, up to 999."),
    Parameter(name="after", type=After, meaning="Only tickets after this place: a page's `next`."),
)


class SearchPage(Struct, frozen=True, kw_only=True):
    """The hits; one whose number was searched comes first. `next`: give it as `after`; null at the end.

    `count` is how many there are in all, and 1000 for more than 999; null where it was not asked for, and on
    the pages after the first.
    """

    tickets: list[TicketSummary]
    count: int | None
    next: str | None


def search_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the route for searching."""

    @get(
        "/v1/search",
        opt=described(
            "Search the tickets that you see",
            answers=SearchPage,
            problems=(422,),
            parameters=PARAMETERS,
            callers=Callers.SIGNED_IN,
            refers={"after": Referent.FEED_PLACE},
        ),
    )
    async def search_tickets(request: Request[Any, Any, Any]) -> Response[bytes]:
        check_names(request, PARAMETERS)
        actor = await doors.actor_of(request)
        query = _query(request.query_params.get("q", ""))
        limit = whole_number(request, "limit", USUAL_AT_ONCE, MOST_AT_ONCE)
        page = _Page(order=_order(request), after=_after(request), limit=limit, counts=_counts(request))
        return answer(await doors.workers.run(_found, doors, actor, query, page))

    return [search_tickets]


@dataclass(frozen=True, kw_only=True)
class _Page:
    """Which page of the hits is wanted."""

    order: Order
    after: Place | None
    limit: int
    counts: bool


def _found(doors: Doors, actor: Actor, query: Query, page: _Page) -> SearchPage:
    with open_moment(doors.store) as moment:
        queues = moment.queues()
        asker = Asker(id=actor.id, is_staff=actor.role.is_staff, queues=queues.names)
        asked = Search(
            asker=asker,
            query=query,
            order=page.order,
            after=page.after,
            limit=page.limit,
            counts=page.counts,
        )
        scope = queues.scope(actor.id, actor.role)
        found = search(moment, scope, asked)
        people = people_of(moment, scope, {id for ticket in found.tickets for id in named_on(ticket)})
    following = None if found.next is None else f"{found.next.relevance}.{found.next.number}"
    return SearchPage(
        tickets=[summary_of(ticket, people, scope) for ticket in found.tickets],
        count=found.count,
        next=following,
    )


def _query(text: str) -> Query:
    if not text.strip():
        raise Failed(422, "query_required", "Say in the parameter q what is searched.")
    try:
        return parse(text, today=utc_now().date())
    except BadQuery as error:
        where = f"Characters {error.start + 1} to {error.end}: {error.sentence()}"
        raise Failed(422, f"query_{error.fault}", where) from error


def _order(request: Request[Any, Any, Any]) -> Order:
    text = request.query_params.get("order", Order.NEWEST.value)
    if text not in list(Order):
        raise Failed(422, "out_of_range", f"order must be one of {', '.join(Order)}.")
    return Order(text)


def _counts(request: Request[Any, Any, Any]) -> bool:
    text = request.query_params.get("count", "false")
    if text not in ("true", "false"):
        raise Failed(422, "out_of_range", "count must be true or false.")
    return text == "true"


def _after(request: Request[Any, Any, Any]) -> Place | None:
    text = request.query_params.get("after")
    if text is None:
        return None
    relevance, _, number = text.partition(".")
    if not all(part.isascii() and part.isdecimal() and len(part) < 17 for part in (relevance, number)):
        raise Failed(422, "out_of_range", "after must be the `next` of an earlier page.")
    return Place(int(relevance), min(int(number), NEWEST))
