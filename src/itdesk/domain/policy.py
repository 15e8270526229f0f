"""Who may see which ticket, and who may do what to it. One answer for client and server."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from itdesk.domain.appointments import AppointmentAccepted, AppointmentCancelled, AppointmentProposed
from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    CommentAdded,
    DiagnosticsAttached,
    FieldsSet,
    FileAttached,
    FixConfirmed,
    FollowUpClosed,
    FollowUpTaken,
    MajorIncidentDeclared,
    MajorIncidentEnded,
    ParticipantAdded,
    ParticipantRemoved,
    Payload,
    PrioritySet,
    Rated,
    Reminded,
    Routed,
    SlaBreached,
    SlaWarned,
    SomethingNewer,
    StatusChanged,
    TicketOpened,
    Undone,
)
from itdesk.domain.consents import ConsentAnswered
from itdesk.domain.documents import Document, kind_of_document, private_to
from itdesk.domain.erasures import Erased
from itdesk.domain.events import Event
from itdesk.domain.ids import PersonId, QueueId
from itdesk.domain.people import Actor, Person, Role
from itdesk.domain.proving import RequesterProved
from itdesk.domain.relations import Counterpart, TicketsMerged
from itdesk.domain.status import Status
from itdesk.domain.ticket import Stamps, Ticket

WRITERS = {
    "announcement": Role.LEAD,
    "article": Role.LEAD,
    "device": Role.LEAD,
    "macro": Role.LEAD,
    "view": Role.LEAD,
}
"""Which role writes which kind of document; the kinds that are not here are the admins'."""

WITHOUT_SIGN_IN = (
    CommentAdded,
    ConsentAnswered,
    DiagnosticsAttached,
    FieldsSet,
    FileAttached,
    FixConfirmed,
    Rated,
    StatusChanged,
)
"""What a login that is only claimed may do to its own tickets, of all that an employee may."""


@dataclass(frozen=True)
class Team:
    """The team of a restricted queue, as it appears in place of its technicians."""

    id: PersonId
    name: str


@dataclass(frozen=True)
class Scope:
    """What somebody may see, as a plain value that a store can turn into a question.

    Employees see the tickets in which they are requester or participant. Staff see all but those in
    a restricted queue that is not theirs. Of a login that is only claimed, `is_verified` is false: it sees
    what it asked for itself.
    """

    person_id: PersonId
    is_staff: bool
    sees_every_queue: bool
    queues: frozenset[QueueId]
    restricted: frozenset[QueueId]
    is_verified: bool = True
    teams: Mapping[PersonId, Team] = field(default_factory=dict, hash=False)
    """Whom this reader knows by her team alone."""

    def sees(self, ticket: Ticket) -> bool:
        """Tell whether the ticket exists for this reader."""
        if self.person_id == ticket.requester_id:
            return True
        if self.person_id in ticket.participants:
            return self.is_verified
        if not self.is_staff:
            return False
        hidden = ticket.queue_id in self.restricted and ticket.queue_id not in self.queues
        return self.sees_every_queue or not hidden

    def audiences(self, ticket: Ticket) -> frozenset[Audience]:
        """Return the audiences that this reader of the ticket belongs to."""
        if self.is_staff:
            return frozenset(Audience)
        if self.person_id == ticket.requester_id:
            return frozenset({Audience.PARTICIPANTS, Audience.REQUESTER})
        return frozenset({Audience.PARTICIPANTS})

    def reads(self, ticket: Ticket, event: Event) -> bool:
        """Tell whether this reader may see one event of a ticket that she sees."""
        return event.audience in self.audiences(ticket)


def scope_of(actor: Actor, restricted: frozenset[QueueId]) -> Scope:
    """Return what `actor` may see, where `restricted` are the queues closed to other staff."""
    return Scope(
        person_id=actor.id,
        is_staff=actor.role.is_staff,
        sees_every_queue=actor.role in (Role.ADMIN, Role.SYSTEM),
        queues=actor.queues,
        restricted=restricted,
        is_verified=actor.role.is_verified,
    )


def with_teams(scope: Scope, teams: Mapping[PersonId, Team]) -> Scope:
    """Return the scope of who knows these people by their teams alone; IT knows everybody."""
    if scope.is_staff:
        return scope
    return replace(scope, teams={id: team for id, team in teams.items() if id != scope.person_id})


