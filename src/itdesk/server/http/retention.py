"""How long contents are kept: read and said by admins."""

from datetime import UTC, datetime
from typing import Any

import msgspec
from litestar import Request, Response, get, put
from litestar.handlers import HTTPRouteHandler

from itdesk.domain.people import Actor, Role
from itdesk.server.http.bodies import parse_body, read_json_body
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import described
from itdesk.server.http.policies import Callers
from itdesk.server.http.problems import Failed
from itdesk.server.http.requests import request_id
from itdesk.server.store import audit
from itdesk.server.store.periods import Periods, read_periods, write_periods

BYTES = 4 * 1024
ADDRESS = "/v1/retention"


def retention_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the routes for how long contents are kept."""

    @get(
        ADDRESS,
        opt=described(
            "Read how long contents are kept",
            answers=Periods,
            problems=(403,),
            lowest_role=Role.ADMIN,
            callers=Callers.ADMINS,
        ),
    )
    async def read_retention(request: Request[Any, Any, Any]) -> Response[bytes]:
        await _admin(doors, request)
        return answer(await doors.workers.run(_read, doors))

    @put(
        ADDRESS,
        status_code=200,
        opt=described(
            "Say how long contents are kept",
            asks=Periods,
            answers=Periods,
            problems=(403,),
            lowest_role=Role.ADMIN,
            callers=Callers.ADMINS,
        ),
    )
    async def write_retention(request: Request[Any, Any, Any]) -> Response[bytes]:
        actor = await _admin(doors, request)
        periods = parse_body(await read_json_body(request, BYTES), Periods)
        return answer(await doors.workers.run(_write, doors, actor, periods, request_id(request.scope)))

    return [read_retention, write_retention]


async def _admin(doors: Doors, request: Request[Any, Any, Any]) -> Actor:
    actor = await doors.actor_of(request)
    if actor.role is not Role.ADMIN:
        raise Failed(403, "not_allowed", "Only admins say how long contents are kept.")
    return actor


def _read(doors: Doors) -> Periods:
    with doors.store.reading() as connection:
        return read_periods(connection)


def _write(doors: Doors, actor: Actor, periods: Periods, request_id: str) -> Periods:
    with doors.store.writing() as connection:
        write_periods(connection, periods)
        audit.note(
            connection,
            actor_id=actor.id,
            action="retention-written",
            object_kind="retention",
            at=datetime.now(UTC),
            request_id=request_id,
            detail=msgspec.json.encode(periods).decode(),
        )
    return periods
