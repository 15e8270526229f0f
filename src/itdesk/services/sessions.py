"""Where a person is signed in, as the server knows it."""

from dataclasses import dataclass
from datetime import datetime

from itdesk.connection.connection import Connection
from itdesk.connection.errors import NotItdesk
from itdesk.protocol.messages import SessionList
from itdesk.protocol.parsing import BadMessage, parse
from itdesk.services.desk import Account
from itdesk.services.failures import network_told_plainly


@dataclass(frozen=True, kw_only=True)
class Session:
    """One sign-in on one device, which names itself. `last_used_at` is up to an hour old."""

    id: str
    device: str
    created_at: datetime
    last_used_at: datetime
    is_current: bool
    """Whether it is the one of this program."""


def sessions(connection: Connection, account: Account) -> tuple[Session, ...]:
    """Return where this person is signed in, the last used first. Raises WorldFailed."""
    with network_told_plainly():
        answer = connection.request("GET", _address(account))
        try:
            listed = parse(answer.body, SessionList).sessions
        except BadMessage as error:
            raise NotItdesk(connection.server, f"its answer cannot be read ({error})") from error
    return tuple(
        Session(
            id=one.id,
            device=one.device,
            created_at=one.created_at,
            last_used_at=one.last_used_at,
            is_current=one.is_current,
        )
        for one in listed
    )


def end_session(connection: Connection, account: Account, id: str) -> None:
    """Sign out elsewhere. Raises WorldFailed, also when that sign-in is over already."""
    with network_told_plainly():
        connection.request("DELETE", f"{_address(account)}/{id}", expect=None)


def _address(account: Account) -> str:
    return f"/v1/people/{account.person_id}/sessions"
