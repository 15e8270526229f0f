"""Every route says whom it answers and what each id in a request stands for, and keeps to the former."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from itdesk.server.http.policies import Callers, Referent
from tests.e2e.server.server_process import Visitor

ID = "0" * 32
ID_PATTERN = "[0-9a-f]{32}"
NAMES_SOMETHING = re.compile(
    r"(^|_|-)ids?$|^(after|person|object|ticket|want|retained|cursor|payload|rule)$", re.IGNORECASE
)
TOLD_BY_DOCUMENT_RULES = "/v1/documents/"
"""What documents name is declared by `domain.document_rules.named_by` and checked there."""
PERSON = "/v1/people/{id}"
"""The card's own id must be the one in the address."""
ANSWERS_FOREVER = "/v1/live"


class Operation(NamedTuple):
    """One route as the document tells of it."""

    method: str
    path: str
    told: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"


class Called(NamedTuple):
    """Somebody by role, and the callers' groups to which she belongs."""

    visitor: Visitor
    groups: frozenset[Callers]


@pytest.fixture
def document(stranger: Visitor) -> dict[str, Any]:
    answer: dict[str, Any] = stranger.ask("GET", "/v1/openapi.json").json
    return answer


@pytest.fixture
def operations(document: dict[str, Any]) -> list[Operation]:
    return [
        Operation(method.upper(), path, told)
        for path, methods in document["paths"].items()
        for method, told in methods.items()
    ]


def test_every_route_says_whom_it_answers(operations: list[Operation]) -> None:
    undeclared = [one.name for one in operations if one.told.get("x-callers") not in set(Callers)]
    assert undeclared == []
    public = {one.name for one in operations if not one.told["security"]}
    assert public == {one.name for one in operations if one.told["x-callers"] == Callers.ANYBODY}


def test_every_id_that_a_request_may_carry_is_declared(
    document: dict[str, Any], operations: list[Operation]
) -> None:
    undeclared = [
        f"{one.name}: {name}"
        for one in operations
        for name in _ids_in(document, one)
        if one.told["x-refers"].get(name) not in set(Referent)
    ]
    assert undeclared == []


def test_nothing_is_declared_that_no_request_carries(
    document: dict[str, Any], operations: list[Operation]
) -> None:
    declared = {(one.name, name) for one in operations for name in one.told["x-refers"]}
    carried = {(one.name, name) for one in operations for name in _ids_in(document, one)}
    assert declared - carried == set()


def test_every_route_answers_only_its_callers(
    operations: list[Operation], stranger: Visitor, anna: Visitor, tomek: Visitor, lea: Visitor
) -> None:
    signed, staff = {Callers.SIGNED_IN}, {Callers.SIGNED_IN, Callers.STAFF}
    roles = [
        Called(stranger, frozenset()),
        Called(anna, frozenset(signed)),
        Called(tomek, frozenset(staff)),
        Called(lea, frozenset({*staff, Callers.LEADS})),
    ]
    for one in operations:
        callers = Callers(one.told["x-callers"])
        for visitor, groups in roles:
            if callers is Callers.ANYBODY or callers in groups:
                continue
            answer = visitor.ask(one.method, re.sub(r"{\w+}", ID, one.path), *_body(one))
            wanted = {403} if groups else {401}
            assert answer.status in wanted, (one.name, answer)


def _body(one: Operation) -> tuple[Any, dict[str, str]]:
    """Return an empty body in the form that is asked for, where the route takes one."""
    content = one.told.get("requestBody", {}).get("content", {})
    if not content:
        return None, {"If-Match": '"1"'}
    return b"{}", {"Content-Type": next(iter(content)), "If-Match": '"1"', "Upload-Offset": "0"}


def _ids_in(document: dict[str, Any], one: Operation) -> Iterator[str]:
    for parameter in one.told["parameters"]:
        if parameter["in"] == "path" or _names(parameter["name"], parameter["schema"]):
            yield parameter["name"]
    content = one.told.get("requestBody", {}).get("content", {})
    schema = content.get("application/json", {}).get("schema")
    if schema and not one.path.startswith(TOLD_BY_DOCUMENT_RULES) and one.path != PERSON:
        yield from _ids_below(document, schema, "")


def _ids_below(document: dict[str, Any], schema: dict[str, Any], prefix: str) -> Iterator[str]:
    """Yield the names, with dots, of everything in a body that may name something."""
    shape = _resolved(document, schema)
    for name, inner in shape.get("properties", {}).items():
        path = f"{prefix}{name}"
        if _names(name, inner):
            yield path
        elif inside := _object_in(document, inner):
            yield from _ids_below(document, inside, f"{path}.")


def _names(name: str, schema: dict[str, Any]) -> bool:
    return NAMES_SOMETHING.search(name) is not None or ID_PATTERN in str(schema)


def _object_in(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any] | None:
    """Return the object that a schema means: itself, one of its variants, or what its list holds."""
    for one in (schema, schema.get("items", {}), *schema.get("anyOf", [])):
        if "properties" in _resolved(document, one):
            return _resolved(document, one)
    return None


def _resolved(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = document["components"]["schemas"][name] if name else schema
    return found
