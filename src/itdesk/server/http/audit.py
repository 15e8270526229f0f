"""The audit, for admins."""

from datetime import datetime
from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.handlers import HTTPRouteHandler
from msgspec import Meta, Struct

from itdesk.domain.people import Role
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import Parameter, described
from itdesk.server.http.parameters import MOST_AT_ONCE, USUAL_AT_ONCE, Limit, check_names, whole_number
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.problems import Failed
from itdesk.server.store.audit import audit_page

LARGEST = 2**53
SHORT = Annotated[str, Meta(max_length=64)]
PARAMETERS = (
    Parameter(name="limit", type=Limit, meaning="How many at most."),
    Parameter(
        name="below",
        type=Annotated[int, Meta(ge=1, le=LARGEST)],
        meaning="Only older ones: the page's `next`.",
    ),
    Parameter(name="person", type=SHORT, meaning="Only what this person did: an id."),
    Parameter(name="object", type=SHORT, meaning="Only what was done to this one: an id."),
)


class AuditRow(Struct, frozen=True, kw_only=True):
    """One deed: ids and counts alone."""

    sequence: int
    at: datetime
    actor_id: str
    action: str
    object_kind: str
    object_id: str
    request_id: str
    detail: str


class AuditPage(Struct, frozen=True, kw_only=True):
    """The latest first. `next`: give it as `below` for older ones; null at the end."""

    deeds: list[AuditRow]
    next: int | None


def audit_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the route that reads the audit."""

    @get(
        "/v1/audit",
        opt=described(
            "Read who did and opened what",
            answers=AuditPage,
            problems=(403, 422),
            parameters=PARAMETERS,
            lowest_role=Role.ADMIN,
            callers=Callers.ADMINS,
            refers={"person": Referent.ANY_PERSON, "object": Referent.ANY_PERSON},
        ),
    )
    async def read_audit(request: Request[Any, Any, Any]) -> Response[bytes]:
        actor = await doors.actor_of(request)
        if actor.role is not Role.ADMIN:
            raise Failed(403, "not_allowed", "Only admins may read the audit.")
        check_names(request, PARAMETERS)
        limit = whole_number(request, "limit", USUAL_AT_ONCE, MOST_AT_ONCE)
        below = whole_number(request, "below", LARGEST, LARGEST)
        asked = request.query_params
        page = await doors.workers.run(
            _page, doors, below, limit, asked.get("person", ""), asked.get("object", "")
        )
        return answer(page)

    return [read_audit]


def _page(doors: Doors, below: int, limit: int, person: str, thing: str) -> AuditPage:
    with doors.store.reading() as connection:
        found = audit_page(connection, below=below, limit=limit, actor_id=person, object_id=thing)
    rows = [
        AuditRow(
            sequence=one.sequence,
            at=one.at,
            actor_id=one.actor_id,
            action=one.action,
            object_kind=one.object_kind,
            object_id=one.object_id,
            request_id=one.request_id,
            detail=one.detail,
        )
        for one in found
    ]
    return AuditPage(deeds=rows, next=rows[-1].sequence if len(rows) == limit else None)
