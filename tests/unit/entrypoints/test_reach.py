"""The way to the server, as a fact: reached and how fast, or the first step that failed."""

import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from itdesk.connection.address import parse_server_url
from itdesk.connection.connection import Connection
from itdesk.diagnostics.collector import ask
from itdesk.entrypoints.reach import reach_probe


class Answering(BaseHTTPRequestHandler):
    """Answers /healthz as told, by a clock that stands still."""

    media_type = "application/json"

    def do_GET(self) -> None:
        """Answer."""
        self.send_response_only(200)
        self.send_header("Date", "Mon, 23 Nov 2026 10:00:00 GMT")
        self.send_header("Content-Type", self.media_type)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_: object) -> None:
        """Be quiet."""


class Website(Answering):
    """Answers with a page."""

    media_type = "text/html"


@pytest.fixture
def port(request: pytest.FixtureRequest) -> Iterator[int]:
    """Where the server that the test asks for listens."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), request.param)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def asked(port: int) -> dict[str, object]:
    with Connection(parse_server_url(f"http://127.0.0.1:{port}"), proxy="direct") as connection:
        return dict(ask(reach_probe(connection)))


@pytest.mark.parametrize("port", [Answering], indirect=True)
def test_a_server_that_answers_is_timed_and_its_clock_compared(port: int) -> None:
    said = asked(port)
    assert (said["reached"], said["address"]) == (True, f"http://127.0.0.1:{port}")
    assert isinstance(said["answered_in_ms"], int)
    ahead = (datetime.now(UTC) - datetime(2026, 11, 23, 10, tzinfo=UTC)).total_seconds()
    assert said["clock_ahead_s"] == pytest.approx(ahead, abs=5)


@pytest.mark.parametrize("port", [Website], indirect=True)
def test_something_else_that_answers_is_no_server(port: int) -> None:
    assert asked(port)["failed_at"] == "answer"


def test_a_port_on_which_nobody_listens_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = int(door.getsockname()[1])
    said = asked(port)
    assert (said["reached"], said["failed_at"]) == (False, "refused")
