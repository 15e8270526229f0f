"""How the server stands: for its administrators, and in numbers for who watches it."""

import hmac
from collections.abc import Iterator
from datetime import datetime
from ipaddress import ip_address
from typing import Any

from litestar import Request, Response, get
from litestar.handlers import HTTPRouteHandler

from itdesk.domain.people import Role
from itdesk.protocol.server_state import JobStanding, ServerState
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.metrics import MEDIA_TYPE
from itdesk.server.http.openapi import described
from itdesk.server.http.policies import Callers
from itdesk.server.http.problems import Failed, not_found, sign_in_needed
from itdesk.server.http.requests import token_of
from itdesk.server.store.backups.last import last_backup
from itdesk.server.store.job_states import JobState, JobStates
from itdesk.version import VERSION

BY_A_PROXY = ("forwarded", "via", "x-forwarded-for", "x-real-ip")


def server_state_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the routes that tell how the server stands."""

    @get(
        "/v1/server",
        opt=described(
            "Tell administrators how the server stands",
            answers=ServerState,
            problems=(403,),
            lowest_role=Role.ADMIN,
            callers=Callers.ADMINS,
        ),
    )
    async def server_state(request: Request[Any, Any, Any]) -> Response[bytes]:
        actor = await doors.actor_of(request)
        if actor.role is not Role.ADMIN:
            raise Failed(403, "not_allowed", "How the server stands is told to administrators.")
        return answer(await doors.workers.run(_state, doors))

    @get(
        "/metrics",
        opt=described("What the process counts, for Prometheus", public=True, media_type="text/plain"),
    )
    async def metrics(request: Request[Any, Any, Any]) -> Response[str]:
        _check_reader(request, doors.metrics_token)
        stored = await doors.workers.run(lambda: dict(_stored(doors)))
        text = doors.metrics.text(stored | dict(_at_hand(doors)))
        return Response(text, media_type=MEDIA_TYPE)

    return [server_state, metrics]


def _check_reader(request: Request[Any, Any, Any], token: str) -> None:
    """Let in whoever has the token of the configuration; without one, who asks from this very computer."""
    if token:
        if not hmac.compare_digest((token_of(request) or "").encode(), token.encode()):
            raise sign_in_needed()
    elif not _is_from_here(request):
        raise not_found()


def _is_from_here(request: Request[Any, Any, Any]) -> bool:
    """A proxy on this computer asks for somebody who is elsewhere."""
    if request.client is None or any(name in request.headers for name in BY_A_PROXY):
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _state(doors: Doors) -> ServerState:
    schema = doors.store.schema()
    return ServerState(
        version=VERSION,
        database=doors.store.engine.dialect.name,
        head=doors.desk.head(),
        last_backup=last_backup(doors.store),
        jobs=[_standing(one) for one in JobStates(doors.store).all()],
        schema=schema.found,
        is_schema_right=schema.is_right,
        waiting=doors.desk.waiting,
    )


def _standing(job: JobState) -> JobStanding:
    """What a failure says may repeat what people wrote: it stays with `itdesk server jobs`."""
    return JobStanding(
        name=job.name, last_run_at=job.last_run_at, next_run_at=job.next_run_at, failures=job.failures
    )


def _stored(doors: Doors) -> Iterator[tuple[str, float]]:
    yield "itdesk_head_position", doors.desk.head()
    yield "itdesk_last_backup_timestamp_seconds", _seconds(last_backup(doors.store))
    for job in JobStates(doors.store).all():
        yield f'itdesk_job_last_run_timestamp_seconds{{job="{job.name}"}}', _seconds(job.last_run_at)
        yield f'itdesk_job_failures{{job="{job.name}"}}', job.failures


def _at_hand(doors: Doors) -> Iterator[tuple[str, float]]:
    yield "itdesk_live_streams", doors.live.count
    yield "itdesk_requests_in_progress", doors.gate.requests
    yield "itdesk_requests_sent_away", doors.gate.refused + doors.workers.refused + doors.hashing.refused
    yield "itdesk_requests_working_or_waiting", doors.workers.taken
    yield "itdesk_sign_ins_working_or_waiting", doors.hashing.taken
    yield "itdesk_json_bodies_bytes", doors.gate.body_bytes
    yield "itdesk_changes_waiting", doors.desk.waiting
    yield "itdesk_database_connections_in_use", doors.store.connections_in_use


def _seconds(at: datetime | None) -> float:
    """Never is 0, as Prometheus has it."""
    return at.timestamp() if at else 0
