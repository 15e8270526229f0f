"""The gate sends away what is too much, before it is read, and lets in again when there is room."""

import asyncio
from typing import Any

import msgspec
import pytest

from itdesk.server import limits
from itdesk.server.http.gate import Gate
from itdesk.server.http.requests import RequestCut

SCOPE: Any = {"type": "http", "path": "/v1/sync", "headers": [(b"content-type", b"application/json")]}


class Held:
    """An application that answers when it is told to, and what came to its requests."""

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.read = 0
        self.sent: list[Any] = []

    async def app(self, scope: Any, receive: Any, send: Any) -> None:
        self.read += len((await receive())["body"])
        await self.go.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(self, message: Any) -> None:
        self.sent.append(message)

    def statuses(self) -> list[int]:
        return [one["status"] for one in self.sent if one["type"] == "http.response.start"]


async def _body() -> Any:
    return {"type": "http.request", "body": b"x" * 100, "more_body": False}


async def _come(gate: Gate, held: Held, count: int) -> list["asyncio.Task[None]"]:
    around: Any = gate.around(held.app)
    tasks = [asyncio.create_task(around(SCOPE, _body, held.send)) for _ in range(count)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return tasks


@pytest.mark.parametrize("gate", [Gate(requests=2), Gate(bodies_bytes=200)])
def test_what_is_too_much_is_sent_away_unread_until_there_is_room(gate: Gate) -> None:
    async def run() -> None:
        held = Held()
        let_in = await _come(gate, held, 2)
        sent_away = await _come(gate, held, 3)
        await asyncio.gather(*sent_away)
        assert held.read == 200
        assert held.statuses() == [503] * 3
        assert gate.refused == 3
        _check_problem(held.sent)
        held.go.set()
        await asyncio.gather(*let_in)
        assert (gate.requests, gate.body_bytes) == (0, 0)
        await asyncio.gather(*await _come(gate, held, 1))
        assert held.statuses()[-1] == 200

    asyncio.run(run())


def _check_problem(sent: list[Any]) -> None:
    headers = dict(sent[0]["headers"])
    assert headers[b"content-type"] == b"application/problem+json"
    assert limits.RETRY_AFTER_S[0] <= int(headers[b"retry-after"]) <= limits.RETRY_AFTER_S[1]
    assert msgspec.json.decode(sent[1]["body"])["code"] == "busy"


def test_a_body_that_trickles_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "JSON_BODY_S", 0.05)
    gate = Gate()

    async def trickle() -> Any:
        await asyncio.sleep(0.01)
        return {"type": "http.request", "body": b"x", "more_body": True}

    async def read_all(scope: Any, receive: Any, send: Any) -> None:
        while True:
            await receive()

    async def run() -> None:
        app: Any = gate.around(read_all)
        with pytest.raises(RequestCut):
            await app(SCOPE, trickle, None)

    asyncio.run(run())
    assert (gate.requests, gate.body_bytes) == (0, 0)
