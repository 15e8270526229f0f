"""How the server stands, as it travels to administrators."""

from datetime import datetime

import msgspec


class JobStanding(msgspec.Struct, kw_only=True, frozen=True, omit_defaults=True):
    """One thing that the server does by itself. `failures` counts those in a row."""

    name: str
    next_run_at: datetime
    last_run_at: datetime | None = None
    failures: int = 0


class ServerState(msgspec.Struct, kw_only=True, frozen=True):
    """The program, its database, and what it does by itself. `database` is `sqlite` or `postgresql`.

    `schema` is the one that the database has; empty from a server that does not tell. `waiting` changes are
    not written yet.
    """

    version: str
    database: str
    head: int
    last_backup: datetime | None
    jobs: list[JobStanding]
    schema: str = ""
    is_schema_right: bool = True
    waiting: int = 0
