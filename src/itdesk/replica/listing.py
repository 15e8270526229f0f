"""Lists, counts and search over what is shown: answered from indexed columns, nothing is laid over."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection

from itdesk.domain.ids import QueueId, TicketId
from itdesk.domain.listing import (
    COUNTED_AT_MOST,
    SOON,
    Delivery,
    Group,
    Grouping,
    Order,
    Question,
    TicketRow,
    View,
)
from itdesk.domain.people import Actor, Role
from itdesk.domain.priority import Priority
from itdesk.domain.query.resolving import Asker, resolved
from itdesk.domain.searched import SIGN, mark
from itdesk.domain.sla.target import Target
from itdesk.domain.status import Standing
from itdesk.replica.instants import MICROSECOND, from_number, optional_instant, to_number
from itdesk.replica.replica import Replica, actor_in, queues_in
from itdesk.replica.search import condition_of, match_of
from itdesk.replica.ticket_rows import in_list

RECENT_DAYS = 14
RECENT = timedelta(days=RECENT_DAYS) // MICROSECOND

ASIDE = (
    "id IN (SELECT json_extract(CAST(body AS TEXT), '$.ticket_id') FROM documents WHERE kind = 'snooze'"
    " AND body IS NOT NULL AND julianday(json_extract(CAST(body AS TEXT), '$.until')) > julianday(:at))"
    " AND NOT is_unread"
)
"""What this person has put aside for now, and nobody has done anything on since."""

VIEWS = {
    View.REPORTED: "is_reported",
    View.MINE: f"is_open AND assignee_id = :me AND NOT ({ASIDE})",
    View.UNASSIGNED: f"is_open AND assignee_id IS NULL AND NOT ({ASIDE})",
    View.ASIDE: f"is_open AND {ASIDE}",
    View.OVERDUE: "is_open AND (due_at IS NULL) = 0 AND due_at <= :now",
    View.DUE_SOON: "is_open AND (due_at IS NULL) = 0 AND due_at > :now AND due_at <= :soon",
    View.OPEN: "is_open",
    View.QUEUE: "is_open AND queue_id = :queue_id",
    View.RECENT: f"updated_at > (SELECT max(updated_at) FROM tickets) - {RECENT}",  # noqa: S608 - our own
    View.FOLLOW_UPS: "follow_up_since IS NOT NULL",
    View.ALL: "1",
}
"""RECENT counts back from the last change that is known here: this computer's clock may be wrong.

