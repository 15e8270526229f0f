"""The way to the server, as a fact: reached and how fast, or the first step that failed."""

import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from itdesk.connection.address import parse_server_url
from itdesk.connection.connection import Connection
from itdesk.connection.trace import GRACE_S, WHOLE_LIMIT_S
from itdesk.diagnostics.anywhere.server import server_probe
from itdesk.diagnostics.collector import ask


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


def steps(said: dict[str, object]) -> list[dict[str, object]]:
    told = said["steps"]
    assert isinstance(told, list)
    return told


def asked(port: int) -> dict[str, object]:
    with Connection(parse_server_url(f"http://127.0.0.1:{port}"), proxy="direct") as connection:
        return dict(ask(server_probe(connection)))


@pytest.mark.parametrize("port", [Answering], indirect=True)
def test_a_server_that_answers_is_timed_and_its_clock_compared(port: int) -> None:
    said = asked(port)
    assert (said["reached"], said["address"]) == (True, f"http://127.0.0.1:{port}")
    assert isinstance(said["answered_in_ms"], int)
    assert [(step["name"], step["outcome"]) for step in steps(said)] == [
        *(("dns", "skipped"), ("tcp", "passed"), ("proxy", "skipped"), ("tls", "skipped")),
        ("server", "passed"),
    ]
    ahead = (datetime.now(UTC) - datetime(2026, 11, 23, 10, tzinfo=UTC)).total_seconds()
    assert said["clock_ahead_s"] == pytest.approx(ahead, abs=5)


@pytest.mark.parametrize("port", [Website], indirect=True)
def test_something_else_that_answers_is_no_server(port: int) -> None:
    said = asked(port)
    assert (said["reached"], said["failed_at"]) == (False, "answer")
    assert steps(said)[-1]["reason"] == "it sent a web page where application/json was expected"


def test_a_port_on_which_nobody_listens_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = int(door.getsockname()[1])
    said = asked(port)
    assert (said["reached"], said["failed_at"]) == (False, "refused")
    assert [step["name"] for step in steps(said)] == ["dns", "tcp"]
    assert "answered_in_ms" not in said


class Undated(Answering):
    """Has a clock of which nobody knows in which zone it stands."""

    def send_header(self, keyword: str, value: str) -> None:
        """Leave out the zone."""
        super().send_header(keyword, value.removesuffix(" GMT"))


@pytest.mark.parametrize("port", [Undated], indirect=True)
def test_a_date_without_a_zone_is_no_clock(port: int) -> None:
    said = asked(port)
    assert said["reached"] is True
    assert "clock_ahead_s" not in said


def test_the_whole_walk_fits_into_what_the_probe_may_take() -> None:
    with Connection(parse_server_url("https://helpdesk.example")) as connection:
        assert server_probe(connection).limit_s > WHOLE_LIMIT_S + GRACE_S
