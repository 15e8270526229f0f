"""A query as it was read: terms that must all hold."""

from dataclasses import dataclass
from datetime import date

from itdesk.domain.ids import PersonId


@dataclass(frozen=True, kw_only=True)
class Words:
    """Folded words that follow each other; of the last one perhaps only the beginning."""

    tokens: tuple[str, ...]
    is_beginning: bool = False


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """A field that is one of these values: choices, words, `@me`, `@none`, or `@` and a person's id."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """A ticket's number, first and last included; `None` is no bound."""

    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, kw_only=True)
class Created:
    """Days on which a ticket was created: from `since` on, before `until`; `None` is no bound."""

    since: date | None = None
    until: date | None = None


Condition = Words | Chosen | Numbered | Created


@dataclass(frozen=True, kw_only=True)
class Term:
    """One of these conditions holds, or none of them does."""

    any_of: tuple[Condition, ...]
    is_negated: bool = False


@dataclass(frozen=True, kw_only=True)
class Query:
    """What is searched. `number` is the ticket that comes first, when all that was typed is its number.

    `today` is when it was asked: no ticket is much younger.
    """

    terms: tuple[Term, ...] = ()
    number: int | None = None
    today: date | None = None


def requested_by(person_id: PersonId) -> Query:
    """Return the query for everything that one person has reported."""
    return Query(terms=(Term(any_of=(Chosen(field="requester", values=(f"@{person_id}",)),)),))
