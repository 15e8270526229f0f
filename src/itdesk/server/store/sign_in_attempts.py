"""Wrong passwords, counted by account and by address."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from itdesk.server.store.tables import sign_in_attempts as attempts


def blocked_until(connection: Connection, keys: Iterable[str]) -> datetime | None:
    """Return until when nothing is checked for any of `keys`; None when none was ever counted."""
    until: datetime | None = connection.scalar(
        select(func.max(attempts.c.until)).where(attempts.c.key.in_(sorted(keys)))
    )
    return until


def count_attempt(connection: Connection, key: str, now: datetime) -> int:
    """Count one more attempt under `key` and return how many there are now."""
    dialect_insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    counted = connection.scalar(
        dialect_insert(attempts)
        .values(key=key, failures=1, until=now)
        .on_conflict_do_update(index_elements=["key"], set_={"failures": attempts.c.failures + 1})
        .returning(attempts.c.failures)
    )
    return int(counted or 1)


def block(connection: Connection, key: str, until: datetime) -> None:
    """Check nothing for `key` before `until`."""
    connection.execute(update(attempts).where(attempts.c.key == key).values(until=until))


def forget(connection: Connection, key: str) -> None:
    """Start counting anew for `key`."""
    connection.execute(delete(attempts).where(attempts.c.key == key))


def take_back(connection: Connection, key: str, now: datetime) -> None:
    """The last attempt under `key` was no failure after all."""
    connection.execute(
        update(attempts)
        .where(attempts.c.key == key, attempts.c.failures > 0)
        .values(failures=attempts.c.failures - 1, until=now)
    )


def forget_before(connection: Connection, moment: datetime) -> None:
    """Forget everything that was last counted before `moment`."""
    connection.execute(delete(attempts).where(attempts.c.until < moment))
