"""Whoever guesses waits: attempts are counted by account and by address, on every node alike."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from itdesk.server.accounts.errors import TooManyAttempts
from itdesk.server.accounts.tokens import digest_of
from itdesk.server.backoff import WITH_AN_ADDRESS, Patience
from itdesk.server.store import sign_in_attempts
from itdesk.server.store.store import Store

FORGET_FAILURES_AFTER = timedelta(hours=1)


class Guesses:
    """Counts attempts in the store. Every call waits for the database: not for an event loop."""

    def __init__(self, store: Store, *, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        self._secret = store.identity.secret

    def key(self, text: str) -> str:
        """Return under what `text` is counted: hashed, because people type passwords as logins."""
        return digest_of(text, self._secret)

    def address_key(self, address: str) -> str:
        """Return under what the attempts from an address are counted."""
        return self.key(f"address {address}")

    def count(self, patience: Mapping[str, Patience]) -> None:
        """Count the attempt before it is judged, so that many at once are no way around the wait.

        Raises TooManyAttempts, which takes the count back.
        """
        now = self._now()
        with self._store.writing() as connection:  # by itself: what it locks, nobody waits for in a ring
            sign_in_attempts.forget_before(connection, now - FORGET_FAILURES_AFTER)
        with self._store.writing() as connection:
            counted = {key: sign_in_attempts.count_attempt(connection, key, now) for key in sorted(patience)}
            waits = [
                attempts.until - now
                for key, attempts in counted.items()
                if patience[key].wait_after(attempts.failures - 1) and attempts.until > now
            ]
            if waits:
                raise TooManyAttempts(max(waits))
            for key, attempts in counted.items():
                wait = patience[key].wait_after(attempts.failures)
                sign_in_attempts.block(connection, key, now + wait)

    def count_from(self, address: str) -> None:
        """Count an attempt that names no account. Raises TooManyAttempts."""
        self.count({self.address_key(address): WITH_AN_ADDRESS})

    def was_none(self, address: str) -> None:
        """The last attempt from this address was no guess after all."""
        with self._store.writing() as connection:
            sign_in_attempts.take_back(connection, self.address_key(address), self._now())
