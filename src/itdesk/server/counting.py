"""What the server finds out about its own history, and tells in documents.

Everything here is worked out anew from what is stored, and written only when it differs: it may be done at
any time, again, and by several servers at once.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from statistics import median

import msgspec
from sqlalchemy import Connection, Select, func, select, union

from itdesk.domain.documents import HELPDESK, Announcement, Document, Helpdesk, kind_name
from itdesk.domain.opening_hours import OpenTime
from itdesk.server.store.documents import DocumentConflict, Documents, read_document
from itdesk.server.store.store import Store
from itdesk.server.store.tables import documents, having_it_too, tickets

ANSWERED_WITHIN = timedelta(days=30)
FEWEST_TICKETS = 5
MOST_TICKETS = 5_000
"""The newest are looked at: one measure costs the same however large the store grows."""


ANNOUNCED = documents.c.kind == kind_name(Announcement), ~documents.c.deleted


class _Family(msgspec.Struct):
    """What is read of a ticket to see who has its trouble too."""

    children: list[str] = []


class _Answered(msgspec.Struct):
    """What is read of a ticket to see how fast it was answered."""

    created_at: datetime
    first_response_at: datetime | None = None


def count_people(store: Store) -> int:
    """Tell in each announcement how many people have it; return how many were written. StoreUnavailable."""
    who = union(*_who_has_it()).subquery()
    question = select(who.c.announcement_id, func.count().label("people")).group_by(who.c.announcement_id)
    with store.reading() as connection:
        people = {row.announcement_id: row.people for row in connection.execute(question)}
        people |= _in_families(connection)
    return sum(_write_people(store, id, count) for id, count in sorted(people.items()))


def _who_has_it() -> tuple[Select[str, str], ...]:
    """Return the questions for who has what is announced: announcement and person, each pair once in all.

    Who said so, and whose ticket is the major incident that is announced (domain.incidents).
    """
    said_so = select(having_it_too.c.announcement_id, having_it_too.c.person_id)
    reported_it = (
        select(documents.c.id, tickets.c.requester_id)
        .join_from(documents, tickets, documents.c.id == tickets.c.id)
        .where(*ANNOUNCED)
    )
    return said_so, reported_it


def _in_families(connection: Connection) -> dict[str, int]:
    """Return how many people have what is announced of tickets with children; who reported a child has it."""
    announced = select(tickets.c.id, tickets.c.state).join(documents, documents.c.id == tickets.c.id)
    counted = dict[str, int]()
    for row in connection.execute(announced.where(*ANNOUNCED)).all():
        if children := msgspec.json.decode(row.state, type=_Family).children:
            said_so = select(having_it_too.c.person_id).where(having_it_too.c.announcement_id == row.id)
            reported_it = select(tickets.c.requester_id).where(tickets.c.id.in_([row.id, *children]))
            who = union(said_so, reported_it).subquery()
            counted[row.id] = connection.scalar(select(func.count()).select_from(who)) or 0
    return counted


def measure_first_answer(store: Store, now: datetime) -> int:
    """Tell in the helpdesk's document how long a first answer usually takes; return how many were written.

    It is the median of the minutes within opening hours, of the tickets of the last 30 days that were
    answered; nothing, where fewer than five were. Raises StoreUnavailable.
    """
    found = read_document(store, Helpdesk, HELPDESK)
    if found is None:
        return 0
    helpdesk, version = found
    usual = usual_first_answer(helpdesk, _answered(store, now - ANSWERED_WITHIN))
    return _write(store, helpdesk, replace(helpdesk, usual_first_answer_min=usual), version)


def usual_first_answer(helpdesk: Helpdesk, answered: Sequence[tuple[datetime, datetime]]) -> int | None:
    """Return the median of the open minutes between the two times of each, if there are enough of them.

    All minutes count where no hours are told.
    """
    if len(answered) < FEWEST_TICKETS:
        return None
    time = OpenTime(helpdesk)
    taken = (time.elapsed(*both) if time.is_told else both[1] - both[0] for both in answered)
    return round(median(one.total_seconds() for one in taken) / 60)


def _write_people(store: Store, id: str, count: int) -> int:
    found = read_document(store, Announcement, id)
    if found is None:
        return 0
    announcement, version = found
    return _write(store, announcement, replace(announcement, people=count), version)


def _write(store: Store, before: Document, after: Document, version: int) -> int:
    """Write what differs; where somebody else was faster, the next look sees what is still to be done."""
    if before == after:
        return 0
    try:
        Documents(store).refresh(after, seen=version)
    except DocumentConflict:
        return 0
    return 1


def _answered(store: Store, since: datetime) -> list[tuple[datetime, datetime]]:
    newest = select(tickets.c.state).order_by(tickets.c.number.desc()).limit(MOST_TICKETS)
    with store.reading() as connection:
        held = [msgspec.json.decode(state, type=_Answered) for state in connection.scalars(newest)]
    return [
        (one.created_at, one.first_response_at)
        for one in held
        if one.first_response_at is not None and one.created_at >= since
    ]
