"""Keeps tokens in the operating system's keyring, which may be missing, locked or forgetful."""

import logging
from collections.abc import Callable
from threading import Thread
from typing import Protocol, TypeVar

from itdesk.workstation.credential_store import MemoryStore, StoreName

logger = logging.getLogger(__name__)

KEYRING_LIMIT_S = 5.0
SERVICE = "itdesk"

T = TypeVar("T")


class KeyringFailed(Exception):
    """The keyring could not do it."""


class Keyring(Protocol):
    """What is needed of the keyring package; its calls may block and raise anything."""

    def get_password(self, service: str, account: str, /) -> str | None:
        """Return the secret, None when there is none."""

    def set_password(self, service: str, account: str, secret: str, /) -> None:
        """Keep the secret."""

    def delete_password(self, service: str, account: str, /) -> None:
        """Forget the secret; an error when there is none."""


class KeyringStore:
    """Keeps tokens in the operating system's keyring; when that fails, in memory for this session.

    No call takes longer than `limit_s`: a locked collection waits for a person who may not be there.
    """

    def __init__(self, open_keyring: Callable[[], Keyring], limit_s: float = KEYRING_LIMIT_S) -> None:
        self._open_keyring = open_keyring
        self._limit_s = limit_s
        self._memory: MemoryStore | None = None

    @property
    def name(self) -> StoreName:
        """Where tokens are kept now: memory after a failure."""
        return StoreName.KEYRING if self._memory is None else StoreName.MEMORY

    @property
    def keeps_after_exit(self) -> bool:
        """Whether the keyring worked so far."""
        return self._memory is None

    @property
    def statement(self) -> str:
        """What the person should know; empty while the keyring works."""
        return "" if self._memory is None else self._memory.statement

    def get(self, account: str) -> str | None:
        """Return the token, None when there is none."""
        if self._memory is None:
            try:
                return self._bounded(lambda: self._open_keyring().get_password(SERVICE, account))
            except KeyringFailed as error:
                self._fall_back(error)
        return self._in_memory().get(account)

    def set(self, account: str, token: str) -> None:
        """Keep `token` for `account`."""
        if self._memory is None:
            try:
                return self._bounded(lambda: self._set(account, token))
            except KeyringFailed as error:
                self._fall_back(error)
        return self._in_memory().set(account, token)

    def delete(self, account: str) -> None:
        """Forget the token, if there is one."""
        if self._memory is None:
            try:
                return self._bounded(lambda: self._delete(account))
            except KeyringFailed as error:
                self._fall_back(error)
        return self._in_memory().delete(account)

    def _set(self, account: str, token: str) -> None:
        keyring = self._open_keyring()
        keyring.set_password(SERVICE, account, token)
        # Some backends take everything and keep nothing.
        if keyring.get_password(SERVICE, account) != token:
            raise KeyringFailed("it did not keep what it was given")

    def _delete(self, account: str) -> None:
        keyring = self._open_keyring()
        if keyring.get_password(SERVICE, account) is not None:
            keyring.delete_password(SERVICE, account)

    def _bounded(self, call: Callable[[], T]) -> T:
        """Return what `call` returns. Raises KeyringFailed when it fails or takes too long."""
        results: list[T] = []
        errors: list[Exception] = []

        def run() -> None:
            try:
                results.append(call())
            except Exception as error:  # noqa: BLE001 - backends raise whatever their libraries raise
                errors.append(error)

        thread = Thread(target=run, name="keyring", daemon=True)
        thread.start()
        thread.join(self._limit_s)
        if results:
            return results[0]
        raise KeyringFailed(str(errors[0]) if errors else f"no answer in {self._limit_s} s")

    def _fall_back(self, error: "KeyringFailed") -> None:
        logger.warning("the keyring cannot be used, tokens stay in memory: %s", error)
        self._in_memory()

    def _in_memory(self) -> MemoryStore:
        if self._memory is None:
            self._memory = MemoryStore()
        return self._memory


def open_system_keyring() -> Keyring:
    """Return the operating system's keyring. Raises KeyringFailed when there is none that is safe."""
    import keyring  # 30 to 100 ms, and it looks for backends

    backend = keyring.get_keyring()
    module = type(backend).__module__
    if module.startswith(("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")):
        raise KeyringFailed(f"{module} keeps nothing, or keeps it unprotected")
    return backend
