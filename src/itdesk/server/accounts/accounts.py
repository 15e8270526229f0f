"""Local accounts: who may sign in, and whom a token stands for."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime, timedelta

from itdesk.domain.ids import PersonId, new_id
from itdesk.domain.limits import SHORT_TEXT_CHARS
from itdesk.domain.logins import fold_login
from itdesk.domain.people import Actor, Person, Role
from itdesk.domain.person_rules import checked_person
from itdesk.domain.text import check_text
from itdesk.domain.writing import HeldPerson
from itdesk.server.accounts.errors import (
    BadAccount,
    LoginTaken,
    TooManyAttempts,
    UnknownLogin,
    WrongPassword,
)
from itdesk.server.accounts.passwords import Passwords
from itdesk.server.accounts.tokens import digest_of, idle_since, looks_like_token, new_token
from itdesk.server.backoff import WITH_AN_ACCOUNT, WITH_AN_ADDRESS
from itdesk.server.store import audit, people, sign_in_attempts, tokens
from itdesk.server.store.documents import lock_writings
from itdesk.server.store.people import Account
from itdesk.server.store.store import Store

SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 1_000
NOTE_USE_EVERY = timedelta(hours=1)
FORGET_FAILURES_AFTER = timedelta(hours=1)


class Accounts:
    """The doorkeeper. Every call may wait for the database: not for an event loop."""

    def __init__(self, store: Store, *, now: Callable[[], datetime], passwords: Passwords) -> None:
        self._store = store
        self._now = now
        self._passwords = passwords
        self._secret = store.identity.secret

    def add_user(
        self,
        login: str,
        *,
        name: str,
        role: Role,
        password: str,
        department: str = "",
        site: str = "",
        place: str = "",
        phone: str = "",
    ) -> Person:
        """Make an account and return its person.

        Raises LoginTaken, BadAccount, or Refused for text that cannot be stored.
        """
        person = checked_person(
            Person(
                id=PersonId(new_id()),
                login=login,
                name=name,
                role=_given_role(role),
                department=department,
                site=site,
                place=place,
                phone=phone,
            )
        )
        password_hash = self._passwords.hash(_good_password(password))
        with self._store.writing() as connection:
            lock_writings(connection)
            if people.find_account(connection, person.login) is not None:
                raise LoginTaken(person.login)
            people.write_unsigned(connection, HeldPerson(), person, self._now())
            people.write_password_hash(connection, person.id, password_hash)
            audit.note_account(connection, audit.SERVER, "person-added", person.id, self._now())
        return replace(person, version=1)

    def sign_in(self, login: str, password: str, device: str, address: str) -> tuple[str, Person]:
        """Return a new token and whom it stands for.

        Raises WrongPassword, the same whether or not the account exists; TooManyAttempts; Refused for
        text that cannot be stored.
        """
        folded = fold_login(login)
        check_text(device, "device", SHORT_TEXT_CHARS)
        account_key, address_key = self._key(f"account {folded}"), self._key(f"address {address}")
        self._count(account_key, address_key)
        with self._store.reading() as connection:
            account = people.find_account(connection, folded)
        fits = self._passwords.fits(password, account.usable_hash if account else None)
        if account is None or not fits:
            self._note_failed(account)
            raise WrongPassword
        return self._let_in(account.person, device, account_key, address_key), account.person

    def actor_for(self, token: str | None) -> Actor | None:
        """Return who acts with this token: one indexed question. None when nobody does (any more).

        The restricted queues that she belongs to are looked up where her scope is needed.
        """
        if token is None or not looks_like_token(token):
            return None
        digest, now = self.digest_of(token), self._now()
        with self._store.reading() as connection:
            holder = tokens.find_holder(connection, digest, idle_since(now))
        if holder is None:
            return None
        if now - holder.last_used_at > NOTE_USE_EVERY:
            with self._store.writing() as connection:
                tokens.note_use(connection, digest, now)
        return Actor(id=holder.person_id, role=holder.role)

    def erased_holder(self, token: str | None) -> PersonId | None:
        """Return whom the token stood for, if she was erased since. Asked where it stands for nobody."""
        if token is None or not looks_like_token(token):
            return None
        with self._store.reading() as connection:
            return tokens.find_erased(connection, self.digest_of(token))

    def digest_of(self, token: str) -> str:
        """Return the digest under which the store knows the token."""
        return digest_of(token, self._secret)

    def valid_among(self, digests: Collection[str]) -> set[str]:
        """Return which of these tokens are still valid, by one question for five hundred."""
        with self._store.reading() as connection:
            return tokens.valid_among(connection, digests, idle_since(self._now()))

    def sign_out(self, token: str) -> None:
        """The token stands for nobody any more. Nothing happens when it never did."""
        with self._store.writing() as connection:
            tokens.revoke(connection, self.digest_of(token), self._now())

    def set_password(self, login: str, password: str) -> Person:
        """Only the new password counts from now on, and all tokens end; return whose it is.

        Raises UnknownLogin, or BadAccount for a bad password or a disabled account.
        """
        folded = fold_login(login)
        password_hash = self._passwords.hash(_good_password(password))
        with self._store.writing() as connection:
            account = _existing(people.find_account(connection, folded), folded)
            if account.disabled_at is not None:
                raise BadAccount(f"The account “{account.person.login}” is disabled.")
            tokens.revoke_all_of(connection, account.person.id, self._now())
            people.write_password_hash(connection, account.person.id, password_hash)
            audit.note_account(connection, audit.SERVER, "password-set", account.person.id, self._now())
        return account.person

    def disable(self, login: str) -> Person:
        """Nobody can sign in as this person any more, and all her tokens end; return her.

        Raises UnknownLogin.
        """
        folded = fold_login(login)
        with self._store.writing() as connection:
            lock_writings(connection)
            person = _existing(people.find_account(connection, folded), folded).person
            held = people.held_people(connection, [person.id])[person.id]
            people.write_unsigned(connection, held, replace(person, is_disabled=True), self._now())
            audit.note_account(connection, audit.SERVER, "person-disabled", person.id, self._now())
        return person

    def _count(self, account_key: str, address_key: str) -> None:
        """Count the attempt before it is judged, so that many at once are no way around the wait."""
        now = self._now()
        patience = {account_key: WITH_AN_ACCOUNT, address_key: WITH_AN_ADDRESS}
        with self._store.writing() as connection:
            sign_in_attempts.forget_before(connection, now - FORGET_FAILURES_AFTER)
            counted = {key: sign_in_attempts.count_attempt(connection, key, now) for key in sorted(patience)}
            waits = [
                attempts.until - now
                for key, attempts in counted.items()
                if patience[key].wait_after(attempts.failures - 1) and attempts.until > now
            ]
            if waits:
                raise TooManyAttempts(max(waits))  # which takes the count back
            for key, attempts in counted.items():
                wait = patience[key].wait_after(attempts.failures)
                sign_in_attempts.block(connection, key, now + wait)

    def _let_in(self, person: Person, device: str, account_key: str, address_key: str) -> str:
        token, now = new_token(), self._now()
        with self._store.writing() as connection:
            for key in sorted((account_key, address_key)):  # as they are counted: no two wait in a ring
                if key == account_key:
                    sign_in_attempts.forget(connection, key)
                else:
                    sign_in_attempts.take_back(connection, key, now)
            tokens.insert_token(connection, self.digest_of(token), person.id, device, now)
            audit.note_account(connection, person.id, "signed-in", person.id, self._now())
        return token

    def _note_failed(self, account: Account | None) -> None:
        """A login that nobody has is not written down: people type passwords there."""
        with self._store.writing() as connection:
            id = account.person.id if account else ""
            audit.note_account(connection, audit.NOBODY, "sign-in-failed", id, self._now())

    def _key(self, text: str) -> str:
        """Hashed, because people type passwords where the login belongs."""
        return digest_of(text, self._secret)


def _existing(account: Account | None, login: str) -> Account:
    if account is None:
        raise UnknownLogin(login)
    return account


def _given_role(role: Role) -> Role:
    if not role.is_given:
        raise BadAccount(f"Nobody can be given the role “{role}”.")
    return role


def _good_password(password: str) -> str:
    if len(password) < SHORTEST_PASSWORD:
        raise BadAccount(f"The password is too short: at least {SHORTEST_PASSWORD} characters are needed.")
    if len(password) > LONGEST_PASSWORD:
        raise BadAccount(f"The password is too long: at most {LONGEST_PASSWORD} characters are accepted.")
    return password
