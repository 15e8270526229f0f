"""Passwords: hashed by Argon2id, checked with the same work whether or not the account exists."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import Type

TIME_COST = 2
MEMORY_KIB = 19 * 1024
PARALLELISM = 1
"""OWASP's recommended minimum for Argon2id: 19 MiB keeps two checks at once within the server's memory."""


class Passwords:
    """Hashes and checks passwords. Each call takes tens of milliseconds on purpose: call it in a thread."""

    def __init__(
        self, *, time_cost: int = TIME_COST, memory_kib: int = MEMORY_KIB, parallelism: int = PARALLELISM
    ) -> None:
        self._hasher = PasswordHasher(
            time_cost=time_cost, memory_cost=memory_kib, parallelism=parallelism, type=Type.ID
        )
        self._nobody = self._hasher.hash("the password of an account that does not exist")

    def hash(self, password: str) -> str:
        """Return the hash to be kept, with its own salt and parameters."""
        return self._hasher.hash(password)

    def fits(self, password: str, kept: str | None) -> bool:
        """Tell whether `password` belongs to the kept hash; of nobody's hash (None), never, as slowly."""
        try:
            self._hasher.verify(kept or self._nobody, password)
        except (VerificationError, InvalidHashError):
            return False
        return kept is not None
