"""Enrolment keys and the logins that computers claim, as rows."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, exists, insert, select, update

from itdesk.domain.ids import PersonId
from itdesk.server.store.audit import note
from itdesk.server.store.people import held_people, write_unsigned
from itdesk.server.store.tables import (
    enrolment_keys,
    enrolments,
    files,
    having_it_too,
    people,
    tickets,
    tokens,
)


@dataclass(frozen=True, kw_only=True)
class Key:
    """What an installer carries, as the store keeps it: without the key itself."""

    id: str
    site: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None

    def is_valid(self, now: datetime) -> bool:
        """Tell whether it buys a token."""
        return self.revoked_at is None and now < self.expires_at


@dataclass(frozen=True, kw_only=True)
class Enrolment:
    """A login that a computer claims. `enrolled_at`: the last time; `last_used_at` is up to an hour old."""

    person_id: PersonId
    login: str
    os_login: str
    device: str
    site: str
    created_at: datetime
    enrolled_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None
    linked_to: PersonId | None
    linked_at: datetime | None
    is_disabled: bool
    token: str
    """The digest of the one token that is hers."""

    @property
    def is_over(self) -> bool:
        """Whether it buys no token any more."""
        return self.is_disabled or self.revoked_at is not None or self.linked_to is not None


LISTED = (
    select(
        *(column for column in enrolments.c if column is not enrolments.c.key_id),
        people.c.login,
        people.c.site,
        people.c.disabled_at,
        tokens.c.last_used_at,
    )
    .join_from(enrolments, people, enrolments.c.person_id == people.c.id)
    .outerjoin(tokens, tokens.c.digest == enrolments.c.token)
)


def insert_key(connection: Connection, key: Key, digest: str) -> None:
    """Write a new key."""
    connection.execute(
        insert(enrolment_keys).values(
            id=key.id,
            site=key.site,
            digest=digest,
            created_at=key.created_at,
            expires_at=key.expires_at,
            revoked_at=key.revoked_at,
        )
    )


def every_key(connection: Connection) -> list[Key]:
    """Return all keys, by site, the newest of each first."""
    order = enrolment_keys.c.site, enrolment_keys.c.created_at.desc(), enrolment_keys.c.id
    return [_key(row) for row in connection.execute(select(enrolment_keys).order_by(*order))]


def find_key(connection: Connection, digest: str) -> Key | None:
    """Return the key with this digest, whether it is valid or not."""
    row = connection.execute(select(enrolment_keys).where(enrolment_keys.c.digest == digest)).first()
    return None if row is None else _key(row)


def revoke_key(connection: Connection, id: str, now: datetime) -> bool:
    """The key buys nothing any more; return False where there is no such key that still does."""
    open_key = enrolment_keys.c.id == id, enrolment_keys.c.revoked_at.is_(None)
    return connection.execute(update(enrolment_keys).where(*open_key).values(revoked_at=now)).rowcount == 1


def insert_enrolment(connection: Connection, one: Enrolment, key_id: str) -> None:
    """Write a login that is claimed for the first time."""
    connection.execute(
        insert(enrolments).values(
            person_id=one.person_id,
            key_id=key_id,
            token=one.token,
            os_login=one.os_login,
            device=one.device,
            created_at=one.created_at,
            enrolled_at=one.enrolled_at,
        )
    )


def renew_enrolment(
    connection: Connection, person_id: PersonId, key_id: str, token: str, now: datetime
) -> None:
    """This token is hers from now on."""
    same = enrolments.c.person_id == person_id
    connection.execute(update(enrolments).where(same).values(key_id=key_id, token=token, enrolled_at=now))


def find_enrolment(connection: Connection, person_id: PersonId) -> Enrolment | None:
    """Return the enrolment of a claimed login."""
    row = connection.execute(LISTED.where(enrolments.c.person_id == person_id)).first()
    return None if row is None else _enrolment(row)


def enrolment_with(connection: Connection, token: str) -> Enrolment | None:
    """Return the enrolment whose token has this digest, whether it still counts or not."""
    row = connection.execute(LISTED.where(enrolments.c.token == token)).first()
    return None if row is None else _enrolment(row)


def enrolments_after(connection: Connection, after: str, limit: int) -> list[Enrolment]:
    """Return enrolments in the order of their ids, after one of them."""
    question = LISTED.where(enrolments.c.person_id > after).order_by(enrolments.c.person_id).limit(limit)
    return [_enrolment(row) for row in connection.execute(question)]


def end_enrolment(connection: Connection, person_id: PersonId, by: str, now: datetime) -> None:
    """It is revoked from now on, and its token ends. The last in a transaction."""
    open_one = enrolments.c.person_id == person_id, enrolments.c.revoked_at.is_(None)
    connection.execute(update(enrolments).where(*open_one).values(revoked_at=now))
    _disable(connection, person_id, now)
    _note(connection, by, "enrolment-revoked", person_id, now)


def link_enrolment(connection: Connection, person_id: PersonId, to: PersonId, now: datetime) -> None:
    """It is known whose reports these are, and its token ends. The last in a transaction."""
    same = enrolments.c.person_id == person_id
    connection.execute(update(enrolments).where(same).values(linked_to=to, linked_at=now))
    _disable(connection, person_id, now)
    _note(connection, to, "enrolment-linked", person_id, now)


def still_to_hand_over(connection: Connection, limit: int) -> list[tuple[PersonId, PersonId]]:
    """Return linked logins that still have tickets, each with whose they are."""
    has_some = exists().where(tickets.c.requester_id == enrolments.c.person_id)
    question = select(enrolments.c.person_id, enrolments.c.linked_to).where(
        and_(enrolments.c.linked_at.is_not(None), has_some)
    )
    return [
        (PersonId(row.person_id), PersonId(row.linked_to))
        for row in connection.execute(question.limit(limit))
    ]


def hand_over_rows(connection: Connection, claimed: PersonId, to: PersonId) -> None:
    """Uploads under way go on as hers, and what she said to have too counts as hers."""
    connection.execute(update(files).where(files.c.owner_id == claimed).values(owner_id=to))
    same = having_it_too.c.person_id == claimed
    connection.execute(update(having_it_too).where(same).values(person_id=to))


def tickets_of(
    connection: Connection, person_id: PersonId, besides: Collection[str], limit: int
) -> list[str]:
    """Return the ids of tickets of this requester, without some."""
    hers = tickets.c.requester_id == person_id, tickets.c.id.not_in(sorted(besides))
    return list(connection.scalars(select(tickets.c.id).where(*hers).order_by(tickets.c.number).limit(limit)))


def _key(row: Row[*tuple[Any, ...]]) -> Key:
    return Key(
        id=row.id,
        site=row.site,
        created_at=row.created_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
    )


def _enrolment(row: Row[*tuple[Any, ...]]) -> Enrolment:
    return Enrolment(
        person_id=row.person_id,
        login=row.login,
        os_login=row.os_login,
        device=row.device,
        site=row.site,
        created_at=row.created_at,
        enrolled_at=row.enrolled_at,
        last_used_at=row.last_used_at,
        revoked_at=row.revoked_at,
        linked_to=row.linked_to,
        linked_at=row.linked_at,
        is_disabled=row.disabled_at is not None,
        token=row.token,
    )


def _disable(connection: Connection, id: PersonId, now: datetime) -> None:
    """The card says so too, staff are told of it, and all tokens end."""
    held = held_people(connection, [id])[id]
    if held.person is not None and not held.person.is_disabled:
        write_unsigned(connection, held, replace(held.person, is_disabled=True), now)


def _note(connection: Connection, by: str, action: str, id: PersonId, now: datetime) -> None:
    note(connection, actor_id=by, action=action, object_kind="enrolment", object_id=id, at=now)
