"""How the server stands, for its administrators."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from itdesk.connection.connection import Connection
from itdesk.connection.errors import NotItdesk
from itdesk.protocol.parsing import BadMessage, parse
from itdesk.protocol.server_state import ServerState
from itdesk.services.failures import network_told_plainly

DEADLINE_S = 15.0
BACKUP_IS_OLD = timedelta(hours=36)
"""A night was missed, and half a day was time to see it."""


@dataclass(frozen=True, kw_only=True)
class ServerStanding:
    """What a server told of itself. `schema` is empty where it did not tell; `failing` are names of jobs."""

    address: str
    version: str
    is_sqlite: bool
    schema: str
    is_schema_right: bool
    last_backup: datetime | None
    waiting: int
    failing: tuple[str, ...]

    def has_fresh_backup(self, now: datetime) -> bool:
        """Tell whether a good backup was made in the last 36 hours."""
        return self.last_backup is not None and now - self.last_backup <= BACKUP_IS_OLD


def server_standing(connection: Connection) -> ServerStanding:
    """Ask the server how it stands. Raises WorldFailed, also for who is no administrator."""
    with network_told_plainly():
        answer = connection.request("GET", "/v1/server", deadline_s=DEADLINE_S)
        try:
            state = parse(answer.body, ServerState)
        except BadMessage as error:
            raise NotItdesk(connection.server, f"its answer cannot be read ({error})") from error
    return ServerStanding(
        address=connection.server,
        version=state.version,
        is_sqlite=state.database == "sqlite",
        schema=state.schema,
        is_schema_right=state.is_schema_right,
        last_backup=state.last_backup,
        waiting=state.waiting,
        failing=tuple(job.name for job in state.jobs if job.failures),
    )
