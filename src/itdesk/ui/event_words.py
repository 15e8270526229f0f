"""What all who tell a ticket's history have in common: the value that an event set, and its icon."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from itdesk.domain.appointments import (
    AppointmentAccepted,
    AppointmentCancelled,
    AppointmentProposed,
)
from itdesk.domain.catalogue import Category
from itdesk.domain.changes import (
    Assigned,
    CategoryChanged,
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
    ParticipantRemoved,
    Payload,
    PrioritySet,
    Rated,
    Reminded,
    Routed,
    RuleHeld,
    SlaBreached,
    SlaWarned,
    SomethingNewer,
    StatusChanged,
    TicketOpened,
    TitleChanged,
    Undone,
)
from itdesk.domain.consents import ConsentAnswered, ConsentAsked, HelpStarted, Wanted
from itdesk.domain.custom_fields import FieldValue, value_text
from itdesk.domain.documents import in_language
from itdesk.domain.documents.custom_field import CustomField, FieldKind
from itdesk.domain.erasures import Erased
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.people import Person
from itdesk.domain.priority import Ranking
from itdesk.domain.proving import RequesterProved
from itdesk.domain.relations import (
    ChildJoined,
    ChildLeft,
    LinkSet,
    MessagesBrought,
    MessagesMoved,
    MessagesTaken,
    ParentSet,
    TicketAbsorbed,
    TicketReleased,
    TicketsMerged,
)
from itdesk.domain.routing.look import Condition, Look
from itdesk.domain.ticket import Ticket, number_text
from itdesk.domain.together import tickets_in
from itdesk.domain.worklog import (
    ChecklistItemAdded,
    ChecklistItemMarked,
    TagsChanged,
    TimeCorrected,
    TimeSpent,
)
from itdesk.ui.card_words import CARDS, card_name
from itdesk.ui.times import day_text, duration_text
from itdesk.ui.words import name_of

OTHER_ICON = "more"
ICONS: dict[type[Payload], str] = {
    TicketOpened: "computer",
    Assigned: "person",
    StatusChanged: "ticket",
    PrioritySet: "flag",
    MovedToQueue: "inbox",
    Routed: "inbox",
    Escalated: "team",
    TitleChanged: "pencil",
    CategoryChanged: "pencil",
    FieldsSet: "pencil",
    ParticipantAdded: "team",
    ParticipantRemoved: "team",
    FileAttached: "attach",
    DiagnosticsAttached: "computer",
    FixConfirmed: "check",
    Rated: "star",
    Reminded: "clock",
    RequesterProved: "person",
    FollowUpTaken: "phone",
    FollowUpClosed: "check",
    MajorIncidentDeclared: "warning",
    MajorIncidentEnded: "check",
    Undone: "undo",
    SlaWarned: "clock",
    SlaBreached: "warning",
    LinkSet: "ticket",
    ParentSet: "ticket",
    ChildJoined: "ticket",
    ChildLeft: "ticket",
    TicketsMerged: "ticket",
    TicketAbsorbed: "ticket",
    TicketReleased: "undo",
    MessagesMoved: "reply",
    MessagesBrought: "reply",
    MessagesTaken: "undo",
    TagsChanged: "pencil",
    ChecklistItemAdded: "check",
    ChecklistItemMarked: "check",
    TimeSpent: "clock",
    TimeCorrected: "clock",
    AppointmentProposed: "clock",
    AppointmentAccepted: "check",
    AppointmentCancelled: "clock",
    ConsentAsked: "computer",
    ConsentAnswered: "check",
    HelpStarted: "computer",
    Erased: "blackout",
    SomethingNewer: "sync",
}


def event_icon(payload: Payload) -> str:
    """Return the name of the icon before an event's line."""
    return ICONS.get(type(payload), OTHER_ICON)


def whom(payload: Payload) -> PersonId | None:
    """Return whom an event is about, beside the one who did it."""
    match payload:
        case Assigned(to=person_id):
            return person_id
        case ParticipantAdded(person_id=person_id) | ParticipantRemoved(person_id=person_id):
            return person_id
        case FollowUpTaken(owner_id=person_id) | RequesterProved(person_id=person_id):
            return person_id
    return None


def which(payload: Payload, around: Mapping[TicketId, Ticket]) -> str:
    """Return the number of the other ticket that an event is about; in words where the reader sees none."""
    found = [around[id] for id in tickets_in(payload) if id in around]
    if not found:
        return QCoreApplication.translate("Event", "another ticket")
    return number_text(found[0].number, found[0].id)


