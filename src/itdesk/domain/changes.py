"""Changes: what a person asks for. The kind of each, as stored and sent, is the name of its class."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from itdesk.domain.appointments import Appointing
from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category, Concerns
from itdesk.domain.consents import Consenting
from itdesk.domain.custom_fields import FieldValue
from itdesk.domain.documents import Document, Words, kind_of_document
from itdesk.domain.erasures import Erased
from itdesk.domain.ids import (
    CalendarId,
    ChangeId,
    FileId,
    PersonId,
    QueueId,
    RuleId,
    TicketId,
    document_subject,
)
from itdesk.domain.people import Person
from itdesk.domain.priority import Impact, Priority, Ranking, Urgency
from itdesk.domain.proving import RequesterProved
from itdesk.domain.relations import Counterpart, Relating
from itdesk.domain.routing.look import Look
from itdesk.domain.skills import Skill
from itdesk.domain.sla.target import Target
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.worklog import WorkNote


@dataclass(frozen=True, kw_only=True)
class TicketOpened:
    """Somebody reports a problem or asks for something."""

    title: str
    description: str = ""
    category: Category = Category.OTHER
    symptom: str = ""
    urgency: Urgency = Urgency.MEDIUM
    concerns: Concerns = Concerns.THIS_COMPUTER
    place: str = ""
    contact: str = ""
    requester_id: PersonId | None = None
    """For whom; nobody means the author. An employee who reports for somebody else reads along."""
    since: datetime | None = None
    """Since about when, by who reports it (aware); nothing means that it has just begun, or is not known."""
    spared_by: str = ""
    """The article that solved it, or the announcement that says it is known: nobody has to work on it."""
    has_it_too: bool = False
    """Whether she has what the announcement in `spared_by` tells of."""
    fields: Mapping[str, FieldValue] = field(default_factory=dict, hash=False)
    """Custom fields of the category, those that everybody on the ticket sees."""


@dataclass(frozen=True, kw_only=True)
class CommentAdded:
    """A reply to everybody on the ticket, or an internal note."""

    body: str
    audience: Audience = Audience.PARTICIPANTS


@dataclass(frozen=True, kw_only=True)
class StatusChanged:
    """The ticket moves through the workflow."""

    to: Status
    reason: PendingReason | None = None
    until: datetime | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Assigned:
    """Somebody takes the ticket, is given it, or it is laid back (nobody)."""

    to: PersonId | None


@dataclass(frozen=True, kw_only=True)
class PrioritySet:
    """Impact and urgency are judged; a lead may set the priority over them, with a reason."""

    impact: Impact
    urgency: Urgency
    override: Priority | None = None
    reason: str = ""
    from_now: bool = False
    """It has become more or less urgent: the new promised times count from now. Else it was misjudged."""


@dataclass(frozen=True, kw_only=True)
class MovedToQueue:
    """Another team's tickets."""

    to: QueueId | None


