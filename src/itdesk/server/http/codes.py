"""One-time codes: made by admins, exchanged for a password of one's own by whoever has one."""

from collections.abc import Callable
from typing import Any

from litestar import Request, Response, post
from litestar.handlers import HTTPRouteHandler

from itdesk.domain.ids import PersonId, is_id
from itdesk.domain.people import Role
from itdesk.protocol.messages import CodeMade, NewPasswordRequest, SetUpRequest, SignInResponse
from itdesk.server.accounts.codes import FirstAdmin, Made
from itdesk.server.accounts.errors import UnknownLogin
from itdesk.server.http.bodies import parse_body, read_json_body
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import described
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.problems import Failed, not_found
from itdesk.server.http.requests import address_of, request_id
from itdesk.server.http.signing import SIGN_IN_BYTES

Ask = Request[Any, Any, Any]


def code_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the routes that exchange codes."""

    @post(
        "/v1/set-up",
        status_code=200,
        opt=described(
            "Make the first admin, by the code that the server printed",
            asks=SetUpRequest,
            answers=SignInResponse,
            problems=(403, 409, 429, 503),
            public=True,
            callers=Callers.ANYBODY,
        ),
    )
    async def set_up(request: Ask) -> Response[bytes]:
        asked = parse_body(await read_json_body(request, SIGN_IN_BYTES), SetUpRequest)
        first = FirstAdmin(login=asked.login, name=asked.name, password=asked.password, device=asked.device)
        token, person = await doors.hashing.run(doors.codes.set_up, asked.code, first, address_of(request))
        return answer(SignInResponse(token=token, person=person))

    @post(
        "/v1/new-password",
        status_code=200,
        opt=described(
            "Choose a password, by the code of an invitation or a reset",
            asks=NewPasswordRequest,
            answers=SignInResponse,
            problems=(403, 429, 503),
            public=True,
            callers=Callers.ANYBODY,
        ),
    )
    async def new_password(request: Ask) -> Response[bytes]:
        asked = parse_body(await read_json_body(request, SIGN_IN_BYTES), NewPasswordRequest)
        token, person = await doors.hashing.run(
            doors.codes.choose_password, asked.code, asked.password, asked.device, address_of(request)
        )
        await doors.live.check_rights()
        return answer(SignInResponse(token=token, person=person))

    return [set_up, new_password]


def code_making_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the routes by which admins make codes for others."""

    @post(
        "/v1/people/{id:str}/invitation",
        status_code=200,
        opt=described(
            "Make a code with which somebody without a password chooses one",
            answers=CodeMade,
            problems=(403, 404, 409, 422),
            lowest_role=Role.ADMIN,
            callers=Callers.ADMINS,
            refers={"id": Referent.ANY_PERSON},
        ),
    )
    async def invite_person(request: Ask) -> Response[bytes]:
        return answer(await _made(doors, request, doors.codes.invite))

    @post(
        "/v1/people/{id:str}/password-reset",
        status_code=200,
        opt=described(
            "Make a code with which somebody chooses a new password",
            answers=CodeMade,
            problems=(403, 404, 422),
            lowest_role=Role.ADMIN,
            callers=Callers.ADMINS,
            refers={"id": Referent.ANY_PERSON},
        ),
    )
    async def reset_password(request: Ask) -> Response[bytes]:
        return answer(await _made(doors, request, doors.codes.reset))

    return [invite_person, reset_password]


async def _made(doors: Doors, request: Ask, make: Callable[..., Made]) -> CodeMade:
    """Return the code that an admin asked for. Raises Failed (401, 403, 404)."""
    actor = await doors.actor_of(request)
    if actor.role is not Role.ADMIN:
        raise Failed(403, "not_allowed", "Only admins may make codes for others.")
    id = str(request.path_params["id"])
    if not is_id(id):
        raise not_found()

    def call() -> Made:
        return make(PersonId(id), by=actor.id, request_id=request_id(request.scope))

    try:
        made = await doors.workers.run(call)
    except UnknownLogin:
        raise not_found() from None
    return CodeMade(code=made.code, ends_at=made.ends_at)
