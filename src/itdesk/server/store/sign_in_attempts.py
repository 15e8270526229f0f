"""Wrong passwords, counted by account and by address; and logins that are nobody's, by who named them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from itdesk.server.backoff import Rate
from itdesk.server.store.tables import sign_in_attempts as attempts


@dataclass(frozen=True)
class Attempts:
    """How many attempts in a row there were, and until when nothing is checked."""

    failures: int
    until: datetime


def count_attempt(connection: Connection, key: str, now: datetime) -> Attempts:
    """Count one more attempt under `key` and return what is known now.

    Nobody else can count under it until the transaction ends: many at once are counted one by one.
    """
    dialect_insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    row = connection.execute(
        dialect_insert(attempts)
        .values(key=key, failures=1, until=now)
        .on_conflict_do_update(index_elements=["key"], set_={"failures": attempts.c.failures + 1})
        .returning(attempts.c.failures, attempts.c.until)
    ).one()
    return Attempts(row.failures, row.until)


def count_within(connection: Connection, key: str, rate: Rate, now: datetime) -> timedelta:
    """Count one more under `key`; return how long to wait for the next window, nothing while there is room.

    Such keys are counted by this alone: `until` is the end of their window.
    """
    counted = count_attempt(connection, key, now)
    if counted.failures > 1 and counted.until <= now:
        forget(connection, key)
        counted = count_attempt(connection, key, now)
    if counted.failures == 1:
        block(connection, key, now + rate.window)
    return counted.until - now if counted.failures > rate.most else timedelta(0)


def attempts_under(connection: Connection, keys: Sequence[str]) -> dict[str, Attempts]:
    """Return what is known under those of the keys under which anything was counted."""
    if not keys:
        return {}
    rows = connection.execute(select(attempts).where(attempts.c.key.in_(keys)))
    return {row.key: Attempts(row.failures, row.until) for row in rows}


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


def forgive(connection: Connection, *, forgotten: str, taken_back: str, now: datetime) -> None:
    """Who was let in has guessed nothing: one key begins anew, under the other the last attempt was none."""
    for key in sorted((forgotten, taken_back)):  # as they are counted: no two wait in a ring
        if key == forgotten:
            forget(connection, key)
        else:
            take_back(connection, key, now)


def forget_before(connection: Connection, moment: datetime) -> None:
    """Forget everything that was last counted before `moment`."""
    connection.execute(delete(attempts).where(attempts.c.until < moment))
