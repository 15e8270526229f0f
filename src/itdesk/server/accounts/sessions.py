"""Where a person is signed in: one token a sign-in and device, listed, and ended one by one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from itdesk.domain.ids import PersonId
from itdesk.server.accounts.tokens import digest_of, idle_since, session_id_of
from itdesk.server.store import tokens
from itdesk.server.store.audit import note
from itdesk.server.store.store import Store


@dataclass(frozen=True, kw_only=True)
class Session:
    """A sign-in that still counts. `last_used_at` is up to an hour old."""

    id: str
    device: str
    created_at: datetime
    last_used_at: datetime
    is_current: bool
    """Whether who asks asks with this one."""


class Sessions:
    """Lists and ends sign-ins. Every call waits for the database: not for an event loop."""

    def __init__(self, store: Store, *, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        self._secret = store.identity.secret

    def of(self, person_id: PersonId, token: str | None) -> list[Session]:
        """Return where a person is signed in, the last used first; `token` is that of who asks."""
        current = digest_of(token, self._secret) if token is not None else ""
        return [_session(row, current) for row in self._rows(person_id)]

    def end(self, person_id: PersonId, session_id: str, *, by: PersonId, request_id: str = "") -> bool:
        """One sign-in of this person is over; return False when she has none of this id.

        What somebody else ends is noted.
        """
        found = [row.digest for row in self._rows(person_id) if session_id_of(row.digest) == session_id]
        if not found:
            return False
        with self._store.writing() as connection:
            tokens.revoke(connection, found[0], self._now())
            if by != person_id:
                note(
                    connection,
                    actor_id=by,
                    action="sign-in-ended",
                    object_kind="person",
                    object_id=person_id,
                    request_id=request_id,
                    at=self._now(),
                )
        return True

    def _rows(self, person_id: PersonId) -> list[tokens.TokenRow]:
        with self._store.reading() as connection:
            return tokens.tokens_of(connection, person_id, idle_since(self._now()))


def _session(row: tokens.TokenRow, current: str) -> Session:
    return Session(
        id=session_id_of(row.digest),
        device=row.device,
        created_at=row.created_at,
        last_used_at=row.last_used_at,
        is_current=row.digest == current,
    )
