"""A real HTTP server on loopback whose answers a test writes byte by byte."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from types import TracebackType
from typing import Self

Reply = Callable[["Exchange"], None]


class Exchange:
    """One request as it came in, and the socket to answer on."""

    def __init__(self, connection: socket.socket, over: Event) -> None:
        self.over = over
        self._connection = connection
        self.first_line = ""
        self.headers: dict[str, str] = {}
        self.body = b""

    def read(self) -> None:
        with self._connection.makefile("rb") as reader:
            self.first_line = reader.readline().decode("latin-1")
            while line := reader.readline().decode("latin-1").strip():
                name, _, value = line.partition(":")
                self.headers[name.lower()] = value.strip()
            self.body = reader.read(int(self.headers.get("content-length", "0")))

    def send(self, content: bytes) -> None:
        self._connection.sendall(content)

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body)}", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.send("\r\n".join(lines).encode() + b"\r\n\r\n" + body)


class LocalServer:
    """Answers every request by `reply`; remembers the requests. `over` is set when the test ends."""

    def __init__(self, reply: Reply, tls: ssl.SSLContext | None = None, *, http: bool = True) -> None:
        self.requests: list[Exchange] = []
        self.over = Event()
        self._reply = reply
        self._tls = tls
        self._understands_http = http
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads: list[Thread] = [Thread(target=self._serve, daemon=True)]
        self._connections: list[socket.socket] = []

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.over.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        for thread in list(self._threads):
            thread.join(10)
            assert not thread.is_alive()
        self._listener.close()

    def wait_until_all_is_answered(self) -> None:
        for thread in list(self._threads[1:]):
            thread.join(10)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            thread = Thread(target=self._converse, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _converse(self, connection: socket.socket) -> None:
        with connection:
            try:
                connection.settimeout(10)
                if self._tls is not None:
                    connection = self._tls.wrap_socket(connection, server_side=True)
                exchange = Exchange(connection, self.over)
                if self._understands_http:
                    exchange.read()
                else:
                    connection.recv(4096)
                self.requests.append(exchange)
                self._reply(exchange)
            except OSError:
                return  # the client went away: often what the test is about
            finally:
                connection.close()


@contextmanager
def closed_port() -> Iterator[int]:
    """Yield a port on which nobody listens: bound, so that nobody else gets it, but not listening."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        yield int(holder.getsockname()[1])
