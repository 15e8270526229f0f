"""What a list of tickets asks off the GUI thread, and the answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from itdesk.domain.ids import TicketId
from itdesk.domain.listing import Question, TicketRow
from itdesk.domain.query.reason import Reason
from itdesk.domain.query.terms import Query
from itdesk.services.grouping import Divided, Heading

AskIds = Callable[[Question], tuple[TicketId, ...]]
AskRows = Callable[[tuple[TicketId, ...]], tuple[TicketRow, ...]]
Reasons = Mapping[TicketId, Reason]
AskReasons = Callable[[Query, tuple[TicketId, ...]], Reasons]
AskDivided = Callable[[Question], Divided]
NO_HEADINGS: Mapping[TicketId, Heading] = MappingProxyType({})


@dataclass(frozen=True)
class Listed:
    """The answer to a question: which tickets, in which order, and among them the rows that are headings."""

    question: Question
    ids: tuple[TicketId, ...]
    headings: Mapping[TicketId, Heading] = field(default_factory=dict)


@dataclass(frozen=True)
class Fetched:
    """Rows as they were when the list was `generation` refreshes old."""

    generation: int
    row: int
    """Where the first of them stood."""
    asked: tuple[TicketId, ...]
    rows: tuple[TicketRow, ...]


@dataclass(frozen=True)
class Explained:
    """Why a query found some tickets."""

    query: Query
    row: int
    asked: tuple[TicketId, ...]
    reasons: Reasons


def explain(ask: AskReasons, query: Query, row: int, ids: tuple[TicketId, ...]) -> Explained:
    """Ask for the reasons, off the GUI thread."""
    return Explained(query, row, ids, ask(query, ids))


def list_ids(ask: AskIds, question: Question) -> Listed:
    """Ask for the ids, off the GUI thread."""
    return Listed(question, ask(question))


def list_divided(ask: AskDivided, question: Question) -> Listed:
    """Ask for the ids under headings, off the GUI thread. A heading stands among them by an id of its own."""
    ids: list[TicketId] = []
    headings: dict[TicketId, Heading] = {}
    for heading, some in ask(question).groups:
        id = TicketId(f"{heading.grouping}:{heading.value}")
        headings[id] = heading
        ids += [id, *some]
    return Listed(question, tuple(ids), headings)


def fetch_rows(ask: AskRows, generation: int, row: int, ids: tuple[TicketId, ...]) -> Fetched:
    """Ask for the rows, off the GUI thread."""
    return Fetched(generation, row, ids, ask(ids))