def may(actor: Actor, payload: Payload, ticket: Ticket | None) -> bool:
    """Tell whether `actor` may ask for this at all; the workflow judges the rest.

    `ticket` is one that the actor sees, or `None` when it is about to be opened.
    """
    if ticket is None or isinstance(payload, TicketOpened):
        return isinstance(payload, TicketOpened) and _may_open(actor, payload)
    if isinstance(payload, Counterpart | Erased) or ticket.erased_at is not None:
        return False
    if actor.role.is_staff:
        return _staff_may(actor, payload, ticket)
    if not actor.role.is_verified and not isinstance(payload, WITHOUT_SIGN_IN):
        return False
    return _employee_may(actor, payload, ticket)


def may_write(actor: Actor, document: Document) -> bool:
    """Tell whether `actor` may write or delete this document; what is somebody's own is nobody else's."""
    owner = private_to(document)
    if owner is not None:
        return owner == actor.id and actor.role.is_staff
    return may_write_kind(actor, kind_of_document(document))


def may_write_kind(actor: Actor, kind: str) -> bool:
    """Tell whether `actor` may write documents of this kind that are for others."""
    return actor.role.reaches(WRITERS.get(kind, Role.ADMIN))


def may_write_people(actor: Actor) -> bool:
    """Tell whether `actor` may say who works in the company, and as what."""
    return actor.role.reaches(Role.ADMIN)


def as_seen_by(scope: Scope, ticket: Ticket) -> Ticket:
    """Return the ticket as this reader may know it: IT's own affairs are for IT alone."""
    if scope.is_staff:
        return ticket
    audiences = scope.audiences(ticket)
    attachments = tuple(file for file in ticket.attachments if file.audience in audiences)
    fields = {code: one for code, one in ticket.fields.items() if one.audience in audiences}
    return replace(
        ticket,
        queue_id=None,
        attachments=attachments,
        fields=fields,
        follow_up=None,
        incident=None,
        skills=(),
        links=(),
        parent_id=None,
        children=frozenset(),
        absorbed=frozenset(),
        moved=tuple(message for message in ticket.moved if message.audience in audiences),
        tags=frozenset(),
        checklist=(),
        time_spent=(),
        appointment=ticket.appointment if Audience.REQUESTER in audiences else None,
        consents=ticket.consents if Audience.REQUESTER in audiences else (),
        stamps=Stamps(),
    )


def person_as_seen_by(scope: Scope, person: Person) -> Person:
    """Return the card as this reader may know it: where and how to reach others is for IT."""
    if scope.is_staff or person.id == scope.person_id:
        return person
    return Person(id=person.id, login=person.login, name=person.name, role=person.role)


def _may_open(actor: Actor, report: TicketOpened) -> bool:
    """Nobody says for somebody else that it was solved, or that she has it too.

    A login that is only claimed reports for nobody else at all.
    """
    is_own = report.requester_id in (None, actor.id)
    return is_own or (actor.role.is_verified and not report.spared_by)


def _staff_may(actor: Actor, payload: Payload, ticket: Ticket) -> bool:
    match payload:
        case SomethingNewer():
            return False
        case Reminded() | RequesterProved() | Routed() | SlaWarned() | SlaBreached():
            return actor.role is Role.SYSTEM
        case FollowUpTaken() | FollowUpClosed() | MajorIncidentDeclared() | MajorIncidentEnded():
            return actor.role.leads
        case TicketsMerged(across_requesters=across):
            return actor.role.leads or not across
        case Rated() | FixConfirmed() | ConsentAnswered():
            return actor.id == ticket.requester_id
        case PrioritySet(override=override):
            return override is None or actor.role.leads
    return True


def _employee_may(actor: Actor, payload: Payload, ticket: Ticket) -> bool:
    is_requester = actor.id == ticket.requester_id
    match payload:
        case CommentAdded(audience=audience) | FileAttached(audience=audience):
            return audience is Audience.PARTICIPANTS or (audience is Audience.REQUESTER and is_requester)
        case FieldsSet(audience=audience):
            return is_requester and audience is not Audience.STAFF
        case StatusChanged(to=to):
            return is_requester and to in (Status.OPEN, Status.RESOLVED, Status.CLOSED, Status.CANCELLED)
        case DiagnosticsAttached() | FixConfirmed() | Rated() | ParticipantAdded() | ConsentAnswered():
            return is_requester
        case AppointmentProposed() | AppointmentAccepted() | AppointmentCancelled():
            return is_requester
        case ParticipantRemoved(person_id=person_id):
            return is_requester or person_id == actor.id
        case Undone():
            return False
    return False
