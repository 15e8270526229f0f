"""People as plain JSON, for programs that integrate with the help desk. Never their secrets."""

from typing import Annotated, Any

from litestar import Request, Response, get, put
from litestar.handlers import HTTPRouteHandler
from msgspec import Meta, Struct

from itdesk.domain.changes import PersonWritten
from itdesk.domain.ids import ChangeId, PersonId, is_id
from itdesk.domain.people import Actor, Person, Role
from itdesk.domain.policy import may_write_people
from itdesk.domain.refusals import Code, refuse
from itdesk.protocol.parsing import BadMessage, encode
from itdesk.server.http.bodies import parse_body, read_json_body
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import Parameter, described
from itdesk.server.http.parameters import MOST_AT_ONCE, USUAL_AT_ONCE, Limit, check_names, whole_number
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.problems import not_found
from itdesk.server.http.writing import PUTTING, change_id_in, seen_version, tagged, write
from itdesk.server.store.moment import open_moment

Ask = Request[Any, Any, Any]
AFTER = Annotated[str, Meta(pattern="^[0-9a-f]{32}$", max_length=32)]
LIST_PARAMETERS = (
    Parameter(name="limit", type=Limit, meaning="How many at most."),
    Parameter(name="after", type=AFTER, meaning="Only those whose ids come after this one."),
)


class PersonPage(Struct, frozen=True, kw_only=True):
    """People in the order of their ids. `next`: give it as `after` for those that follow; null at the end."""

    people: list[Person]
    next: str | None


def people_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the routes for people."""

    @get(
        "/v1/people",
        opt=described(
            "List the people of the company",
            answers=PersonPage,
            problems=(422,),
            parameters=LIST_PARAMETERS,
            callers=Callers.SIGNED_IN,
            refers={"after": Referent.FEED_PLACE},
        ),
    )
    async def list_people(request: Ask) -> Response[bytes]:
        check_names(request, LIST_PARAMETERS)
        limit = whole_number(request, "limit", USUAL_AT_ONCE, MOST_AT_ONCE)
        after = request.query_params.get("after", "")
        actor = await doors.actor_of(request)
        return answer(await doors.workers.run(_page, doors, actor, after, limit))

    @get(
        "/v1/people/{id:str}",
        opt=described(
            "Read somebody's card",
            answers=Person,
            problems=(404,),
            callers=Callers.SIGNED_IN,
            refers={"id": Referent.KNOWN_PERSON},
        ),
    )
    async def read_person(request: Ask) -> Response[bytes]:
        actor = await doors.actor_of(request)
        return await doors.workers.run(_read, doors, actor, _id_in(request))

    @put(
        "/v1/people/{id:str}",
        status_code=200,
        opt=described(
            "Write somebody's card, a new one too",
            asks=Person,
            answers=Person,
            problems=(403, 404, 412, 428),
            parameters=PUTTING,
            lowest_role=Role.ADMIN,
            callers=Callers.ADMINS,
            refers={"id": Referent.ANY_PERSON, "Change-Id": Referent.OWN_CHANGE},
        ),
    )
    async def write_person(request: Ask) -> Response[bytes]:
        actor = await doors.actor_of(request)
        if not may_write_people(actor):
            raise refuse(Code.NOT_ALLOWED)
        seen, change_id = seen_version(request, may_be_new=True), change_id_in(request)
        body = await read_json_body(request)
        person = _parsed(body, _id_in(request))
        wish = PersonWritten(person=person, seen_version=seen, is_exact=True)
        return await doors.workers.run(_write, doors, actor, change_id, wish)

    return [list_people, read_person, write_person]


def _id_in(request: Ask) -> PersonId:
    id = str(request.path_params["id"])
    if not is_id(id):
        raise not_found()
    return PersonId(id)


def _parsed(body: bytes, id: PersonId) -> Person:
    person = parse_body(body, Person)
    if person.id != id:
        raise BadMessage("bad_shape", "The person's id is another one than in the address.")
    return person


def _page(doors: Doors, actor: Actor, after: str, limit: int) -> PersonPage:
    """Return everybody to IT, and an employee to herself."""
    if after and not is_id(after):
        raise BadMessage("bad_shape", "“after” takes an id of 32 hexadecimal digits.")
    with open_moment(doors.store) as moment:
        if actor.role.is_staff:
            found = moment.people_after(after, limit)
        else:
            found = [one for one in moment.people([actor.id]) if one.id > after]
    return PersonPage(people=found, next=found[-1].id if len(found) == limit else None)


def _read(doors: Doors, actor: Actor, id: PersonId) -> Response[bytes]:
    person = _seen(doors, actor, id)
    if person is None:
        raise not_found()
    return tagged(person.version, encode(person))


def _seen(doors: Doors, actor: Actor, id: PersonId) -> Person | None:
    """Return the card if the actor may read it."""
    with open_moment(doors.store) as moment:
        found = next(iter(moment.people([id])), None)
    return found if actor.role.is_staff or id == actor.id else None


def _write(doors: Doors, actor: Actor, change_id: ChangeId, wish: PersonWritten) -> Response[bytes]:
    id = wish.person.id
    write(doors, actor, change_id, wish, yours=encode(wish.person), held=lambda: _stands(doors, actor, id))
    return _read(doors, actor, id)


def _stands(doors: Doors, actor: Actor, id: PersonId) -> tuple[int, bytes]:
    person = _seen(doors, actor, id)
    return (person.version, encode(person)) if person is not None else (0, b"")
