"""Enrolment: a key buys a token for whoever sits at a computer, so that she can report before a sign-in."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from itdesk.domain.enrolment import claimed_person
from itdesk.domain.ids import PersonId, new_id
from itdesk.domain.limits import SHORT_TEXT_CHARS
from itdesk.domain.people import Actor, Person
from itdesk.domain.text import check_text
from itdesk.domain.writing import HeldPerson
from itdesk.server.accounts.errors import (
    BadAccount,
    EnrolmentOver,
    EnrolmentRefused,
    TooManyEnrolments,
    UnknownEnrolment,
)
from itdesk.server.accounts.tokens import digest_of, idle_since, new_token
from itdesk.server.backoff import Rate
from itdesk.server.store import audit, enrolments, people, sign_in_attempts, tokens
from itdesk.server.store.audit import SERVER
from itdesk.server.store.documents import lock_writings
from itdesk.server.store.enrolments import Enrolment, Key
from itdesk.server.store.store import Store

MARK = "ite_"
"""Begins every key, so that scanners for leaked secrets can know one."""

KEY_BYTES = 32
LONGEST_DAYS = 3_650
OF_AN_ADDRESS = Rate(most=300, window=timedelta(minutes=10))
"""A whole office may come from one address on the morning after the installation; nobody guesses 256 bits."""

BY_A_KEY = Rate(most=3_000, window=timedelta(hours=1))
"""Whoever has taken a key out of an installer cannot fill the list of devices with it overnight."""


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Who knocks: the key, the profile's secret, what the computer says of itself, and from where."""

    key: str
    profile: str
    os_login: str
    device: str
    address: str


class Enrolments:
    """Gives tokens for keys, lists and ends them. Every call waits for the database."""

    def __init__(self, store: Store, *, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        self._secret = store.identity.secret

    def new_key(self, site: str, days: int) -> tuple[str, Key]:
        """Return a new key, which nobody can read again, and what is kept. Raises BadAccount, Refused."""
        check_text(site, "site", SHORT_TEXT_CHARS)
        if not 1 <= days <= LONGEST_DAYS:
            raise BadAccount(f"A key is valid for 1 to {LONGEST_DAYS} days, not for {days}.")
        text, now = MARK + secrets.token_urlsafe(KEY_BYTES), self._now()
        key = Key(
            id=new_id(), site=site, created_at=now, expires_at=now + timedelta(days=days), revoked_at=None
        )
        with self._store.writing() as connection:
            enrolments.insert_key(connection, key, self._digest(f"enrolment key {text}"))
            audit.note(
                connection,
                actor_id=SERVER,
                action="enrolment-key-made",
                object_kind="enrolment-key",
                object_id=key.id,
                at=now,
            )
        return text, key

    def every_key(self) -> list[Key]:
        """Return all keys, by site, the newest of each first."""
        with self._store.reading() as connection:
            return enrolments.every_key(connection)

    def revoke_key(self, id: str) -> None:
        """The key buys nothing any more; what it bought stays. Raises UnknownEnrolment."""
        now = self._now()
        with self._store.writing() as connection:
            if not enrolments.revoke_key(connection, id, now):
                raise UnknownEnrolment(f"There is no enrolment key “{id[:40]}” that could be revoked.")
            audit.note(
                connection,
                actor_id=SERVER,
                action="enrolment-key-revoked",
                object_kind="enrolment-key",
                object_id=id,
                at=now,
            )

    def enrol(self, contact: Contact) -> tuple[str, Person]:
        """Return a new token, and whom it stands for; an earlier one of the same profile ends.

        Raises EnrolmentRefused, the same for every key that is not valid; EnrolmentOver for a profile that
        is revoked or linked; TooManyEnrolments; Refused for text that cannot be stored.
        """
        claimed_person(contact.profile, contact.os_login, contact.device)
        key = self._admitted(contact)
        person = claimed_person(contact.profile, contact.os_login, contact.device, key.site)
        token, now = new_token(), self._now()
        digest = digest_of(token, self._secret)
        with self._store.writing() as connection:
            lock_writings(connection)  # two first contacts of one profile come one after the other
            held = enrolments.find_enrolment(connection, person.id)
            if held is None:
                people.write_unsigned(connection, HeldPerson(), person, now)
                enrolments.insert_enrolment(connection, _first(contact, person, digest, now), key.id)
            elif held.is_over:
                raise EnrolmentOver
            else:
                tokens.revoke(connection, held.token, now)
                enrolments.renew_enrolment(connection, person.id, key.id, digest, now)
            tokens.insert_token(connection, digest, person.id, contact.device, now)
            audit.note(
                connection,
                actor_id=person.id,
                action="enrolled",
                object_kind="enrolment",
                object_id=person.id,
                at=now,
                detail=f"by key {key.id}",
            )
        return token, person

    def after(self, id: str, limit: int) -> list[Enrolment]:
        """Return enrolments in the order of their ids, after one of them."""
        with self._store.reading() as connection:
            return enrolments.enrolments_after(connection, id, limit)

    def revoke(self, id: str, by: str = SERVER) -> Enrolment:
        """The login may do nothing any more, and its profile cannot enrol again. Raises UnknownEnrolment."""
        now = self._now()
        with self._store.writing() as connection:
            lock_writings(connection)
            held = enrolments.find_enrolment(connection, PersonId(id))
            if held is None:
                raise UnknownEnrolment(f"There is no enrolment “{id[:40]}”.")
            enrolments.end_enrolment(connection, held.person_id, by, now)
        return held

    def link(self, token: str, actor: Actor) -> PersonId:
        """Note that the login which holds this token is the actor, and end it; return the login's person.

        Done again by the same actor it says the same. Raises UnknownEnrolment for any other token.
        """
        digest, now = digest_of(token, self._secret), self._now()
        with self._store.writing() as connection:
            lock_writings(connection)
            held = enrolments.enrolment_with(connection, digest)
            if held is None or held.linked_to not in (None, actor.id):
                raise UnknownEnrolment
            if held.linked_to is None:
                if tokens.find_holder(connection, digest, idle_since(now)) is None:
                    raise UnknownEnrolment
                enrolments.link_enrolment(connection, held.person_id, actor.id, now)
        return held.person_id

    def _admitted(self, contact: Contact) -> Key:
        """Return the key that was shown, if it is valid and not shown too often; counted in any case."""
        now, place = self._now(), self._digest(f"enrolment from {contact.address}")
        with self._store.writing() as connection:
            wait = sign_in_attempts.count_within(connection, place, OF_AN_ADDRESS, now)
            key = enrolments.find_key(connection, self._digest(f"enrolment key {contact.key}"))
            if key is not None and key.is_valid(now):
                used = self._digest(f"enrolment by {key.id}")
                wait = wait or sign_in_attempts.count_within(connection, used, BY_A_KEY, now)
        if wait:
            raise TooManyEnrolments(wait)
        if key is None or not key.is_valid(now):
            raise EnrolmentRefused
        return key

    def _digest(self, text: str) -> str:
        return digest_of(text, self._secret)


def _first(contact: Contact, person: Person, digest: str, now: datetime) -> Enrolment:
    return Enrolment(
        person_id=person.id,
        login=person.login,
        os_login=person.name,
        device=contact.device,
        site=person.site,
        created_at=now,
        enrolled_at=now,
        last_used_at=now,
        revoked_at=None,
        linked_to=None,
        linked_at=None,
        is_disabled=False,
        token=digest,
    )
