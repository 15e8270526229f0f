"""What happened, in one sentence for IT."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from itdesk.domain.appointments import AppointmentAccepted, AppointmentCancelled, AppointmentProposed
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
    Reminder,
    Routed,
    SlaBreached,
    SlaWarned,
    StatusChanged,
    TitleChanged,
    Undone,
)
from itdesk.domain.consents import ConsentAnswered, ConsentAsked, HelpStarted
from itdesk.domain.documents.custom_field import CustomField
from itdesk.domain.erasures import Erased
from itdesk.domain.ids import PersonId, QueueId, TicketId
from itdesk.domain.people import Person
from itdesk.domain.proving import RequesterProved
from itdesk.domain.relations import (
    ChildJoined,
    ChildLeft,
    LinkSet,
    MessagesBrought,
    MessagesMoved,
    MessagesTaken,
    ParentSet,
    Relation,
    TicketAbsorbed,
    TicketReleased,
    TicketsMerged,
)
from itdesk.domain.sla.target import Target
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from itdesk.domain.worklog import (
    ChecklistItemAdded,
    ChecklistItemMarked,
    Mark,
    TagsChanged,
    TimeCorrected,
    TimeSpent,
)
from itdesk.ui.event_words import fields_told, what, which, whom


class EventWords:
    """Tells events; knows the names of people, queues and custom fields, and the tickets around."""

    def __init__(
        self,
        people: Mapping[PersonId, Person],
        queues: Mapping[QueueId, str],
        fields: Mapping[str, CustomField],
        around: Mapping[TicketId, Ticket],
    ) -> None:
        self._people = people
        self._queues = queues
        self._fields = fields
        self._around = around

    def sentence(self, payload: Payload, actor_id: PersonId) -> str:
        """Return what this person did."""
        return template(payload, actor_id).format(
            person=self.name(actor_id),
            other=self.name(whom(payload)),
            what=self._what(payload),
            number=which(payload, self._around),
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
    """Return the sentence of a kind of event, with places for {person}, {other}, {what} and {number}."""
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
    return work_template(payload)


def work_template(payload: Payload) -> str:
    """Return the sentence of an event that ties tickets together, or of another that IT works with."""
    match payload:
        case LinkSet(relation=relation):
            return link_template(relation)
        case ParentSet(to=None):
            return QCoreApplication.translate("Event", "{person} made it nobody's child")
        case MessagesMoved(to=None):
            return QCoreApplication.translate("Event", "{person} brought messages back here")
        case ChecklistItemMarked(mark=mark):
            return mark_template(mark)
        case ConsentAnswered(agreed=agreed):
            return answer_template(is_yes=agreed)
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


def link_template(relation: Relation | None) -> str:
    """Return the sentence of a link that was set or taken away."""
    match relation:
        case None:
            return QCoreApplication.translate("Event", "{person} took the link to {number} away")
        case Relation.RELATED:
            return QCoreApplication.translate("Event", "{person} linked it with {number}")
        case Relation.BLOCKS:
            return QCoreApplication.translate("Event", "{person} noted that {number} waits for this")
        case Relation.BLOCKED_BY:
            return QCoreApplication.translate("Event", "{person} noted that this waits for {number}")
        case Relation.FOLLOWS:
            return QCoreApplication.translate("Event", "{person} noted that this follows from {number}")
        case Relation.FOLLOWED_BY:
            return QCoreApplication.translate("Event", "{person} noted that {number} follows from this")


def mark_template(mark: Mark) -> str:
    """Return the sentence of a point of the checklist that was marked."""
    match mark:
        case Mark.DONE:
            return QCoreApplication.translate("Event", "{person} ticked a point of the checklist off")
        case Mark.OPEN:
            return QCoreApplication.translate("Event", "{person} opened a point of the checklist again")
        case Mark.REMOVED:
            return QCoreApplication.translate("Event", "{person} removed a point of the checklist")


def answer_template(*, is_yes: bool) -> str:
    """Return the sentence of the requester's answer to what she was asked to agree to."""
    if is_yes:
        return QCoreApplication.translate("Event", "{person} agreed")
    return QCoreApplication.translate("Event", "{person} did not agree")


def newer() -> str:
    """Return the sentence of an event that this program does not know."""
    return QCoreApplication.translate("Event", "{person} did something that a newer version can show")


