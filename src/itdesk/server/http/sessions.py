"""Where somebody is signed in, for herself and for admins."""

from typing import Any

from litestar import Request, Response, delete, get
from litestar.handlers import HTTPRouteHandler

from itdesk.domain.ids import PersonId, is_id
from itdesk.domain.people import Actor, Role
from itdesk.protocol.messages import SessionList, SessionShown
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import described
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.problems import not_found
from itdesk.server.http.requests import request_id, token_of

Ask = Request[Any, Any, Any]


def session_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the routes that list and end sign-ins."""

    @get(
        "/v1/people/{id:str}/sessions",
        opt=described(
            "List where somebody is signed in: oneself, for admins anybody",
            answers=SessionList,
            problems=(404,),
            callers=Callers.SIGNED_IN,
            refers={"id": Referent.OWN_OR_ADMINISTERED},
        ),
    )
    async def list_sessions(request: Ask) -> Response[bytes]:
        actor = await doors.actor_of(request)
        person_id = _whose(request, actor)
        return answer(await doors.workers.run(_listed, doors, person_id, token_of(request)))

    @delete(
        "/v1/people/{id:str}/sessions/{session:str}",
        status_code=204,
        opt=described(
            "End a sign-in: one's own, for admins anybody's",
            problems=(404,),
            callers=Callers.SIGNED_IN,
            refers={"id": Referent.OWN_OR_ADMINISTERED, "session": Referent.OWN_SESSION},
        ),
    )
    async def end_session(request: Ask) -> None:
        actor = await doors.actor_of(request)
        person_id = _whose(request, actor)
        session_id = str(request.path_params["session"])

        def end() -> bool:
            return doors.sessions.end(
                person_id, session_id, by=actor.id, request_id=request_id(request.scope)
            )

        if not await doors.workers.run(end):
            raise not_found()
        await doors.live.check_rights()

    return [list_sessions, end_session]


def _whose(request: Ask, actor: Actor) -> PersonId:
    """Return whose sign-ins are meant. Raises Failed (404) for those of others, admins excepted."""
    id = str(request.path_params["id"])
    if not is_id(id) or (id != actor.id and actor.role is not Role.ADMIN):
        raise not_found()
    return PersonId(id)


def _listed(doors: Doors, person_id: PersonId, token: str | None) -> SessionList:
    return SessionList(
        sessions=[
            SessionShown(
                id=one.id,
                device=one.device,
                created_at=one.created_at,
                last_used_at=one.last_used_at,
                is_current=one.is_current,
            )
            for one in doors.sessions.of(person_id, token)
        ]
    )
