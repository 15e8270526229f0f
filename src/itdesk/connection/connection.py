"""The one place that speaks HTTP to the server."""

import time
from collections.abc import Mapping
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from itdesk.connection.address import ServerAddress
from itdesk.connection.answer import Answer, check_answer
from itdesk.connection.errors import Cause, NotItdesk, Unreachable
from itdesk.connection.live_stream import LiveStream, cut
from itdesk.connection.proxy import choose_proxy
from itdesk.version import VERSION

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

CONNECT_LIMIT_S = 5.0
DEADLINE_S = 30.0
HEARTBEAT_S = 45.0
BODY_BYTES = 16 * 1024 * 1024
CHUNK_BYTES = 64 * 1024
JSON = "application/json"
EVENT_STREAM = "text/event-stream"


class Connection:
    """Requests to one server, from any thread. Nothing is opened before the first one.

    Never follows a redirect, never tries again by itself: who calls knows what may be repeated.
    """

    def __init__(
        self,
        address: ServerAddress,
        *,
        proxy: str = "",
        ca_file: Path | None = None,
        token: str | None = None,
    ) -> None:
        self.address = address
        self._proxy = proxy
        self._ca_file = ca_file
        self._token = token
        self._pool: PoolManager | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def server(self) -> str:
        """The server's address as people read it."""
        return self.address.origin

    @property
    def proxy(self) -> str:
        """The proxy setting: empty, "direct" or a URL, perhaps with a password in it."""
        return self._proxy

    @property
    def ca_file(self) -> Path | None:
        """The private authority's certificates, None for the operating system's alone."""
        return self._ca_file

    def with_token(self, token: str | None) -> "Connection":
        """Return a connection to the same server that speaks as another, or as nobody."""
        return Connection(self.address, proxy=self._proxy, ca_file=self._ca_file, token=token)

    def close(self) -> None:
        """Let go of idle sockets. The connection may be used again afterwards."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.clear()

    def request(
        self,
        method: str,
        path: str,
        *,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        deadline_s: float = DEADLINE_S,
        expect: str | None = JSON,
        max_bytes: int = BODY_BYTES,
    ) -> Answer:
        """Return the whole answer to one request within `deadline_s` seconds.

        `expect` is the media type that a body must have (None: any). Raises an ExchangeFailed: Unreachable,
        NotItdesk (also for more than `max_bytes`), Problem, SignInNeeded or TooOld.
        """
        ends = time.monotonic() + deadline_s
        send = {"Accept": f"{expect or '*/*'}, application/problem+json", "Accept-Encoding": "gzip"}
        if body is not None:
            send["Content-Type"] = JSON
        response = self._open(method, path, body, send | dict(headers or {}), deadline_s)
        try:
            content = self._read(response, ends, max_bytes)
        except BaseException:
            response.close()
            raise
        response.release_conn()
        answer = Answer(response.status, _lower(response.headers), content)
        return check_answer(answer, self.server, expect)

    def stream(
        self, path: str, *, headers: Mapping[str, str] | None = None, heartbeat_s: float = HEARTBEAT_S
    ) -> LiveStream:
        """Return the open stream of server-sent events at `path`; iterate it, then close it.

        More than `heartbeat_s` seconds of silence end it. Raises an ExchangeFailed like `request`.
        """
        send = {"Accept": EVENT_STREAM, "Accept-Encoding": "identity", "Cache-Control": "no-store"}
        response = self._open("GET", path, None, send | dict(headers or {}), heartbeat_s)
        opened = Answer(response.status, _lower(response.headers), b"")
        if opened.status == 200 and opened.media_type == EVENT_STREAM:
            return LiveStream(response, self.server)
        try:
            said = self._read(response, time.monotonic() + heartbeat_s, BODY_BYTES)
        finally:
            response.close()
        check_answer(Answer(opened.status, opened.headers, said), self.server, EVENT_STREAM)
        raise NotItdesk(self.server, "it has no stream of news")

    def _open(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str], silence_s: float
    ) -> "BaseHTTPResponse":
        """Send a request and return the answer with its body unread; `silence_s` bounds each wait."""
        if not path.startswith("/"):
            raise ValueError(f"a path begins with a slash: {path!r}")
        from urllib3 import Timeout
        from urllib3.exceptions import HTTPError

        from itdesk.connection.faults import as_exchange_failure

        pool = self._opened_pool()
        headers["User-Agent"] = f"itdesk/{VERSION}"
        if self._token is not None:
            headers["Authorization"] = f"Bearer {self._token}"
        try:
            return pool.request(
                method,
                self.server + path,
                body=body,
                headers=headers,
                timeout=Timeout(connect=min(CONNECT_LIMIT_S, silence_s), read=silence_s),
                retries=False,
                redirect=False,
                preload_content=False,
            )
        except (HTTPError, OSError) as error:
            raise as_exchange_failure(error, self.server) from error

    def _read(self, response: "BaseHTTPResponse", ends: float, max_bytes: int) -> bytes:
        """Return the body, read in pieces so that neither size nor time can run away."""
        from urllib3.exceptions import HTTPError

        from itdesk.connection.faults import as_exchange_failure

        content = bytearray()
        # A server that sends a byte now and then never trips the limit on silence.
        alarm = Timer(max(ends - time.monotonic(), 0.0), cut, [response])
        alarm.daemon = True
        alarm.start()
        try:
            while piece := response.read(CHUNK_BYTES, decode_content=True):
                content += piece
                if len(content) > max_bytes:
                    raise NotItdesk(self.server, f"it sent more than {max_bytes} bytes")
        except (HTTPError, OSError) as error:
            if time.monotonic() < ends:
                raise as_exchange_failure(error, self.server) from error
        finally:
            alarm.cancel()
        if time.monotonic() >= ends:
            raise Unreachable(self.server, Cause.TIMEOUT, "the answer did not arrive whole in time")
        return bytes(content)

    def _opened_pool(self) -> "PoolManager":
        if self._pool is None:
            self._pool = _make_pool(self.address, self._proxy, self._ca_file)
        return self._pool


def _make_pool(address: ServerAddress, proxy_setting: str, ca_file: Path | None) -> "PoolManager":
    """Return the pool of sockets to `address`. Raises Unreachable for unusable proxy or certificates."""
    from urllib3 import PoolManager, ProxyManager, make_headers  # after the icon shows: 70 ms

    from itdesk.connection.trust import make_tls_context

    proxy = choose_proxy(address, proxy_setting)
    needs_tls = address.scheme == "https" or (proxy is not None and urlsplit(proxy.url).scheme == "https")
    context = make_tls_context(address.origin, ca_file) if needs_tls else None
    if proxy is None:
        return PoolManager(ssl_context=context)
    signed = make_headers(proxy_basic_auth=proxy.credentials) if proxy.credentials else None
    return ProxyManager(proxy.url, proxy_headers=signed, ssl_context=context, proxy_ssl_context=context)


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
