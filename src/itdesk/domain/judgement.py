"""Whether a change may become an event. The server decides by it; a client predicts by it."""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from itdesk.domain import limits
from itdesk.domain.appointing import appointment_words, check_appointing, check_appointment
from itdesk.domain.appointments import (
    Appointment,
    AppointmentAccepted,
    AppointmentCancelled,
    AppointmentProposed,
)
from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    Assigned,
    CategoryChanged,
    Change,
    CommentAdded,
    DiagnosticsAttached,
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
    Payload,
    PrioritySet,
    Rated,
    Reminded,
    Reminder,
    Routed,
    SomethingNewer,
    StatusChanged,
    TicketOpened,
    TitleChanged,
    Undone,
    Writing,
)
from itdesk.domain.consenting import check_consent, check_consenting
from itdesk.domain.custom_fields import value_text
from itdesk.domain.events import Event, audience_of
from itdesk.domain.field_rules import check_field_values
from itdesk.domain.follow_ups import has_open_follow_up
from itdesk.domain.incidents import check_declaration, check_incident
from itdesk.domain.people import Actor
from itdesk.domain.policy import may
from itdesk.domain.priority import Ranking
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.relating import check_relating, check_relations
from itdesk.domain.relations import ParentSet, TicketsMerged
from itdesk.domain.stamping import fields_set_by
from itdesk.domain.status import Status
from itdesk.domain.text import check_text
from itdesk.domain.ticket import STAFF_FIELDS, Stamp, Ticket
from itdesk.domain.workflow import check_transition, waits_for_requester
from itdesk.domain.working import check_work_note, check_working

FACTS_LEVELS = 32


def judge(actor: Actor, ticket: Ticket | None, change: Change, now: datetime) -> Event:
    """Return the event that the change becomes at time `now` (UTC).

    `ticket` is the current state, or `None` when there is no such ticket for this actor. Raises
    Refused with a named reason. References to people, queues and files are the caller's to check.
    """
    check_content(change.payload)
    if isinstance(change.payload, TicketOpened) and ticket is not None:
        raise refuse(Code.ALREADY_EXISTS)
    if not isinstance(change.payload, TicketOpened) and ticket is None:
        raise refuse(Code.NOT_FOUND)
    if not may(actor, change.payload, ticket):
        raise refuse(Code.NOT_ALLOWED)
    if ticket is not None:
        _check_conflicts(actor, ticket, change)
        _check_state(actor, ticket, change.payload, now)
        check_relating(actor, ticket, change)
        check_working(actor, ticket, change)
        check_appointing(actor, ticket, change.payload, now)
        check_consenting(ticket, change.payload, now)
    event = event_of(change, actor, now, version=ticket.version + 1 if ticket else 1)
    return replace(event, audience=Audience.STAFF) if _is_for_staff(ticket, change.payload) else event


def event_of(change: Change, actor: Actor, at: datetime, version: int) -> Event:
    """Return `change` as the event it would be, without judging it."""
    return Event(
        id=change.id,
        ticket_id=change.ticket_id,
        payload=change.payload,
        actor_id=actor.id,
        actor_role=actor.role,
        at=at,
        version=version,
        audience=audience_of(change.payload),
    )


def foretold(changes: Iterable[Change], history: Sequence[Event], actor: Actor) -> list[Event]:
    """Return the actor's own changes, which the history lacks, as the events that will follow on it.

    A clock that is behind the server's does not put them before what has happened. The history is not empty.
    """
    last = history[-1]
    return [
        event_of(change, actor, max(change.made_at, last.at), last.version + place)
        for place, change in enumerate(changes, 1)
    ]


def _is_for_staff(ticket: Ticket | None, payload: Payload) -> bool:
    """Tell whether it takes something back that IT alone could see."""
    if ticket is None or not isinstance(payload, Undone):
        return False
    return STAFF_FIELDS.issuperset(fields_set_by(ticket, payload.event_id))


def check_content(payload: Payload) -> None:
    """Raise Refused when a text is missing, too long or cannot be stored, or a number is out of range."""
    _check_kind(payload)
    _check_words(payload)
    check_relations(payload)
    check_work_note(payload)
    check_appointment(payload)
    check_consent(payload)
    match payload:
        case TicketOpened():
            _check_report(payload)
        case FileAttached():
            _check_file(payload)
        case DiagnosticsAttached(facts=facts):
            _check_facts(facts)
        case Rated(score=score):
            _check_score(score)
        case MajorIncidentDeclared():
            check_declaration(payload)


