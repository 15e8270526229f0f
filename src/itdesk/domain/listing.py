"""What lists ask for and what they show: questions and rows, as plain values."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from itdesk.domain.ids import PersonId, QueueId, TicketId
from itdesk.domain.priority import Priority
from itdesk.domain.query.terms import Query
from itdesk.domain.sla.target import Target
from itdesk.domain.status import Standing, Status
from itdesk.domain.ticket import number_text

SOON = timedelta(hours=4)
COUNTED_AT_MOST = 1000
"""Beyond this many nobody reads the number."""


class View(StrEnum):
    """The questions that every list starts from. `REPORTED`: I asked, or I read along.

    `ASIDE`: I have put it aside for a while: `MINE` and `UNASSIGNED` leave it out.
    `OVERDUE`: a promised time has run out; `DUE_SOON`: one will, within `SOON`.
    `FOLLOW_UPS`: somebody who leads has yet to talk with the requester.
    """

    REPORTED = "reported"
    MINE = "mine"
    UNASSIGNED = "unassigned"
    ASIDE = "aside"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    OPEN = "open"
    QUEUE = "queue"
    RECENT = "recent"
    FOLLOW_UPS = "follow_ups"
    ALL = "all"


class Order(StrEnum):
    """In which order rows come. Equal ones: newest number first."""

    DUE_FIRST = "due_first"
    URGENT_FIRST = "urgent_first"
    CHANGED_LAST_FIRST = "changed_last_first"
    NEWEST_FIRST = "newest_first"
    TITLE = "title"
    STATUS = "status"
    REQUESTER = "requester"
    ASSIGNEE = "assignee"
    QUEUE = "queue"


class Grouping(StrEnum):
    """By what a list is divided under headings."""

    NONE = "none"
    STATUS = "status"
    PRIORITY = "priority"
    ASSIGNEE = "assignee"
    REQUESTER = "requester"
    QUEUE = "queue"
    CATEGORY = "category"


@dataclass(frozen=True)
class Group:
    """Tickets that have the same value of what a list is divided by; an empty `key` is none."""

    key: str
    ids: tuple[TicketId, ...]


@dataclass(frozen=True, kw_only=True)
class Question:
    """What a list shows: a view, narrowed by what is searched in all that a person may read."""

    view: View = View.ALL
    queue_id: QueueId | None = None
    query: Query = Query()
    order: Order = Order.CHANGED_LAST_FIRST
    is_reversed: bool = False
    grouping: Grouping = Grouping.NONE


class Delivery(StrEnum):
    """How far a person's own words have come."""

    SENT = "sent"
    WAITING = "waiting"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class TicketRow:
    """One ticket in a list."""

    id: TicketId
    number: int | None
    title: str
    standing: Standing
    priority: Priority
    requester_id: PersonId
    requester_login: str
    requester_name: str
    requester_place: str
    requester_is_verified: bool = True
    """Whether she has signed in, and it is not only claimed who she is."""
    assignee_id: PersonId | None
    assignee_login: str | None
    assignee_name: str | None
    queue_id: QueueId | None
    due_at: datetime | None = None
    """When the next promised time runs out, or since when it has; `None`: nothing is due."""
    due_target: Target | None = None
    due_begun_at: datetime | None = None
    """Since when that time is counted."""
    scarce_at: datetime | None = None
    """When only a fifth of it was or will be left."""
    created_at: datetime
    updated_at: datetime
    delivery: Delivery
    is_unread: bool
    """Somebody else did something that this person has not opened yet."""

    @property
    def status(self) -> Status:
        """Where it stands."""
        return self.standing.status

    @property
    def reference(self) -> str:
        """`IT-1042`, or a short local reference before the server has given a number."""
        return number_text(self.number, self.id)
