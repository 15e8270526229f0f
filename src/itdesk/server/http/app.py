"""The web application: every route, every error answer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar

from itdesk.protocol.messages import MAX_BODY_BYTES
from itdesk.server.http.audit import audit_routes
from itdesk.server.http.codes import code_making_routes, code_routes
from itdesk.server.http.documents import document_routes
from itdesk.server.http.doors import Doors
from itdesk.server.http.due import due_routes
from itdesk.server.http.enrolments import enrolment_routes
from itdesk.server.http.erasing import erasing_routes
from itdesk.server.http.exchange import exchange_routes
from itdesk.server.http.exporting import exporting_routes
from itdesk.server.http.files import file_routes
from itdesk.server.http.health import health_routes
from itdesk.server.http.openapi import openapi_routes
from itdesk.server.http.people import people_routes
from itdesk.server.http.presence import presence_routes
from itdesk.server.http.problems import answer_failure
from itdesk.server.http.promised import promised_routes
from itdesk.server.http.retention import retention_routes
from itdesk.server.http.rules import rule_routes
from itdesk.server.http.search import search_routes
from itdesk.server.http.server_state import server_state_routes
from itdesk.server.http.sessions import session_routes
from itdesk.server.http.signing import signing_routes
from itdesk.server.http.tickets import ticket_routes


def make_app(doors: Doors) -> Litestar:
    """Return the application over `doors`; while it runs, its live streams are watched."""

    @asynccontextmanager
    async def watching(_: Litestar) -> AsyncIterator[None]:
        await doors.live.start()
        try:
            yield
        finally:
            await doors.live.stop()

    return Litestar(
        route_handlers=[
            *signing_routes(doors),
            *session_routes(doors),
            *enrolment_routes(doors),
            *code_routes(doors),
            *code_making_routes(doors),
            *exchange_routes(doors),
            *presence_routes(doors),
            *file_routes(doors),
            *ticket_routes(doors),
            *due_routes(doors),
            *promised_routes(doors),
            *document_routes(doors),
            *people_routes(doors),
            *search_routes(doors),
            *rule_routes(doors),
            *audit_routes(doors),
            *erasing_routes(doors),
            *exporting_routes(doors),
            *retention_routes(doors),
            *health_routes(doors),
            *server_state_routes(doors),
            *openapi_routes(doors.base_url),
        ],
        exception_handlers={Exception: answer_failure},
        lifespan=[watching],
        openapi_config=None,
        logging_config=None,
        request_max_body_size=MAX_BODY_BYTES,
    )
