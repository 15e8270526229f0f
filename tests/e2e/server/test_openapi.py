"""The OpenAPI document tells of every route, and nothing from foreign hosts is needed to read it."""

from pathlib import Path

from itdesk.domain.documents import DOCUMENT_KINDS
from itdesk.domain.people import Role
from itdesk.domain.policy import WRITERS
from tests.e2e.server.server_process import Visitor

ROUTES = {
    ("POST", "/v1/sign-in"),
    ("POST", "/v1/sign-out"),
    ("POST", "/v1/enrol"),
    ("POST", "/v1/enrolments/link"),
    ("GET", "/v1/enrolments"),
    ("DELETE", "/v1/enrolments/{id}"),
    ("POST", "/v1/sync"),
    ("GET", "/v1/live"),
    ("POST", "/v1/presence"),
    ("PUT", "/v1/files/{id}"),
    ("HEAD", "/v1/files/{id}"),
    ("GET", "/v1/files/{id}"),
    ("GET", "/v1/search"),
    ("GET", "/v1/due"),
    ("GET", "/v1/tickets"),
    ("GET", "/v1/tickets/{number}"),
    ("GET", "/v1/tickets/{number}/due"),
    ("GET", "/v1/people"),
    ("GET", "/v1/people/{id}"),
    ("PUT", "/v1/people/{id}"),
    ("POST", "/v1/people/{id}/invitation"),
    ("POST", "/v1/people/{id}/password-reset"),
    ("POST", "/v1/set-up"),
    ("POST", "/v1/new-password"),
    ("GET", "/v1/people/{id}/sessions"),
    ("DELETE", "/v1/people/{id}/sessions/{session}"),
    ("GET", "/v1/documents/{kind}"),
    ("GET", "/v1/documents/{kind}/{id}"),
    ("PUT", "/v1/documents/{kind}/{id}"),
    ("DELETE", "/v1/documents/{kind}/{id}"),
    ("POST", "/v1/rules/try"),
    ("GET", "/v1/follow-ups"),
    ("GET", "/v1/audit"),
    ("POST", "/v1/people/{id}/erase"),
    ("GET", "/v1/people/{id}/export"),
    ("GET", "/v1/retention"),
    ("PUT", "/v1/retention"),
    ("GET", "/v1/openapi.json"),
    ("GET", "/v1/server"),
    ("GET", "/metrics"),
    ("GET", "/healthz"),
    ("GET", "/readyz"),
}
GUIDE = Path(__file__).parents[3] / "docs" / "api.md"


def test_it_lists_every_route(stranger: Visitor) -> None:
    document = stranger.ask("GET", "/v1/openapi.json").json
    listed = {(method.upper(), path) for path, methods in document["paths"].items() for method in methods}
    of_kinds = {route for route in ROUTES if "{kind}" in route[1]}
    spelt = {(method, path.replace("{kind}", kind)) for method, path in of_kinds for kind in DOCUMENT_KINDS}
    assert listed == (ROUTES - of_kinds) | spelt


def test_no_two_operations_have_one_name(stranger: Visitor) -> None:
    document = stranger.ask("GET", "/v1/openapi.json").json
    names = [one["operationId"] for methods in document["paths"].values() for one in methods.values()]
    assert len(set(names)) == len(names)


def test_it_says_who_may_write_what(stranger: Visitor) -> None:
    paths = stranger.ask("GET", "/v1/openapi.json").json["paths"]
    for kind in DOCUMENT_KINDS:
        for method in ("put", "delete"):
            lowest = paths[f"/v1/documents/{kind}/{{id}}"][method]["x-lowest-role"]
            assert lowest == WRITERS.get(kind, Role.ADMIN)


def test_every_reference_leads_somewhere(stranger: Visitor) -> None:
    document = stranger.ask("GET", "/v1/openapi.json").json
    schemas = document["components"]["schemas"]
    references = set(_references(document))
    assert references
    assert {reference.removeprefix("#/components/schemas/") for reference in references} <= schemas.keys()


def test_the_guide_names_every_route() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert [f"{method} {path}" for method, path in sorted(ROUTES) if f"{method} {path}" not in guide] == []


def _references(node: object) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"]] if "$ref" in node else []
        return own + [reference for value in node.values() for reference in _references(value)]
    return [reference for value in node for reference in _references(value)] if isinstance(node, list) else []
