"""Speaking to a server, well-behaved or not."""

import gzip
import json
import logging
import re
import ssl
import time
from pathlib import Path

import pytest

from itdesk.connection.address import parse_server_url
from itdesk.connection.answer import Answer
from itdesk.connection.connection import Connection
from itdesk.connection.errors import (
    Cause,
    ExchangeFailed,
    NotItdesk,
    Problem,
    SignInNeeded,
    TooOld,
    Unreachable,
)
from tests.unit.connection.local_server import Exchange, LocalServer, Reply, closed_port

CERTIFICATES = Path(__file__).parent / "certificates"
TOKEN = "canary-token-7f3a"


def ask(reply: Reply, *, deadline_s: float = 5.0, max_bytes: int = 1_000_000) -> Answer:
    with LocalServer(reply) as server, Connection(parse_server_url(server.url), token=TOKEN) as connection:
        return connection.request("GET", "/v1/x", deadline_s=deadline_s, max_bytes=max_bytes)


def problem(status: int, code: str = "some_code", **headers: str) -> Reply:
    body = json.dumps({"type": "about:blank", "title": "Said no.", "status": status, "code": code}).encode()
    return lambda exchange: exchange.answer(status, body, Content_Type="application/problem+json", **headers)


def say_nothing(exchange: Exchange) -> None:
    """Close the connection without a word."""


def wait_for_the_end(exchange: Exchange) -> None:
    exchange.over.wait(10)


def test_request_and_answer_arrive_whole() -> None:
    def reply(exchange: Exchange) -> None:
        exchange.answer(200, b'{"a":1}', Content_Type="application/json; charset=utf-8", X_Place="7")

    with LocalServer(reply) as server, Connection(parse_server_url(server.url), token=TOKEN) as connection:
        answer = connection.request("POST", "/v1/sync", body=b"{}", headers={"X-Own": "1"})
        sent = server.requests[0]
    assert (answer.status, answer.body, answer.headers["x-place"]) == (200, b'{"a":1}', "7")
    assert sent.first_line.startswith("POST /v1/sync HTTP/1.1")
    assert sent.body == b"{}"
    assert sent.headers["authorization"] == f"Bearer {TOKEN}"
    assert sent.headers["x-own"] == "1"
    assert sent.headers["user-agent"].startswith("itdesk/")


def test_another_token_and_none() -> None:
    def reply(exchange: Exchange) -> None:
        exchange.answer(200, b"{}", Content_Type="application/json")

    with LocalServer(reply) as server, Connection(parse_server_url(server.url)) as connection:
        connection.request("GET", "/v1/x")
        with connection.with_token("t2") as signed_in:
            signed_in.request("GET", "/v1/x")
        assert [sent.headers.get("authorization") for sent in server.requests] == [None, "Bearer t2"]