def what(payload: Payload) -> str:
    """Return the value that an event set, in words; "" where it set none, or only a queue's id."""
    match payload:
        case StatusChanged(to=to, reason=reason):
            return name_of(reason) if reason else name_of(to)
        case PrioritySet(impact=impact, urgency=urgency, override=override):
            return name_of(Ranking(impact, urgency, override).priority)
        case MajorIncidentDeclared(title=words):
            return " ".join(in_language(words, _language()).split())
        case TitleChanged(title=title):
            return " ".join(title.split())
        case CategoryChanged(category=category):
            return name_of(category)
        case FileAttached(name=name):
            return name
        case Rated(score=score):
            return str(score)
        case Routed(because=because):
            return ", ".join(_rule(one) for one in because)
        case SlaWarned(percent=percent):
            return f"{percent}\N{NO-BREAK SPACE}%"
    return work_words(payload)


def work_words(payload: Payload) -> str:
    """Return what IT noted with an event, or what it says of an appointment; "" for any other."""
    match payload:
        case ChecklistItemAdded(text=text):
            return " ".join(text.split())
        case TagsChanged(added=added, removed=removed):
            return " ".join([*(f"+{tag}" for tag in added), *(f"−{tag}" for tag in removed)])
        case TimeSpent(minutes=minutes, note=note) | TimeCorrected(minutes=minutes, note=note):
            return " · ".join(filter(None, (duration_text(timedelta(minutes=minutes)), note)))
    return appointment_words(payload)


def appointment_words(payload: Payload) -> str:
    """Return what an event says of an appointment, "" for any other."""
    match payload:
        case AppointmentProposed(kind=kind, times=times, minutes=minutes, note=note):
            length = duration_text(timedelta(minutes=minutes))
            return " · ".join(filter(None, (name_of(kind), ", ".join(map(day_text, times)), length, note)))
        case AppointmentAccepted(begins=begins):
            return day_text(begins)
        case AppointmentCancelled(note=note):
            return note
        case ConsentAsked(wants=wants, probes=probes, why=why):
            return f"{wanted_words(wants, probes)} – {why}"
    return ""


WANTED: dict[Wanted, object] = {
    Wanted.FACTS: QT_TRANSLATE_NOOP("Wanted", "the facts about the computer"),
    Wanted.SCREENSHOT: QT_TRANSLATE_NOOP("Wanted", "a picture of the screen"),
    Wanted.REMOTE_HELP: QT_TRANSLATE_NOOP("Wanted", "to help from afar"),
}


def wanted_words(wants: Wanted, probes: Sequence[str]) -> str:
    """Return what IT asks for; of facts that are named, what their cards are called."""
    words = QCoreApplication.translate("Wanted", str(WANTED[wants]))
    named = ", ".join(dict.fromkeys(card_name(card_of(probe)) for probe in probes))
    return f"{words}: {named}" if named else words


def card_of(probe: str) -> str:
    """Return the key of the card on which a probe's facts stand."""
    return next((one.key for one in CARDS.values() if probe in one.probes), "other")


def _rule(held: RuleHeld) -> str:
    """Return the rule's name, and in brackets what in the report made it hold."""
    name = in_language(held.name, QLocale().name()[:2])
    found = [one for look in held.looks for one in found_words(look)]
    return f"{name} ({', '.join(found)})" if found else name


def found_words(look: Look) -> list[str]:
    """Return what met a condition, in the person's language where it is ours."""
    if look.condition is not Condition.CATEGORY:
        return list(look.found)
    return [name_of(Category(code)) if code in Category.__members__.values() else code for code in look.found]


def fields_told(
    wanted: FieldsSet, fields: Mapping[str, CustomField], people: Mapping[PersonId, Person]
) -> str:
    """Return the custom fields that were set, with their values: “Floor: 3; Old device: –”."""
    return "; ".join(
        f"{_field_name(fields.get(code), code)}: {_value_name(fields.get(code), value, people)}"
        for code, value in wanted.values.items()
    )


def _field_name(field: CustomField | None, code: str) -> str:
    return " ".join(in_language(field.name, _language()).split()) if field else code


def _value_name(
    field: CustomField | None, value: FieldValue | None, people: Mapping[PersonId, Person]
) -> str:
    """Return a value as people say it; one whose field is not known any more, as it is kept."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        yes, no = QT_TRANSLATE_NOOP("FieldValue", "yes"), QT_TRANSLATE_NOOP("FieldValue", "no")
        return QCoreApplication.translate("FieldValue", str(yes if value else no))
    text = value_text(value)
    if field is not None and field.kind is FieldKind.CHOICE:
        words = {choice.code: in_language(choice.words, _language()) for choice in field.choices}
        return words.get(text, text)
    if field is not None and field.kind is FieldKind.PERSON and PersonId(text) in people:
        return people[PersonId(text)].name
    return " ".join(text.split())


def _language() -> str:
    return QLocale().name()[:2]
