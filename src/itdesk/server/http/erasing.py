"""Erasing a person, by admins: first counted, then for good."""

from datetime import datetime
from typing import Annotated, Any, Literal

from litestar import Request, Response, post
from litestar.handlers import HTTPRouteHandler
from msgspec import Meta, Struct

from itdesk.domain.ids import PersonId, is_id
from itdesk.domain.people import Actor, Role
from itdesk.server.http.bodies import parse_body, read_json_body
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import described
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.problems import Failed, not_found
from itdesk.server.http.requests import request_id
from itdesk.server.privacy.erasure import NobodyToErase

ASKING_BYTES = 1024


class ErasureRequest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whom to erase is in the address. Without `confirm`, her login, it is only counted what would go."""

    confirm: Annotated[str, Meta(max_length=200)] | None = None


class ErasureAnswer(Struct, frozen=True, kw_only=True):
    """What goes or has gone: her tickets, events of others' tickets, files. `state` says how far it is."""

    state: Literal["counted", "waiting", "done"]
    tickets: int
    events: int
    files: int
    done_at: datetime | None


def erasing_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the route that erases people."""

    @post(
        "/v1/people/{id:str}/erase",
        status_code=200,
        opt=described(
            "Erase a person for good, or count what would go",
            asks=ErasureRequest,
            answers=ErasureAnswer,
            problems=(403, 404, 409),
            lowest_role=Role.ADMIN,
            callers=Callers.ADMINS,
            refers={"id": Referent.ANY_PERSON},
        ),
    )
    async def erase_person(request: Request[Any, Any, Any]) -> Response[bytes]:
        actor = await doors.actor_of(request)
        if actor.role is not Role.ADMIN:
            raise Failed(403, "not_allowed", "Only admins may erase people.")
        asked = parse_body(await read_json_body(request, ASKING_BYTES), ErasureRequest)
        id = str(request.path_params["id"])
        if not is_id(id):
            raise not_found()
        told = request_id(request.scope)
        return answer(await doors.workers.run(_erase, doors, actor, PersonId(id), asked.confirm, told))

    return [erase_person]


def _erase(doors: Doors, actor: Actor, id: PersonId, confirm: str | None, request_id: str) -> ErasureAnswer:
    try:
        preview = doors.erasure.preview(id)
    except NobodyToErase:
        raise not_found() from None
    if doors.erasure.state(id) is None:
        if confirm is None:
            found = preview.counted
            return ErasureAnswer(
                state="counted", tickets=found.tickets, events=found.events, files=found.files, done_at=None
            )
        _check(actor, id, confirm, preview.person.login)
        doors.erasure.ask(id, by=actor.id, request_id=request_id)
    state = doors.erasure.state(id)
    assert state is not None
    return ErasureAnswer(
        state="done" if state.done_at else "waiting",
        tickets=state.tickets,
        events=state.events,
        files=state.files,
        done_at=state.done_at,
    )


def _check(actor: Actor, id: PersonId, confirm: str, login: str) -> None:
    if id == actor.id:
        raise Failed(403, "not_allowed", "Nobody erases herself. Let another admin do it.")
    if confirm != login:
        raise Failed(409, "not_confirmed", "“confirm” is not her login. Nothing was erased.")
