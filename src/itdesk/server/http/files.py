"""Files up, resumable, and down, never as anything that a browser would run."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

from litestar import Request, Response, get, head, put
from litestar.handlers import HTTPRouteHandler
from litestar.response import Stream

from itdesk.domain.limits import FILE_BYTES
from itdesk.server.http.bodies import declared_length, too_large
from itdesk.server.http.doors import Doors
from itdesk.server.http.openapi import described
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.problems import Failed
from itdesk.server.http.requests import RequestCut, pieces
from itdesk.server.store.audit import Deed
from itdesk.server.store.files import CHUNK_BYTES, Reception, StoredFile

OCTETS = "application/octet-stream"
ANY_KIND = "*/*"
OFFSET = "Upload-Offset"
LENGTH = "Upload-Length"
HARMLESS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "private, no-store",
}
ADDRESS = "/v1/files/{id:str}"


def file_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the routes for the bytes of attached files."""

    @put(
        ADDRESS,
        status_code=204,
        opt=described(
            "Send the bytes of an own file from Upload-Offset on",
            sends=OCTETS,
            problems=(404, 409, 413),
            callers=Callers.SIGNED_IN,
            refers={"id": Referent.OWN_UPLOAD},
            without_sign_in=True,
        ),
    )
    async def send(request: Request[Any, Any, Any]) -> Response[None]:
        offset = _offset_of(request)
        actor = await doors.actor_of(request)
        if offset + (declared_length(request) or 0) > FILE_BYTES:
            raise too_large(FILE_BYTES)
        reception = await doors.workers.run(doors.files.receive, _id_in(request), actor.id, offset)
        await _take_in(doors, reception, request)
        file = await doors.workers.run(doors.files.progress, _id_in(request), actor.id)
        return Response(None, status_code=204, headers=_progress(file))

    @head(
        ADDRESS,
        opt=described(
            "Ask how much of an own file has arrived",
            problems=(404,),
            callers=Callers.SIGNED_IN,
            refers={"id": Referent.OWN_UPLOAD},
            without_sign_in=True,
        ),
    )
    async def ask(request: Request[Any, Any, Any]) -> Response[None]:
        actor = await doors.actor_of(request)
        file = await doors.workers.run(doors.files.progress, _id_in(request), actor.id)
        return Response(None, headers=_progress(file) | {"Cache-Control": "no-store"})

    @get(
        ADDRESS,
        opt=described(
            "Fetch a file of a ticket",
            media_type=ANY_KIND,
            problems=(404, 409, 500),
            callers=Callers.SIGNED_IN,
            refers={"id": Referent.FILE_OF_SEEN_TICKET},
            without_sign_in=True,
        ),
    )
    async def fetch(request: Request[Any, Any, Any]) -> Stream:
        actor = await doors.actor_of(request)
        file = await doors.workers.run(doors.files.readable, _id_in(request), actor)
        if actor.role.is_staff and file.owner_id != actor.id:
            opened = Deed(actor_id=actor.id, action="file-opened", object_kind="file", object_id=file.id)
            doors.openings.add([opened])
        media_type = await doors.workers.run(doors.files.media_type, file)
        return Stream(_chunks(doors, file), media_type=media_type, headers=HARMLESS | _description(file))

    return [send, ask, fetch]


async def _take_in(doors: Doors, reception: Reception, request: Request[Any, Any, Any]) -> None:
    """Write the body as it comes; what came before it broke off counts."""
    held = bytearray()
    try:
        async for piece in pieces(request):
            held += piece
            if len(held) >= CHUNK_BYTES:
                await doors.workers.run(reception.write, bytes(held))
                held.clear()
        await doors.workers.run(reception.write, bytes(held))
    except RequestCut:
        await doors.workers.run(reception.write, bytes(held))
        raise
    finally:
        await doors.workers.run(doors.files.end, reception)


async def _chunks(doors: Doors, file: StoredFile) -> AsyncIterator[bytes]:
    chunks = doors.files.chunks(file)
    while chunk := await doors.workers.run(next, chunks, b""):
        yield chunk


def _id_in(request: Request[Any, Any, Any]) -> str:
    return str(request.path_params["id"])


def _offset_of(request: Request[Any, Any, Any]) -> int:
    text = request.headers.get(OFFSET, "")
    if not (text.isascii() and text.isdecimal() and len(text) < 20):
        raise Failed(400, "offset_required", f"Say in the header {OFFSET} at which byte the upload goes on.")
    return int(text)


def _progress(file: StoredFile) -> dict[str, str]:
    return {OFFSET: str(file.received), LENGTH: str(file.bytes)}


def _description(file: StoredFile) -> dict[str, str]:
    name = quote(file.name, safe="", errors="replace")
    return {
        "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
        "Content-Length": str(file.bytes),
    }
