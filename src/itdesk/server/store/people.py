"""People and their local accounts, as rows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, case, func, insert, select, update

from itdesk.domain.audience import Audience
from itdesk.domain.ids import PersonId, new_id
from itdesk.domain.people import Person, Role
from itdesk.domain.writing import HeldPerson, Standing
from itdesk.server.store.codes import end_codes_of
from itdesk.server.store.counter import advance
from itdesk.server.store.tables import feed, people
from itdesk.server.store.tokens import revoke_all_of

PERSON_COLUMNS = (
    people.c.id,
    people.c.login,
    people.c.name,
    people.c.role,
    people.c.department,
    people.c.site,
    people.c.place,
    people.c.phone,
    people.c.disabled_at,
    people.c.version,
)

ACCOUNT = select(*PERSON_COLUMNS, people.c.password_hash)

WRITTEN = (
    "login",
    "name",
    "role",
    "department",
    "site",
    "place",
    "phone",
    "version",
    "author_id",
    "foreign_version",
    "position",
)
_DISABLED_AT = bindparam("new_disabled_at", type_=people.c.disabled_at.type)
_SINCE = func.coalesce(people.c.disabled_at, _DISABLED_AT)  # who was disabled before stays so since then
CHANGED = (
    update(people)
    .where(people.c.id == bindparam("new_id"))
    .values(
        # who was disabled before stays so since then
        disabled_at=case(
            (_DISABLED_AT.is_(None), None), else_=func.coalesce(people.c.disabled_at, _DISABLED_AT)
        ),
        **{name: bindparam(f"new_{name}") for name in WRITTEN},
    )
)


@dataclass(frozen=True, kw_only=True)
class PersonVersion:
    """Somebody's card to be written."""

    person: Person
    standing: Standing
    is_renamed: bool = False
    """Whether she was called otherwise before: her tickets are found by her name."""

    @property
    def is_new(self) -> bool:
        """Whether she was never here."""
        return self.standing.version == 1


@dataclass(frozen=True, kw_only=True)
class Account:
    """A person with what it takes to sign in. Without a hash nobody can sign in as her here."""

    person: Person
    password_hash: str | None
    disabled_at: datetime | None

    @property
    def usable_hash(self) -> str | None:
        """The hash that a password is checked against; none for a disabled account."""
        return None if self.disabled_at else self.password_hash

    def lets_in_like(self, verified: "Account") -> bool:
        """Tell whether who was verified with this account as it was then may still come in."""
        return self.disabled_at is None and self.password_hash == verified.password_hash


def person_from(row: RowMapping) -> Person:
    """Return the person in a row that has PERSON_COLUMNS."""
    return Person(
        id=PersonId(row[people.c.id]),
        login=row[people.c.login],
        name=row[people.c.name],
        role=Role(row[people.c.role]),
        department=row[people.c.department],
        site=row[people.c.site],
        place=row[people.c.place],
        phone=row[people.c.phone],
        is_disabled=row[people.c.disabled_at] is not None,
        version=row[people.c.version],
    )


def held_people(connection: Connection, ids: Collection[PersonId]) -> dict[PersonId, HeldPerson]:
    """Return how the cards of these people stand."""
    if not ids:
        return {}
    question = select(people).where(people.c.id.in_(sorted(ids)))
    return {row[people.c.id]: _held(row) for row in connection.execute(question).mappings()}


def every_person(connection: Connection) -> list[HeldPerson]:
    """Return how the cards of everybody stand, in the order of their logins."""
    question = select(people).order_by(people.c.login)
    return [_held(row) for row in connection.execute(question).mappings()]


def taken_logins(connection: Connection, logins: Collection[str]) -> dict[str, str]:
    """Return which of these folded logins are taken, and by whom."""
    if not logins:
        return {}
    rows = connection.execute(select(people.c.login, people.c.id).where(people.c.login.in_(sorted(logins))))
    return {row.login: row.id for row in rows}