def test_a_socket_that_the_server_let_go_meanwhile_is_not_used_again() -> None:
    def reply(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")

    with LocalServer(reply) as server, Connection(parse_server_url(server.url)) as connection:
        for _ in range(3):
            assert connection.request("POST", "/v1/sync", body=b"{}").status == 200
            server.wait_until_all_is_answered()
        assert len(server.requests) == 3


def test_a_packed_answer_is_unpacked() -> None:
    def reply(exchange: Exchange) -> None:
        packed = gzip.compress(b'{"a": "long"}')
        exchange.answer(200, packed, Content_Type="application/json", Content_Encoding="gzip")

    assert ask(reply).body == b'{"a": "long"}'


def test_a_packed_bomb_is_refused_before_it_fills_the_memory() -> None:
    bomb = gzip.compress(b"a" * 50_000_000)
    with pytest.raises(NotItdesk, match="more than 1000000 bytes"):
        ask(lambda it: it.answer(200, bomb, Content_Type="application/json", Content_Encoding="gzip"))


def test_an_oversized_answer_is_refused() -> None:
    with pytest.raises(NotItdesk, match="more than 1000 bytes"):
        ask(lambda it: it.answer(200, b"x" * 1001, Content_Type="application/json"), max_bytes=1000)


def test_a_web_page_is_not_an_itdesk_server() -> None:
    with pytest.raises(NotItdesk, match="answers, but not as an itdesk server: it sent a web page"):
        ask(lambda it: it.answer(200, b"<html>Sign in to the Wi-Fi</html>", Content_Type="text/html"))


@pytest.mark.parametrize("status", [404, 403, 401])
def test_a_web_page_that_says_no_is_not_an_itdesk_server(status: int) -> None:
    with pytest.raises(NotItdesk, match=str(status)):
        ask(lambda it: it.answer(status, b"<html></html>", Content_Type="text/html"))


@pytest.mark.parametrize("body", [b"not json", b"[]", b'{"code": 5}', b"[" * 100_000])
def test_a_damaged_problem_is_not_an_itdesk_server(body: bytes) -> None:
    with pytest.raises(NotItdesk):
        ask(lambda it: it.answer(409, body, Content_Type="application/problem+json"))


def test_garbage_is_not_an_itdesk_server() -> None:
    with pytest.raises(NotItdesk, match="does not speak HTTP"):
        ask(lambda it: it.send(b"SSH-2.0-OpenSSH_9.2\r\n" * 3))


def test_a_truncated_answer_is_no_answer() -> None:
    def reply(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")

    with pytest.raises(Unreachable) as failure:
        ask(reply)
    assert failure.value.cause is Cause.BROKEN


def test_a_connection_closed_without_a_word_is_no_answer() -> None:
    with pytest.raises(Unreachable) as failure:
        ask(say_nothing)
    assert failure.value.cause is Cause.BROKEN


def test_silence_ends_at_the_deadline() -> None:
    with pytest.raises(Unreachable) as failure:
        ask(wait_for_the_end, deadline_s=0.2)
    assert failure.value.cause is Cause.TIMEOUT


def test_an_answer_that_drips_ends_at_the_deadline() -> None:
    def reply(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n")
        while not exchange.over.wait(0.05):
            exchange.send(b" ")

    begun = time.monotonic()
    with pytest.raises(Unreachable) as failure:
        ask(reply, deadline_s=0.4)
    assert failure.value.cause is Cause.TIMEOUT
    assert time.monotonic() - begun < 3


def test_a_redirect_is_not_followed_and_the_token_stays_here() -> None:
    def other(exchange: Exchange) -> None:
        exchange.answer(200, b"{}", Content_Type="application/json")

    with LocalServer(other) as elsewhere:
        location = f"http://localhost:{elsewhere.port}/v1/x"
        with pytest.raises(NotItdesk, match=f"sends on to {location}"):
            ask(lambda it: it.answer(302, b"", Location=location))
        assert elsewhere.requests == []


def test_a_problem_carries_code_sentence_and_time_to_wait() -> None:
    with pytest.raises(Problem, match="Said no") as failure:
        ask(problem(429, "slow_down", Retry_After="17"))
    assert (failure.value.status, failure.value.code, failure.value.retry_after) == (429, "slow_down", 17.0)
    assert failure.value.may_pass


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (401, "token_over", SignInNeeded),
        (426, "any", TooOld),
        (400, "protocol_too_old", TooOld),
        (403, "not_allowed", Problem),
    ],
)
def test_problems_have_their_kind(status: int, code: str, kind: type[Problem]) -> None:
    with pytest.raises(Problem) as failure:
        ask(problem(status, code))
    assert type(failure.value) is kind
    assert not failure.value.may_pass


def test_a_failure_of_the_server_may_pass_whatever_it_says() -> None:
    with pytest.raises(Problem, match="failed with status 502") as failure:
        ask(lambda it: it.answer(502, b"<html>Bad Gateway</html>", Content_Type="text/html"))
    assert failure.value.may_pass


def test_nobody_listens() -> None:
    with closed_port() as port, pytest.raises(Unreachable, match=re.escape(f"127.0.0.1:{port}")) as failure:
        Connection(parse_server_url(f"http://127.0.0.1:{port}")).request("GET", "/")
    assert failure.value.cause is Cause.REFUSED


def test_an_unknown_name() -> None:
    connection = Connection(parse_server_url("https://nowhere.invalid"), proxy="direct")
    with pytest.raises(Unreachable, match="nowhere") as failure:
        connection.request("GET", "/")
    assert failure.value.cause is Cause.NAME


def test_foreign_text_in_a_problem_stays_one_line() -> None:
    body = json.dumps({"code": "c", "title": "a\nb\x1b[31m" + "x" * 9999}).encode()
    with pytest.raises(Problem) as failure:
        ask(lambda it: it.answer(400, body, Content_Type="application/problem+json"))
    assert failure.value.title.isprintable()
    assert len(failure.value.title) < 600


def test_the_token_is_in_no_error_and_no_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    replies: list[Reply] = [problem(401), say_nothing, lambda it: it.send(b"garbage\r\n\r\n")]
    for reply in replies:
        with pytest.raises(ExchangeFailed) as failure:
            ask(reply)
        assert TOKEN not in repr(failure.value) + str(failure.value.__cause__)
    assert TOKEN not in caplog.text


def tls_context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / "server.pem", CERTIFICATES / "server.key")
    return context


