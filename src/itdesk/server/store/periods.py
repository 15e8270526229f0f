"""How long contents are kept, as admins said, and how far forgetting has come."""

from datetime import UTC, datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from sqlalchemy import Connection, and_, delete, insert, or_, select

from itdesk.domain.ids import TicketId
from itdesk.domain.status import Status
from itdesk.server.store.tables import meta, tickets

KEY = "retention"
OVER = [Status.CLOSED.value, Status.CANCELLED.value]
Days = Annotated[int, Meta(ge=1, le=36_500)]
Place = tuple[datetime, str]
BEGINNING: Place = (datetime(1970, 1, 1, tzinfo=UTC), "")


class Periods(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """After how many days of a ticket's being over its parts go; none: never. The audit's rows by age."""

    facts_days: Days | None = None
    files_days: Days | None = None
    tickets_days: Days | None = None
    audit_days: Days | None = 400


def read_periods(connection: Connection) -> Periods:
    """Return what admins said; what they never did is as it came."""
    found = connection.scalar(select(meta.c.value).where(meta.c.key == KEY))
    return Periods() if found is None else msgspec.json.decode(found, type=Periods)


def write_periods(connection: Connection, periods: Periods) -> None:
    """This counts from now on."""
    _put(connection, KEY, msgspec.json.encode(periods).decode())


def over_before(connection: Connection, part: str, before: datetime, most: int) -> list[Place]:
    """Return tickets that are over and were touched last before this, from where forgetting `part` stands."""
    at, id = place_of(connection, part)
    later = or_(tickets.c.updated_at > at, and_(tickets.c.updated_at == at, tickets.c.id > id))
    over = tickets.c.status.in_(OVER), tickets.c.updated_at < before, later
    question = select(tickets.c.updated_at, tickets.c.id).where(*over)
    rows = connection.execute(question.order_by(tickets.c.updated_at, tickets.c.id).limit(most))
    return [(row.updated_at, TicketId(row.id)) for row in rows]


def place_of(connection: Connection, part: str) -> Place:
    """Return up to where a part was forgotten."""
    found = connection.scalar(select(meta.c.value).where(meta.c.key == f"{KEY} {part}"))
    return BEGINNING if found is None else msgspec.json.decode(found, type=Place)


def move_place(connection: Connection, part: str, place: Place) -> None:
    """Write down up to where a part is forgotten now."""
    _put(connection, f"{KEY} {part}", msgspec.json.encode(place).decode())


def _put(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(meta).where(meta.c.key == key))
    connection.execute(insert(meta).values(key=key, value=value))
