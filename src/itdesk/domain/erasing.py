"""Erasing: what is left of an event, of a card and of a device when what is personal in it goes.

Kinds, times, people's ids, states, scores and durations stay: what is counted stays the same.
"""

from dataclasses import replace

from itdesk.domain.appointments import AppointmentCancelled, AppointmentProposed
from itdesk.domain.changes import (
    CommentAdded,
    DiagnosticsAttached,
    Escalated,
    FieldsSet,
    FileAttached,
    FixConfirmed,
    FollowUpClosed,
    ParticipantAdded,
    Payload,
    PrioritySet,
    Rated,
    Routed,
    SomethingNewer,
    StatusChanged,
    TicketOpened,
    TitleChanged,
)
from itdesk.domain.consents import ConsentAsked
from itdesk.domain.ids import PersonId
from itdesk.domain.people import Person, Role
from itdesk.domain.worklog import ChecklistItemAdded, TagsChanged, TimeCorrected, TimeSpent

GONE = "—"
"""Stands where a text was and something has to stand."""
ERASED_NAME = "Erased person"
NO_FACTS = "{}"
ABOUT_A_TICKET = (
    TicketOpened | TitleChanged | FieldsSet | TagsChanged | PrioritySet | Routed | ParticipantAdded
)
"""Whoever wrote it, it describes the ticket: on somebody else's ticket it stays."""


def blanked(payload: Payload) -> Payload:
    """Return the payload without all that somebody wrote, showed or measured; it can be folded as before.

    A file without a digest is none: the ticket does not have it any more.
    """
    match payload:
        case TicketOpened():
            return replace(payload, title=GONE, description="", place="", contact="", fields={})
        case TitleChanged():
            return replace(payload, title=GONE)
        case FieldsSet():
            return replace(payload, values={})
        case FileAttached():
            return replace(payload, name=GONE, bytes=0, sha256="")
        case DiagnosticsAttached():
            return replace(payload, facts=NO_FACTS)
        case Routed(because=because):
            return replace(payload, because=tuple(replace(rule, looks=()) for rule in because))
        case SomethingNewer():
            return replace(payload, content="{}")
    return _without_words(payload)


def is_blank(payload: Payload) -> bool:
    """Tell whether erasing would leave the payload as it is."""
    return blanked(payload) == payload


def is_own_word(payload: Payload) -> bool:
    """Tell whether it goes with its author, also from somebody else's ticket."""
    return not isinstance(payload, ABOUT_A_TICKET) and not is_blank(payload)


def erased_person(id: PersonId) -> Person:
    """Return the card of somebody who was erased. Her login is free again."""
    return Person(id=id, login=erased_login(id), name=ERASED_NAME, role=Role.EMPLOYEE, is_disabled=True)


def erased_login(id: PersonId) -> str:
    """Return the login of a card that was erased: nobody can have it."""
    return f"erased-{id}"


def is_erased(person: Person) -> bool:
    """Tell whether this is all that is left of a card."""
    return person.login == erased_login(person.id)


def _without_words(payload: Payload) -> Payload:
    match payload:
        case CommentAdded():
            return replace(payload, body=GONE)
        case ChecklistItemAdded():
            return replace(payload, text=GONE)
        case TagsChanged():
            return TagsChanged()
        case ParticipantAdded():
            return replace(payload, login="")
    return _without_remark(payload)


def _without_remark(payload: Payload) -> Payload:
    """Take away what somebody wrote beside what she did."""
    match payload:
        case StatusChanged() | AppointmentProposed() | AppointmentCancelled() | TimeSpent() | TimeCorrected():
            return replace(payload, note="")
        case PrioritySet() | Escalated():
            return replace(payload, reason="")
        case FollowUpClosed():
            return replace(payload, outcome="")
        case FixConfirmed() | Rated():
            return replace(payload, comment="")
        case ConsentAsked():
            return replace(payload, why="")
    return payload
