"""Every request is counted, timed and told to the log: by its route's template, never by what it says."""

import logging
import time

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from itdesk.server.http.metrics import Metrics
from itdesk.server.http.requests import actor_id, request_id, route_of

logger = logging.getLogger(__name__)

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def observed(app: ASGIApp, metrics: Metrics) -> ASGIApp:
    """Return the application, each of its requests noted when it ends."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await app(scope, receive, send)
            return
        begun, status = time.monotonic(), 500

        async def send_noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await app(scope, receive, send_noted)
        finally:
            _note(scope, metrics, status, time.monotonic() - begun)

    return answer


def _note(scope: HTTPScope, metrics: Metrics, status: int, duration_s: float) -> None:
    method = scope["method"] if scope["method"] in METHODS else "other"
    route = route_of(scope)
    metrics.note(route, method, status, duration_s)
    fields = {
        "request_id": request_id(scope),
        "method": method,
        "route": route,
        "status": status,
        "duration_ms": round(duration_s * 1_000, 1),
        "actor": actor_id(scope),
    }
    logger.info("request %s %s %s", method, route, status, extra={"fields": fields})
