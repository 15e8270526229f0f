"""Enrolment: tokens for computers on which nobody has signed in, for admins to see and to end."""

from datetime import datetime
from typing import Annotated, Any

from litestar import Request, Response, delete, get, post
from litestar.handlers import HTTPRouteHandler
from msgspec import Meta, Struct

from itdesk.domain.ids import PersonId, is_id
from itdesk.domain.people import Actor, Role
from itdesk.protocol.enrolment import EnrolRequest, LinkRequest, LinkResponse
from itdesk.protocol.messages import SignInResponse
from itdesk.protocol.parsing import BadMessage
from itdesk.server.accounts.enrolments import Contact
from itdesk.server.http.bodies import parse_body, read_json_body
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import Parameter, described
from itdesk.server.http.parameters import MOST_AT_ONCE, USUAL_AT_ONCE, Limit, check_names, whole_number
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.problems import Failed, not_found
from itdesk.server.http.requests import address_of
from itdesk.server.store.enrolments import Enrolment
from itdesk.server.tickets.handing import hand_over

Ask = Request[Any, Any, Any]
ENROL_BYTES = 16 * 1024
AFTER = Annotated[str, Meta(pattern="^[0-9a-f]{32}$", max_length=32)]
LIST_PARAMETERS = (
    Parameter(name="limit", type=Limit, meaning="How many at most."),
    Parameter(name="after", type=AFTER, meaning="Only those whose ids come after this one."),
)
FOR_ADMINS = "Only administrators see and end what computers are enrolled."


class EnrolmentShown(Struct, frozen=True, kw_only=True):
    """A login that a computer claims. `id` is its person's. Times that have not come are null."""

    id: PersonId
    login: str
    os_login: str
    device: str
    site: str
    created_at: datetime
    enrolled_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None
    linked_to: PersonId | None
    linked_at: datetime | None


class EnrolmentPage(Struct, frozen=True, kw_only=True):
    """In the order of their ids. `next`: give it as `after` for those that follow; null at the end."""

    enrolments: list[EnrolmentShown]
    next: str | None


def enrolment_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the routes by which computers enrol, are linked to who signs in there, listed and ended."""
    return [*_of_computers(doors), *_of_admins(doors)]


def _of_computers(doors: Doors) -> list[HTTPRouteHandler]:
    @post(
        "/v1/enrol",
        status_code=200,
        opt=described(
            "Exchange an enrolment key for a token of this profile",
            asks=EnrolRequest,
            answers=SignInResponse,
            problems=(403, 429),
            public=True,
        ),
    )
    async def enrol(request: Ask) -> Response[bytes]:
        asked = parse_body(await read_json_body(request, ENROL_BYTES), EnrolRequest)
        contact = Contact(
            key=asked.key,
            profile=asked.profile,
            os_login=asked.os_login,
            device=asked.device,
            address=address_of(request),
        )
        token, person = await doors.workers.run(doors.enrolments.enrol, contact)
        return answer(SignInResponse(token=token, person=person))

    @post(
        "/v1/enrolments/link",
        status_code=200,
        opt=described(
            "Say that what a profile reported is yours",
            asks=LinkRequest,
            answers=LinkResponse,
            problems=(404,),
            callers=Callers.SIGNED_IN,
        ),
    )
    async def link(request: Ask) -> Response[bytes]:
        actor = await doors.actor_of(request)
        asked = parse_body(await read_json_body(request, ENROL_BYTES), LinkRequest)
        tickets = await doors.workers.run(_link, doors, actor, asked.token)
        await doors.live.check_rights()
        return answer(LinkResponse(tickets=tickets))

    return [enrol, link]


def _of_admins(doors: Doors) -> list[HTTPRouteHandler]:
    @get(
        "/v1/enrolments",
        opt=described(
            "List the computers that report without a sign-in",
            answers=EnrolmentPage,
            problems=(403, 422),
            parameters=LIST_PARAMETERS,
            lowest_role=Role.ADMIN,
            callers=Callers.ADMINS,
            refers={"after": Referent.FEED_PLACE},
        ),
    )
    async def list_enrolments(request: Ask) -> Response[bytes]:
        check_names(request, LIST_PARAMETERS)
        limit = whole_number(request, "limit", USUAL_AT_ONCE, MOST_AT_ONCE)
        await _admin(doors, request)
        return answer(await doors.workers.run(_page, doors, _after(request), limit))

    @delete(
        "/v1/enrolments/{id:str}",
        status_code=204,
        opt=described(
            "End an enrolment for good",
            problems=(403, 404),
            lowest_role=Role.ADMIN,
            callers=Callers.ADMINS,
            refers={"id": Referent.ANY_PERSON},
        ),
    )
    async def end_enrolment(request: Ask) -> None:
        actor = await _admin(doors, request)
        id = str(request.path_params["id"])
        if not is_id(id):
            raise not_found()
        await doors.workers.run(doors.enrolments.revoke, id, actor.id)
        await doors.live.check_rights()

    return [list_enrolments, end_enrolment]


async def _admin(doors: Doors, request: Ask) -> Actor:
    actor = await doors.actor_of(request)
    if not actor.role.reaches(Role.ADMIN):
        raise Failed(403, "not_allowed", FOR_ADMINS)
    return actor


def _link(doors: Doors, actor: Actor, token: str) -> int:
    claimed = doors.enrolments.link(token, actor)
    return hand_over(doors.store, doors.desk, claimed, actor.id)


def _after(request: Ask) -> str:
    after = request.query_params.get("after", "")
    if after and not is_id(after):
        raise BadMessage("bad_shape", "“after” takes an id of 32 hexadecimal digits.")
    return after


def _page(doors: Doors, after: str, limit: int) -> EnrolmentPage:
    found = doors.enrolments.after(after, limit)
    return EnrolmentPage(
        enrolments=[_shown(one) for one in found],
        next=found[-1].person_id if len(found) == limit else None,
    )


def _shown(one: Enrolment) -> EnrolmentShown:
    return EnrolmentShown(
        id=one.person_id,
        login=one.login,
        os_login=one.os_login,
        device=one.device,
        site=one.site,
        created_at=one.created_at,
        enrolled_at=one.enrolled_at,
        last_used_at=one.last_used_at,
        revoked_at=one.revoked_at,
        linked_to=one.linked_to,
        linked_at=one.linked_at,
    )
