"""The OpenAPI document, made from the routes themselves and the messages that they carry."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Literal

import msgspec
from litestar import Litestar, Request, Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

from itdesk.domain.people import Role
from itdesk.protocol.messages import Problem
from itdesk.server.http.policies import Callers, Referent
from itdesk.version import VERSION

JSON = "application/json"
PROBLEM = "application/problem+json"
DESCRIPTION = "itdesk_description"
REFERENCE = "#/components/schemas/{name}"
TYPED_PARAMETER = re.compile(r":\w+}")


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """A parameter in the address after the question mark, or a header."""

    name: str
    type: object
    meaning: str
    place: Literal["query", "header"] = "query"
    required: bool = False


@dataclass(frozen=True, kw_only=True)
class Description:
    """What the document tells of a route. `public`: without a token."""

    summary: str
    asks: object | None
    answers: object | None
    sends: str | None
    media_type: str
    problems: tuple[int, ...]
    parameters: tuple[Parameter, ...]
    public: bool
    lowest_role: Role | None
    """Who may do it: this role and those above; the rules may say more."""
    without_sign_in: bool
    """Whether a login that is only claimed may ask here."""
    name: str
    """By which the document calls the operation, where the handler's own name is not the only one."""
    callers: Callers | None
    """Whom it answers at all; nothing where nobody has said it yet, which a test finds."""
    refers: Mapping[str, Referent]
    """What each id in the address, after the question mark and in the body stands for, by its name."""


def described(
    summary: str,
    *,
    asks: object | None = None,
    answers: object | None = None,
    sends: str | None = None,
    media_type: str = JSON,
    problems: tuple[int, ...] = (),
    parameters: tuple[Parameter, ...] = (),
    public: bool = False,
    lowest_role: Role | None = None,
    without_sign_in: bool = False,
    name: str = "",
    callers: Callers | None = None,
    refers: Mapping[str, Referent] | None = None,
) -> dict[str, Any]:
    """Return a route's description in the form in which Litestar keeps it beside the route."""
    description = Description(
        summary=summary,
        asks=asks,
        answers=answers,
        sends=sends,
        media_type=media_type,
        problems=problems,
        parameters=parameters,
        public=public,
        lowest_role=lowest_role,
        without_sign_in=without_sign_in,
        name=name,
        callers=Callers.ANYBODY if public else callers,
        refers=refers or {},
    )
    return {DESCRIPTION: description}


def openapi_routes(base_url: str) -> list[HTTPRouteHandler]:
    """Return the route of the document. `base_url`: where it says that the server is."""

    @get("/v1/openapi.json", opt=described("This document", public=True))
    async def openapi_document(request: Request[Any, Any, Any]) -> Response[bytes]:
        return Response(msgspec.json.encode(document_of(request.app, base_url)), media_type=JSON)

    return [openapi_document]


def document_of(app: Litestar, base_url: str = "") -> dict[str, Any]:
    """Return the OpenAPI 3.1 document of every route of `app`."""
    handlers = [
        (route.path_format, handler)
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        if DESCRIPTION in handler.opt
    ]
    schemas = _schemas(handler.opt[DESCRIPTION] for _, handler in handlers)
    paths: dict[str, Any] = {}
    for path, handler in sorted(handlers, key=lambda pair: pair[0]):
        operations = paths.setdefault(TYPED_PARAMETER.sub("}", path), {})
        for method in sorted(handler.http_methods):
            operations[method.lower()] = _operation(path, handler, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": "itdesk", "version": VERSION},
        "servers": [{"url": base_url or "/"}],
        "paths": paths,
        "components": {
            "schemas": schemas.components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


@dataclass(frozen=True)
class _Schemas:
    """The schema of each message, and what they refer to."""

    types: Sequence[object]
    schemas: Sequence[dict[str, Any]]
    components: dict[str, Any]

    def of(self, message: object) -> dict[str, Any]:
        return self.schemas[self.types.index(message)]


def _schemas(descriptions: Iterable[Description]) -> _Schemas:
    types: list[object] = [Problem]
    for description in descriptions:
        parameters = (parameter.type for parameter in description.parameters)
        named = (description.asks, description.answers, *parameters)
        types += [message for message in named if message is not None]
    schemas, components = msgspec.json.schema_components(types, ref_template=REFERENCE)
    return _Schemas(types, list(schemas), components)


def _operation(path: str, handler: HTTPRouteHandler, schemas: _Schemas) -> dict[str, Any]:
    description: Description = handler.opt[DESCRIPTION]
    operation: dict[str, Any] = {
        "operationId": description.name or handler.handler_name,
        "summary": description.summary,
        "parameters": [*_path_parameters(path), *_named_parameters(description, schemas)],
        "responses": _responses(handler, description, schemas),
        "security": [] if description.public else [{"token": []}],
    }
    if description.lowest_role is not None:
        operation["x-lowest-role"] = description.lowest_role.value
    if description.callers is not None:
        operation["x-callers"] = description.callers.value
    operation["x-refers"] = {name: one.value for name, one in description.refers.items()}
    if description.without_sign_in:
        operation["x-without-sign-in"] = True
    if description.asks is not None:
        body: dict[str, Any] = {JSON: {"schema": schemas.of(description.asks)}}
        operation["requestBody"] = {"required": True, "content": body}
    elif description.sends is not None:
        operation["requestBody"] = {"required": True, "content": {description.sends: {}}}
    return operation


def _path_parameters(path: str) -> list[dict[str, Any]]:
    names = re.findall(r"{(\w+)", path)
    return [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]


def _named_parameters(description: Description, schemas: _Schemas) -> list[dict[str, Any]]:
    return [
        {
            "name": parameter.name,
            "in": parameter.place,
            "description": parameter.meaning,
            "required": parameter.required,
            "schema": schemas.of(parameter.type),
        }
        for parameter in description.parameters
    ]


def _responses(handler: HTTPRouteHandler, description: Description, schemas: _Schemas) -> dict[str, Any]:
    statuses = {400, *description.problems} | (set() if description.public else {401, 503})
    if description.asks is not None:
        statuses |= {413, 415, 422}
    problem = {"content": {PROBLEM: {"schema": schemas.of(Problem)}}}
    responses: dict[str, Any] = {str(handler.status_code): _success(handler, description, schemas)}
    for status in sorted(statuses):
        responses[str(status)] = {"description": HTTPStatus(status).phrase} | problem
    return responses


def _success(handler: HTTPRouteHandler, description: Description, schemas: _Schemas) -> dict[str, Any]:
    said = {"description": HTTPStatus(handler.status_code).phrase}
    if handler.status_code == 204 or "HEAD" in handler.http_methods:
        return said
    content = {} if description.answers is None else {"schema": schemas.of(description.answers)}
    return said | {"content": {description.media_type: content}}
