"""The exchange and the live stream: the whole protocol of the desktop client."""

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.response import Stream

from itdesk.domain.changes import TicketOpened
from itdesk.domain.ids import TicketId
from itdesk.domain.people import Actor
from itdesk.domain.refusals import Code, Refusal
from itdesk.protocol.messages import Hint, OpenedTicket, Result, SyncRequest, SyncResponse
from itdesk.protocol.parsing import encode
from itdesk.protocol.strictness import unknown_field
from itdesk.protocol.translation import unknown_in_payload
from itdesk.protocol.version import CURRENT, OLDEST_SERVED
from itdesk.server.http.bodies import not_known, parse_body, read_json_body
from itdesk.server.http.doors import JSON, Doors
from itdesk.server.http.openapi import described
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.problems import Failed, sign_in_needed
from itdesk.server.http.requests import note_actor, token_of
from itdesk.server.privacy.openings import is_of_interest
from itdesk.server.store.audit import Deed
from itdesk.server.store.moment import open_moment
from itdesk.server.tickets.asked import refused

EVENT_STREAM = "text/event-stream"
TOO_OLD = "This version of itdesk is too old for the server. Ask IT for a newer one."
NOT_KEPT = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


def exchange_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the routes that bring changes in and tell what is new."""

    @post(
        "/v1/sync",
        status_code=200,
        opt=described(
            "Bring changes, fetch what is new",
            asks=SyncRequest,
            answers=SyncResponse,
            problems=(413, 426),
            callers=Callers.SIGNED_IN,
            refers={
                "client.id": Referent.CLIENT,
                "cursor": Referent.FEED_PLACE,
                "want": Referent.SEEN_TICKET,
                "retained": Referent.OWN_CHANGE,
                "opened.ticket_id": Referent.SEEN_TICKET,
                "changes.id": Referent.OWN_CHANGE,
                "changes.after": Referent.OWN_CHANGE,
                "changes.ticket_id": Referent.SEEN_TICKET,
                "changes.payload": Referent.BY_KIND,
            },
            without_sign_in=True,
        ),
    )
    async def sync(request: Request[Any, Any, Any]) -> Response[bytes]:
        body = await read_json_body(request)
        return Response(await doors.workers.run(_exchange, doors, request, body), media_type=JSON)

    @get(
        "/v1/live",
        opt=described(
            "Be told that there is something new",
            answers=Hint,
            media_type=EVENT_STREAM,
            problems=(429, 503),
            callers=Callers.SIGNED_IN,
            without_sign_in=True,
        ),
    )
    async def live(request: Request[Any, Any, Any]) -> Stream:
        token = token_of(request) or ""
        actor = await doors.actor_of(request)
        doors.live.check_room(actor)
        events: AsyncIterator[bytes] = doors.live.listen(actor, doors.accounts.digest_of(token))
        return Stream(events, media_type=EVENT_STREAM, headers=NOT_KEPT)

    return [sync, live]


def _exchange(doors: Doors, asked: Request[Any, Any, Any], body: bytes) -> bytes:
    token = token_of(asked)
    actor = doors.accounts.actor_for(token)
    if actor is None:
        return encode(_part(doors, token))
    note_actor(asked.scope, actor.id)
    request = parse_body(body, SyncRequest, may_be_newer=True)
    if request.protocol < OLDEST_SERVED:
        return encode(_serve_too_old(doors, actor, request))
    if request.protocol > CURRENT:  # it may say more than this program knows, and nothing of it must be lost
        return encode(_with_openings(doors, actor, request, doors.desk.exchange(actor, request)))
    if unknown := unknown_field(msgspec.json.decode(body), SyncRequest):
        raise not_known(unknown)
    return encode(_with_openings(doors, actor, request, _exchange_strictly(doors, actor, request)))


def _exchange_strictly(doors: Doors, actor: Actor, request: SyncRequest) -> SyncResponse:
    """Exchange without the changes that set what no such change sets; each of these is refused by itself."""
    odd = {one.id: found for one in request.changes if (found := unknown_in_payload(one))}
    if not odd:
        return doors.desk.exchange(actor, request)
    known = [one for one in request.changes if one.id not in odd]
    answer = doors.desk.exchange(actor, msgspec.structs.replace(request, changes=known))
    refusals = [
        refused(one, Refusal(code=Code.BAD_SHAPE, yours=str(not_known(odd[one.id]))))
        for one in request.changes
        if one.id in odd
    ]
    return msgspec.structs.replace(answer, results=[*answer.results, *refusals])


def _with_openings(doors: Doors, actor: Actor, request: SyncRequest, answer: SyncResponse) -> SyncResponse:
    """Note what was opened, once the exchange has worked; return its answer."""
    if request.opened and actor.role.is_staff:
        _note_opened(doors, actor, request.opened)
    return answer


def _note_opened(doors: Doors, actor: Actor, opened: Sequence[OpenedTicket]) -> None:
    """Note what somebody of IT opened, as far as she sees it; her computer's clock is told, not believed."""
    times = {TicketId(one.ticket_id): one.at for one in opened}
    with open_moment(doors.store) as moment:
        held = moment.tickets(moment.queues().scope(actor.id, actor.role), times.keys())
    doors.openings.add(
        [
            Deed(
                actor_id=actor.id,
                action="ticket-opened",
                object_kind="ticket",
                object_id=id,
                detail=f"in the console at {times[id].astimezone(UTC).isoformat(timespec='seconds')}",
            )
            for id, one in held.items()
            if is_of_interest(actor, one.ticket)
        ]
    )


def _part(doors: Doors, token: str | None) -> SyncResponse:
    """Tell the computer of somebody who was erased to keep nothing of hers. Raises Failed (401)."""
    gone = doors.accounts.erased_holder(token)
    if gone is None:
        raise sign_in_needed()
    return SyncResponse(erased=True, cursor="", me=gone, server_time=datetime.now(UTC))


def _serve_too_old(doors: Doors, actor: Actor, request: SyncRequest) -> SyncResponse:
    """A client that is too old may still report a problem; nothing else."""
    reports = [change for change in request.changes if change.kind == TicketOpened.__name__]
    if not reports:
        raise Failed(426, "too_old", TOO_OLD)
    judged = {result.id: result for result in doors.desk.submit(actor, reports)}
    return SyncResponse(
        protocol=CURRENT,
        results=[judged.get(change.id, Result(id=change.id, state="again")) for change in request.changes],
        cursor=request.cursor or "",
        me=actor.id,
        server_time=datetime.now(UTC),
    )
