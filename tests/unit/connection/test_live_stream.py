"""The stream of news."""

from itertools import pairwise
from queue import SimpleQueue
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.connection.address import parse_server_url
from itdesk.connection.connection import Connection
from itdesk.connection.errors import Cause, NotItdesk, SignInNeeded, Unreachable
from itdesk.connection.live_stream import EVENT_BYTES, StreamEvent, parse_events
from tests.unit.connection.local_server import Exchange, LocalServer

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
STREAM = (
    ": hello\r\n\nevent: news\rdata: 17\ndata: ż\nid: a1\nretry: 5\nunknown\n\ndata\n\n:\nid: 9\n\n".encode()
)
EVENTS = [StreamEvent("news", "17\nż", "a1"), StreamEvent("message", "", "")]


def chunk(content: bytes) -> bytes:
    return f"{len(content):x}\r\n".encode() + content + b"\r\n"


@given(st.lists(st.integers(min_value=0, max_value=len(STREAM))))
def test_events_are_the_same_however_the_bytes_are_cut(cuts: list[int]) -> None:
    places = [0, *sorted(cuts), len(STREAM)]
    pieces = [STREAM[begin:end] for begin, end in pairwise(places)]
    assert list(parse_events(iter(pieces), "s")) == EVENTS


@pytest.mark.parametrize("line", [b"x", b"data: x\n"])
def test_endless_news_are_refused(line: bytes) -> None:
    with pytest.raises(NotItdesk):
        list(parse_events(iter([line * 1000] * (EVENT_BYTES // 500)), "s"))


def test_news_arrive_while_the_stream_is_open() -> None:
    def reply(exchange: Exchange) -> None:
        exchange.send(HEAD + chunk(b"data: 1\n\n"))
        exchange.over.wait(10)

    with (
        LocalServer(reply) as server,
        Connection(parse_server_url(server.url), token="t") as connection,
        connection.stream("/v1/live", headers={"Last-Event-ID": "0"}) as stream,
    ):
        assert next(iter(stream)).data == "1"
        assert server.requests[0].headers["authorization"] == "Bearer t"
        assert server.requests[0].headers["last-event-id"] == "0"


def test_the_server_ends_the_stream() -> None:
    def reply(exchange: Exchange) -> None:
        exchange.send(HEAD + chunk(b"data: 1\n\n") + b"0\r\n\r\n")

    with LocalServer(reply) as server, Connection(parse_server_url(server.url)) as connection:
        assert [event.data for event in connection.stream("/v1/live")] == ["1"]


def test_closing_wakes_the_reader_at_once() -> None:
    def reply(exchange: Exchange) -> None:
        exchange.send(HEAD + chunk(b"data: 1\n\n"))
        exchange.over.wait(20)

    seen: SimpleQueue[str] = SimpleQueue()
    with LocalServer(reply) as server, Connection(parse_server_url(server.url)) as connection:
        stream = connection.stream("/v1/live", heartbeat_s=60)

        def read() -> None:
            for event in stream:
                seen.put(event.data)

        reader = Thread(target=read, daemon=True)
        reader.start()
        assert seen.get(timeout=10) == "1"
        stream.close()
        reader.join(10)
        assert not reader.is_alive()


def test_a_stream_may_be_closed_unread_and_twice() -> None:
    def reply(exchange: Exchange) -> None:
        exchange.send(HEAD)
        exchange.over.wait(10)

    with LocalServer(reply) as server, Connection(parse_server_url(server.url)) as connection:
        stream = connection.stream("/v1/live")
        stream.close()
        stream.close()


def test_silence_breaks_the_stream() -> None:
    def reply(exchange: Exchange) -> None:
        exchange.send(HEAD)
        exchange.over.wait(10)

    with LocalServer(reply) as server, Connection(parse_server_url(server.url)) as connection:
        stream = connection.stream("/v1/live", heartbeat_s=0.2)
        with pytest.raises(Unreachable) as failure:
            list(stream)
    assert failure.value.cause is Cause.TIMEOUT


def test_a_cut_stream_is_told() -> None:
    def reply(exchange: Exchange) -> None:
        exchange.send(HEAD + b"ff\r\nda")

    with LocalServer(reply) as server, Connection(parse_server_url(server.url)) as connection:
        stream = connection.stream("/v1/live")
        with pytest.raises(Unreachable):
            list(stream)


def test_no_stream_but_a_web_page() -> None:
    with (
        LocalServer(lambda it: it.answer(200, b"<html>", Content_Type="text/html")) as server,
        Connection(parse_server_url(server.url)) as connection,
        pytest.raises(NotItdesk, match="a web page"),
    ):
        connection.stream("/v1/live")


def test_no_stream_without_sign_in() -> None:
    body = b'{"code": "token_over", "title": "Sign in again."}'
    with (
        LocalServer(lambda it: it.answer(401, body, Content_Type="application/problem+json")) as server,
        Connection(parse_server_url(server.url)) as connection,
        pytest.raises(SignInNeeded, match="Sign in again"),
    ):
        connection.stream("/v1/live")