TEMPLATES = {
    PrioritySet: lambda: QCoreApplication.translate("Event", "{person} set the priority: {what}"),
    MovedToQueue: lambda: QCoreApplication.translate("Event", "{person} moved it to the queue {what}"),
    Routed: lambda: QCoreApplication.translate("Event", "{person} sorted the ticket by its rules: {what}"),
    Escalated: lambda: QCoreApplication.translate("Event", "{person} handed the ticket on to {what}"),
    Reminded: lambda: QCoreApplication.translate("Event", "{person} reminded the requester to answer"),
    RequesterProved: lambda: QCoreApplication.translate(
        "Event", "{other} has signed in and said: this is hers or his"
    ),
    FollowUpTaken: lambda: QCoreApplication.translate("Event", "{other} will talk with the requester"),
    FollowUpClosed: lambda: QCoreApplication.translate("Event", "{person} closed the follow-up"),
    MajorIncidentDeclared: lambda: QCoreApplication.translate(
        "Event", "{person} declared a major incident: {what}"
    ),
    MajorIncidentEnded: lambda: QCoreApplication.translate("Event", "{person} ended the major incident"),
    TitleChanged: lambda: QCoreApplication.translate("Event", "{person} changed the title: {what}"),
    CategoryChanged: lambda: QCoreApplication.translate("Event", "{person} changed the category: {what}"),
    FieldsSet: lambda: QCoreApplication.translate("Event", "{person} filled in: {what}"),
    ParticipantAdded: lambda: QCoreApplication.translate("Event", "{person} added {other}"),
    ParticipantRemoved: lambda: QCoreApplication.translate("Event", "{person} removed {other}"),
    FileAttached: lambda: QCoreApplication.translate("Event", "{person} attached {what}"),
    DiagnosticsAttached: lambda: QCoreApplication.translate("Event", "Facts about the computer came along"),
    Rated: lambda: QCoreApplication.translate("Event", "{person} rated the help: {what} of 5"),
    Undone: lambda: QCoreApplication.translate("Event", "{person} took the last change back"),
    ParentSet: lambda: QCoreApplication.translate("Event", "{person} made it a child of {number}"),
    ChildJoined: lambda: QCoreApplication.translate("Event", "{person} made {number} a child of this"),
    ChildLeft: lambda: QCoreApplication.translate("Event", "{person} took the child {number} away"),
    TicketsMerged: lambda: QCoreApplication.translate("Event", "{person} merged it into {number}"),
    TicketAbsorbed: lambda: QCoreApplication.translate("Event", "{person} merged {number} into this"),
    TicketReleased: lambda: QCoreApplication.translate("Event", "{person} took the merge of {number} back"),
    MessagesMoved: lambda: QCoreApplication.translate("Event", "{person} moved messages to {number}"),
    MessagesBrought: lambda: QCoreApplication.translate(
        "Event", "{person} moved messages here from {number}"
    ),
    MessagesTaken: lambda: QCoreApplication.translate(
        "Event", "{person} moved messages of {number} away from here"
    ),
    TagsChanged: lambda: QCoreApplication.translate("Event", "{person} changed the tags: {what}"),
    ChecklistItemAdded: lambda: QCoreApplication.translate(
        "Event", "{person} added to the checklist: {what}"
    ),
    TimeSpent: lambda: QCoreApplication.translate("Event", "{person} spent time on it: {what}"),
    TimeCorrected: lambda: QCoreApplication.translate("Event", "{person} corrected the time spent: {what}"),
    ConsentAsked: lambda: QCoreApplication.translate("Event", "{person} asked for {what}"),
    Erased: lambda: QCoreApplication.translate("Event", "Contents were erased, to protect personal data"),
    HelpStarted: lambda: QCoreApplication.translate("Event", "{person} began to help from afar"),
    AppointmentProposed: lambda: QCoreApplication.translate(
        "Event", "{person} proposed an appointment: {what}"
    ),
    AppointmentAccepted: lambda: QCoreApplication.translate(
        "Event", "{person} accepted the appointment: {what}"
    ),
    AppointmentCancelled: lambda: QCoreApplication.translate(
        "Event", "{person} cancelled the appointment. {what}"
    ),
}
