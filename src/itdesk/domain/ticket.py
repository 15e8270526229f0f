"""A ticket: the state that its history adds up to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from itdesk.domain.appointments import Appointment
from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category, Concerns
from itdesk.domain.consents import ConsentRequest
from itdesk.domain.custom_fields import SetField
from itdesk.domain.documents.words import Words
from itdesk.domain.ids import ChangeId, FileId, PersonId, QueueId, TicketId
from itdesk.domain.priority import Priority, Ranking
from itdesk.domain.relations import Link, MovedMessage
from itdesk.domain.skills import Skill
from itdesk.domain.status import Standing, Status
from itdesk.domain.worklog import ChecklistItem, TimeEntry

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, kw_only=True)
class Incident:
    """A major incident: what everybody is told of this ticket's trouble, and how long. For IT alone."""

    title: Words = field(hash=False)
    body: Words = field(hash=False)
    symptoms: tuple[str, ...]
    began_at: datetime
    ended_at: datetime | None = None
    ended_with_ticket: bool = False
    """Whether it ended because nobody works on the ticket any more: it goes on when somebody does again."""

    @property
    def stands(self) -> bool:
        """Whether the trouble is there."""
        return self.ended_at is None


@dataclass(frozen=True)
class Stamp(Generic[Value]):
    """Who set a field last, and what it was before: enough to see a conflict and to undo."""

    event: ChangeId
    author: PersonId
    version: int
    before: Value
    together: tuple[str, ...]
    """All the fields that this event set; it is undone whole or not at all."""


@dataclass(frozen=True, kw_only=True)
class Stamps:
    """The last stamp of each field, by the field's name on the ticket."""

    title: Stamp[str] | None = None
    category: Stamp[Category] | None = None
    ranking: Stamp[Ranking] | None = None
    standing: Stamp[Standing] | None = None
    queue_id: Stamp[QueueId | None] | None = None
    assignee_id: Stamp[PersonId | None] | None = None
    parent_id: Stamp[TicketId | None] | None = None
    merged_into: Stamp[TicketId | None] | None = None
    appointment: Stamp[Appointment | None] | None = None
    incident: Stamp[Incident | None] | None = None
    tags: Stamp[frozenset[str]] | None = None
    skills: Stamp[tuple[Skill, ...]] | None = None
    custom: Mapping[str, Stamp[SetField | None]] = field(default_factory=dict, hash=False)
    """Of the custom fields, by their codes."""

    def every(self) -> Iterator[tuple[str, "Stamp[object]"]]:
        """Yield the stamps that there are, by name: that of a custom field is `custom_name` of its code."""
        fixed = ((name, getattr(self, name)) for name in FIELDS)
        yield from ((name, stamp) for name, stamp in fixed if stamp is not None)
        yield from ((custom_name(code), stamp) for code, stamp in self.custom.items())


FIELDS = (
    "title",
    "category",
    "ranking",
    "standing",
    "queue_id",
    "assignee_id",
    "parent_id",
    "merged_into",
    "appointment",
    "incident",
    "tags",
    "skills",
)
"""The fields that are set over and over: who did it last is known, and it can be undone."""

STAFF_FIELDS = frozenset({"queue_id", "parent_id", "tags", "skills"})
"""Those that IT alone sees."""


CUSTOM = "custom."


def custom_name(code: str) -> str:
    """Return the name of a custom field among the names of a ticket's fields."""
    return CUSTOM + code


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file that belongs to a ticket. Its name is for people only, never a path."""

    id: FileId
    name: str
    bytes: int
    sha256: str
    is_screenshot: bool = False
    audience: Audience = Audience.PARTICIPANTS
    is_complete: bool = False
    """Whether the server holds all its bytes; until then it is on its way."""


@dataclass(frozen=True, kw_only=True)
class Rating:
    """What the requester thought of the help: 1 (bad) to 5 (very good)."""

    score: int
    comment: str = ""


class FollowUpReason(StrEnum):
    """What went wrong."""

    RATING = "rating"
    """The help was rated badly."""
    NOT_FIXED = "not_fixed"
    """It was called solved more than once, and was not."""


@dataclass(frozen=True, kw_only=True)
class FollowUp:
    """Somebody who leads has to talk with the requester, or has done so. For IT alone."""

    since: datetime
    reason: FollowUpReason
    owner_id: PersonId | None = None
    outcome: str = ""
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.closed_at is None


@dataclass(frozen=True, kw_only=True)
class Ticket:
    """The current state. Times are UTC."""

    id: TicketId
    number: int | None = None
    """Given by the server; people read it as `IT-1042`."""
    version: int = 0
    """How many events made it."""
    requester_id: PersonId
    opened_by: PersonId
    title: str
    description: str = ""
    symptom: str = ""
    concerns: Concerns = Concerns.THIS_COMPUTER
    place: str = ""
    contact: str = ""
    since: datetime | None = None
    """Since about when the trouble is there, by who reported it."""
    spared_by: str = ""
    """What made the report unneeded, by id: an article, or an announcement."""
    has_it_too: bool = False
    category: Category
    fields: Mapping[str, SetField] = field(default_factory=dict, hash=False)
    """Custom fields by their codes; they stay when the category changes."""
    ranking: Ranking
    standing: Standing = Standing(Status.NEW)
    queue_id: QueueId | None = None
    assignee_id: PersonId | None = None
    participants: frozenset[PersonId] = frozenset()
    """Watchers and invited colleagues; the requester is not among them."""
    attachments: tuple[Attachment, ...] = ()
    rating: Rating | None = None
    not_fixed: int = 0
    """How often the requester said that it does not work."""
    follow_up: FollowUp | None = None
    incident: Incident | None = None
    skills: tuple[Skill, ...] = ()
    """What whoever takes it has to know."""
    links: tuple[Link, ...] = ()
    parent_id: TicketId | None = None
    children: frozenset[TicketId] = frozenset()
    merged_into: TicketId | None = None
    """The ticket in which this one goes on; that one may go on in a third."""
    absorbed: frozenset[TicketId] = frozenset()
    """The tickets that go on in this one."""
    moved: tuple[MovedMessage, ...] = ()
    """The messages of this ticket that are shown in others."""
    tags: frozenset[str] = frozenset()
    checklist: tuple[ChecklistItem, ...] = ()
    time_spent: tuple[TimeEntry, ...] = ()
    appointment: Appointment | None = None
    consents: tuple[ConsentRequest, ...] = ()
    """What the requester was asked to agree to, oldest first."""
    created_at: datetime
    updated_at: datetime
    first_response_at: datetime | None = None
    erased_at: datetime | None = None
    """Since when its contents are gone; nobody changes it any more."""
    stamps: Stamps = field(default_factory=Stamps)

    @property
    def status(self) -> Status:
        """Where it stands."""
        return self.standing.status

    @property
    def priority(self) -> Priority:
        """What comes first."""
        return self.ranking.priority

    @property
    def readers(self) -> frozenset[PersonId]:
        """Who reads it without being IT, or whatever IT may see: the requester and the participants."""
        return self.participants | {self.requester_id}


def number_text(number: int | None, ticket_id: TicketId) -> str:
    """Return the number as people read it: `IT-1042`, or a short local reference before it is sent."""
    return f"IT-{number}" if number is not None else f"#{ticket_id[-5:]}"
