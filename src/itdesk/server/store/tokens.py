"""Tokens as rows: a digest each, never the token itself."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, insert, select, update

from itdesk.domain.ids import PersonId
from itdesk.domain.people import Role
from itdesk.server.store.tables import erasures, people, tokens

DIGESTS_AT_ONCE = 500
VALID = and_(
    tokens.c.revoked_at.is_(None),
    tokens.c.last_used_at > bindparam("idle_since", type_=tokens.c.last_used_at.type),
    people.c.disabled_at.is_(None),
)
"""What makes a token valid wherever that is asked: not ended, used since `idle_since`, nobody disabled."""

HOLDER = (
    select(people.c.id, people.c.role, tokens.c.last_used_at)
    .join_from(tokens, people, tokens.c.person_id == people.c.id)
    .where(tokens.c.digest == bindparam("digest"), VALID)
)
"""Built once: it is asked at every request, and building it takes longer than asking it."""


@dataclass(frozen=True, kw_only=True)
class Holder:
    """Whom a valid token stands for, and when it was last seen to be used."""

    person_id: PersonId
    role: Role
    last_used_at: datetime


@dataclass(frozen=True, kw_only=True)
class TokenRow:
    """A valid token as it is listed."""

    digest: str
    device: str
    created_at: datetime
    last_used_at: datetime


def insert_token(
    connection: Connection, digest: str, person_id: PersonId, device: str, now: datetime
) -> None:
    """Write a new token of a person on a device."""
    connection.execute(
        insert(tokens).values(
            digest=digest, person_id=person_id, device=device, created_at=now, last_used_at=now
        )
    )


def find_holder(connection: Connection, digest: str, idle_since: datetime) -> Holder | None:
    """Return whom the token stands for; None when it is unknown, ended, or unused since `idle_since`."""
    row = connection.execute(HOLDER, {"digest": digest, "idle_since": idle_since}).first()
    if row is None:
        return None
    return Holder(person_id=PersonId(row.id), role=Role(row.role), last_used_at=row.last_used_at)


def find_erased(connection: Connection, digest: str) -> PersonId | None:
    """Return whom the token stood for before she was erased; None for any other token."""
    known = tokens.c.digest == digest, tokens.c.person_id == erasures.c.person_id
    found = connection.scalar(select(tokens.c.person_id).where(*known))
    return None if found is None else PersonId(found)


def note_use(connection: Connection, digest: str, now: datetime) -> None:
    """Remember when the token was used."""
    connection.execute(update(tokens).where(tokens.c.digest == digest).values(last_used_at=now))


def revoke(connection: Connection, digest: str, now: datetime) -> None:
    """The token stands for nobody from now on."""
    connection.execute(
        update(tokens).where(tokens.c.digest == digest, tokens.c.revoked_at.is_(None)).values(revoked_at=now)
    )


def revoke_all_of(connection: Connection, person_id: PersonId, now: datetime) -> None:
    """All of a person's tokens stand for nobody from now on."""
    connection.execute(
        update(tokens)
        .where(tokens.c.person_id == person_id, tokens.c.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def tokens_of(connection: Connection, person_id: PersonId, idle_since: datetime) -> list[TokenRow]:
    """Return a person's valid tokens, the last used first."""
    question = (
        select(tokens.c.digest, tokens.c.device, tokens.c.created_at, tokens.c.last_used_at)
        .join_from(tokens, people, tokens.c.person_id == people.c.id)
        .where(tokens.c.person_id == person_id, VALID)
        .order_by(tokens.c.last_used_at.desc(), tokens.c.digest)
    )
    return [TokenRow(**row) for row in connection.execute(question, {"idle_since": idle_since}).mappings()]


def valid_among(connection: Connection, digests: Collection[str], idle_since: datetime) -> set[str]:
    """Return which of these tokens are still valid."""
    asked, valid = sorted(digests), set[str]()
    for start in range(0, len(asked), DIGESTS_AT_ONCE):
        valid |= set(
            connection.scalars(
                select(tokens.c.digest)
                .join_from(tokens, people, tokens.c.person_id == people.c.id)
                .where(tokens.c.digest.in_(asked[start : start + DIGESTS_AT_ONCE]), VALID),
                {"idle_since": idle_since},
            )
        )
    return valid
