"""The way to the server, walked step by step through real sockets, well-behaved or not."""

import select
import socket
import ssl
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from itdesk.connection import dialling
from itdesk.connection.address import parse_server_url
from itdesk.connection.connection import Connection
from itdesk.connection.outcome import Outcome
from itdesk.connection.trace import CAUSES, Step, trace
from tests.unit.connection.local_server import Exchange, LocalServer, closed_port

CERTIFICATES = Path(__file__).parent / "certificates"
SHORT_S = 0.4
PLENTY_S = 20.0
HELPDESK = "https://helpdesk.invalid"


def walk(
    url: str,
    *,
    proxy: str = "direct",
    ca_file: Path | None = None,
    limit_s: float = PLENTY_S,
    whole_limit_s: float = 60.0,
) -> list[Step]:
    address = parse_server_url(url, allow_plain_http=True)
    with Connection(address, proxy=proxy, ca_file=ca_file) as connection:
        steps = list(trace(connection, limit_s, whole_limit_s))
    assert all(step.ms >= 0 and (step.cause in CAUSES or not step.cause) for step in steps)
    assert [step for step in steps if step.outcome is Outcome.FAILED] in ([], steps[-1:])
    return steps


def said(steps: list[Step]) -> list[tuple[str, str]]:
    return [(step.name, str(step.outcome)) for step in steps]


def last(steps: list[Step]) -> tuple[str, str, str]:
    step = steps[-1]
    return step.name, step.outcome, step.cause


def healthy(exchange: Exchange) -> None:
    exchange.answer(200, b"{}", Content_Type="application/json", Date="Mon, 23 Nov 2026 10:00:00 GMT")


def say_nothing(exchange: Exchange) -> None:
    """Close the connection without a word."""


def silent(exchange: Exchange) -> None:
    exchange.over.wait(60)


def tls(certificate: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / certificate, CERTIFICATES / "server.key")
    return context


def test_a_server_that_answers() -> None:
    with LocalServer(healthy) as server:
        steps = walk(server.url)
        asked = [request.first_line for request in server.requests if request.first_line]
    assert said(steps) == [
        *(("dns", "skipped"), ("tcp", "passed"), ("proxy", "skipped"), ("tls", "skipped")),
        ("server", "passed"),
    ]
    assert steps[-1].answer is not None
    assert steps[-1].answer.headers["date"].startswith("Mon, 23 Nov")
    assert asked == ["GET /healthz HTTP/1.1\r\n"]


def test_a_server_that_answers_over_tls() -> None:
    with LocalServer(healthy, tls("server.pem")) as server:
        steps = walk(f"https://localhost:{server.port}", ca_file=CERTIFICATES / "authority.pem")
    assert said(steps) == [
        *(("dns", "passed"), ("tcp", "passed"), ("proxy", "skipped"), ("tls", "passed")),
        ("server", "passed"),
    ]
    assert "127.0.0.1" in steps[0].reason
    assert steps[3].reason.startswith("TLSv1.")


def test_a_name_that_does_not_resolve() -> None:
    steps = walk("https://nowhere.invalid")
    assert last(steps) == ("dns", "failed", "name")
    assert "nowhere.invalid" in steps[0].reason


