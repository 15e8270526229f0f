"""Whether the process lives, and whether it can do its work."""

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler

from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import described


def health_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the routes for who watches the server."""

    @get("/healthz", opt=described("Tell that the process lives", public=True))
    async def healthz() -> Response[bytes]:
        return answer({"status": "ok"})

    @get("/readyz", opt=described("Tell whether the database answers", public=True, problems=(503,)))
    async def readyz() -> Response[bytes]:
        return answer({"status": "ok", "head": await doors.workers.run(doors.desk.head)})

    return [healthz, readyz]
