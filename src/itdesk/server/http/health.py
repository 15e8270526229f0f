"""Whether the process lives, and whether it can do its work."""

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler

from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import described
from itdesk.server.store.backups.last import last_backup


def health_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the routes for who watches the server."""

    def ready() -> dict[str, object]:
        doors.store.check_schema()
        return {"status": "ok", "head": doors.desk.head(), "last_backup": last_backup(doors.store)}

    @get("/healthz", opt=described("Tell that the process lives", public=True))
    async def healthz() -> Response[bytes]:
        return answer({"status": "ok"})

    @get("/readyz", opt=described("Tell whether the server can do its work", public=True, problems=(503,)))
    async def readyz() -> Response[bytes]:
        return answer(await doors.workers.run(ready))

    return [healthz, readyz]
