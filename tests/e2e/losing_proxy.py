"""A way to the server on which a request or an answer can be lost: before its work was done, or after."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Self

PIECE = 65_536


class LosingProxy:
    """Passes bytes both ways until told to lose what comes next; then calls back and cuts."""

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._door = socket.create_server(("127.0.0.1", 0))
        self._on_request: Callable[[], object] | None = None
        self._on_answer: Callable[[], object] | None = None
        self._threads: list[threading.Thread] = []
        self._sockets: list[socket.socket] = [self._door]

    @property
    def port(self) -> int:
        """Where clients knock."""
        return int(self._door.getsockname()[1])

    def __enter__(self) -> Self:
        self._run(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        for one in self._sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        for thread in self._threads:
            thread.join(20)

    def lose_next_request(self, on_request: Callable[[], object]) -> None:
        """Keep a client's next request from the server, and call `on_request` when it has come."""
        self._on_request = on_request

    def lose_next_answer(self, on_answer: Callable[[], object]) -> None:
        """Keep the server's next answer from the client, and call `on_answer` when it has come."""
        self._on_answer = on_answer

    def _run(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._door.accept()
                self._sockets.append(client)
                self._connect(client)

    def _connect(self, client: socket.socket) -> None:
        try:
            server = socket.create_connection(("127.0.0.1", self._server_port))
        except OSError:
            client.close()
            return
        self._sockets.append(server)
        self._run(self._ask, client, server)
        self._run(self._answer, server, client)

    def _ask(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while piece := client.recv(PIECE):
                if self._on_request is not None:
                    lost, self._on_request = self._on_request, None
                    lost()
                    break
                server.sendall(piece)
            server.shutdown(socket.SHUT_WR)

    def _answer(self, server: socket.socket, client: socket.socket) -> None:
        with suppress(OSError):
            while piece := server.recv(PIECE):
                if self._on_answer is not None:
                    lost, self._on_answer = self._on_answer, None
                    lost()
                    break
                client.sendall(piece)
            client.shutdown(socket.SHUT_RDWR)
