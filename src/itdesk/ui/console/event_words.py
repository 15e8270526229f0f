"""What happened, in one sentence for IT."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

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
    MovedToQueue,
    ParticipantAdded,
    ParticipantRemoved,
    Payload,
    PrioritySet,
    Rated,
    Reminded,
    Reminder,
    Routed,
    SlaBreached,
    SlaWarned,
    StatusChanged,
    TitleChanged,
    Undone,
)
from itdesk.domain.documents.custom_field import CustomField
from itdesk.domain.ids import PersonId, QueueId
from itdesk.domain.people import Person
from itdesk.domain.sla.target import Target
from itdesk.domain.status import Status
from itdesk.ui.event_words import fields_told, what, whom


class EventWords:
    """Tells events; knows the names of people, queues and custom fields."""

    def __init__(
        self,
        people: Mapping[PersonId, Person],
        queues: Mapping[QueueId, str],
        fields: Mapping[str, CustomField],
    ) -> None:
        self._people = people
        self._queues = queues
        self._fields = fields

    def sentence(self, payload: Payload, actor_id: PersonId) -> str:
        """Return what this person did."""
        return template(payload, actor_id).format(
            person=self.name(actor_id), other=self.name(whom(payload)), what=self._what(payload)
        )

    def name(self, person_id: PersonId | None) -> str:
        """Return somebody's name."""
        person = self._people.get(person_id) if person_id else None
        return person.name if person else QCoreApplication.translate("Event", "itdesk")

    def _what(self, payload: Payload) -> str:
        match payload:
            case MovedToQueue(to=to) | Escalated(to=to):
                return self._queues.get(to, "") if to else ""
            case FieldsSet():
                return fields_told(payload, self._fields, self._people)
        return what(payload)


def template(payload: Payload, actor_id: PersonId) -> str:
    """Return the sentence of a kind of event, with places for {person}, {other} and {what}."""
    match payload:
        case Assigned(to=None):
            return QCoreApplication.translate("Event", "{person} laid the ticket back")
        case Assigned(to=to) if to == actor_id:
            return QCoreApplication.translate("Event", "{person} took the ticket")
        case Assigned():
            return QCoreApplication.translate("Event", "{person} gave the ticket to {other}")
        case StatusChanged(to=status):
            return status_template(status)
        case FixConfirmed(works=True):
            return QCoreApplication.translate("Event", "{person}: it works now")
        case FixConfirmed(works=False):
            return QCoreApplication.translate("Event", "{person}: it does not work yet")
        case Reminded(of=Reminder.DATE_HAS_COME):
            return QCoreApplication.translate("Event", "The day has come for which the ticket was put off")
        case SlaWarned(target=target):
            return warning_template(target)
        case SlaBreached(target=target):
            return breach_template(target)
    return TEMPLATES[type(payload)]() if type(payload) in TEMPLATES else newer()


def status_template(status: Status) -> str:
    """Return the sentence of a move through the workflow."""
    match status:
        case Status.PENDING:
            return QCoreApplication.translate("Event", "{person} put the ticket on hold: {what}")
        case Status.RESOLVED:
            return QCoreApplication.translate("Event", "{person} solved the ticket")
        case Status.CLOSED:
            return QCoreApplication.translate("Event", "{person} closed the ticket")
        case Status.CANCELLED:
            return QCoreApplication.translate("Event", "{person} cancelled the ticket")
    return QCoreApplication.translate("Event", "{person} set the status: {what}")


def warning_template(target: Target) -> str:
    """Return the sentence of a promised time of which a part is used up."""
    match target:
        case Target.FIRST_RESPONSE:
            return QCoreApplication.translate("Event", "{what} of the time for a first response have passed")
        case Target.NEXT_RESPONSE:
            return QCoreApplication.translate("Event", "{what} of the time for the next response have passed")
    return QCoreApplication.translate("Event", "{what} of the time for a solution have passed")


def breach_template(target: Target) -> str:
    """Return the sentence of a promised time that has run out."""
    match target:
        case Target.FIRST_RESPONSE:
            return QCoreApplication.translate("Event", "The time for a first response has run out")
        case Target.NEXT_RESPONSE:
            return QCoreApplication.translate("Event", "The time for the next response has run out")
    return QCoreApplication.translate("Event", "The time for a solution has run out")


def newer() -> str:
    """Return the sentence of an event that this program does not know."""
    return QCoreApplication.translate("Event", "{person} did something that a newer version can show")


TEMPLATES = {
    PrioritySet: lambda: QCoreApplication.translate("Event", "{person} set the priority: {what}"),
    MovedToQueue: lambda: QCoreApplication.translate("Event", "{person} moved it to the queue {what}"),
    Routed: lambda: QCoreApplication.translate("Event", "{person} sorted the ticket by its rules: {what}"),
    Escalated: lambda: QCoreApplication.translate("Event", "{person} handed the ticket on to {what}"),
    Reminded: lambda: QCoreApplication.translate("Event", "{person} reminded the requester to answer"),
    FollowUpTaken: lambda: QCoreApplication.translate("Event", "{other} will talk with the requester"),
    FollowUpClosed: lambda: QCoreApplication.translate("Event", "{person} closed the follow-up"),
    TitleChanged: lambda: QCoreApplication.translate("Event", "{person} changed the title: {what}"),
    CategoryChanged: lambda: QCoreApplication.translate("Event", "{person} changed the category: {what}"),
    FieldsSet: lambda: QCoreApplication.translate("Event", "{person} filled in: {what}"),
    ParticipantAdded: lambda: QCoreApplication.translate("Event", "{person} added {other}"),
    ParticipantRemoved: lambda: QCoreApplication.translate("Event", "{person} removed {other}"),
    FileAttached: lambda: QCoreApplication.translate("Event", "{person} attached {what}"),
    DiagnosticsAttached: lambda: QCoreApplication.translate("Event", "Facts about the computer came along"),
    Rated: lambda: QCoreApplication.translate("Event", "{person} rated the help: {what} of 5"),
    Undone: lambda: QCoreApplication.translate("Event", "{person} took the last change back"),
}
