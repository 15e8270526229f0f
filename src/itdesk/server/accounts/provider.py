"""Who says that somebody is who she claims to be. See docs/decisions/0019-sign-in-providers.md."""

from dataclasses import dataclass
from typing import Protocol

from itdesk.server.accounts.passwords import Passwords
from itdesk.server.store import people
from itdesk.server.store.people import Account
from itdesk.server.store.store import Store


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What somebody brings: a folded login with its password, or what an identity provider gave her."""

    login: str
    secret: str


class SignInProvider(Protocol):
    """Local accounts, a directory, an identity provider: they all answer one question, in a thread."""

    def verify(self, proof: Proof) -> Account | None:
        """Return the account of whose proof this is, as it stood when it was looked at; None for nobody's.

        An unknown login costs the same work as a wrong secret. Waiting, tokens and shutting people out are
        the house's own matter, whoever verified; an account that changed meanwhile is not let in.
        """
        ...


class LocalAccounts:
    """Logins and passwords that are kept in the store."""

    def __init__(self, store: Store, passwords: Passwords) -> None:
        self._store = store
        self._passwords = passwords

    def verify(self, proof: Proof) -> Account | None:
        """Return the account whose password this is."""
        with self._store.reading() as connection:
            account = people.find_account(connection, proof.login)
        fits = self._passwords.fits(proof.secret, account.usable_hash if account else None)
        return account if fits else None
