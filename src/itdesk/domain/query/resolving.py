"""What a query means for the one who asks: only words, marks, numbers and times are left to be looked for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from itdesk.domain.documents import Words as Names
from itdesk.domain.ids import PersonId, QueueId
from itdesk.domain.query.terms import Chosen, Condition, Created, Numbered, Query, Words
from itdesk.domain.searched import mark, mark_of_id, mark_of_month
from itdesk.domain.tokeniser import tokens

MOMENT = timedelta(microseconds=1)
MONTHS_AHEAD = 2
"""Clocks may be wrong; a ticket is not younger than this."""
MOST_MONTHS = 60


@dataclass(frozen=True, kw_only=True)
class Asker:
    """Who asks: what `me` is, which queues she knows by which names, in which zone her days are.

    Without a zone they are those of this computer.
    """

    id: PersonId
    is_staff: bool
    queues: Mapping[QueueId, Names] = field(default_factory=dict)
    zone: tzinfo | None = UTC


@dataclass(frozen=True, kw_only=True)
class Marks:
    """The ticket has all marks of one of these sets. No set: none has. An empty set: each has."""

    any_of: tuple[frozenset[str], ...]


@dataclass(frozen=True, kw_only=True)
class Moments:
    """When the ticket was created: from `since` on, before `until`."""

    since: datetime | None
    until: datetime | None


Wanted = Words | Marks | Numbered | Moments


@dataclass(frozen=True, kw_only=True)
class Demand:
    """One of these holds, or none of them does."""

    any_of: tuple[Wanted, ...]
    is_negated: bool = False


def resolved(query: Query, asker: Asker) -> tuple[Demand, ...]:
    """Return what must all hold of a ticket that is found."""
    demands = [
        Demand(any_of=tuple(_wanted(one, asker) for one in term.any_of), is_negated=term.is_negated)
        for term in query.terms
    ]
    narrowing = (one for demand in demands if query.today for one in _months(demand, query.today))
    return (*demands, *narrowing)


def searched_words(demands: Iterable[Demand]) -> tuple[Words, ...]:
    """Return the words that must be there: relevance counts which of them the title has."""
    return tuple(
        one for demand in demands if not demand.is_negated for one in demand.any_of if isinstance(one, Words)
    )


def _wanted(condition: Condition, asker: Asker) -> Wanted:
    match condition:
        case Chosen(field="queue", values=values):
            return Marks(any_of=tuple(one for value in values for one in _queues(value, asker)))
        case Chosen(field="tag") if not asker.is_staff:
            return Marks(any_of=())  # tags are IT's own affair: for others no ticket has one
        case Chosen(field="assignee", values=values) if not asker.is_staff:
            unnamed = (value for value in values if value.startswith("@"))  # who it is, others need not know
            return Marks(any_of=tuple(frozenset(_marks("assignee", value, asker)) for value in unnamed))
        case Chosen(field=name, values=values):
            return Marks(any_of=tuple(frozenset(_marks(name, value, asker)) for value in values))
        case Created(since=since, until=until):
            return Moments(since=_begin(since, asker.zone), until=_begin(until, asker.zone))
    return condition


def _queues(value: str, asker: Asker) -> Iterable[frozenset[str]]:
    """Queues are IT's own affair: for others every ticket is in none."""
    if not asker.is_staff:
        return [frozenset()] if value == "@none" else []
    if value == "@none":
        return [frozenset({mark("queue", value)})]
    found = (id for id, names in asker.queues.items() if _is_named(id, names, value))
    return [frozenset({mark_of_id("queue", id)}) for id in found]


def _is_named(id: QueueId, names: Names, value: str) -> bool:
    wanted = set(tokens(value))
    return any(wanted <= set(tokens(text)) for text in (id, *names.values()))


def _marks(name: str, value: str, asker: Asker) -> Iterable[str]:
    if value == "@me":
        return [mark_of_id(name, asker.id)]
    if value.startswith("@"):
        return [mark(name, value)]
    words = tokens(value.replace("_", " "))
    if name in ("assignee", "requester"):
        return [mark(name, word) for word in words]
    return [mark(name, *words)]


def _begin(day: date | None, zone: tzinfo | None) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), zone).astimezone(zone)


def _months(demand: Demand, today: date) -> Iterator[Demand]:
    """Yield as marks of months what follows of a demand for times: by them the index leaves out most."""
    match demand:
        case Demand(any_of=(Moments(since=datetime() as since, until=until),), is_negated=False):
            last = _month((until - MOMENT).astimezone(UTC)) if until else _month(today) + MONTHS_AHEAD
            yield from _one_of(_month(since.astimezone(UTC)), last)
        case Demand(any_of=(Moments(since=None, until=datetime() as until),), is_negated=False):
            yield from _one_of(
                _month(until.astimezone(UTC)) + 1, _month(today) + MONTHS_AHEAD, is_negated=True
            )


def _one_of(first: int, last: int, *, is_negated: bool = False) -> Iterator[Demand]:
    if first <= last <= first + MOST_MONTHS:
        marks = (frozenset({mark_of_month(month // 12, month % 12 + 1)}) for month in range(first, last + 1))
        yield Demand(any_of=(Marks(any_of=tuple(marks)),), is_negated=is_negated)


def _month(day: date) -> int:
    """Return the month, counted from the year 0 on."""
    return day.year * 12 + day.month - 1
