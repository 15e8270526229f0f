"""The words under which a ticket is found here, and questions to them."""

from collections.abc import Iterator, Sequence

from itdesk.database.fts5 import expression
from itdesk.domain.audience import Audience
from itdesk.domain.query.resolving import Demand, Marks, Moments, Wanted
from itdesk.domain.query.terms import Numbered, Words
from itdesk.domain.searched import Searched, joined
from itdesk.replica.instants import optional_number

COLUMNS = (("words", ""),)
"""Whatever is here may be read by who searches."""


def words_of(found: Searched, *, is_staff: bool) -> tuple[str, str]:
    """Return the words and the marks of a ticket, as the index keeps them: the same for the same ticket."""
    read = (some for audience, some in found.passages.items() if is_staff or audience is not Audience.STAFF)
    passages = (passage for some in read for passage in some)
    return joined(passages), " ".join(sorted(found.marks))


def match_of(demands: Sequence[Demand]) -> str | None:
    """Return what the index is asked; `None` when there is nothing for it to answer."""
    is_for_index = any(isinstance(one, Words | Marks) for demand in demands for one in demand.any_of)
    return expression(demands, COLUMNS) if is_for_index else None


def condition_of(demands: Sequence[Demand]) -> str:
    """Return, as a condition on `tickets`, what the index does not answer; it holds numbers of ours alone."""
    return " AND ".join(_compared(demands)) or "1"


def _compared(demands: Sequence[Demand]) -> Iterator[str]:
    for demand in demands:
        if all(isinstance(one, Numbered | Moments) for one in demand.any_of):
            holds = " OR ".join(f"({_within(one)})" for one in demand.any_of)
            yield f"{'NOT ' if demand.is_negated else ''}({holds})"


def _within(wanted: Wanted) -> str:
    match wanted:
        case Numbered(first=first, last=last):
            bounds = _between("number", first, None if last is None else last + 1)
            return " AND ".join(["number IS NOT NULL", *bounds])
        case Moments(since=since, until=until):
            return " AND ".join(_between("created_at", optional_number(since), optional_number(until)))
    raise AssertionError(wanted)


def _between(column: str, since: int | None, until: int | None) -> Iterator[str]:
    if since is not None:
        yield f"{column} >= {since}"
    if until is not None:
        yield f"{column} < {until}"
