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
from itdesk.server.accounts.errors import BadAccount, LoginTaken, UnknownLogin, WrongPassword
from itdesk.server.accounts.guesses import Guesses
from itdesk.server.accounts.passwords import Passwords
from itdesk.server.accounts.provider import LocalAccounts, Proof, SignInProvider
from itdesk.server.accounts.tokens import digest_of, idle_since, looks_like_token, new_token
from itdesk.server.backoff import WITH_AN_ACCOUNT, WITH_AN_ADDRESS
from itdesk.server.store import audit, codes, people, sign_in_attempts, tokens
from itdesk.server.store.documents import lock_writings
from itdesk.server.store.people import Account
from itdesk.server.store.store import Store

SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 1_000
NOTE_USE_EVERY = timedelta(hours=1)


class Accounts:
    """The doorkeeper. Every call may wait for the database: not for an event loop."""

    def __init__(
        self,
        store: Store,
        *,
        now: Callable[[], datetime],
        passwords: Passwords,
        provider: SignInProvider | None = None,
    ) -> None:
        """`provider` says who somebody is; without one the accounts of the store do."""
        self._store = store
        self._now = now
        self._passwords = passwords
        self._provider = provider or LocalAccounts(store, passwords)
        self._guesses = Guesses(store, now=now)
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
        password_hash = self._passwords.hash(good_password(password))
        person = Person(
            id=PersonId(new_id()),
            login=login,
            name=name,
            role=role,
            department=department,
            site=site,
            place=place,
            phone=phone,
        )
        return self._add(person, password_hash)

    def add_person(self, login: str, *, name: str, role: Role) -> Person:
        """Make somebody known who cannot sign in yet: she is to be invited. Raises as `add_user` does."""
        return self._add(Person(id=PersonId(new_id()), login=login, name=name, role=role), None)

    def sign_in(self, login: str, password: str, device: str, address: str) -> tuple[str, Person]:
        """Return a new token and whom it stands for.

        Raises WrongPassword, the same whether or not the account exists; TooManyAttempts; Refused for
        text that cannot be stored.
        """
        folded = fold_login(login)
        check_text(device, "device", SHORT_TEXT_CHARS)
        account_key = self._guesses.key(f"account {folded}")
        address_key = self._guesses.address_key(address)
        self._guesses.count({account_key: WITH_AN_ACCOUNT, address_key: WITH_AN_ADDRESS})
        verified = self._provider.verify(Proof(login=folded, secret=password))
        if verified is None:
            self._note_failed(folded)
            raise WrongPassword
        return self._let_in(verified, device, account_key, address_key), verified.person

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
        password_hash = self._passwords.hash(good_password(password))
        with self._store.writing() as connection:
            account = _existing(people.find_account(connection, folded), folded)
            if account.disabled_at is not None:
                raise BadAccount(f"The account “{account.person.login}” is disabled.")
            # First the person's row, which whoever signs in now holds until her token is there to be ended.
            people.write_password_hash(connection, account.person.id, password_hash)
            tokens.revoke_all_of(connection, account.person.id, self._now())
            codes.end_codes_of(connection, account.person.id)
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

    def _add(self, person: Person, password_hash: str | None) -> Person:
        added = checked_person(replace(person, role=_given_role(person.role)))
        with self._store.writing() as connection:
            lock_writings(connection)
            if people.find_account(connection, added.login) is not None:
                raise LoginTaken(added.login)
            people.write_unsigned(connection, HeldPerson(), added, self._now())
            if password_hash is not None:
                people.write_password_hash(connection, added.id, password_hash)
            audit.note_account(connection, audit.SERVER, "person-added", added.id, self._now())
        return replace(added, version=1)

    def _let_in(self, verified: Account, device: str, account_key: str, address_key: str) -> str:
        """Return a new token. Raises WrongPassword when the account was changed since it was verified."""
        token, id = new_token(), verified.person.id
        with self._store.writing() as connection:
            sign_in_attempts.forgive(
                connection, forgotten=account_key, taken_back=address_key, now=self._now()
            )
            account = people.lock_account(connection, id)
            if account is None or not account.lets_in_like(verified):
                raise WrongPassword
            tokens.insert_token(connection, self.digest_of(token), id, device, self._now())
            audit.note_account(connection, id, "signed-in", id, self._now())
        return token

    def _note_failed(self, login: str) -> None:
        """A login that nobody has is not written down: people type passwords there."""
        with self._store.writing() as connection:
            account = people.find_account(connection, login)
            id = account.person.id if account else ""
            audit.note_account(connection, audit.NOBODY, "sign-in-failed", id, self._now())


def _existing(account: Account | None, login: str) -> Account:
    if account is None:
        raise UnknownLogin(login)
    return account


def _given_role(role: Role) -> Role:
    if not role.is_given:
        raise BadAccount(f"Nobody can be given the role “{role}”.")
    return role


def good_password(password: str) -> str:
    """Return the password. Raises BadAccount when it is too short or too long."""
    if len(password) < SHORTEST_PASSWORD:
        raise BadAccount(f"The password is too short: at least {SHORTEST_PASSWORD} characters are needed.")
    if len(password) > LONGEST_PASSWORD:
        raise BadAccount(f"The password is too long: at most {LONGEST_PASSWORD} characters are accepted.")
    return password
