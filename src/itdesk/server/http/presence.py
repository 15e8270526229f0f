"""Who of IT looks at which ticket: told by each console, passed on by the live streams, kept nowhere."""

from collections.abc import Collection
from typing import Any

from litestar import Request, Response, post
from litestar.handlers import HTTPRouteHandler

from itdesk.domain.people import Actor
from itdesk.protocol.messages import PresenceNews, PresenceReport
from itdesk.server.http.bodies import parse_body, read_json_body
from itdesk.server.http.doors import Doors
from itdesk.server.http.openapi import described
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.presence_board import Present
from itdesk.server.http.problems import Failed, not_found
from itdesk.server.store.moment import Moment, open_moment

FOR_IT = "Who looks at which ticket is told among IT."


def presence_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the route by which somebody of IT says which ticket is before her."""

    @post(
        "/v1/presence",
        status_code=204,
        opt=described(
            "Tell colleagues which ticket you have before you",
            asks=PresenceReport,
            problems=(403, 404, 413),
            callers=Callers.STAFF,
            refers={"ticket_id": Referent.SEEN_TICKET},
        ),
    )
    async def tell_presence(request: Request[Any, Any, Any]) -> Response[None]:
        body = await read_json_body(request)
        listening = doors.live.of_it
        present = await doors.workers.run(_present, doors, request, body, listening)
        doors.live.tell_presence(present)
        return Response(None, status_code=204)

    return [tell_presence]


def _present(
    doors: Doors, asked: Request[Any, Any, Any], body: bytes, listening: Collection[Actor]
) -> Present:
    """Return where the holder of the token is. Raises Failed (403), (404) for a ticket she does not see."""
    actor = doors.actor(asked)
    if not actor.role.is_staff:
        raise Failed(403, "not_allowed", FOR_IT)
    report = parse_body(body, PresenceReport)
    news = PresenceNews(person_id=actor.id, ticket_id=report.ticket_id, doing=report.doing)
    if report.ticket_id is None:
        return Present(news)
    with open_moment(doors.store) as moment:
        return _placed(moment, actor, news, report.ticket_id, listening)


def _placed(
    moment: Moment, actor: Actor, news: PresenceNews, ticket_id: str, listening: Collection[Actor]
) -> Present:
    queues = moment.queues()
    held = list(moment.tickets(queues.scope(actor.id, actor.role), [ticket_id]).values())
    if not held:
        raise not_found()
    ticket = held[0].ticket
    if ticket.queue_id not in queues.restricted:
        return Present(news)
    seeing = (one.id for one in listening if queues.scope(one.id, one.role).sees(ticket))
    return Present(news, frozenset(seeing))
