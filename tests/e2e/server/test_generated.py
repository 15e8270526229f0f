"""Every operation of the OpenAPI document, with bytes that nobody should send: an answer, never a failure."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import Answer, ServerProcess, Visitor

NOT_ASKED = {"/v1/live", "/v1/sign-in", "/v1/sign-out", "/v1/set-up", "/v1/new-password"}
"""A stream has no end, the others count attempts and end the token: they have tests of their own."""
EVERY_SEVENTH = 7
FEW = settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.generate],  # each example asks a server many things: making a failure smaller takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

some_words = some.text(max_size=30)
some_json = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some_words,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some_words, inner, max_size=3),
    max_leaves=8,
)


@dataclass(frozen=True)
class Hostile:
    """What is sent: as a part of the address, as a body, and as what was seen."""

    segment: str
    body: object
    tag: str
    first: int
    """With which operation of the document to begin."""


some_hostile = some.builds(
    Hostile,
    segment=some.sampled_from(["x", "printing", "0" * 32, "..%2f..", "%00", "%F0%9F", "'", "-1", "x" * 300]),
    body=some_json,
    tag=some.sampled_from(['"1"', '"0"', "*", "", "1", 'W/"1"', '"' + "9" * 30 + '"']),
    first=some.integers(0, EVERY_SEVENTH - 1),
)


@dataclass(frozen=True)
class Operation:
    """One method of one address, and the statuses that the document declares."""

    method: str
    path: str
    takes_json: bool
    statuses: frozenset[str]


class House:
    """An admin at the server, and everything that it says it can do."""

    def __init__(self, adam: Visitor) -> None:
        self._adam = adam
        self.operations = [*operations(adam.ask("GET", "/v1/openapi.json").json)]

    def ask(self, operation: Operation, segment: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        """Ask, and fail unless the answer is a success or a problem document, of a declared status."""
        address = (
            operation.path.replace("{id}", segment).replace("{number}", segment).replace("{session}", segment)
        )
        answer = self._adam.ask(operation.method, address, body, headers)
        assert answer.status < 500, (operation, answer)
        if answer.status >= 400 and operation.method != "HEAD":
            assert answer.code
        assert str(answer.status) in operation.statuses | {"404", "405"}, (operation, answer)
        return answer


def operations(document: dict[str, Any]) -> Iterator[Operation]:
    """Yield every operation of the document that is asked here."""
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            takes_json = "application/json" in told.get("requestBody", {}).get("content", {})
            if path not in NOT_ASKED:
                yield Operation(method.upper(), path, takes_json, frozenset(told["responses"]))


@pytest.fixture(scope="module")
def house(server: ServerProcess) -> Iterator[House]:
    visitor = Visitor(server.url).sign_in("adam", PASSWORD)
    yield House(visitor)
    visitor.close()


def test_there_is_much_to_ask(house: House) -> None:
    assert len(house.operations) > 60


@FEW
@given(hostile=some_hostile)
def test_hostile_values_are_answered(house: House, hostile: Hostile) -> None:
    for operation in _some(house.operations, hostile.first):
        body = _as_json(hostile.body, hostile.segment) if operation.takes_json else None
        house.ask(operation, hostile.segment, body, {"If-Match": hostile.tag})
        house.ask(operation, hostile.segment, body, {"If-None-Match": "*", "Change-Id": hostile.segment})


@FEW
@given(body=some.binary(min_size=1, max_size=60), first=some.integers(0, EVERY_SEVENTH - 1))
def test_bytes_that_are_no_message_are_refused(house: House, body: bytes, first: int) -> None:
    takers = [one for one in house.operations if one.takes_json]
    for operation in _some(takers, first):
        answer = house.ask(operation, "x" * 8, body, {"If-None-Match": "*"})
        assert answer.status >= 400


def _some(listed: Sequence[Operation], first: int) -> Sequence[Operation]:
    return listed[first::EVERY_SEVENTH]


def _as_json(body: object, id: str) -> bytes:
    """Return the body; an object has the id that the address asks for."""
    return json.dumps({"id": id} | body if isinstance(body, dict) else body).encode()
