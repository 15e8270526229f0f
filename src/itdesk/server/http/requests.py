"""What a request carries: its id, its token, its body."""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator
from typing import Any

from litestar import Request
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPResponseStartEvent, Message, Receive, Scope, Send

from itdesk.server import limits

REQUEST_ID = "x-request-id"
_GOOD_REQUEST_ID = re.compile(rb"[A-Za-z0-9_.-]{1,64}")
_STATE_KEY = "itdesk_request_id"
_ACTOR_KEY = "itdesk_actor"
NO_ROUTE = "none"


class RequestCut(Exception):
    """The client went away, or stayed silent too long, before its request was whole."""


def request_id(scope: Scope) -> str:
    """Return the request's id, as it stands in the answer's header and in the log."""
    return str(scope["state"].get(_STATE_KEY, "-"))


def note_actor(scope: Scope, id: str) -> None:
    """Write down who asks."""
    scope["state"][_ACTOR_KEY] = id


def actor_id(scope: Scope) -> str | None:
    """Return the id of who asks; None as long as nobody is known."""
    return scope["state"].get(_ACTOR_KEY)


def route_of(scope: Scope) -> str:
    """Return the template of the route that answers, `none` where there is no such address."""
    return scope.get("path_template") or NO_ROUTE


def with_request_ids(app: ASGIApp) -> ASGIApp:
    """Give every request an id: the client's own when it is a harmless one, else a fresh one."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await app(scope, receive, send)
            return
        given = dict(scope["headers"]).get(REQUEST_ID.encode(), b"")
        id = given if _GOOD_REQUEST_ID.fullmatch(given) else secrets.token_hex(8).encode()
        scope.setdefault("state", {})[_STATE_KEY] = id.decode()

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = _with_header(message, id)
            await send(message)

        await app(scope, receive, send_with_id)

    return answer


def _with_header(start: HTTPResponseStartEvent, id: bytes) -> HTTPResponseStartEvent:
    start["headers"] = [*start.get("headers", []), (REQUEST_ID.encode(), id)]
    return start


def token_of(request: Request[Any, Any, Any]) -> str | None:
    """Return the bearer token, None without one."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else None


def address_of(request: Request[Any, Any, Any]) -> str:
    """Return the address of who asks, as far as the server knows it."""
    return request.client.host if request.client else "unknown"


async def pieces(request: Request[Any, Any, Any]) -> AsyncIterator[bytes]:
    """Yield the body as it comes. Raises RequestCut when it ends too early or pauses for too long."""
    more = True
    while more:
        try:
            message = await asyncio.wait_for(request.receive(), limits.SILENCE_S)
        except TimeoutError:
            raise RequestCut("silent for too long") from None
        if message["type"] != "http.request":
            raise RequestCut("gone")
        if message["body"]:
            yield message["body"]
        more = message["more_body"]