def ask_over_tls(host: str, ca_file: Path | None) -> Answer:
    def reply(exchange: Exchange) -> None:
        exchange.answer(200, b"{}", Content_Type="application/json")

    with LocalServer(reply, tls_context()) as server:
        address = parse_server_url(f"https://{host}:{server.port}")
        with Connection(address, ca_file=ca_file, token=TOKEN) as connection:
            return connection.request("GET", "/v1/x")


def test_a_private_authority_is_believed_when_it_is_named() -> None:
    assert ask_over_tls("localhost", CERTIFICATES / "authority.pem").status == 200


def test_an_unknown_authority_is_not_believed() -> None:
    with pytest.raises(Unreachable, match="authority that this computer does not know") as failure:
        ask_over_tls("localhost", None)
    assert failure.value.cause is Cause.TLS


def test_a_certificate_for_another_name_is_not_believed() -> None:
    with pytest.raises(Unreachable, match="for another") as failure:
        ask_over_tls("127.0.0.1", CERTIFICATES / "authority.pem")
    assert failure.value.cause is Cause.TLS


@pytest.mark.parametrize("content", [None, "no certificate at all"])
def test_an_unusable_file_of_certificates_is_named(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    with pytest.raises(Unreachable, match=r"ca\.pem"):
        ask_over_tls("localhost", file)


def test_https_to_a_server_without_it() -> None:
    with LocalServer(lambda it: it.answer(400, b""), http=False) as server:
        connection = Connection(parse_server_url(f"https://127.0.0.1:{server.port}"))
        with pytest.raises(Unreachable, match="without encryption") as failure:
            connection.request("GET", "/")
    assert failure.value.cause is Cause.TLS


def test_a_handshake_that_is_cut_is_no_accusation() -> None:
    with LocalServer(say_nothing, http=False) as server:
        connection = Connection(parse_server_url(f"https://127.0.0.1:{server.port}"))
        with pytest.raises(Unreachable) as failure:
            connection.request("GET", "/")
    assert failure.value.cause is Cause.BROKEN


def test_through_a_proxy_with_credentials() -> None:
    def proxy(exchange: Exchange) -> None:
        exchange.answer(200, b"{}", Content_Type="application/json")

    with LocalServer(proxy) as server:
        address = parse_server_url("http://helpdesk.invalid", allow_plain_http=True)
        through = f"http://me:pass%40word@127.0.0.1:{server.port}"
        with Connection(address, proxy=through) as connection:
            assert connection.request("GET", "/v1/x").status == 200
        sent = server.requests[0]
    assert sent.first_line.startswith("GET http://helpdesk.invalid/v1/x ")
    assert sent.headers["proxy-authorization"] == "Basic bWU6cGFzc0B3b3Jk"


def test_a_proxy_that_refuses() -> None:
    def proxy(exchange: Exchange) -> None:
        exchange.answer(407, b"")

    with LocalServer(proxy) as server:
        connection = Connection(
            parse_server_url("https://helpdesk.invalid"), proxy=f"http://127.0.0.1:{server.port}"
        )
        with pytest.raises(Unreachable, match="407") as failure:
            connection.request("GET", "/")
    assert failure.value.cause is Cause.PROXY


def test_a_path_without_a_slash_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="slash"):
        Connection(parse_server_url("https://h.example")).request("GET", "@evil.example/")
