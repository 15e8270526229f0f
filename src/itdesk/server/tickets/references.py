"""Whom and what a change refers to: people, queues, files. Never taken on the client's word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from itdesk.domain import limits
from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category
from itdesk.domain.changes import (
    Assigned,
    Escalated,
    FieldsSet,
    FileAttached,
    FollowUpTaken,
    MovedToQueue,
    ParticipantAdded,
    ParticipantRemoved,
    Payload,
    StatusChanged,
    TicketOpened,
    Undone,
)
from itdesk.domain.custom_fields import FieldValue
from itdesk.domain.documents import CategoryPage, Queue, Team, kind_name
from itdesk.domain.documents.custom_field import CustomField
from itdesk.domain.field_rules import check_fields, missing, people_in
from itdesk.domain.ids import FileId, PersonId, QueueId, is_id
from itdesk.domain.judgement import megabytes
from itdesk.domain.people import Actor, Role
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.routing.lines import is_higher
from itdesk.domain.ticket import Ticket
from itdesk.server.store.documents import DocumentVersion
from itdesk.server.store.people import PersonVersion
from itdesk.server.store.queues import Queues

SHA256_DIGITS = 64


def person_of(payload: Payload) -> PersonId | None:
    """Return the person whom the payload names, if any."""
    match payload:
        case TicketOpened(requester_id=person_id):
            return person_id
        case Assigned(to=person_id):
            return person_id
        case ParticipantAdded(person_id=person_id) | ParticipantRemoved(person_id=person_id):
            return person_id
        case FollowUpTaken(owner_id=person_id):
            return person_id
    return None


def fields_of(payload: Payload) -> Mapping[str, FieldValue | None]:
    """Return the custom fields that the payload sets."""
    match payload:
        case TicketOpened(fields=values):
            return values
        case FieldsSet(values=values):
            return values
    return {}


def check_shape(payload: Payload) -> None:
    """Raise Refused for an id, a digest or a time that no database could hold."""
    match payload:
        case FileAttached(file_id=file_id, sha256=sha256):
            if not is_id(file_id) or not _is_sha256(sha256):
                raise refuse(Code.BAD_SHAPE, yours="FileAttached")
        case StatusChanged(until=until):
            if until is not None and until.tzinfo is None:
                raise refuse(Code.BAD_SHAPE, yours="StatusChanged")
        case TicketOpened(since=since):
            if since is not None and since.tzinfo is None:
                raise refuse(Code.BAD_SHAPE, yours="TicketOpened")
        case Undone(event_id=event_id):
            if not is_id(event_id):
                raise refuse(Code.CANNOT_BE_UNDONE)


def _is_sha256(text: str) -> bool:
    return len(text) == SHA256_DIGITS and is_id(text[:32]) and is_id(text[32:])


@dataclass
class References:
    """What the changes of one batch may refer to."""

    queues: Queues
    roles: dict[PersonId, Role]
    """Of the people who exist and are not disabled."""
    taken_files: set[FileId] = field(default_factory=set)
    sent_bytes: dict[PersonId, int] = field(default_factory=dict)
    """How much each author of a file has announced in the last day."""
    teams: Sequence[Team] = ()
    """Where somebody escalates: all of them."""
    announcements: Mapping[str, bool] = field(default_factory=dict)
    """Of those that are named: which exist, and whether each is for everyone."""
    categories: Mapping[str, CategoryPage] = field(default_factory=dict)
    """The pages of the service catalogue by category, where a change sets custom fields."""

    def check(self, actor: Actor, ticket: Ticket | None, payload: Payload) -> None:
        """Raise Refused when what the payload names does not exist for the actor or cannot serve."""
        if isinstance(payload, TicketOpened) and payload.has_it_too:
            self._check_announcement(actor, payload.spared_by)
        match payload:
            case TicketOpened(requester_id=person_id) if person_id not in (None, actor.id):
                self._check_person(person_id)
            case ParticipantAdded(person_id=person_id) if person_id is not None:
                self._check_person(person_id)
            case Assigned(to=person_id) if person_id is not None:
                self._check_assignee(ticket, person_id)
            case FollowUpTaken(owner_id=person_id):
                self._check_assignee(ticket, person_id)
            case MovedToQueue(to=queue_id) if queue_id is not None:
                self._check_queue(queue_id)
            case Escalated(to=queue_id):
                self._check_queue(queue_id)
                if ticket is None or not is_higher(self.teams, ticket.queue_id, queue_id):
                    raise refuse(Code.NO_HIGHER_LINE)
            case FileAttached():
                self._check_file(actor, ticket, payload)
        self._check_fields(ticket, payload)

    def note_file(self, author: PersonId, file: FileAttached) -> None:
        """From here on, this file is there, too."""
        self.taken_files.add(file.file_id)
        self.sent_bytes[author] = self.sent_bytes.get(author, 0) + file.bytes

    def note(self, written: DocumentVersion | PersonVersion) -> None:
        """From here on, the changes that follow may refer to it as it is written."""
        if isinstance(written, PersonVersion):
            person = written.person
            self.roles = {id: role for id, role in self.roles.items() if id != person.id}
            if not person.is_disabled:
                self.roles[person.id] = person.role
        elif written.kind == kind_name(Queue):
            self.queues = self.queues.with_written(written.document, written.id)
        elif isinstance(written.document, CategoryPage):
            self.categories = {**self.categories, written.id: written.document}

    def _check_file(self, actor: Actor, ticket: Ticket | None, file: FileAttached) -> None:
        if file.file_id in self.taken_files:
            raise refuse(Code.OTHER_CONTENT)
        if ticket is not None and len(ticket.attachments) >= limits.FILES_PER_TICKET:
            raise refuse(Code.FILES_FULL, limit=str(limits.FILES_PER_TICKET))
        if self.sent_bytes.get(actor.id, 0) + file.bytes > limits.FILE_BYTES_A_DAY:
            raise refuse(Code.FILES_TODAY, field=file.name, limit=megabytes(limits.FILE_BYTES_A_DAY))

    def _check_fields(self, ticket: Ticket | None, payload: Payload) -> None:
        match payload:
            case TicketOpened(category=category, fields=values) if values:
                fields = self._fields_of(category)
                check_fields(fields, values, Audience.PARTICIPANTS)
                for code in missing(fields, values):
                    raise refuse(Code.TEXT_EMPTY, field=code)
            case FieldsSet(values=values, audience=audience) if ticket is not None:
                fields = self._fields_of(ticket.category)
                check_fields(fields, values, audience)
            case _:
                return
        for person_id in sorted(people_in(fields, values)):
            self._check_person(PersonId(person_id))

    def _fields_of(self, category: Category) -> tuple[CustomField, ...]:
        page = self.categories.get(category)
        return page.fields if page is not None else ()

    def _check_announcement(self, actor: Actor, id: str) -> None:
        """One that IT has ended counts: the report may have waited for the network."""
        is_hers = id in self.announcements and (self.announcements[id] or actor.role.is_staff)
        if not is_hers:
            raise refuse(Code.UNKNOWN_ANNOUNCEMENT)

    def _check_queue(self, queue_id: QueueId) -> None:
        if queue_id not in self.queues:
            raise refuse(Code.UNKNOWN_QUEUE, yours=queue_id[:32])

    def _check_person(self, person_id: PersonId) -> None:
        if person_id not in self.roles or not self.roles[person_id].is_verified:
            raise refuse(Code.UNKNOWN_PERSON, yours=person_id[:32])

    def _check_assignee(self, ticket: Ticket | None, person_id: PersonId) -> None:
        """Only IT can take a ticket, and only who sees the queue in which it lies."""
        self._check_person(person_id)
        role = self.roles[person_id]
        scope = self.queues.scope(person_id, role)
        if not role.is_staff or (ticket is not None and not scope.sees(ticket)):
            raise refuse(Code.UNKNOWN_PERSON, yours=person_id)