`due_at IS NULL` is what the index of open tickets by what is due begins with.
"""

FOUND = "row IN (SELECT rowid FROM search WHERE search MATCH :match)"

TERMS = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab(main, search, row)"
HIGHEST = "\U0010ffff"

STATUS = "json_extract(CAST(standing AS TEXT), '$.status')"

ORDERS = {
    Order.DUE_FIRST: "due_at IS NULL, due_at, place DESC, id",
    Order.URGENT_FIRST: "priority, place DESC, id",
    Order.CHANGED_LAST_FIRST: "updated_at DESC, place DESC, id",
    Order.NEWEST_FIRST: "created_at DESC, place DESC, id",
    Order.TITLE: "title COLLATE NOCASE, place DESC, id",
    Order.STATUS: f"{STATUS}, place DESC, id",
    Order.REQUESTER: "(SELECT name FROM people WHERE people.id = requester_id), place DESC, id",
    Order.ASSIGNEE: "(SELECT name FROM people WHERE people.id = assignee_id), place DESC, id",
    Order.QUEUE: "queue_id, place DESC, id",
}


KEYS = {
    Grouping.STATUS: STATUS,
    Grouping.PRIORITY: "priority",
    Grouping.ASSIGNEE: "coalesce(assignee_id, '')",
    Grouping.REQUESTER: "requester_id",
    Grouping.QUEUE: "coalesce(queue_id, '')",
    Grouping.CATEGORY: "json_extract(CAST(shown AS TEXT), '$.category')",
}
"""The first four orders are those of indexes; what is sorted or divided by the others is read whole."""


@dataclass(frozen=True, kw_only=True)
class Counts:
    """The numbers beside the views, no further than COUNTED_AT_MOST.

    `unread` counts what concerns the reader: she asked, or has taken it.
    """

    mine: int
    unassigned: int
    aside: int
    overdue: int
    due_soon: int
    open: int
    reported_unread: int
    unread: int
    by_queue: Mapping[QueueId, int]


def ticket_ids(
    replica: Replica,
    question: Question,
    now: datetime,
    limit: int = -1,
    *,
    among: Collection[TicketId] | None = None,
) -> tuple[TicketId, ...]:
    """Return the ids that answer the question, in its order; a ticket named by its number comes first.

    `now` decides what is overdue; with `among` only these tickets are looked at.
    """
    with replica.reading() as connection:
        where, values = _where(connection, replica, question, now)
        some = "1" if among is None else "id IN (SELECT value FROM json_each(:among))"
        values |= {"limit": limit, "among": None if among is None else in_list(among)}
        ids = _ids(connection, f"{where} AND {some}", _order(question), values)
    return ids[::-1] if question.is_reversed else ids


def grouped_ids(replica: Replica, question: Question, now: datetime) -> tuple[Group, ...]:
    """Return the answer divided by the question's grouping, within each group in the question's order."""
    key = KEYS[question.grouping]
    with replica.reading() as connection:
        where, values = _where(connection, replica, question, now)
        counts = connection.exec_driver_sql(
            f"SELECT {key} AS key, count(*) FROM tickets WHERE {where} GROUP BY key ORDER BY key",  # noqa: S608
            values,
        ).all()
        ids = _ids(connection, where, f"{key}, {_order(question)}", values | {"limit": -1})
    found, start = [], 0
    for value, count in counts:
        some = ids[start : start + count]
        found.append(Group(str(value), some[::-1] if question.is_reversed else some))
        start += count
    return tuple(found)


def _where(
    connection: Connection, replica: Replica, question: Question, now: datetime
) -> tuple[str, dict[str, object]]:
    """Return the condition of a question, of texts and numbers of our own, and what it names."""
    query = question.query
    demands = resolved(query, _asker(connection, replica.me)) if query.terms else ()
    match = match_of(demands)
    values = {**_values(replica, now), "queue_id": question.queue_id, "match": match, "number": query.number}
    found = FOUND if match is not None else "1"
    return f"{VIEWS[question.view]} AND {condition_of(demands)} AND {found}", values


def _order(question: Question) -> str:
    first = "" if question.query.number is None else "number IS :number DESC, "
    return first + ORDERS[question.order]


def _ids(
    connection: Connection, where: str, order: str, values: Mapping[str, object]
) -> tuple[TicketId, ...]:
    # One long text instead of a row each: 100 000 ids come in a third of the time.
    joined = connection.exec_driver_sql(
        f"SELECT group_concat(id) FROM (SELECT id FROM tickets WHERE {where}"  # noqa: S608
        f" ORDER BY {order} LIMIT :limit)",
        dict(values),
    ).scalar()
    return tuple(map(TicketId, joined.split(","))) if joined else ()


def _asker(connection: Connection, me: Actor) -> Asker:
    """Return who searches, with the queues that she knows; her days are those of this computer."""
    names = {queue.id: queue.name for queue in queues_in(connection)}
    return Asker(id=me.id, is_staff=actor_in(connection, me).role.is_staff, queues=names, zone=None)


def touched_since(replica: Replica, mark: int) -> tuple[frozenset[TicketId] | None, int]:
    """Return the tickets that were written, came or went since `mark`, and the mark of now.

    `None` where that is not known any more: the mark is older than the last 2 000 writes.
    """
    with replica.reading() as connection:
        first, last = connection.exec_driver_sql("SELECT min(at), max(at) FROM touched").one()
        if last is None or last == mark:
            return frozenset(), last or 0
        if not first - 1 <= mark <= last:
            return None, last
        rows = connection.exec_driver_sql("SELECT DISTINCT id FROM touched WHERE at > ?", (mark,))
        return frozenset(TicketId(id) for id in rows.scalars()), last


def ticket_rows(replica: Replica, ids: Sequence[TicketId]) -> tuple[TicketRow, ...]:
    """Return the rows of these tickets in the same order; one that is there no more is left out."""
    with replica.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT t.*, r.login AS r_login, r.name AS r_name, r.place AS r_place, "
            " json_extract(CAST(r.person AS TEXT), '$.role') AS r_role,"
            " a.login AS a_login, a.name AS a_name FROM tickets t"
            " LEFT JOIN people r ON r.id = t.requester_id LEFT JOIN people a ON a.id = t.assignee_id"
            " WHERE t.id IN (SELECT value FROM json_each(?))",
            (in_list(ids),),
        )
        rows = {row.id: _row(row) for row in found}
    return tuple(rows[id] for id in ids if id in rows)


def counts(replica: Replica, now: datetime) -> Counts:
    """Return the numbers beside the views."""
    values = _values(replica, now)
    with replica.reading() as connection:
        by_queue = connection.exec_driver_sql(
            "SELECT queue_id, count(*) FROM tickets WHERE is_open GROUP BY queue_id"
        ).all()
        return Counts(
            mine=_count(connection, VIEWS[View.MINE], values),
            unassigned=_count(connection, VIEWS[View.UNASSIGNED], values),
            aside=_count(connection, VIEWS[View.ASIDE], values),
            overdue=_count(connection, VIEWS[View.OVERDUE], values),
            due_soon=_count(connection, VIEWS[View.DUE_SOON], values),
            open=min(sum(number for _, number in by_queue), COUNTED_AT_MOST),
            reported_unread=_count(connection, "is_unread AND is_reported", values),
            unread=_count(connection, "is_unread AND (is_reported OR assignee_id = :me)", values),
            by_queue={
                queue_id: min(number, COUNTED_AT_MOST)
                for queue_id, number in by_queue
                if queue_id is not None
            },
        )


def ticket_id_of(replica: Replica, number: int) -> TicketId | None:
    """Return the ticket with this number, if the reader sees one."""
    with replica.reading() as connection:
        found = connection.exec_driver_sql("SELECT id FROM tickets WHERE number = ?", (number,)).scalar()
        return None if found is None else TicketId(str(found))


def known_tags(replica: Replica) -> tuple[str, ...]:
    """Return the tags of all tickets held here, folded, from the terms of the search index."""
    with replica.reading() as connection:
        connection.exec_driver_sql(TERMS)
        first = mark("tag", "")
        rows = connection.exec_driver_sql(
            "SELECT term FROM temp.search_terms WHERE term > ? AND term < ? ORDER BY term",
            (first, first + HIGHEST),
        )
        return tuple(term.removeprefix(first).replace(SIGN, " ") for term in rows.scalars())


def _values(replica: Replica, now: datetime) -> dict[str, object]:
    """Return what the views name."""
    return {
        "me": replica.me.id,
        "now": to_number(now),
        "at": now.isoformat(),
        "soon": to_number(now + SOON),
    }


def _count(connection: Connection, where: str, values: Mapping[str, object]) -> int:
    some = f"SELECT 1 FROM tickets WHERE {where} LIMIT {COUNTED_AT_MOST}"  # noqa: S608 - our own texts
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM ({some})", dict(values)).scalar_one())  # noqa: S608


def _row(row: Any) -> TicketRow:
    return TicketRow(
        id=row.id,
        number=row.number,
        title=row.title,
        standing=msgspec.json.decode(row.standing, type=Standing),
        priority=Priority(row.priority),
        requester_id=row.requester_id,
        requester_login=row.r_login or "",
        requester_name=row.r_name or "",
        requester_place=row.r_place or "",
        requester_is_verified=row.r_role != Role.CLAIMED,
        assignee_id=row.assignee_id,
        assignee_login=row.a_login,
        assignee_name=row.a_name,
        queue_id=row.queue_id,
        due_at=optional_instant(row.due_at),
        due_target=None if row.due_target is None else Target(row.due_target),
        due_begun_at=optional_instant(row.due_begun_at),
        scarce_at=optional_instant(row.scarce_at),
        created_at=from_number(row.created_at),
        updated_at=from_number(row.updated_at),
        delivery=Delivery(row.delivery),
        is_unread=bool(row.is_unread),
    )
