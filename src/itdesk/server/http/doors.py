"""What the routes need, handed down as one value."""

from dataclasses import dataclass
from typing import Any

from litestar import Request, Response

from itdesk.domain.people import Actor
from itdesk.protocol.parsing import encode
from itdesk.server.accounts.accounts import Accounts
from itdesk.server.accounts.codes import Codes
from itdesk.server.accounts.enrolments import Enrolments
from itdesk.server.accounts.sessions import Sessions
from itdesk.server.http.gate import Gate
from itdesk.server.http.live import LiveStreams
from itdesk.server.http.metrics import Metrics
from itdesk.server.http.openapi import DESCRIPTION
from itdesk.server.http.problems import Failed, sign_in_needed
from itdesk.server.http.requests import note_actor, token_of
from itdesk.server.http.workers import Workers
from itdesk.server.privacy.erasure import Erasure
from itdesk.server.privacy.openings import Openings
from itdesk.server.store.files import Files
from itdesk.server.store.store import Store
from itdesk.server.tickets.desk import TicketDesk

SIGN_IN_FIRST = "Sign in to do this. Without it you can report problems and read your own reports."
JSON = "application/json"


@dataclass(frozen=True, kw_only=True)
class Doors:
    """The parts of a running store that answer requests. `hashing` keeps slow sign-ins out of the way."""

    store: Store
    desk: TicketDesk
    erasure: Erasure
    openings: Openings
    accounts: Accounts
    enrolments: Enrolments
    sessions: Sessions
    codes: Codes
    files: Files
    live: LiveStreams
    workers: Workers
    hashing: Workers
    gate: Gate
    metrics: Metrics
    metrics_token: str = ""
    base_url: str = ""
    """Where the server is reached, for whatever tells an address; empty when it was not configured."""

    def actor(self, request: Request[Any, Any, Any]) -> Actor:
        """Return who asks. Asks the store: not on the event loop.

        Raises Failed: 401, and 403 where a login that is only claimed may not ask.
        """
        actor = self.accounts.actor_for(token_of(request))
        if actor is None:
            raise sign_in_needed()
        if not actor.role.is_verified and not request.route_handler.opt[DESCRIPTION].without_sign_in:
            raise Failed(403, "not_allowed", SIGN_IN_FIRST)
        note_actor(request.scope, actor.id)
        return actor

    async def actor_of(self, request: Request[Any, Any, Any]) -> Actor:
        """Return who asks. Raises Failed, as `actor` does."""
        return await self.workers.run(self.actor, request)


def answer(message: object) -> Response[bytes]:
    """Return `message` as a JSON answer."""
    return Response(encode(message), media_type=JSON)
