"""Server-sent events: the server says that there is something new."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self

from itdesk.connection.errors import NotItdesk

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

CHUNK_BYTES = 4096
EVENT_BYTES = 64 * 1024


@dataclass(frozen=True)
class StreamEvent:
    """One event. `kind` is "message" where the server names none."""

    kind: str
    data: str
    id: str


class LiveStream:
    """An open stream. One thread iterates; any thread may close it, which ends the iteration."""

    def __init__(self, response: "BaseHTTPResponse", server: str) -> None:
        self._response = response
        self._server = server
        self._closed = False
        self._iterating = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the stream. The thread that waits for the next event wakes at once."""
        self._closed = True
        cut(self._response)
        if not self._iterating:
            self._response.close()

    def __iter__(self) -> Iterator[StreamEvent]:
        """Yield events until the server or `close` ends the stream.

        Raises Unreachable when it breaks or stays silent too long, NotItdesk when an event is too large.
        """
        self._iterating = True
        try:
            yield from parse_events(self._pieces(), self._server)
        finally:
            self._response.close()

    def _pieces(self) -> Iterator[bytes]:
        from urllib3.exceptions import HTTPError

        from itdesk.connection.faults import as_exchange_failure

        try:
            while not self._closed and (piece := self._response.read1(CHUNK_BYTES)):
                yield piece
        except (HTTPError, OSError) as error:
            if not self._closed:
                raise as_exchange_failure(error, self._server) from error


def cut(response: "BaseHTTPResponse") -> None:
    """Wake the thread that reads `response`, from another thread; it then sees the end of the body."""
    try:
        response.shutdown()
    except (OSError, ValueError, RuntimeError):
        return  # over already: closed by the other side, or handed back to the pool


def parse_events(pieces: Iterator[bytes], server: str) -> Iterator[StreamEvent]:
    """Yield the events in `pieces` of a text/event-stream. Comments are heartbeats and yield nothing."""
    fields: dict[str, str] = {}
    for line in _lines(pieces, server):
        if line:
            _take(line, fields)
        elif fields:
            if "data" in fields:
                yield StreamEvent(fields.get("event", "message"), fields["data"], fields.get("id", ""))
            fields = {}
        if sum(map(len, fields.values())) > EVENT_BYTES:
            raise NotItdesk(server, "it sent news that are too long")


def _take(line: str, fields: dict[str, str]) -> None:
    name, _, value = line.partition(":")
    value = value.removeprefix(" ")
    if name == "data" and "data" in fields:
        value = f"{fields['data']}\n{value}"
    if name in ("data", "event", "id"):
        fields[name] = value


def _lines(pieces: Iterator[bytes], server: str) -> Iterator[str]:
    """Yield lines; they end by LF, CR LF or CR, anywhere in the pieces."""
    rest = b""
    for piece in pieces:
        rest += piece
        held = rest.endswith(b"\r")  # its LF may come with the next piece
        *whole, rest = (
            (rest[:-1] if held else rest).replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        )
        rest += b"\r" if held else b""
        yield from (line.decode("utf-8", "replace") for line in whole)
        if len(rest) > EVENT_BYTES:
            raise NotItdesk(server, "it sent a line without an end")
