"""People and their local accounts, as rows."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, insert, select, update

from itdesk.domain.ids import PersonId
from itdesk.domain.people import Person, Role
from itdesk.server.store.tables import people

PERSON_COLUMNS = (
    people.c.id,
    people.c.login,
    people.c.name,
    people.c.role,
    people.c.department,
    people.c.site,
    people.c.place,
    people.c.phone,
)


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
    )


def find_account(connection: Connection, login: str) -> Account | None:
    """Return the account of a folded login."""
    row = (
        connection.execute(
            select(*PERSON_COLUMNS, people.c.password_hash, people.c.disabled_at).where(
                people.c.login == login
            )
        )
        .mappings()
        .first()
    )
    if row is None:
        return None
    return Account(
        person=person_from(row),
        password_hash=row[people.c.password_hash],
        disabled_at=row[people.c.disabled_at],
    )


def insert_person(connection: Connection, person: Person, password_hash: str | None, position: int) -> None:
    """Write somebody new. Raises IntegrityError when the login is taken."""
    connection.execute(
        insert(people).values(
            id=person.id,
            login=person.login,
            name=person.name,
            role=person.role,
            department=person.department,
            site=person.site,
            place=person.place,
            phone=person.phone,
            password_hash=password_hash,
            position=position,
        )
    )


def write_password_hash(connection: Connection, person_id: PersonId, password_hash: str) -> None:
    """This is the password of the person from now on."""
    connection.execute(update(people).where(people.c.id == person_id).values(password_hash=password_hash))


def mark_disabled(connection: Connection, person_id: PersonId, at: datetime, position: int) -> None:
    """Nobody can sign in as this person from now on."""
    connection.execute(
        update(people).where(people.c.id == person_id).values(disabled_at=at, position=position)
    )
