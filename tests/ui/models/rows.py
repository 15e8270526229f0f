"""Ticket rows for the tests of models, and something that answers with them."""

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime

from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.listing import Delivery, Question, TicketRow
from itdesk.domain.priority import Priority
from itdesk.domain.query.matching import stands_in
from itdesk.domain.query.terms import Term, Words
from itdesk.domain.searched import joined
from itdesk.domain.status import Standing, Status
from itdesk.domain.tokeniser import tokens


def row(number: int, *, title: str = "", is_unread: bool = False) -> TicketRow:
    """Return a believable row."""
    return TicketRow(
        id=TicketId(f"{number:032x}"),
        number=number,
        title=title or f"Ticket {number}",
        standing=Standing(Status.OPEN),
        priority=Priority.HIGH,
        requester_id=PersonId("1" * 32),
        requester_login="joanna",
        requester_name="Joanna Wiśniewska",
        requester_place="room 312",
        assignee_id=None,
        assignee_login=None,
        assignee_name=None,
        queue_id=None,
        created_at=datetime(2026, 5, 4, 8, 0, tzinfo=UTC),
        updated_at=datetime(2026, 5, 4, 9, 0, tzinfo=UTC),
        delivery=Delivery.SENT,
        is_unread=is_unread,
    )


def has(title: str, term: Term) -> bool:
    text = joined([" ".join(tokens(title))])
    return any(isinstance(one, Words) and stands_in(one, text) for one in term.any_of)


@dataclass
class RowStore:
    """Answers as the replica does; counts how often it is asked."""

    rows: list[TicketRow] = field(default_factory=list)
    times_asked_rows: int = 0
    breaks: bool = False
    gate: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def ids(self, question: Question) -> tuple[TicketId, ...]:
        """Answer the ids, in order."""
        if self.breaks:
            raise OSError("the disk is gone")
        return tuple(
            one.id for one in self.rows if all(has(one.title, term) for term in question.query.terms)
        )

    def some(self, ids: tuple[TicketId, ...]) -> tuple[TicketRow, ...]:
        """Answer the rows of these ids, once the gate is open."""
        self.gate.wait(5)
        self.times_asked_rows += 1
        return tuple(one for one in self.rows if one.id in ids)