def _check_words(payload: Payload) -> None:
    match payload:
        case CommentAdded(body=body):
            check_text(body, "reply", limits.TEXT_CHARS, required=True)
        case StatusChanged(note=note):
            check_text(note, "note", limits.TEXT_CHARS)
        case TitleChanged(title=title):
            check_text(title, "title", limits.TITLE_CHARS, required=True)
        case FieldsSet(values=values):
            check_field_values(values)
        case PrioritySet(override=override, reason=reason):
            check_text(reason, "reason", limits.TEXT_CHARS, required=override is not None)
        case Escalated(reason=reason):
            check_text(reason, "reason", limits.TEXT_CHARS, required=True)
        case FixConfirmed(comment=comment) | Rated(comment=comment):
            check_text(comment, "comment", limits.TEXT_CHARS)
        case FollowUpClosed(outcome=outcome):
            check_text(outcome, "outcome", limits.TEXT_CHARS, required=True)
        case ParticipantAdded(person_id=None, login=login):
            check_text(login, "login", limits.NAME_CHARS, required=True)


def _check_kind(payload: Payload) -> None:
    if isinstance(payload, SomethingNewer):
        raise refuse(Code.UNKNOWN_KIND, yours=payload.kind)
    if isinstance(payload, Writing):
        raise refuse(Code.BAD_SHAPE, yours="it is not about a ticket.")


def _check_report(report: TicketOpened) -> None:
    check_text(report.title, "title", limits.TITLE_CHARS, required=True)
    check_text(report.description, "description", limits.TEXT_CHARS)
    check_text(report.symptom, "symptom", limits.SHORT_TEXT_CHARS)
    check_text(report.place, "place", limits.SHORT_TEXT_CHARS)
    check_text(report.contact, "contact", limits.SHORT_TEXT_CHARS)
    check_text(report.spared_by, "article or announcement", limits.SHORT_TEXT_CHARS)
    check_field_values(report.fields)
    if report.has_it_too and not report.spared_by:
        raise refuse(Code.UNKNOWN_ANNOUNCEMENT)


def _check_file(file: FileAttached) -> None:
    check_text(file.name, "file name", limits.NAME_CHARS, required=True)
    if file.bytes <= 0:
        raise refuse(Code.FILE_EMPTY, field=file.name)
    if file.bytes > limits.FILE_BYTES:
        raise refuse(
            Code.FILE_TOO_LARGE,
            field=file.name,
            yours=megabytes_over(file.bytes),
            limit=megabytes(limits.FILE_BYTES),
        )
    if file.audience is Audience.STAFF and file.is_screenshot:
        raise refuse(Code.NOT_ALLOWED)


def megabytes(size: int) -> str:
    """Return a size in bytes as people say it: `25 MB`, with one decimal below ten."""
    value = size / (1024 * 1024)
    return f"{value:.1f} MB" if value < 10 else f"{value:.0f} MB"


def megabytes_over(size: int) -> str:
    """Return a size that is over the limit, so that it does not read like the limit itself."""
    near = megabytes(size)
    return near if near != megabytes(limits.FILE_BYTES) else f"a little more than {near}"


def _check_facts(facts: str) -> None:
    if len(facts.encode("utf-8", "surrogatepass")) > limits.FACTS_BYTES:
        raise refuse(Code.FACTS_TOO_LARGE, field="facts", limit=f"{limits.FACTS_BYTES // 1024} kB")
    check_text(facts, "facts", limits.FACTS_BYTES)
    if not _is_json_object(facts):
        raise refuse(
            Code.BAD_SHAPE, field="facts", yours="the facts about the computer must be one JSON object."
        )


def _is_json_object(text: str) -> bool:
    """Tell whether every reader of JSON could read it: finite numbers, at most `FACTS_LEVELS` deep."""
    try:
        document = json.loads(text, parse_float=_finite, parse_constant=_finite)
    except (ValueError, RecursionError):
        return False
    return isinstance(document, dict) and _has_at_most(FACTS_LEVELS, document)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _has_at_most(levels: int, document: object) -> bool:
    level = [document]
    for _ in range(levels):
        level = [inner for outer in level for inner in _inside(outer)]
    return not level


def _inside(value: object) -> list[object]:
    """Return what is nested directly in an object or list, without plain values."""
    values = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [inner for inner in values if isinstance(inner, dict | list)]


def _check_score(score: int) -> None:
    if score not in limits.SCORES:
        raise refuse(Code.OUT_OF_RANGE, field="score", limit=f"{limits.SCORES[0]} to {limits.SCORES[-1]}")


@dataclass(frozen=True)
class _Wish:
    field: str
    stamp: Stamp[object] | None
    current: object
    wanted: object


