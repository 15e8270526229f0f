"""Searching the tickets that a reader sees: newest first, or the most relevant of the newest hits."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from itdesk.domain.policy import Scope
from itdesk.domain.query.matching import relevance
from itdesk.domain.query.resolving import Asker, resolved, searched_words
from itdesk.domain.query.terms import Query
from itdesk.domain.ticket import Ticket
from itdesk.server.store.moment import Moment
from itdesk.server.store.search.index import Sought

HITS = 1_000
"""Counts end here, and relevance looks no further: ranking every hit is what grows with the store."""
NEWEST = 2**53


class Order(StrEnum):
    """In which order hits come. A ticket whose number was searched comes first in both."""

    NEWEST = "newest"
    RELEVANCE = "relevance"


@dataclass(frozen=True, order=True)
class Place:
    """Where a hit stands: the highest comes first. By newest, all are equally relevant."""

    relevance: int
    number: int


@dataclass(frozen=True, kw_only=True)
class Found:
    """One page of hits. `count` ends at 1 000; it is told with a first page that was to be counted."""

    tickets: tuple[Ticket, ...]
    count: int | None
    next: Place | None
    """Where the next page begins: after this place."""


@dataclass(frozen=True, kw_only=True)
class Search:
    """What is searched, by whom, and which page of the hits is wanted: the one `after` a place.

    To count costs more than the page itself: it is done where `counts` says so.
    """

    asker: Asker
    query: Query
    order: Order = Order.NEWEST
    after: Place | None = None
    limit: int
    counts: bool = False


def search(moment: Moment, scope: Scope, asked: Search) -> Found:
    """Return one page of the hits that this reader sees."""
    query, after, limit = asked.query, asked.after, asked.limit
    demands, is_ranked = resolved(query, asked.asker), asked.order is Order.RELEVANCE
    needs_all = is_ranked or (asked.counts and after is None)
    sought = Sought(
        demands=demands,
        scope=scope,
        below=NEWEST if after is None or is_ranked else after.number,
        limit=HITS if needs_all else limit + 2,  # one for the next page, one for the named number
        titled=is_ranked,
    )
    hits = moment.find(sought)
    words = searched_words(demands) if is_ranked else ()
    places = sorted((Place(relevance(words, hit.title), hit.number) for hit in hits), reverse=True)
    first = [place for place in places if place.number == query.number]
    others = [place for place in places if place.number != query.number and (after is None or place < after)]
    listed = others if after else [*first, *others]
    page = listed[:limit]
    held = moment.tickets_numbered(scope, [place.number for place in page])
    return Found(
        tickets=tuple(held[place.number].ticket for place in page if place.number in held),
        count=len(hits) if needs_all and after is None else None,
        next=_next(page, first) if len(listed) > limit else None,
    )


def _next(page: Sequence[Place], first: Sequence[Place]) -> Place:
    """The ticket that was named by its number stands before all places."""
    return Place(2**31, NEWEST) if page[-1] in first else page[-1]
