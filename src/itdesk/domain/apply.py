"""Folding history into a ticket. Pure: the same events always give the same ticket."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from itdesk.domain.answers import is_answer
from itdesk.domain.appointing import appoint
from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    Assigned,
    CategoryChanged,
    CommentAdded,
    Escalated,
    FieldsSet,
    FileAttached,
    FixConfirmed,
    FollowUpClosed,
    FollowUpTaken,
    MajorIncidentDeclared,
    MajorIncidentEnded,
    MovedToQueue,
    ParticipantAdded,
    ParticipantRemoved,
    PrioritySet,
    Rated,
    Reminded,
    Reminder,
    Routed,
    SlaBreached,
    SlaWarned,
    StatusChanged,
    TicketOpened,
    TitleChanged,
    Undone,
)
from itdesk.domain.consenting import consent
from itdesk.domain.custom_fields import FieldValue, SetField
from itdesk.domain.erasures import Erased
from itdesk.domain.events import Event
from itdesk.domain.follow_ups import followed_up, stepped
from itdesk.domain.ids import PersonId
from itdesk.domain.incidents import declared, ended, in_step
from itdesk.domain.limits import BAD_SCORE, NOT_FIXED_TIMES
from itdesk.domain.priority import Impact, Ranking
from itdesk.domain.proving import RequesterProved
from itdesk.domain.relating import relate
from itdesk.domain.stamping import set_custom_fields, set_fields, undo_fields
from itdesk.domain.status import Standing, Status
from itdesk.domain.ticket import Attachment, FollowUpReason, Rating, Ticket
from itdesk.domain.workflow import waits_for_requester
from itdesk.domain.working import note_work
from itdesk.domain.worklog import tag_named


class BrokenHistory(ValueError):
    """A history does not begin with the ticket being opened, or opens it twice."""


def apply(ticket: Ticket | None, event: Event) -> Ticket:
    """Return the ticket after `event`; `None` is a ticket that does not exist yet.

    Raises BrokenHistory when the event cannot stand at this place.
    """
    if isinstance(event.payload, TicketOpened):
        if ticket is not None:
            raise BrokenHistory(f"ticket {event.ticket_id} is opened twice")
        return _opened(event, event.payload)
    if ticket is None:
        raise BrokenHistory(f"the history of ticket {event.ticket_id} does not begin with its opening")
    changed = in_step(_touched(_changed(ticket, event), event), event.at)
    is_work = not isinstance(event.payload, SlaWarned | SlaBreached | Erased)  # nobody did anything to it
    return replace(changed, version=event.version, updated_at=event.at if is_work else ticket.updated_at)


def replay(events: Iterable[Event]) -> Ticket:
    """Return the ticket that a whole history adds up to. Raises BrokenHistory."""
    ticket: Ticket | None = None
    for event in events:
        ticket = apply(ticket, event)
    if ticket is None:
        raise BrokenHistory("an empty history makes no ticket")
    return ticket


def _opened(event: Event, payload: TicketOpened) -> Ticket:
    return Ticket(
        id=event.ticket_id,
        version=event.version,
        requester_id=payload.requester_id or event.actor_id,
        opened_by=event.actor_id,
        title=payload.title,
        description=payload.description,
        symptom=payload.symptom,
        concerns=payload.concerns,
        place=payload.place,
        contact=payload.contact,
        since=payload.since,
        category=payload.category,
        fields={code: SetField(value=value) for code, value in payload.fields.items()},
        spared_by=payload.spared_by,
        has_it_too=payload.has_it_too,
        ranking=Ranking(Impact.LOW, payload.urgency),
        standing=_first_standing(event, payload),
        participants=_reading_along(event, payload),
        created_at=event.at,
        updated_at=event.at,
    )


def _first_standing(event: Event, payload: TicketOpened) -> Standing:
    """A report that was not needed is over as soon as it counts."""
    if not payload.spared_by:
        return Standing(Status.NEW)
    return Standing(Status.CLOSED, resolved_at=event.at, closed_at=event.at)


def _reading_along(event: Event, payload: TicketOpened) -> frozenset[PersonId]:
    """An employee who reports for somebody else sees what becomes of it; IT sees it anyway."""
    is_for_another = payload.requester_id not in (None, event.actor_id)
    return frozenset({event.actor_id}) if is_for_another and not event.actor_role.is_staff else frozenset()


def _changed(ticket: Ticket, event: Event) -> Ticket:
    match event.payload:
        case CommentAdded() as comment:
            return _commented(ticket, event, comment)
        case StatusChanged(to=to, reason=reason, until=until, note=note):
            return _moved(ticket, event, to, reason=reason, until=until, note=note)
        case Assigned(to=to):
            return _assigned(ticket, event, to)
        case PrioritySet(impact=impact, urgency=urgency, override=override):
            return set_fields(ticket, event, ranking=Ranking(impact, urgency, override))
        case MovedToQueue() | Routed() | Escalated() as sent:
            return _sent_on(ticket, event, sent)
        case TitleChanged() | CategoryChanged() | MajorIncidentDeclared() | MajorIncidentEnded() as named:
            return _named(ticket, event, named)
        case FixConfirmed(works=works):
            return _confirmed(ticket, event, works=works)
        case Undone(event_id=event_id):
            return undo_fields(ticket, event, event_id)
    return _added(ticket, event)


def _added(ticket: Ticket, event: Event) -> Ticket:
    """Apply what sets none of the fixed fields."""
    match event.payload:
        case FieldsSet(values=values, audience=audience):
            wanted = {code: _field(value, audience) for code, value in values.items()}
            return set_custom_fields(ticket, event, wanted)
        case FileAttached(sha256=""):
            return ticket  # it was erased
        case FileAttached() as file:
            attachment = Attachment(
                id=file.file_id,
                name=file.name,
                bytes=file.bytes,
                sha256=file.sha256,
                is_screenshot=file.is_screenshot,
                audience=file.audience,
            )
            return replace(ticket, attachments=(*ticket.attachments, attachment))
        case ParticipantAdded(person_id=person_id) if person_id is not None:
            return replace(ticket, participants=ticket.participants | {person_id})
        case ParticipantRemoved(person_id=person_id):
            return replace(ticket, participants=ticket.participants - {person_id})
        case Rated(score=score, comment=comment):
            rated = replace(ticket, rating=Rating(score=score, comment=comment))
            return followed_up(rated, event.at, FollowUpReason.RATING) if score <= BAD_SCORE else rated
        case Reminded(of=Reminder.WAITS_FOR_REQUESTER):
            standing = replace(ticket.standing, reminded=ticket.standing.reminded + 1)
            return replace(ticket, standing=standing)
        case FollowUpTaken() | FollowUpClosed() as step:
            return stepped(ticket, event.at, step)
        case Erased(is_whole=True):
            return replace(ticket, erased_at=event.at, appointment=None, follow_up=None)
    return consent(note_work(appoint(relate(_proved(ticket, event), event), event), event), event)


def _proved(ticket: Ticket, event: Event) -> Ticket:
    """Make it hers who has signed in; the requester is not among the participants."""
    if not isinstance(event.payload, RequesterProved):
        return ticket
    id = event.payload.person_id
    return replace(ticket, requester_id=id, participants=ticket.participants - {id})


def _assigned(ticket: Ticket, event: Event, to: PersonId | None) -> Ticket:
    """Whoever takes a new ticket opens it: that is its first touch."""
    if to is not None and ticket.status is Status.NEW:
        return set_fields(ticket, event, assignee_id=to, standing=Standing(Status.OPEN))
    return set_fields(ticket, event, assignee_id=to)


def _named(
    ticket: Ticket,
    event: Event,
    named: TitleChanged | CategoryChanged | MajorIncidentDeclared | MajorIncidentEnded,
) -> Ticket:
    """Say what it is: what it is called, what it is about, whether many have it."""
    match named:
        case TitleChanged(title=title):
            return set_fields(ticket, event, title=title)
        case CategoryChanged(category=category):
            return set_fields(ticket, event, category=category)
        case MajorIncidentDeclared():
            return set_fields(ticket, event, incident=declared(named, event.at))
        case MajorIncidentEnded():
            return set_fields(ticket, event, incident=ended(ticket.incident, event.at))


def _sent_on(ticket: Ticket, event: Event, sent: MovedToQueue | Routed | Escalated) -> Ticket:
    match sent:
        case MovedToQueue(to=to):
            return set_fields(ticket, event, queue_id=to)
        case Escalated(to=to):
            return set_fields(ticket, event, queue_id=to, assignee_id=None)
        case Routed(queue_id=queue_id, ranking=ranking, skills=skills):
            tags = ticket.tags.union(map(tag_named, sent.tags)) if sent.tags else None
            said = {"queue_id": queue_id, "ranking": ranking, "tags": tags, "skills": skills or None}
            return set_fields(
                ticket, event, **{field: value for field, value in said.items() if value is not None}
            )


def _confirmed(ticket: Ticket, event: Event, *, works: bool) -> Ticket:
    if works:
        return _moved(ticket, event, Status.CLOSED, note=ticket.standing.note)
    again = replace(ticket, not_fixed=ticket.not_fixed + 1)
    again = _moved(again, event, Status.OPEN, note=ticket.standing.note)
    if again.not_fixed < NOT_FIXED_TIMES:
        return again
    return followed_up(again, event.at, FollowUpReason.NOT_FIXED)


def _commented(ticket: Ticket, event: Event, comment: CommentAdded) -> Ticket:
    """A public word from the requester wakes a ticket that waits for her or seemed solved."""
    if event.actor_id != ticket.requester_id or comment.audience is Audience.STAFF:
        return ticket
    if waits_for_requester(ticket) or ticket.status is Status.RESOLVED:
        return _moved(ticket, event, Status.OPEN)
    return ticket


def _moved(ticket: Ticket, event: Event, to: Status, **details: Any) -> Ticket:
    """Give the ticket another status; times and the count of reopenings follow from it."""
    old = ticket.standing
    if to is Status.OPEN:
        came_back = old.status in (Status.RESOLVED, Status.CLOSED)
        return set_fields(ticket, event, standing=Standing(to, reopened=old.reopened + came_back))
    standing = Standing(
        to,
        resolved_at=event.at if to is Status.RESOLVED else old.resolved_at,
        closed_at=event.at if to in (Status.CLOSED, Status.CANCELLED) else None,
        reopened=old.reopened,
        **details,
    )
    return set_fields(ticket, event, standing=standing)


def _field(value: FieldValue | None, audience: Audience) -> SetField | None:
    return None if value is None else SetField(value=value, audience=audience)


def _touched(ticket: Ticket, event: Event) -> Ticket:
    """The first answer is the first response."""
    if ticket.first_response_at is None and is_answer(ticket, event):
        return replace(ticket, first_response_at=event.at)
    return ticket
