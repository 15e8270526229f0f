"""How the jobs stand, as rows that all servers of one database share: what is due, who does it, how it went.

A job is claimed by one conditional UPDATE: of several servers that try, one row count is 1. The claim is a
lease: when the process that holds it dies, another one takes the job as soon as the lease has ended.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from itdesk.server.store.store import Store
from itdesk.server.store.tables import jobs

FAILURE_CHARS = 500


@dataclass(frozen=True, kw_only=True)
class JobState:
    """One job. `done` is how much its last run did; `failures` counts those in a row."""

    name: str
    next_run_at: datetime
    holder: str | None
    leased_until: datetime | None
    last_run_at: datetime | None
    done: int | None
    failures: int
    failure: str


class JobStates:
    """The jobs of one store. Every call raises StoreUnavailable."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def declare(self, latest: Mapping[str, datetime], now: datetime) -> None:
        """See that each job has a row, a new one due at once, and that none is due later than this.

        So a clock that was ahead for a while holds up nothing.
        """
        with self._store.writing() as connection:
            new = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
            for name, at in sorted(latest.items()):
                connection.execute(new(jobs).values(name=name, next_run_at=now).on_conflict_do_nothing())
                too_late = jobs.c.name == name, jobs.c.next_run_at > at
                connection.execute(update(jobs).where(*too_late).values(next_run_at=at))

    def all(self) -> list[JobState]:
        """Return every job by name, those of other versions of the program too."""
        with self._store.reading() as connection:
            return [_state(row) for row in connection.execute(select(jobs).order_by(jobs.c.name))]

    def due(self, now: datetime) -> list[str]:
        """Return the names of those that are due and that nobody holds, the longest due first."""
        question = select(jobs.c.name).where(jobs.c.next_run_at <= now, _is_free(now))
        with self._store.reading() as connection:
            return list(connection.scalars(question.order_by(jobs.c.next_run_at, jobs.c.name)))

    def claim(self, name: str, holder: str, now: datetime, until: datetime, *, early: bool = False) -> bool:
        """Take a job if it is due (or `early`) and nobody holds it; tell whether it is ours until then."""
        wanted = jobs.c.name == name, _is_free(now)
        due = () if early else (jobs.c.next_run_at <= now,)
        taken = update(jobs).where(*wanted, *due).values(holder=holder, leased_until=until)
        with self._store.writing() as connection:
            return connection.execute(taken).rowcount == 1

    def finish(self, name: str, holder: str, now: datetime, done: int, next_run_at: datetime) -> None:
        """It went well. Nothing is written when the lease went to somebody else meanwhile."""
        self._release(
            name, holder, last_run_at=now, done=done, failures=0, failure=None, next_run_at=next_run_at
        )

    def fail(self, name: str, holder: str, now: datetime, failure: str, next_run_at: datetime) -> None:
        """It failed, and is tried again then."""
        self._release(
            name,
            holder,
            last_run_at=now,
            failures=jobs.c.failures + 1,
            failure=failure[:FAILURE_CHARS],
            next_run_at=next_run_at,
        )

    def failures(self, name: str) -> int:
        """Return how often in a row the job has failed."""
        with self._store.reading() as connection:
            return connection.scalar(select(jobs.c.failures).where(jobs.c.name == name)) or 0

    def _release(self, name: str, holder: str, **values: Any) -> None:
        ours = jobs.c.name == name, jobs.c.holder == holder
        with self._store.writing() as connection:
            connection.execute(update(jobs).where(*ours).values(holder=None, leased_until=None, **values))


def _is_free(now: datetime) -> ColumnElement[bool]:
    return or_(jobs.c.leased_until.is_(None), jobs.c.leased_until <= now)


def _state(row: Row[Any]) -> JobState:
    return JobState(
        name=row.name,
        next_run_at=row.next_run_at,
        holder=row.holder,
        leased_until=row.leased_until,
        last_run_at=row.last_run_at,
        done=row.done,
        failures=row.failures,
        failure=row.failure or "",
    )
