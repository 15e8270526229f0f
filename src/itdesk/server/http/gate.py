"""The gate: what comes when too much is there already is sent away at once, before anything is read of it."""

import asyncio

import msgspec
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, ReceiveMessage, Scope, Send

from itdesk.protocol.messages import Problem
from itdesk.server import limits
from itdesk.server.http.busy import BUSY, retry_after
from itdesk.server.http.requests import RequestCut

STREAM = "/v1/live"
JSON = b"application/json"


class Gate:
    """How much is under way in this process. Only the event loop touches it."""

    def __init__(
        self, *, requests: int = limits.REQUESTS_AT_ONCE, bodies_bytes: int = limits.BODIES_BYTES
    ) -> None:
        self._most_requests = requests
        self._most_bytes = bodies_bytes
        self.requests = 0
        self.body_bytes = 0
        self.refused = 0

    def around(self, app: ASGIApp) -> ASGIApp:
        """Return the application behind the gate."""

        async def answer(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != ScopeType.HTTP or scope["path"] == STREAM:
                await app(scope, receive, send)
            elif self._is_full:
                self.refused += 1
                await _send_away(send)
            else:
                await self._let_in(app, scope, receive, send)

        return answer

    @property
    def _is_full(self) -> bool:
        return self.requests >= self._most_requests or self.body_bytes >= self._most_bytes

    async def _let_in(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        self.requests += 1
        body = _Body(receive) if _is_json(scope) else None
        try:
            await app(scope, receive if body is None else self._counted(body), send)
        finally:
            self.requests -= 1
            self.body_bytes -= 0 if body is None else body.bytes

    def _counted(self, body: "_Body") -> Receive:
        async def receive() -> ReceiveMessage:
            before = body.bytes
            message = await body.receive()
            self.body_bytes += body.bytes - before
            return message

        return receive


class _Body:
    """One JSON body on its way. It has to be whole in time, however busily its pieces come."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._until = asyncio.get_running_loop().time() + limits.JSON_BODY_S
        self._is_whole = False
        self.bytes = 0

    async def receive(self) -> ReceiveMessage:
        if self._is_whole:
            return await self._receive()
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            raise RequestCut("slow for too long") from None
        if message["type"] == "http.request":
            self.bytes += len(message["body"])
            self._is_whole = not message["more_body"]
        return message


def _is_json(scope: Scope) -> bool:
    return dict(scope["headers"]).get(b"content-type", b"").startswith(JSON)


async def _send_away(send: Send) -> None:
    problem = Problem(code="busy", title="Service Unavailable", status=503, detail=BUSY)
    headers = [(b"content-type", b"application/problem+json"), (b"retry-after", retry_after().encode())]
    await send({"type": "http.response.start", "status": 503, "headers": headers})
    await send({"type": "http.response.body", "body": msgspec.json.encode(problem), "more_body": False})