def _wish(ticket: Ticket, payload: Payload) -> _Wish | None:
    """Return the field that the payload sets, with its stamp, or `None` when it sets none."""
    fields: dict[type, tuple[str, str]] = {
        Assigned: ("assignee_id", "to"),
        MovedToQueue: ("queue_id", "to"),
        Escalated: ("queue_id", "to"),
        TitleChanged: ("title", "title"),
        CategoryChanged: ("category", "category"),
        ParentSet: ("parent_id", "to"),
        TicketsMerged: ("merged_into", "into"),
    }
    match payload:
        case PrioritySet(impact=impact, urgency=urgency, override=override):
            wanted = Ranking(impact, urgency, override)
            return _Wish("ranking", ticket.stamps.ranking, ticket.ranking, wanted)
        case StatusChanged(to=to):
            return _Wish("standing", ticket.stamps.standing, ticket.standing.status, to)
        case FixConfirmed(works=works):
            wanted_status = Status.CLOSED if works else Status.OPEN
            return _Wish("standing", ticket.stamps.standing, ticket.standing.status, wanted_status)
        case AppointmentProposed() | AppointmentAccepted() | AppointmentCancelled():
            return _Wish("appointment", ticket.stamps.appointment, ticket.appointment, payload)
    if type(payload) not in fields:
        return None
    field, source = fields[type(payload)]
    return _Wish(field, getattr(ticket.stamps, field), getattr(ticket, field), getattr(payload, source))


FIELD_WORDS = {
    "assignee_id": "assignee",
    "queue_id": "queue",
    "ranking": "priority",
    "standing": "status",
    "title": "title",
    "category": "category",
    "parent_id": "parent",
    "merged_into": "merge",
    "appointment": "appointment",
}


def _check_conflicts(actor: Actor, ticket: Ticket, change: Change) -> None:
    if isinstance(change.payload, FieldsSet) and not actor.role.is_staff:
        _check_hidden(ticket, change.payload)
    for wish in _wishes(ticket, change.payload):
        if wish.stamp is not None and wish.stamp.version > change.seen and wish.stamp.author != actor.id:
            raise refuse(
                Code.CONFLICT,
                field=FIELD_WORDS.get(wish.field, wish.field),
                theirs=_words(wish.current),
                yours=_words(wish.wanted),
            )


def _check_hidden(ticket: Ticket, wish: FieldsSet) -> None:
    """What is IT's own must not come to light by a conflict either."""
    for code in wish.values:
        if code in ticket.fields and ticket.fields[code].audience is Audience.STAFF:
            raise refuse(Code.UNKNOWN_FIELD, field="fields", yours=code)


def _wishes(ticket: Ticket, payload: Payload) -> Iterator[_Wish]:
    if isinstance(payload, FieldsSet):
        for code, value in payload.values.items():
            held = ticket.fields.get(code)
            yield _Wish(code, ticket.stamps.custom.get(code), held and held.value, value)
    elif wish := _wish(ticket, payload):
        yield wish


def _words(value: object) -> str:
    if isinstance(value, Ranking):
        return f"P{value.priority.value}"
    if isinstance(value, Appointment | AppointmentProposed | AppointmentAccepted | AppointmentCancelled):
        return appointment_words(value)
    return "" if value is None else value_text(value) if isinstance(value, float) else str(value)


def _check_state(actor: Actor, ticket: Ticket, payload: Payload, now: datetime) -> None:
    match payload:
        case StatusChanged():
            check_transition(actor, ticket, payload, now)
        case FixConfirmed(works=works):
            if ticket.status is not Status.RESOLVED:
                wanted = Status.CLOSED if works else Status.OPEN
                raise refuse(Code.ILLEGAL_TRANSITION, theirs=ticket.status, yours=wanted)
        case Rated():
            nobody_helped = bool(ticket.spared_by) and ticket.first_response_at is None
            if nobody_helped or ticket.status not in (Status.RESOLVED, Status.CLOSED):
                raise refuse(Code.NOT_ALLOWED)
        case Reminded() | FollowUpTaken() | FollowUpClosed():
            _check_care(ticket, payload)
        case Assigned() | PrioritySet() | MovedToQueue() | Routed() | Escalated():
            if not ticket.status.is_open and ticket.status is not Status.RESOLVED:
                raise refuse(Code.ILLEGAL_TRANSITION, theirs=ticket.status, yours=Status.OPEN)
        case MajorIncidentDeclared() | MajorIncidentEnded():
            check_incident(ticket, payload)
        case Undone(event_id=event_id):
            _check_undo(actor, ticket, event_id)


def _check_care(ticket: Ticket, payload: Reminded | FollowUpTaken | FollowUpClosed) -> None:
    """Of a reminder or a step of a follow-up: there must be something to remind of, or to follow up."""
    match payload:
        case Reminded(of=Reminder.WAITS_FOR_REQUESTER):
            if not waits_for_requester(ticket) or ticket.standing.reminded >= limits.REMINDERS:
                raise refuse(Code.NOT_ALLOWED)
        case FollowUpTaken() | FollowUpClosed():
            if not has_open_follow_up(ticket):
                raise refuse(Code.NO_FOLLOW_UP)


def _check_undo(actor: Actor, ticket: Ticket, event_id: str) -> None:
    still_set = fields_set_by(ticket, event_id)
    if not still_set:
        raise refuse(Code.CANNOT_BE_UNDONE)
    stamp = dict(ticket.stamps.every())[still_set[0]]
    if set(stamp.together) != set(still_set):
        raise refuse(Code.BUILT_UPON)
    if stamp.author != actor.id and not actor.role.leads:
        raise refuse(Code.NOT_ALLOWED)