def test_a_port_on_which_nobody_listens() -> None:
    with closed_port() as port:
        steps = walk(f"https://127.0.0.1:{port}")
    assert last(steps) == ("tcp", "failed", "refused")
    assert [step.name for step in steps] == ["dns", "tcp"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses where others drop")
def test_a_queue_that_nobody_empties_ends_at_the_limit() -> None:
    """A listener whose queue is full drops what comes: for who knocks it is a wall that swallows packets."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        port = listener.getsockname()[1]
        knocking = [socket.socket() for _ in range(4)]
        for knock in knocking:
            knock.setblocking(False)
            knock.connect_ex(("127.0.0.1", port))
        steps = walk(f"https://127.0.0.1:{port}", limit_s=SHORT_S)
        for knock in knocking:
            knock.close()
    assert last(steps) == ("tcp", "failed", "timeout")
    assert SHORT_S * 1000 <= steps[-1].ms < 5_000


def test_a_place_that_is_silent_does_not_hide_the_next_one() -> None:
    with closed_port() as dead, socket.create_server(("127.0.0.1", 0)) as alive:
        places = [*dialling.look_up("127.0.0.1", dead, 5), *dialling.look_up("127.0.0.1", _port(alive), 5)]
        door, where = dialling.connect(places, PLENTY_S)
        with door:
            assert door.getpeername()[1] == _port(alive)
    assert where == "127.0.0.1"


def _port(listener: socket.socket) -> int:
    return int(listener.getsockname()[1])


@pytest.mark.parametrize(("scheme", "failing"), [("http", "server"), ("https", "tls")])
def test_a_socket_that_accepts_and_stays_silent(scheme: str, failing: str) -> None:
    begun = time.monotonic()
    with LocalServer(silent, http=False) as server:
        steps = walk(f"{scheme}://127.0.0.1:{server.port}", limit_s=SHORT_S)
        server.over.set()
    assert last(steps) == (failing, "failed", "timeout")
    assert steps[-1].ms >= SHORT_S * 1000 - 1
    assert time.monotonic() - begun < 10


def test_an_answer_that_drips_ends_at_the_limit() -> None:
    def drip(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\n")
        while not exchange.over.wait(0.02):
            exchange.send(b"X-More: x\r\n"[:1])

    begun = time.monotonic()
    with LocalServer(drip) as server:
        steps = walk(server.url, limit_s=SHORT_S)
        server.over.set()
    assert last(steps) == ("server", "failed", "timeout")
    assert time.monotonic() - begun < 10


def test_the_whole_is_bounded_whatever_a_step_may_take() -> None:
    with LocalServer(silent, http=False) as server:
        steps = walk(f"https://127.0.0.1:{server.port}", limit_s=PLENTY_S, whole_limit_s=SHORT_S)
        server.over.set()
    assert last(steps) == ("tls", "failed", "timeout")
    assert sum(step.ms for step in steps) < 5_000


def test_plain_http_where_tls_is_expected() -> None:
    with LocalServer(lambda it: it.answer(400, b""), http=False) as server:
        steps = walk(f"https://127.0.0.1:{server.port}")
    assert last(steps) == ("tls", "failed", "tls")
    assert "without encryption" in steps[-1].reason


def test_a_handshake_that_is_cut_is_no_accusation() -> None:
    with LocalServer(say_nothing, http=False) as server:
        steps = walk(f"https://127.0.0.1:{server.port}")
    assert last(steps) == ("tls", "failed", "broken")


@pytest.mark.parametrize(
    ("certificate", "ca_file", "host", "words"),
    [
        ("alone.pem", None, "localhost", "signed only by itself"),
        ("expired.pem", "expired.pem", "localhost", "expired"),
        ("server.pem", "authority.pem", "127.0.0.1", "for another"),
        ("server.pem", None, "localhost", "authority that this computer does not know"),
    ],
)
def test_a_certificate_that_is_not_believed(
    certificate: str, ca_file: str | None, host: str, words: str
) -> None:
    with LocalServer(healthy, tls(certificate)) as server:
        authority = CERTIFICATES / ca_file if ca_file else None
        steps = walk(f"https://{host}:{server.port}", ca_file=authority)
    assert last(steps) == ("tls", "failed", "tls")
    assert words in steps[-1].reason


def test_an_unusable_file_of_certificates(tmp_path: Path) -> None:
    with LocalServer(healthy, tls("server.pem")) as server:
        steps = walk(f"https://localhost:{server.port}", ca_file=tmp_path / "ca.pem")
    assert last(steps) == ("tls", "failed", "tls")
    assert "ca.pem" in steps[-1].reason


@pytest.mark.parametrize(
    ("reply", "cause", "words"),
    [
        (lambda it: it.answer(200, b"<html/>", Content_Type="text/html"), "answer", "a web page"),
        (lambda it: it.answer(302, b"", Location="https://wifi.example"), "answer", "wifi.example"),
        (lambda it: it.send(b"SSH-2.0-OpenSSH_9.2\r\n" * 3), "answer", "does not speak HTTP"),
        (lambda it: it.answer(503, b""), "problem", "503"),
        (say_nothing, "broken", "broke off"),
    ],
)
def test_something_that_is_no_healthy_itdesk(
    reply: Callable[[Exchange], None], cause: str, words: str
) -> None:
    with LocalServer(reply) as server:
        steps = walk(server.url)
    assert last(steps) == ("server", "failed", cause)
    assert words in steps[-1].reason


def tunnel_to(port: int) -> Callable[[Exchange], None]:
    """Return a proxy's reply: connect to `port`, then hand on all bytes both ways."""

    def reply(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 Connected\r\n\r\n")
        with socket.create_connection(("127.0.0.1", port), timeout=10) as upstream:
            ends = {exchange._connection: upstream, upstream: exchange._connection}
            while ready := select.select(list(ends), [], [], 10)[0]:
                for end in ready:
                    if not (piece := end.recv(65536)):
                        return
                    ends[end].sendall(piece)

    return reply


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_through_a_proxy_to_a_server_that_answers(scheme: str) -> None:
    secured = tls("alone.pem")
    with (
        LocalServer(healthy, secured) as server,
        LocalServer(tunnel_to(server.port), secured if scheme == "https" else None) as proxy,
    ):
        steps = walk(
            HELPDESK,
            proxy=f"{scheme}://me:pass%40word@localhost:{proxy.port}",
            ca_file=CERTIFICATES / "alone.pem",
        )
        asked = [(request.first_line, request.headers) for request in proxy.requests]
    assert said(steps) == [
        *(("dns", "passed"), ("tcp", "passed"), ("proxy", "passed"), ("tls", "passed")),
        ("server", "passed"),
    ]
    assert all(line.startswith("CONNECT helpdesk.invalid:443 ") for line, _ in asked)
    assert [headers["proxy-authorization"] for _, headers in asked] == ["Basic bWU6cGFzc0B3b3Jk"] * 2
    assert not [step for step in steps if "pass" in step.reason]


@pytest.mark.parametrize(
    ("reply", "cause", "words"),
    [
        (lambda it: it.answer(407, b"", Proxy_Authenticate="Basic"), "proxy_login", "login and password"),
        (lambda it: it.answer(403, b"<html>No</html>"), "proxy", "403"),
        (lambda it: it.send(b"SSH-2.0-OpenSSH_9.2\r\n" * 3), "proxy", "does not speak HTTP"),
        (say_nothing, "broken", "closed"),
    ],
)
def test_a_proxy_that_refuses(reply: Callable[[Exchange], None], cause: str, words: str) -> None:
    with LocalServer(reply) as proxy:
        steps = walk(HELPDESK, proxy=proxy.url)
    assert last(steps) == ("proxy", "failed", cause)
    assert words in steps[-1].reason


def test_a_proxy_whose_answer_drips() -> None:
    def drip(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\nX-More: ")
        while not exchange.over.wait(0.02):
            exchange.send(b"x")

    with LocalServer(drip) as proxy:
        steps = walk(HELPDESK, proxy=proxy.url, limit_s=SHORT_S)
        proxy.over.set()
    assert last(steps) == ("proxy", "failed", "timeout")
    assert steps[-1].ms < 5_000


def test_a_proxy_that_is_not_there() -> None:
    with closed_port() as port:
        steps = walk(HELPDESK, proxy=f"http://127.0.0.1:{port}")
    assert last(steps) == ("tcp", "failed", "proxy")
    assert "the proxy: the connection was refused" in steps[-1].reason
    assert last(walk(HELPDESK, proxy="http://nowhere.invalid:3128")) == ("dns", "failed", "proxy")


def test_a_proxy_setting_that_cannot_be_used() -> None:
    steps = walk(HELPDESK, proxy="socks5://proxy.example")
    assert said(steps) == [("proxy", "failed")]
    assert steps[0].cause == "proxy"


def test_a_proxy_takes_plain_requests_without_asking_first() -> None:
    with LocalServer(healthy) as proxy:
        steps = walk("http://helpdesk.invalid", proxy=proxy.url)
    assert said(steps)[2:] == [("proxy", "skipped"), ("tls", "skipped"), ("server", "passed")]


def test_what_hangs_is_left_behind() -> None:
    over = Event()
    with pytest.raises(TimeoutError):
        dialling.within(0.05, lambda: over.wait(60))
    over.set()


def test_what_is_asked_in_time_is_told_or_raised() -> None:
    assert dialling.within(PLENTY_S, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        dialling.within(PLENTY_S, lambda: 1 // 0)
