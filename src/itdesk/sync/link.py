"""Both ends of an exchange, and one request between them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from itdesk.connection.connection import DEADLINE_S, Connection
from itdesk.connection.errors import NotItdesk
from itdesk.protocol.messages import MAX_ANSWER_BYTES, ClientInfo, SyncRequest, SyncResponse
from itdesk.protocol.parsing import BadMessage, encode, parse
from itdesk.replica.outbox import Outbox
from itdesk.replica.replica import Replica


@dataclass(frozen=True, kw_only=True)
class Link:
    """One person's files here and the server there. `left_s`: how many seconds this run may still take."""

    replica: Replica
    outbox: Outbox
    connection: Connection
    client: ClientInfo
    now: Callable[[], datetime]
    left_s: Callable[[], float]

    @property
    def deadline_s(self) -> float:
        """How long one request may take."""
        return max(min(DEADLINE_S, self.left_s()), 0.1)

    @property
    def is_out_of_time(self) -> bool:
        """Whether this run has had its time."""
        return self.left_s() <= 0


def post(link: Link, request: SyncRequest) -> SyncResponse:
    """Send one request and return the answer. Raises an ExchangeFailed; a strange answer is NotItdesk."""
    answer = link.connection.request(
        "POST",
        "/v1/sync",
        body=encode(request),
        deadline_s=link.deadline_s,
        max_bytes=MAX_ANSWER_BYTES,
    )
    try:
        return parse(answer.body, SyncResponse, limit=MAX_ANSWER_BYTES)
    except BadMessage as error:
        raise NotItdesk(link.connection.server, f"its answer cannot be read ({error})") from error
