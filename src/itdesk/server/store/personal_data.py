"""What the store holds of one person, read in portions: for handing it out to her."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select

from itdesk.domain.audience import Audience
from itdesk.domain.ids import PersonId, TicketId
from itdesk.server.store.moment import HeldEvent, held_events
from itdesk.server.store.tables import audit, documents, events, files, tickets, tokens

AT_ONCE = 100
FOR_HER = [Audience.PARTICIPANTS.value, Audience.REQUESTER.value]
SESSION = (tokens.c.device, tokens.c.created_at, tokens.c.last_used_at, tokens.c.revoked_at)
Rows = Iterator[Row[Any]]


def states_of(connection: Connection, person_id: PersonId) -> Iterator[list[tuple[TicketId, str]]]:
    """Yield the tickets that she reported, as JSON, some at once."""
    beyond = ""
    question = select(tickets.c.id, tickets.c.state).where(tickets.c.requester_id == person_id)
    while rows := connection.execute(_after(question, beyond)).all():
        yield [(row.id, row.state) for row in rows]
        beyond = rows[-1].id


def history_for_her(connection: Connection, ids: Sequence[TicketId]) -> list[HeldEvent]:
    """Return what happened on these tickets of hers, as far as she may read it."""
    return [one for one in held_events(connection, ids) if one.audience in FOR_HER]


def words_elsewhere(connection: Connection, person_id: PersonId) -> Rows:
    """Yield what she did on tickets of others."""
    own = select(tickets.c.id).where(tickets.c.requester_id == person_id)
    hers = events.c.actor_id == person_id, events.c.ticket_id.not_in(own)
    question = select(events.c.ticket_id, events.c.kind, events.c.at, events.c.payload).where(*hers)
    return _streamed(connection, question.order_by(events.c.position))


def sessions_of(connection: Connection, person_id: PersonId) -> Rows:
    """Yield her sign-ins, without their secrets."""
    hers = tokens.c.person_id == person_id
    return _streamed(connection, select(*SESSION).where(hers).order_by(tokens.c.created_at))


def documents_of(connection: Connection, person_id: PersonId) -> Rows:
    """Yield what is kept for her alone or describes her: views, snoozes, profile, computers."""
    device = documents.c.body.contains(f'"owner_id":"{person_id}"', autoescape=True)
    hers = or_(
        documents.c.owner_id == person_id,
        (documents.c.kind == "profile") & (documents.c.id == person_id),
        (documents.c.kind == "device") & device,
    )
    kept = hers, documents.c.deleted.is_(False)
    return _streamed(connection, select(documents.c.kind, documents.c.id, documents.c.body).where(*kept))


def deeds_about(connection: Connection, person_id: PersonId) -> Rows:
    """Yield what the audit has of her: what she did, and what was done to her account and her data."""
    own = select(tickets.c.id).where(tickets.c.requester_id == person_id)
    about = audit.c.object_id == person_id, audit.c.object_id.in_(own)
    hers = or_(audit.c.actor_id == person_id, *about)
    return _streamed(connection, select(audit).where(hers).order_by(audit.c.sequence))


def files_of(connection: Connection, person_id: PersonId) -> Rows:
    """Yield the files on her tickets that she may see, and those that she sent elsewhere."""
    own = select(tickets.c.id).where(tickets.c.requester_id == person_id)
    seen = files.c.ticket_id.in_(own) & files.c.audience.in_(FOR_HER)
    hers = or_(seen, files.c.owner_id == person_id), files.c.complete_at.is_not(None)
    question = select(files.c.id, files.c.ticket_id, files.c.name, files.c.bytes).where(*hers)
    return _streamed(connection, question.order_by(files.c.id))


def _after(question: Select[Any], beyond: str) -> Select[Any]:
    return question.where(tickets.c.id > beyond).order_by(tickets.c.id).limit(AT_ONCE)


def _streamed(connection: Connection, question: Select[Any]) -> Rows:
    return iter(connection.execute(question, execution_options={"yield_per": AT_ONCE}))
