"""A real server process, and a client that speaks plain HTTP to it."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import urllib3

from itdesk.domain.changes import Change, Payload, TicketOpened
from itdesk.domain.ids import ChangeId, TicketId, new_id
from itdesk.protocol.messages import ClientInfo, SyncRequest, SyncResponse
from itdesk.protocol.translation import change_message

PROGRAM = """
import sys
from pathlib import Path
from itdesk.entrypoints.server import run
sys.exit(run(Path(sys.argv[1]), sys.argv[2] or None, "127.0.0.1", int(sys.argv[3])))
"""
START_LIMIT_S = 30
STOP_LIMIT_S = 20


def launch(folder: Path, database: str = "", port: int = 0) -> subprocess.Popen[str]:
    """Start a server process without waiting for it."""
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder), database, str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


class ServerProcess:
    """A server over `folder`, running from construction to `stop` or `kill`."""

    def __init__(self, folder: Path, database: str = "", port: int = 0) -> None:
        begun = time.monotonic()
        self.process = launch(folder, database, port)
        assert self.process.stdout is not None
        self.first_line = self.process.stdout.readline()
        self.ready_s = time.monotonic() - begun
        if not self.first_line:
            raise AssertionError(self.process.communicate()[1])
        self.url = self.first_line.removeprefix("listening on ").strip()

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def stop(self) -> int:
        """End it as a service manager does; return the exit code."""
        return self._end(signal.SIGTERM)

    def kill(self) -> int:
        """End it as a power cut does."""
        return self._end(signal.SIGKILL)

    def _end(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        self.process.communicate(timeout=STOP_LIMIT_S)
        return self.process.returncode

    def memory_mb(self) -> float:
        """The resident memory of the process, in millions of bytes."""
        import psutil

        return float(psutil.Process(self.process.pid).memory_info().rss / 1e6)


@dataclass(frozen=True)
class Answer:
    """What came back. Names of headers are lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def code(self) -> str:
        """The code of a problem document; fails for anything else."""
        assert self.headers["content-type"] == "application/problem+json", self
        problem = self.json
        assert problem["status"] == self.status
        assert problem["detail"]
        assert self.headers["x-request-id"]
        return str(problem["code"])


class Visitor:
    """Somebody who asks, with or without a token."""

    def __init__(
        self, url: str, token: str | None = None, ca_file: Path | None = None, source: str = ""
    ) -> None:
        self.url = url
        self.token = token
        self._ca_file = ca_file
        self._pool = urllib3.PoolManager(
            retries=False,
            timeout=urllib3.Timeout(total=30),
            ca_certs=str(ca_file) if ca_file else None,
            source_address=(source, 0) if source else None,
        )

    def ask(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Return the answer to one request; a dict or list goes as JSON, bytes go as they are."""
        raw = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        given = {"Content-Type": "application/json"} if raw is not None else {}
        response = self._pool.request(
            method, self.url + path, body=raw, headers=self.signed() | given | dict(headers or {})
        )
        return Answer(response.status, {k.lower(): v for k, v in response.headers.items()}, response.data)

    def signed(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def sign_in(self, login: str, password: str) -> "Visitor":
        """Return the same visitor, let in."""
        answer = self.ask("POST", "/v1/sign-in", {"login": login, "password": password, "device": "test"})
        assert answer.status == 200, answer
        return Visitor(self.url, answer.json["token"], self._ca_file)

    def sync(self, *changes: Change, cursor: str | None = None, protocol: int = 1) -> SyncResponse:
        """Return the answer to one exchange."""
        answer = self.ask("POST", "/v1/sync", sync_body(*changes, cursor=cursor, protocol=protocol))
        assert answer.status == 200, answer
        return msgspec.json.decode(answer.body, type=SyncResponse)

    @contextmanager
    def live(self) -> Iterator[urllib3.BaseHTTPResponse]:
        """The open live stream."""
        response = self._pool.request(
            "GET", f"{self.url}/v1/live", headers=self.signed(), preload_content=False
        )
        try:
            yield response
        finally:
            response.close()

    def close(self) -> None:
        self._pool.clear()


def sync_body(*changes: Change, cursor: str | None = None, protocol: int = 1) -> bytes:
    """Return one exchange as it travels."""
    return msgspec.json.encode(
        SyncRequest(
            protocol=protocol,
            client=ClientInfo(id=new_id(), version="test"),
            cursor=cursor,
            changes=[change_message(change) for change in changes],
        )
    )


def change(payload: Payload, ticket_id: str | None = None, seen: int = 0) -> Change:
    """Return a change, of a new ticket when none is given."""
    return Change(
        id=ChangeId(new_id()),
        ticket_id=TicketId(ticket_id or new_id()),
        payload=payload,
        seen=seen,
        made_at=datetime.now(UTC),
    )


def report(title: str = "The printer prints only stripes") -> Change:
    """Return a new report."""
    return change(TicketOpened(title=title, description="Since this morning."))


def hint_from(stream: urllib3.BaseHTTPResponse) -> int:
    """Return the head that the next hint of a live stream names."""
    event = b""
    while b"\n\n" not in event:
        piece = stream.read1(1024)
        assert piece, "the stream ended"
        event += piece
    return int(json.loads(event.partition(b"data: ")[2].partition(b"\n")[0])["head"])
