"""Sign-in and sign-out."""

from typing import Any

from litestar import Request, Response, post
from litestar.handlers import HTTPRouteHandler

from itdesk.protocol.messages import SignInRequest, SignInResponse
from itdesk.server.http.bodies import parse_body, read_json_body
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import described
from itdesk.server.http.policies import Callers
from itdesk.server.http.problems import sign_in_needed
from itdesk.server.http.requests import address_of, token_of

SIGN_IN_BYTES = 16 * 1024


def signing_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the routes that hand out tokens and take them back."""

    @post(
        "/v1/sign-in",
        status_code=200,
        opt=described(
            "Exchange a login and a password for a token",
            asks=SignInRequest,
            answers=SignInResponse,
            problems=(401, 429),
            public=True,
        ),
    )
    async def sign_in(request: Request[Any, Any, Any]) -> Response[bytes]:
        asked = parse_body(await read_json_body(request, SIGN_IN_BYTES), SignInRequest)
        token, person = await doors.hashing.run(
            doors.accounts.sign_in, asked.login, asked.password, asked.device, address_of(request)
        )
        return answer(SignInResponse(token=token, person=person))

    @post(
        "/v1/sign-out",
        status_code=204,
        opt=described(
            "End the token that the request carries", callers=Callers.SIGNED_IN, without_sign_in=True
        ),
    )
    async def sign_out(request: Request[Any, Any, Any]) -> None:
        token = token_of(request)
        if token is None:
            raise sign_in_needed()
        await doors.workers.run(doors.accounts.sign_out, token)
        await doors.live.check_rights()

    return [sign_in, sign_out]
