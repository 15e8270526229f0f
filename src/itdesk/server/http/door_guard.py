"""What is looked at before any route: the head itself, through which proxy it comes, for which name."""

from collections.abc import MutableMapping
from typing import Any

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send

from itdesk.server import limits
from itdesk.server.http.problems import PROBLEM_TYPE, Failed, problem_response
from itdesk.server.network.facing import Facing, host_name, is_loopback
from itdesk.server.network.proxies import FORWARDED_PROTO

NO_SUCH_HOST = "This server does not answer to the name that the request asks for."
NOT_THROUGH_PROXY = "This server is reached through its proxy alone, by https."
HEAD_TOO_LARGE = f"The head of a request has at most {limits.HEAD_BYTES} bytes."
TWO_LENGTHS = "A request says in one way how long it is: by Content-Length, or in chunks."
NOT_BY_HTTPS = "The way to the proxy is not protected. Write https:// in the server's address."


def guarded(app: ASGIApp, facing: Facing) -> ASGIApp:
    """Return `app` behind the rules of `facing`. Who asks is settled first, by declared proxies alone."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await app(scope, receive, send)
            return
        refusal = _fault_of_head(scope) or _refusal(scope, facing)
        if refusal is not None:
            await _send(refusal, send)
        else:
            await app(scope, receive, send)

    return answer


def _fault_of_head(scope: Scope) -> Failed | None:
    """Return what is wrong with a head that came whole.

    What has two lengths may be two requests for a proxy (RFC 9112 § 6.1).
    """
    headers = scope["headers"]
    if sum(len(name) + len(value) for name, value in headers) > limits.HEAD_BYTES:
        return Failed(431, "head_too_large", HEAD_TOO_LARGE)
    if {b"content-length", b"transfer-encoding"} <= {name for name, _ in headers}:
        return Failed(400, "length_ambiguous", TWO_LENGTHS)
    return None


def _refusal(scope: Scope, facing: Facing) -> Failed | None:
    """Settle who asks; return why she is sent away, None when she is not."""
    peer = scope["client"][0] if scope["client"] else None
    through_proxy = facing.proxies.include(peer)
    facing.proxies.settle(scope)
    if facing.only_through_proxies and not through_proxy and not (peer and is_loopback(peer)):
        return Failed(403, "proxy_needed", NOT_THROUGH_PROXY)
    if facing.hosts and _host(scope) not in facing.hosts:
        return Failed(421, "host_not_allowed", NO_SUCH_HOST)
    if facing.only_through_proxies and through_proxy and _says_http(scope):
        return Failed(403, "https_needed", NOT_BY_HTTPS)
    return None


def _host(scope: Scope) -> str:
    return host_name(dict(scope["headers"]).get(b"host", b"").decode("latin-1"))


def _says_http(scope: Scope) -> bool:
    return FORWARDED_PROTO in dict(scope["headers"]) and scope["scheme"] == "http"


async def _send(failed: Failed, send: Send) -> None:
    body = problem_response(failed).content
    headers = {"content-type": PROBLEM_TYPE, "content-length": str(len(body)), "connection": "close"}
    start: MutableMapping[str, Any] = {
        "type": "http.response.start",
        "status": failed.status,
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }
    await send(start)  # type: ignore[arg-type]
    await send({"type": "http.response.body", "body": body, "more_body": False})
