"""Listening, serving, stopping."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from litestar.types import ASGIApp

from itdesk.server import limits
from itdesk.server.http.slow_heads import ImpatientProtocol


class CannotListen(Exception):
    """The address cannot be served. The text is a sentence for a person."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(
            f"The address {host}:{port} cannot be served: {reason}. Choose another with --host and --port."
        )


def listen(host: str, port: int, check: Callable[[str], None] = lambda _: None) -> socket.socket:
    """Return a socket that owns the address; port 0 picks a free one.

    Raises CannotListen, and what `check` raises when it is asked about the address that `host` stands for.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        check(str(address[0]))
        owned = socket.socket(family, kind, protocol)
    except OSError as error:
        raise CannotListen(host, port, error.strerror or str(error)) from error
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows, where SO_REUSEADDR lets two own one address
            owned.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            owned.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        owned.bind(address)
        owned.listen(limits.BACKLOG)
    except OSError as error:
        owned.close()
        raise CannotListen(host, port, error.strerror or str(error)) from error
    return owned


def url_of(owned: socket.socket, scheme: str = "http") -> str:
    """Return the address of a listening socket, as a client writes it."""
    host, port = owned.getsockname()[:2]
    return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"


class HttpServer(uvicorn.Server):
    """Uvicorn on a socket that is ours, telling when it serves and ending long streams before it stops."""

    def __init__(
        self,
        app: ASGIApp,
        owned: socket.socket,
        *,
        on_ready: Callable[[], None],
        on_stop: Callable[[], None],
        tls: ssl.SSLContext | None = None,
    ) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                loop="asyncio",
                http=ImpatientProtocol,
                ws="none",
                lifespan="on",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,  # the door guard reads them, from declared proxies alone
                ssl_context_factory=None if tls is None else lambda *_: tls,
                timeout_keep_alive=limits.KEEP_ALIVE_S,
                timeout_graceful_shutdown=limits.GRACE_S,
                h11_max_incomplete_event_size=limits.HEAD_BYTES,
                limit_concurrency=limits.CONNECTIONS,
            )
        )
        self._owned = owned
        self._on_ready = on_ready
        self._on_stop = on_stop

    def serve_until_stopped(self) -> None:
        """Serve in this thread until `stop`."""
        self.run(sockets=[self._owned])

    def stop(self) -> None:
        """Finish what is under way, then end. May be called from any thread and from a signal handler."""
        self.should_exit = True

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the entry point: a clean stop on SIGTERM is no failure."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve, then tell."""
        await super().startup(sockets)
        if self.started:
            self._on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams, which would never end by themselves, then wait for the rest."""
        self._on_stop()
        await super().shutdown(sockets)
