"""Handing out what is kept of a person: to herself, and to admins."""

import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import IO, Any

from litestar import Request, get
from litestar.handlers import HTTPRouteHandler
from litestar.response import Stream

from itdesk.domain.ids import PersonId, is_id
from itdesk.domain.people import Role
from itdesk.server.http.doors import Doors
from itdesk.server.http.openapi import described
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.problems import not_found
from itdesk.server.privacy.export import NobodyToExport, export_person

ZIP = "application/zip"
CHUNK_BYTES = 256 * 1024


def exporting_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the route that hands out a person's data."""

    @get(
        "/v1/people/{id:str}/export",
        opt=described(
            "Fetch what is kept of a person, as a ZIP",
            media_type=ZIP,
            problems=(404,),
            callers=Callers.SIGNED_IN,
            refers={"id": Referent.OWN_OR_ADMINISTERED},
        ),
    )
    async def export(request: Request[Any, Any, Any]) -> Stream:
        actor = await doors.actor_of(request)
        id = str(request.path_params["id"])
        if not is_id(id) or (id != actor.id and actor.role is not Role.ADMIN):
            raise not_found()
        found = await doors.workers.run(_exported, doors, PersonId(id), actor.id)
        named = {"Content-Disposition": f'attachment; filename="{id}.zip"', "Cache-Control": "no-store"}
        return Stream(_chunks(doors, found), media_type=ZIP, headers=named)

    return [export]


def _exported(doors: Doors, id: PersonId, by: str) -> IO[bytes]:
    """Return the ZIP at its beginning, in a file that nobody else can name."""
    target = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it is sent
    try:
        export_person(doors.store, doors.files.folder, id, target, by=by, at=datetime.now(UTC))
    except NobodyToExport:
        target.close()
        raise not_found() from None
    except BaseException:
        target.close()
        raise
    target.seek(0)
    return target


async def _chunks(doors: Doors, found: IO[bytes]) -> AsyncIterator[bytes]:
    try:
        while chunk := await doors.workers.run(found.read, CHUNK_BYTES):
            yield chunk
    finally:
        found.close()
