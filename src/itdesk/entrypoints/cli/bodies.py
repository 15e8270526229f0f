"""What an event says, as one text."""

from collections.abc import Mapping

from itdesk.domain.appointments import AppointmentAccepted, AppointmentCancelled, AppointmentProposed
from itdesk.domain.changes import (
    Assigned,
    CommentAdded,
    DiagnosticsAttached,
    FileAttached,
    FixConfirmed,
    Payload,
    PrioritySet,
    Rated,
    SomethingNewer,
    StatusChanged,
    TicketOpened,
    TitleChanged,
)
from itdesk.domain.consents import ConsentAnswered, ConsentAsked
from itdesk.domain.ids import PersonId
from itdesk.domain.people import Person
from itdesk.domain.priority import Ranking
from itdesk.domain.together import tickets_in
from itdesk.domain.worklog import (
    ChecklistItemAdded,
    ChecklistItemMarked,
    TagsChanged,
    TimeCorrected,
    TimeSpent,
)


def body_of(payload: Payload, people: Mapping[PersonId, Person]) -> str:
    """Return the words that a person wrote, or the new value, or nothing. Persons are given as logins."""
    match payload:
        case TicketOpened(description=text) | CommentAdded(body=text) | TitleChanged(title=text):
            return text
        case StatusChanged(to=to, note=note):
            return note or to.value
        case FileAttached(name=name):
            return name
        case FixConfirmed(works=works, comment=comment):
            return comment or ("it works" if works else "it does not work")
        case Rated(score=score, comment=comment):
            return f"{score} of 5. {comment}".rstrip()
        case ChecklistItemAdded(text=text) | TimeSpent(note=text) | TimeCorrected(note=text) if text:
            return text
        case AppointmentProposed(note=text) | AppointmentCancelled(note=text) if text:
            return text
    return _value_of(payload, people)


def _value_of(payload: Payload, people: Mapping[PersonId, Person]) -> str:
    match payload:
        case Assigned(to=to):
            return login_of(to, people)
        case PrioritySet(impact=impact, urgency=urgency, override=override):
            return f"P{Ranking(impact, urgency, override).priority.value}"
        case DiagnosticsAttached():
            return ""
        case SomethingNewer(kind=kind):
            return kind
        case TagsChanged(added=added, removed=removed):
            return " ".join([*(f"+{tag}" for tag in added), *(f"-{tag}" for tag in removed)])
        case ChecklistItemMarked(mark=mark):
            return mark.value
        case TimeSpent(minutes=minutes) | TimeCorrected(minutes=minutes):
            return f"{minutes} min"
        case AppointmentProposed(times=times):
            return ", ".join(time.isoformat() for time in times)
        case AppointmentAccepted(begins=begins):
            return begins.isoformat()
    return _consent_of(payload) or " ".join(tickets_in(payload))


def _consent_of(payload: Payload) -> str:
    match payload:
        case ConsentAsked(wants=wants, probes=probes, why=why):
            return f"{' '.join((wants.value, *probes))}: {why}"
        case ConsentAnswered(agreed=agreed):
            return "agreed" if agreed else "not agreed"
    return ""


def login_of(person_id: PersonId | None, people: Mapping[PersonId, Person]) -> str:
    """Return a person's login, the id of a stranger, or nothing for nobody."""
    if person_id is None:
        return ""
    return people[person_id].login if person_id in people else person_id
