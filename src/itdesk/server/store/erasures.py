"""Who is to be erased and how far it has come; and what of a person lies beside her tickets, as rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, func, insert, or_, select, update

from itdesk.domain.audience import Audience
from itdesk.domain.erasing import erased_person
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from itdesk.protocol.messages import RefusalMessage
from itdesk.server.store.counter import publish
from itdesk.server.store.documents import lock_writings
from itdesk.server.store.people import held_people, write_unsigned
from itdesk.server.store.search.writing import index_tickets
from itdesk.server.store.tables import changes, documents, erasures, events, files, people, tickets, tokens

NOT_OVER = [one.value for one in Status if one.is_open or one is Status.RESOLVED]


@dataclass(frozen=True, kw_only=True)
class ErasureState:
    """One erasure. `stage` says what is done next, and `beyond` what of it was done last."""

    person_id: PersonId
    asked_by: str
    asked_at: datetime
    stage: str
    beyond: str
    tickets: int
    events: int
    files: int
    done_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What an erasure would take: her tickets, her words in others' tickets, files, tokens."""

    tickets: int
    events: int
    files: int
    tokens: int


def ask(connection: Connection, person_id: PersonId, asked_by: str, at: datetime, stage: str) -> None:
    """Write down that somebody is to be erased, from the first stage on; also once more."""
    values = {"asked_by": asked_by, "asked_at": at, "stage": stage, "beyond": "", "done_at": None}
    same = erasures.c.person_id == person_id
    if not connection.execute(update(erasures).where(same).values(**values)).rowcount:
        connection.execute(insert(erasures).values(person_id=person_id, **values))


def waiting(connection: Connection) -> ErasureState | None:
    """Return the erasure that was asked for first and is not done."""
    question = select(erasures).where(erasures.c.done_at.is_(None))
    row = connection.execute(question.order_by(erasures.c.asked_at, erasures.c.person_id).limit(1)).first()
    return None if row is None else _state(row)


def state_of(connection: Connection, person_id: PersonId) -> ErasureState | None:
    """Return how somebody's erasure stands; `None` when nobody asked for it."""
    row = connection.execute(select(erasures).where(erasures.c.person_id == person_id)).first()
    return None if row is None else _state(row)


def known_erasures(connection: Connection) -> set[PersonId]:
    """Return everybody whose erasure this database knows, done or not."""
    return set(connection.scalars(select(erasures.c.person_id)))


def move_on(
    connection: Connection,
    state: ErasureState,
    *,
    stage: str,
    beyond: str = "",
    took: tuple[int, int, int] = (0, 0, 0),
    done_at: datetime | None = None,
) -> None:
    """Write down how far it has come, with what was done; `took`: tickets, events, files."""
    more = zip((erasures.c.tickets, erasures.c.events, erasures.c.files), took, strict=True)
    counts = {column.name: column + count for column, count in more}
    same = erasures.c.person_id == state.person_id
    values = {"stage": stage, "beyond": beyond, "done_at": done_at, **counts}
    connection.execute(update(erasures).where(same).values(**values))


def count_on(connection: Connection, state: ErasureState, done: Sequence[str], following: str) -> None:
    """Write down the last of what was done in this stage; when nothing was left, the next one begins."""
    stage, beyond = (state.stage, done[-1]) if done else (following, "")
    move_on(connection, state, stage=stage, beyond=beyond)


def count_all(connection: Connection, person_id: PersonId) -> Counted:
    """Return what erasing somebody would take now."""
    own = select(tickets.c.id).where(tickets.c.requester_id == person_id)
    theirs = or_(files.c.owner_id == person_id, files.c.ticket_id.in_(own))
    written = events.c.actor_id == person_id, events.c.ticket_id.not_in(own)
    questions = (
        select(func.count()).select_from(own.subquery()),
        select(func.count()).select_from(events).where(*written),
        select(func.count()).select_from(files).where(theirs),
        select(func.count()).select_from(tokens).where(tokens.c.person_id == person_id),
    )
    found = [connection.scalar(question) or 0 for question in questions]
    return Counted(tickets=found[0], events=found[1], files=found[2], tokens=found[3])


