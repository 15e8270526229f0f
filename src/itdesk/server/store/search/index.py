"""What an index does, whatever the database; what it holds and answers is defined in domain.searched."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, True_, and_, not_, or_, true

from itdesk.domain.policy import Scope
from itdesk.domain.query.resolving import Demand, Moments, Wanted
from itdesk.domain.query.terms import Numbered
from itdesk.domain.searched import Searched, mark_of_id
from itdesk.server.store.tables import tickets
from itdesk.server.store.visibility import visible


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What is looked for, and how many of the hits. `titled`: with the words of their titles."""

    demands: Sequence[Demand]
    scope: Scope
    below: int
    limit: int
    titled: bool = False


@dataclass(frozen=True)
class Hit:
    """A found ticket: its number, and the words of its title, where they were asked for."""

    number: int
    title: str = ""


class Index(Protocol):
    """The index of one kind of database. It keeps a ticket under its number."""

    def create(self, connection: Connection) -> None:
        """Make an empty index."""

    def drop(self, connection: Connection) -> None:
        """Remove the index."""

    def insert(self, connection: Connection, found: Sequence[Searched]) -> None:
        """Take tickets in that are not in the index yet."""

    def replace(self, connection: Connection, found: Sequence[Searched]) -> None:
        """Take tickets in, in place of what the index has of them."""

    def find(self, connection: Connection, sought: Sought) -> list[Hit]:
        """Return the hits that this reader sees: the highest numbers below `below`, highest first."""


def numbers_only(demands: Sequence[Demand], number: ColumnElement[int]) -> list[ColumnElement[bool]]:
    """Return the conditions on numbers, which no index of words answers."""
    return [_any(one, number) for one in demands if all(isinstance(w, Numbered) for w in one.any_of)]


def of_tickets(scope: Scope, demands: Sequence[Demand]) -> list[ColumnElement[bool]]:
    """Return the conditions that only the table of tickets answers: who sees it, when it came."""
    seen = visible(scope)
    return [
        *([] if isinstance(seen, True_) else [seen]),
        *(_any(one, tickets.c.number) for one in demands if any(isinstance(w, Moments) for w in one.any_of)),
    ]


def marks_of(scope: Scope) -> tuple[str, ...]:
    """Return the marks that every ticket has that this reader sees: they narrow where `visible` decides."""
    return () if scope.is_staff else (mark_of_id("reader", scope.person_id),)


def _any(demand: Demand, number: ColumnElement[int]) -> ColumnElement[bool]:
    holds = or_(*(_within(one, number) for one in demand.any_of))
    return not_(holds) if demand.is_negated else holds


def _within(wanted: Wanted, number: ColumnElement[int]) -> ColumnElement[bool]:
    match wanted:
        case Numbered(first=first, last=last):
            return and_(true(), *_between(number, first, None if last is None else last + 1))
        case Moments(since=since, until=until):
            return and_(true(), *_between(tickets.c.created_at, since, until))
    raise AssertionError(wanted)


def _between(column: ColumnElement[Any], since: object, until: object) -> Iterator[ColumnElement[bool]]:
    if since is not None:
        yield column >= since
    if until is not None:
        yield column < until
