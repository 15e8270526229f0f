"""One-time codes as rows: a digest each, never the code itself. Who uses one up deletes its row."""

import hmac
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from itdesk.domain.ids import PersonId
from itdesk.server.store.tables import one_time_codes as codes


@dataclass(frozen=True, kw_only=True)
class CodeRow:
    """A code that may be used once until `ends_at`. The set-up code belongs to nobody."""

    digest: str
    purpose: str
    person_id: PersonId | None
    ends_at: datetime


def write_code(connection: Connection, row: CodeRow, now: datetime) -> None:
    """Write a new code. The person's older ones of this purpose end; those that are over are forgotten."""
    connection.execute(delete(codes).where(codes.c.ends_at <= now))
    connection.execute(delete(codes).where(codes.c.purpose == row.purpose, _belongs_to(row.person_id)))
    connection.execute(
        insert(codes).values(
            digest=row.digest, purpose=row.purpose, person_id=row.person_id, ends_at=row.ends_at
        )
    )


def find_code(connection: Connection, digest: str, purpose: str, now: datetime) -> CodeRow | None:
    """Return the code of this digest if it may still be used for this purpose."""
    question = select(codes).where(
        codes.c.digest == digest, codes.c.purpose == purpose, codes.c.ends_at > now
    )
    row = connection.execute(question).mappings().first()
    if row is None or not hmac.compare_digest(row["digest"], digest):  # whatever the database calls equal
        return None
    return CodeRow(**row)


def take_code(connection: Connection, digest: str) -> bool:
    """Use a code up; return False when somebody else was faster."""
    return connection.execute(delete(codes).where(codes.c.digest == digest)).rowcount == 1


def end_codes_of(connection: Connection, person_id: PersonId) -> None:
    """No code that was made for this person may be used any more."""
    connection.execute(delete(codes).where(codes.c.person_id == person_id))


def _belongs_to(person_id: PersonId | None) -> ColumnElement[bool]:
    return codes.c.person_id.is_(None) if person_id is None else codes.c.person_id == person_id