def write_person(
    connection: Connection, new: PersonVersion, position: int, change_id: str, at: datetime
) -> None:
    """Write somebody's card and tell the feed at this position; a disabled person's tokens and codes end.

    Raises IntegrityError when the login is taken.
    """
    _write(connection, [(new, position, change_id)], at)


def write_people(connection: Connection, listed: Sequence[PersonVersion], at: datetime) -> None:
    """Write many cards in nobody's name, as `write_person` does each."""
    if listed:
        first = advance(connection, len(listed)).position
        _write(connection, [(new, first + place, new_id()) for place, new in enumerate(listed)], at)


def _write(connection: Connection, listed: Sequence[tuple[PersonVersion, int, str]], at: datetime) -> None:
    fresh = [_values(new, position, at) for new, position, _ in listed if new.is_new]
    changed = [_values(new, position, at) for new, position, _ in listed if not new.is_new]
    if fresh:
        connection.execute(insert(people), fresh)
    if changed:
        connection.execute(
            CHANGED, [{f"new_{name}": value for name, value in row.items()} for row in changed]
        )
    for new, _, _ in listed:
        if new.person.is_disabled and not new.is_new:
            revoke_all_of(connection, new.person.id, at)
            end_codes_of(connection, new.person.id)
    rows = [_feed_row(new.person.id, position, change_id) for new, position, change_id in listed]
    connection.execute(insert(feed), rows)


def write_unsigned(connection: Connection, held: HeldPerson, person: Person, at: datetime) -> None:
    """Write a card over what is held, in nobody's name: a command of the server did it."""
    write_people(connection, [PersonVersion(person=person, standing=held.standing.written_by(None))], at)


def _values(new: PersonVersion, position: int, at: datetime) -> dict[str, object]:
    person, standing = new.person, new.standing
    return {
        "id": person.id,
        "disabled_at": at if person.is_disabled else None,
        "login": person.login,
        "name": person.name,
        "role": person.role,
        "department": person.department,
        "site": person.site,
        "place": person.place,
        "phone": person.phone,
        "version": standing.version,
        "author_id": standing.author,
        "foreign_version": standing.foreign_version,
        "position": position,
    }


def _feed_row(person_id: PersonId, position: int, change_id: str) -> dict[str, object]:
    return {
        "position": position,
        "ordinal": 0,
        "kind": "person",
        "subject_id": person_id,
        "audience": Audience.STAFF,
        "change_id": change_id,
    }


def _held(row: RowMapping) -> HeldPerson:
    return HeldPerson(
        person=person_from(row),
        standing=Standing(
            version=row[people.c.version],
            author=row[people.c.author_id],
            foreign_version=row[people.c.foreign_version],
        ),
    )


def has_admin(connection: Connection) -> bool:
    """Tell whether there is an admin who is not disabled."""
    found = select(people.c.id).where(people.c.role == Role.ADMIN, people.c.disabled_at.is_(None)).limit(1)
    return connection.scalar(found) is not None


def find_account(connection: Connection, login: str) -> Account | None:
    """Return the account of a folded login."""
    row = connection.execute(ACCOUNT.where(people.c.login == login)).mappings().first()
    return None if row is None else _account(row)


def lock_account(connection: Connection, person_id: PersonId) -> Account | None:
    """Return a person's account, which nobody else changes until the end.

    To be called before her tokens or codes are touched.
    """
    row = connection.execute(ACCOUNT.where(people.c.id == person_id).with_for_update()).mappings().first()
    return None if row is None else _account(row)


def _account(row: RowMapping) -> Account:
    return Account(
        person=person_from(row),
        password_hash=row[people.c.password_hash],
        disabled_at=row[people.c.disabled_at],
    )


def write_password_hash(connection: Connection, person_id: PersonId, password_hash: str) -> None:
    """This is the password of the person from now on."""
    connection.execute(update(people).where(people.c.id == person_id).values(password_hash=password_hash))
