"""Blanks the contents of tickets: the history keeps its rows, what is shown follows from it, files go.

It takes part in the caller's transaction. Tickets are locked in the order of their ids, and the counter is
advanced last, as by the desk; so nobody waits in a ring.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import Connection, bindparam, insert, select, update

from itdesk.domain.apply import replay
from itdesk.domain.audience import Audience
from itdesk.domain.changes import FileAttached, SomethingNewer, kind_of
from itdesk.domain.erasing import blanked, is_blank
from itdesk.domain.erasures import Erased
from itdesk.domain.events import Event
from itdesk.domain.ids import SYSTEM, ChangeId, TicketId, new_id
from itdesk.domain.people import Role
from itdesk.domain.ticket import Ticket
from itdesk.domain.waking import wakes_at
from itdesk.protocol.parsing import BadMessage
from itdesk.protocol.translation import decode_payload, encode_payload
from itdesk.server.store.counter import advance
from itdesk.server.store.erased_files import drop_files
from itdesk.server.store.moment import HeldEvent, held_events
from itdesk.server.store.news import News, noticed_by
from itdesk.server.store.search.writing import index_tickets
from itdesk.server.store.tables import events, feed, tickets

Choose = Callable[[Event], bool]
LOCKED = (
    select(tickets.c.state)
    .where(tickets.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(tickets.c.id)
    .with_for_update()
)
BLANK = update(events).where(events.c.change_id == bindparam("id")).values(payload=bindparam("blank"))


@dataclass(frozen=True, kw_only=True)
class Blanked:
    """What was erased in one transaction. `news` is to be told once it is committed."""

    tickets: int = 0
    events: int = 0
    files: int = 0
    news: News | None = None


@dataclass(frozen=True, kw_only=True)
class _Step:
    """One ticket: what goes, and what is left."""

    ticket: Ticket
    gone: Sequence[Event]
    event: Event
    weight: int


def erase(
    connection: Connection, folder: Path, ids: Collection[TicketId], choose: Choose | None, at: datetime
) -> Blanked:
    """Erase these tickets, or only what is chosen of them; what is gone already is not erased again.

    Bytes of files in `folder` go before the commit: a process that dies between leaves rows that say so, and
    the same is done once more.
    """
    rows = connection.execute(LOCKED, {"ids": sorted(ids)}).all()
    found = [msgspec.json.decode(row.state, type=Ticket) for row in rows]
    histories = _histories(connection, [one.id for one in found])
    steps = [step for one in found if (step := _step(one, histories[one.id], choose, at)) is not None]
    if not steps:
        return Blanked()
    files = sum(_blank(connection, folder, step) for step in steps)
    index_tickets(connection, (), [one.ticket for one in steps], {one.ticket.id for one in steps})
    first = advance(connection, len(steps)).position
    _publish(connection, steps, first)
    people = (noticed_by(step.ticket, Audience.PARTICIPANTS) for step in steps)
    news = News(first=first, head=first + len(steps) - 1, people=frozenset().union(*people))
    return Blanked(tickets=len(steps), events=sum(len(step.gone) for step in steps), files=files, news=news)


def _histories(connection: Connection, ids: Sequence[TicketId]) -> dict[TicketId, list[Event]]:
    found: dict[TicketId, list[Event]] = {id: [] for id in ids}
    for held in held_events(connection, ids):
        found[held.ticket_id].append(event_held(held))
    return found


def event_held(held: HeldEvent) -> Event:
    """Return the event in a row; what this program cannot read is something newer."""
    try:
        payload = decode_payload(held.kind, held.payload.encode())
    except BadMessage:
        payload = SomethingNewer(kind=held.kind, content=held.payload)
    return Event(
        id=held.id,
        ticket_id=held.ticket_id,
        payload=payload,
        actor_id=held.actor_id,
        actor_role=held.actor_role,
        at=held.at,
        version=held.version,
        audience=held.audience,
    )


def _step(ticket: Ticket, history: Sequence[Event], choose: Choose | None, at: datetime) -> _Step | None:
    gone = [one for one in history if not is_blank(one.payload) and (choose is None or choose(one))]
    if (choose is None and ticket.erased_at is not None) or (choose is not None and not gone):
        return None
    ids = {one.id for one in gone}
    left = [replace(one, payload=blanked(one.payload)) if one.id in ids else one for one in history]
    told = Erased(event_ids=() if choose is None else tuple(one.id for one in gone))
    event = Event(
        id=ChangeId(new_id()),
        ticket_id=ticket.id,
        payload=told,
        actor_id=SYSTEM,
        actor_role=Role.SYSTEM,
        at=at,
        version=ticket.version + 1,
        audience=Audience.PARTICIPANTS,
    )
    after = _as_before(replay([*left, event]), ticket)
    weight = sum(len(encode_payload(one.payload)) for one in [*left, event])
    return _Step(ticket=after, gone=gone, event=event, weight=weight)


def _as_before(after: Ticket, before: Ticket) -> Ticket:
    """Return the ticket with what no event tells: its number, and which files have arrived."""
    complete = {file.id for file in before.attachments if file.is_complete}
    files = (replace(one, is_complete=one.id in complete) for one in after.attachments)
    return replace(after, number=before.number, attachments=tuple(files))


def _blank(connection: Connection, folder: Path, step: _Step) -> int:
    """Blank the rows of one ticket and drop its files; return how many files went."""
    rows = [{"id": one.id, "blank": encode_payload(blanked(one.payload)).decode()} for one in step.gone]
    if rows:
        connection.execute(BLANK, rows)
    files = {one.payload.file_id for one in step.gone if isinstance(one.payload, FileAttached)}
    return drop_files(connection, folder, step.ticket.id, files)


def _publish(connection: Connection, steps: Sequence[_Step], first: int) -> None:
    for position, step in enumerate(steps, first):
        connection.execute(insert(events).values(_event_row(step.event, position)))
        connection.execute(
            update(tickets).where(tickets.c.id == step.ticket.id).values(_ticket_values(step, position))
        )
        connection.execute(insert(feed).values(_feed_row(step.event, position)))


def _event_row(event: Event, position: int) -> dict[str, object]:
    return {
        "change_id": event.id,
        "ticket_id": event.ticket_id,
        "version": event.version,
        "kind": kind_of(event.payload),
        "payload": encode_payload(event.payload).decode(),
        "actor_id": event.actor_id,
        "actor_role": event.actor_role,
        "at": event.at,
        "audience": event.audience,
        "position": position,
    }


def _ticket_values(step: _Step, position: int) -> dict[str, object]:
    ticket = step.ticket
    is_followed_up = ticket.follow_up is not None and ticket.follow_up.is_open
    return {
        "version": ticket.version,
        "position": position,
        "bytes": step.weight,
        "updated_at": ticket.updated_at,
        "wakes_at": wakes_at(ticket),
        "follow_up_since": ticket.follow_up.since if ticket.follow_up and is_followed_up else None,
        "state": msgspec.json.encode(ticket).decode(),
    }


def _feed_row(event: Event, position: int) -> dict[str, object]:
    """Everybody who may see the ticket gets it whole: what she holds of it is replaced."""
    return {
        "position": position,
        "ordinal": 0,
        "kind": "erased",
        "document_kind": None,
        "subject_id": event.ticket_id,
        "audience": Audience.PARTICIPANTS,
        "reader_id": None,
        "change_id": event.id,
    }
