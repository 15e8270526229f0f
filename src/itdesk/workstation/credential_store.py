"""What a store of tokens is, and the one that keeps them in memory."""

from enum import StrEnum
from typing import Protocol

SESSION_ONLY = "No keyring on this computer: you sign in again at every start."


class StoreName(StrEnum):
    """The kinds of stores, as the setting credential_store names them."""

    KEYRING = "keyring"
    MEMORY = "memory"
    FILE = "file"


class CredentialStore(Protocol):
    """Keeps one token an account. An account is any text that names server and person."""

    @property
    def name(self) -> StoreName:
        """Where tokens are kept now."""

    @property
    def keeps_after_exit(self) -> bool:
        """Whether a token is still there at the next start. May turn False by a call that failed."""

    @property
    def statement(self) -> str:
        """What the person should know about it, one English sentence; empty when all is well."""

    def get(self, account: str) -> str | None:
        """Return the token, None when there is none."""

    def set(self, account: str, token: str) -> None:
        """Keep `token` for `account`, in place of an older one."""

    def delete(self, account: str) -> None:
        """Forget the token, if there is one."""


class MemoryStore:
    """Keeps tokens until the program ends."""

    name = StoreName.MEMORY
    keeps_after_exit = False
    statement = SESSION_ONLY

    def __init__(self) -> None:
        self._tokens: dict[str, str] = {}

    def get(self, account: str) -> str | None:
        """Return the token, None when there is none."""
        return self._tokens.get(account)

    def set(self, account: str, token: str) -> None:
        """Keep `token` for `account`."""
        self._tokens[account] = token

    def delete(self, account: str) -> None:
        """Forget the token, if there is one."""
        self._tokens.pop(account, None)
