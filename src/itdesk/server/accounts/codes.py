"""One-time codes: who gets one, and what it is exchanged for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from itdesk.domain.ids import PersonId, new_id
from itdesk.domain.limits import SHORT_TEXT_CHARS
from itdesk.domain.logins import fold_login
from itdesk.domain.people import Person, Role
from itdesk.domain.person_rules import checked_person
from itdesk.domain.text import check_text
from itdesk.domain.writing import HeldPerson
from itdesk.server.accounts.accounts import good_password
from itdesk.server.accounts.code_text import GOOD_FOR, Purpose, code_digest, new_code, purpose_of
from itdesk.server.accounts.errors import (
    BadAccount,
    BadCode,
    HasPassword,
    LoginTaken,
    SetUpDone,
    UnknownLogin,
)
from itdesk.server.accounts.guesses import Guesses
from itdesk.server.accounts.passwords import Passwords
from itdesk.server.accounts.tokens import digest_of, new_token
from itdesk.server.store import codes, people, tokens
from itdesk.server.store.audit import Deed, note_all
from itdesk.server.store.codes import CodeRow
from itdesk.server.store.documents import lock_writings
from itdesk.server.store.store import Store


@dataclass(frozen=True, kw_only=True)
class Made:
    """A fresh code, told once, and until when it counts."""

    code: str
    ends_at: datetime


@dataclass(frozen=True, kw_only=True)
class FirstAdmin:
    """Who is to become the first admin, as she typed it."""

    login: str
    name: str
    password: str
    device: str


class Codes:
    """Makes codes and exchanges them. Every call waits for the database: not for an event loop."""

    def __init__(self, store: Store, *, now: Callable[[], datetime], passwords: Passwords) -> None:
        self._store = store
        self._now = now
        self._passwords = passwords
        self._guesses = Guesses(store, now=now)
        self._secret = store.identity.secret

    def invite(self, person_id: PersonId, *, by: str, request_id: str = "") -> Made:
        """Return the code with which somebody without a password chooses one; her older invitations end.

        Raises UnknownLogin, HasPassword, or BadAccount for who is disabled.
        """
        return self._made_for(person_id, Purpose.INVITATION, by, request_id)

    def reset(self, person_id: PersonId, *, by: str, request_id: str = "") -> Made:
        """Return the code with which somebody chooses a new password; her older ones for this end.

        The present password counts until it is used. Raises UnknownLogin, or BadAccount for who is disabled.
        """
        return self._made_for(person_id, Purpose.RESET, by, request_id)

    def set_up(self, code: str, first: FirstAdmin, address: str) -> tuple[str, Person]:
        """Make the first admin, and return a token and her.

        Raises BadCode, SetUpDone, LoginTaken, BadAccount, TooManyAttempts, or Refused for text that cannot
        be stored. Only success uses the code up.
        """
        admin, token = _admin_of(first), new_token()
        good_password(first.password)
        row = self._found(code, (Purpose.SET_UP,), address)
        password_hash, now = self._passwords.hash(first.password), self._now()
        with self._store.writing() as connection:
            lock_writings(connection)
            if not codes.take_code(connection, row.digest):
                raise BadCode
            if people.has_admin(connection):
                raise SetUpDone
            if people.find_account(connection, admin.login) is not None:
                raise LoginTaken(admin.login)
            people.write_unsigned(connection, HeldPerson(), admin, now)
            people.write_password_hash(connection, admin.id, password_hash)
            tokens.insert_token(connection, digest_of(token, self._secret), admin.id, first.device, now)
            note_all(connection, [_deed(admin.id, "set-up", admin.id)], now)
        self._guesses.was_none(address)
        return token, replace(admin, version=1)

    def choose_password(self, code: str, password: str, device: str, address: str) -> tuple[str, Person]:
        """Give the person of an invitation or a reset the password, and return a token and her.

        Everything that was signed in as her, and every other code of hers, ends. Raises BadCode, BadAccount,
        TooManyAttempts, or Refused. Only success uses the code up.
        """
        check_text(device, "device", SHORT_TEXT_CHARS)
        good_password(password)
        row = self._found(code, (Purpose.INVITATION, Purpose.RESET), address)
        password_hash, token, now = self._passwords.hash(password), new_token(), self._now()
        with self._store.writing() as connection:
            account = people.lock_account(connection, row.person_id) if row.person_id else None
            if not codes.take_code(connection, row.digest):
                raise BadCode
            if account is None or account.disabled_at is not None:
                raise BadCode
            id = account.person.id
            people.write_password_hash(connection, id, password_hash)
            tokens.revoke_all_of(connection, id, now)
            codes.end_codes_of(connection, id)
            tokens.insert_token(connection, digest_of(token, self._secret), id, device, now)
            note_all(connection, [_deed(id, "password-chosen", id)], now)
        self._guesses.was_none(address)
        return token, account.person

    def person_of(self, login: str) -> PersonId:
        """Return whose login this is. Raises UnknownLogin, or Refused for what is none."""
        folded = fold_login(login)
        with self._store.reading() as connection:
            account = people.find_account(connection, folded)
        if account is None:
            raise UnknownLogin(folded)
        return account.person.id

    def _made_for(self, person_id: PersonId, purpose: Purpose, by: str, request_id: str) -> Made:
        made, now = _fresh(purpose, self._now()), self._now()
        with self._store.writing() as connection:
            lock_writings(connection)
            account = people.lock_account(connection, person_id)
            if account is None:
                raise UnknownLogin(person_id)
            if account.disabled_at is not None:
                raise BadAccount(f"The account “{account.person.login}” is disabled.")
            if purpose is Purpose.INVITATION and account.password_hash is not None:
                raise HasPassword(account.person.login)
            codes.write_code(connection, _row(made, self._secret, purpose, person_id), now)
            note_all(connection, [_deed(by, f"{purpose}-made", person_id, request_id)], now)
        return made

    def _found(self, code: str, purposes: tuple[Purpose, ...], address: str) -> CodeRow:
        """Return the row of a code that counts. The attempt is counted. Raises BadCode, TooManyAttempts."""
        self._guesses.count_from(address)
        purpose = purpose_of(code)
        if purpose not in purposes:
            raise BadCode
        with self._store.reading() as connection:
            row = codes.find_code(connection, code_digest(code, self._secret), purpose, self._now())
        if row is None:
            raise BadCode
        return row


def made_for_set_up(store: Store, now: datetime) -> Made | None:
    """Return a set-up code, the only one that counts from now on; None when there is an admin."""
    made = _fresh(Purpose.SET_UP, now)
    with store.writing() as connection:
        lock_writings(connection)
        if people.has_admin(connection):
            return None
        codes.write_code(connection, _row(made, store.identity.secret, Purpose.SET_UP, None), now)
    return made


def _fresh(purpose: Purpose, now: datetime) -> Made:
    return Made(code=new_code(purpose), ends_at=now + GOOD_FOR)


def _row(made: Made, secret: bytes, purpose: Purpose, person_id: PersonId | None) -> CodeRow:
    digest = code_digest(made.code, secret)
    return CodeRow(digest=digest, purpose=purpose, person_id=person_id, ends_at=made.ends_at)


def _deed(actor_id: str, action: str, person_id: PersonId, request_id: str = "") -> Deed:
    return Deed(
        actor_id=actor_id,
        action=action,
        object_kind="person",
        object_id=person_id,
        request_id=request_id,
    )


def _admin_of(first: FirstAdmin) -> Person:
    check_text(first.device, "device", SHORT_TEXT_CHARS)
    person = Person(id=PersonId(new_id()), login=first.login, name=first.name, role=Role.ADMIN)
    return checked_person(person)