def own_tickets(connection: Connection, person_id: PersonId, beyond: str, most: int) -> list[TicketId]:
    """Return tickets that she reported, in the order of their ids."""
    hers = tickets.c.requester_id == person_id, tickets.c.id > beyond
    return list(connection.scalars(select(tickets.c.id).where(*hers).order_by(tickets.c.id).limit(most)))


def not_over(connection: Connection, ids: Sequence[TicketId]) -> dict[TicketId, Status]:
    """Return those of the tickets with which something is still to happen, and how they stand."""
    still = tickets.c.id.in_(ids), tickets.c.status.in_(NOT_OVER)
    rows = connection.execute(select(tickets.c.id, tickets.c.status).where(*still).order_by(tickets.c.id))
    return {row.id: Status(row.status) for row in rows}


def written_in(connection: Connection, person_id: PersonId, beyond: str, most: int) -> list[TicketId]:
    """Return tickets in which she did something, in the order of their ids."""
    hers = events.c.actor_id == person_id, events.c.ticket_id > beyond
    question = select(events.c.ticket_id).where(*hers).distinct().order_by(events.c.ticket_id)
    return list(connection.scalars(question.limit(most)))


def erase_card(connection: Connection, person_id: PersonId, at: datetime) -> None:
    """Leave an empty card and no way to sign in; whoever holds the old card hears of it."""
    lock_writings(connection)
    held = held_people(connection, [person_id]).get(person_id)
    if held is None:
        return
    write_unsigned(connection, held, erased_person(person_id), at)
    connection.execute(update(people).where(people.c.id == person_id).values(password_hash=None))
    connection.execute(update(tokens).where(tokens.c.person_id == person_id).values(device=""))
    publish(connection, "person", person_id, Audience.PARTICIPANTS)


def own_documents(connection: Connection, person_id: PersonId) -> list[tuple[str, str]]:
    """Return kind and id of the documents that go with her: her views, snoozes and profile."""
    profile = (documents.c.kind == "profile") & (documents.c.id == person_id)
    hers = or_(documents.c.owner_id == person_id, profile), documents.c.deleted.is_(False)
    rows = connection.execute(select(documents.c.kind, documents.c.id).where(*hers))
    return sorted((row.kind, row.id) for row in rows)


def rename_on(connection: Connection, person_id: PersonId, beyond: str, most: int) -> list[TicketId]:
    """Take tickets that she has or had into the search anew: her name is gone; return which."""
    hers = tickets.c.assignee_id == person_id, tickets.c.id > beyond
    rows = connection.execute(
        select(tickets.c.id, tickets.c.state).where(*hers).order_by(tickets.c.id).limit(most)
    ).all()
    found = [msgspec.json.decode(row.state, type=Ticket) for row in rows]
    index_tickets(connection, (), found, {one.id for one in found})
    return [row.id for row in rows]


def blank_refusals(connection: Connection, beyond: str, most: int) -> list[str]:
    """Take what people wrote out of what they were refused for; the reasons stay. Return which."""
    refused = changes.c.state == "refused", changes.c.id > beyond
    rows = connection.execute(
        select(changes.c.id, changes.c.refusal).where(*refused).order_by(changes.c.id).limit(most)
    ).all()
    for row in rows:
        code = msgspec.json.decode(row.refusal or "{}", type=_Reason).code
        plain = msgspec.json.encode(RefusalMessage(code=code)).decode()
        connection.execute(update(changes).where(changes.c.id == row.id).values(refusal=plain))
    return [row.id for row in rows]


class _Reason(msgspec.Struct):
    code: str = "not_allowed"


def _state(row: Row[tuple[object, ...]]) -> ErasureState:
    return ErasureState(**row._asdict())
