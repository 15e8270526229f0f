"""A way to the server on which everything that passes is kept, in both directions."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Self

PIECE = 65_536


@dataclass
class Passage:
    """One connection: every byte that the client has asked with, and that the server has answered with."""

    asked: bytearray = field(default_factory=bytearray)
    answered: bytearray = field(default_factory=bytearray)


class RecordingRelay:
    """Passes bytes both ways between clients and the server, and keeps them."""

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._door = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self._sockets: list[socket.socket] = [self._door]
        self.passages: list[Passage] = []

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

    def streams(self) -> list[bytes]:
        """Return what has passed, one text a connection and direction."""
        return [bytes(stream) for one in self.passages for stream in (one.asked, one.answered)]

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
        passage = Passage()
        self.passages.append(passage)
        self._run(_pass_on, client, server, passage.asked)
        self._run(_pass_on, server, client, passage.answered)


def _pass_on(source: socket.socket, target: socket.socket, kept: bytearray) -> None:
    with suppress(OSError):
        while piece := source.recv(PIECE):
            kept += piece  # before it goes on: who has the answer, has it here too
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)
