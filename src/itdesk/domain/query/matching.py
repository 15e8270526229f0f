"""Holds a query against one ticket: what every index must answer."""

from collections.abc import Collection, Iterable

from itdesk.domain.audience import Audience
from itdesk.domain.query.resolving import Demand, Marks, Moments, Wanted
from itdesk.domain.query.terms import Numbered, Words
from itdesk.domain.searched import Searched, joined


def matches(demands: Iterable[Demand], ticket: Searched, audiences: Collection[Audience]) -> bool:
    """Tell whether a ticket is found by somebody who belongs to these audiences of it."""
    return all(
        any(_holds(one, ticket, audiences) for one in demand.any_of) is not demand.is_negated
        for demand in demands
    )


def stands_in(words: Words, text: str) -> bool:
    """Tell whether the words stand in a text that `joined` has made."""
    return looked_for(words) in text


def looked_for(words: Words) -> str:
    """Return the piece of text that stands where the words stand."""
    return f" {' '.join(words.tokens)}{'' if words.is_beginning else ' '}"


def relevance(words: Iterable[Words], title: str) -> int:
    """Return how many of the words a title has that `joined` has made."""
    return sum(stands_in(one, title) for one in words)


def _holds(wanted: Wanted, ticket: Searched, audiences: Collection[Audience]) -> bool:
    match wanted:
        case Words():
            texts = (joined(ticket.passages[audience]) for audience in audiences)
            return any(stands_in(wanted, text) for text in texts)
        case Marks(any_of=sets):
            return any(marks <= ticket.marks for marks in sets)
        case Numbered(first=first, last=last):
            number = ticket.number
            return number is not None and (first or 0) <= number and (last is None or number <= last)
        case Moments(since=since, until=until):
            at = ticket.created_at
            return (since is None or since <= at) and (until is None or at < until)