@dataclass(frozen=True, kw_only=True)
class RuleHeld:
    """A rule that held for a report, by what."""

    rule_id: RuleId
    name: Mapping[str, str]
    """As it was called then, by language."""
    looks: tuple[Look, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Routed:
    """Rules sent the ticket where it belongs. What they do not say stays."""

    because: tuple[RuleHeld, ...]
    queue_id: QueueId | None = None
    ranking: Ranking | None = None
    tags: tuple[str, ...] = ()
    skills: tuple[Skill, ...] = ()
    """What whoever takes it has to know."""


@dataclass(frozen=True, kw_only=True)
class Escalated:
    """Whoever had it hands it on to a line above, which finds somebody."""

    to: QueueId
    reason: str


@dataclass(frozen=True, kw_only=True)
class FollowUpTaken:
    """Somebody who leads will talk with the requester about what went wrong."""

    owner_id: PersonId


@dataclass(frozen=True, kw_only=True)
class FollowUpClosed:
    """What came of it."""

    outcome: str


@dataclass(frozen=True, kw_only=True)
class MajorIncidentDeclared:
    """Many have this trouble: from now on everybody is told of it, in these words and no others."""

    title: Words = field(hash=False)
    body: Words = field(default_factory=dict, hash=False)
    symptoms: tuple[str, ...] = ()
    """A report with one of these is about it."""


@dataclass(frozen=True, kw_only=True)
class MajorIncidentEnded:
    """The trouble is over for everybody, though the ticket may go on."""


@dataclass(frozen=True, kw_only=True)
class TitleChanged:
    """The ticket gets a better name."""

    title: str


@dataclass(frozen=True, kw_only=True)
class CategoryChanged:
    """The ticket is about something else than was thought."""

    category: Category


@dataclass(frozen=True, kw_only=True)
class FieldsSet:
    """Custom fields get values, all of them fields that this audience sees; nothing empties one."""

    values: Mapping[str, FieldValue | None] = field(hash=False)
    audience: Audience = Audience.PARTICIPANTS


@dataclass(frozen=True, kw_only=True)
class ParticipantAdded:
    """A colleague may read along and answer."""

    person_id: PersonId | None = None
    login: str = ""
    """Whom, where her author knows no id: the server finds who that is, and no history keeps it."""


@dataclass(frozen=True, kw_only=True)
class ParticipantRemoved:
    """A colleague reads along no more."""

    person_id: PersonId


@dataclass(frozen=True, kw_only=True)
class FileAttached:
    """A file goes along. Its bytes travel separately."""

    file_id: FileId
    name: str
    bytes: int
    sha256: str
    is_screenshot: bool = False
    audience: Audience = Audience.PARTICIPANTS


@dataclass(frozen=True, kw_only=True)
class DiagnosticsAttached:
    """The facts about the requester's computer, exactly as she saw them: one JSON document."""

    facts: str


@dataclass(frozen=True, kw_only=True)
class FixConfirmed:
    """The requester says whether it works now."""

    works: bool
    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class Rated:
    """The requester says how good the help was, 1 to 5."""

    score: int
    comment: str = ""


class Reminder(StrEnum):
    """Of what the house reminds."""

    WAITS_FOR_REQUESTER = "waits_for_requester"
    """IT waits for a word from the requester; she is reminded."""
    DATE_HAS_COME = "date_has_come"
    """The ticket was put off until now; IT is reminded."""


@dataclass(frozen=True, kw_only=True)
class Reminded:
    """The house reminds somebody, by itself."""

    of: Reminder


@dataclass(frozen=True, kw_only=True)
class Undone:
    """An earlier event's fields become again what they were before it."""

    event_id: ChangeId


@dataclass(frozen=True, kw_only=True)
class SlaWarned:
    """So much of a promised time is used up. Said by the server, once."""

    target: Target
    percent: int
    due_at: datetime | None
    """When it will have been used up if nothing stops the clock, UTC."""
    priority: Priority
    calendar_id: CalendarId
    """By whose hours the time is counted: who is warned outside her own hours need not hear of it."""


@dataclass(frozen=True, kw_only=True)
class SlaBreached:
    """A promised time has run out. Said by the server, once; nothing takes it back."""

    target: Target
    due_at: datetime
    """When it had run out, UTC."""
    priority: Priority
    calendar_id: CalendarId


@dataclass(frozen=True, kw_only=True)
class DocumentWritten:
    """A document is new, or is to be another from now on: the whole of it."""

    document: Document
    seen_version: int = 0
    """The version that its author looked at; 0 for a new one."""
    is_exact: bool = False
    """Whether no version at all may have come since, not even one of the author's own."""


@dataclass(frozen=True, kw_only=True)
class DocumentDeleted:
    """A document is to be no more."""

    kind: str
    id: str
    seen_version: int
    is_exact: bool = False


@dataclass(frozen=True, kw_only=True)
class PersonWritten:
    """Somebody is new in the company, or her card is to be another from now on. Never her secrets."""

    person: Person
    """Its own `version` says nothing."""
    seen_version: int = 0
    """The version that its author looked at; 0 for somebody new."""
    is_exact: bool = False


@dataclass(frozen=True, kw_only=True)
class SomethingNewer:
    """A kind of change that this program does not know yet; kept, and shown as such."""

    kind: str
    content: str = ""


Payload = (
    TicketOpened
    | CommentAdded
    | StatusChanged
    | Assigned
    | PrioritySet
    | MovedToQueue
    | Routed
    | Escalated
    | TitleChanged
    | CategoryChanged
    | FieldsSet
    | ParticipantAdded
    | ParticipantRemoved
    | FileAttached
    | DiagnosticsAttached
    | FixConfirmed
    | Rated
    | Reminded
    | RequesterProved
    | FollowUpTaken
    | FollowUpClosed
    | MajorIncidentDeclared
    | MajorIncidentEnded
    | Undone
    | SlaWarned
    | SlaBreached
    | DocumentWritten
    | DocumentDeleted
    | PersonWritten
    | Relating
    | Counterpart
    | Appointing
    | WorkNote
    | Consenting
    | Erased
    | SomethingNewer
)

Writing = DocumentWritten | DocumentDeleted | PersonWritten
"""What is not about a ticket: `domain.writing` judges it."""

KINDS: dict[str, type[Payload]] = {one.__name__: one for one in Payload.__args__ if one is not SomethingNewer}


def kind_of(payload: Payload) -> str:
    """Return the name under which the payload's kind is stored and sent."""
    return payload.kind if isinstance(payload, SomethingNewer) else type(payload).__name__


def subject_of(writing: Writing) -> TicketId:
    """Return what stands for a ticket's id in a change that is about none: it keeps them in order."""
    match writing:
        case PersonWritten(person=person):
            return TicketId(person.id)
        case DocumentWritten(document=document):
            return document_subject(kind_of_document(document), document.id)
        case DocumentDeleted(kind=kind, id=id):
            return document_subject(kind, id)


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change as its author asks for it."""

    id: ChangeId
    ticket_id: TicketId
    """What it is about; where that is no ticket, its `subject_of`."""
    payload: Payload
    seen: int = 0
    """The ticket's version that its author looked at; 0 for a new ticket."""
    after: tuple[ChangeId, ...] = ()
    """Own changes that must be accepted before this one."""
    not_before: datetime | None = None
    """The outbox sends it no earlier, so that it can still be taken back."""
    made_at: datetime
    """By the clock of the computer where it was made: shown, never trusted."""
