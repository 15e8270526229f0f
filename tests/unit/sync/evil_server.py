"""A real HTTP server that may lie: what a well-behaved one would answer, twisted by a test."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from itdesk.connection.address import parse_server_url
from itdesk.connection.connection import Connection
from itdesk.connection.errors import Problem
from itdesk.domain.ids import PersonId
from tests.fakes import FakeConnection, FakeServer
from tests.unit.connection.local_server import Exchange, LocalServer, Reply

TOKEN = "canary-token-of-anna"
Twist = Callable[[Exchange, dict[str, Any]], Reply | dict[str, Any] | None]
"""Gets a request and the honest answer; returns another one, bytes on the wire, or None: the honest one."""


@contextmanager
def lying(server: FakeServer, person_id: PersonId, twist: Twist) -> Iterator[Connection]:
    """Yield a connection to a server that answers `/v1/sync` by `twist`, and everything else honestly."""
    honest = FakeConnection(server, person_id)

    def reply(exchange: Exchange) -> None:
        method, path, _ = exchange.first_line.split()
        try:
            answer = honest.request(method, path, body=exchange.body, headers=_titled(exchange.headers))
        except Problem as error:
            return problem(error.status, error.code)(exchange)
        if path == "/v1/sync":
            twisted = twist(exchange, json.loads(answer.body))
            if callable(twisted):
                return twisted(exchange)
            body = answer.body if twisted is None else json.dumps(twisted).encode()
            return exchange.answer(200, body, Content_Type="application/json")
        return exchange.answer(answer.status, answer.body, **dict(answer.headers))

    with (
        LocalServer(reply) as liar,
        Connection(parse_server_url(liar.url), proxy="direct", token=TOKEN) as connection,
    ):
        yield connection


def problem(status: int, code: str = "some_code") -> Reply:
    """Return an answer by which a server says no."""
    body = json.dumps({"code": code, "title": "Said no.", "status": status}).encode()
    return lambda exchange: exchange.answer(status, body, Content_Type="application/problem+json")


def web_page(status: int) -> Reply:
    """Return an answer by which a guest network says no, or pretends to be the server."""
    return lambda exchange: exchange.answer(status, b"<html>Guests</html>", Content_Type="text/html")


def _titled(headers: dict[str, str]) -> dict[str, str]:
    return {name.title(): value for name, value in headers.items()}
