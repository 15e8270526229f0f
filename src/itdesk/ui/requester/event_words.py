"""What happened to a ticket, in one line for the one who waits."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from itdesk.domain.appointments import AppointmentAccepted, AppointmentCancelled, AppointmentProposed
from itdesk.domain.changes import (
    Assigned,
    CategoryChanged,
    FieldsSet,
    FixConfirmed,
    MajorIncidentDeclared,
    MajorIncidentEnded,
    ParticipantAdded,
    ParticipantRemoved,
    Payload,
    PrioritySet,
    Rated,
    Reminded,
    Reminder,
    SomethingNewer,
    StatusChanged,
    TitleChanged,
    Undone,
)
from itdesk.domain.consents import ConsentAnswered, ConsentAsked, HelpStarted
from itdesk.domain.documents.custom_field import CustomField
from itdesk.domain.erasures import Erased
from itdesk.domain.events import Event
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.people import Person
from itdesk.domain.proving import RequesterProved
from itdesk.domain.relations import MessagesMoved, TicketAbsorbed, TicketReleased, TicketsMerged
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from itdesk.ui.event_words import fields_told, what, which, whom


class EventWords:
    """Words events for the reader `me`; knows names of `people` and `fields`, and the tickets `around`."""

    def __init__(
        self,
        me: PersonId,
        people: Mapping[PersonId, Person],
        fields: Mapping[str, CustomField],
        around: Mapping[TicketId, Ticket],
    ) -> None:
        self._me = me
        self._people = people
        self._fields = fields
        self._around = around

    def line(self, event: Event) -> str:
        """Return what happened as one sentence, "" for what does not concern the reader."""
        template = self._own(event.payload) if event.actor_id == self._me else self._foreign(event)
        return template.format(
            name=self.name(event.actor_id),
            other=self._other(event.payload),
            what=self._what(event.payload),
            number=which(event.payload, self._around),
        )

    def name(self, person_id: PersonId | None) -> str:
        """Return somebody's name, or who stands for it."""
        person = self._people.get(person_id) if person_id else None
        return person.name if person else QCoreApplication.translate("TicketStory", "IT")

    def _what(self, payload: Payload) -> str:
        if isinstance(payload, FieldsSet):
            return fields_told(payload, self._fields, self._people)
        return what(payload)

    def _other(self, payload: Payload) -> str:
        if isinstance(payload, ParticipantAdded) and payload.login:
            return payload.login
        person_id = whom(payload)
        if person_id == self._me and not isinstance(payload, Assigned):
            return QCoreApplication.translate("TicketStory", "you")
        return self.name(person_id)

    def _own(self, payload: Payload) -> str:
        match payload:
            case FixConfirmed(works=True):
                return QCoreApplication.translate("TicketStory", "You confirmed that it works")
            case FixConfirmed(works=False):
                return QCoreApplication.translate("TicketStory", "You said that it does not work yet")
            case Rated():
                return QCoreApplication.translate("TicketStory", "You rated the help: {what} of 5")
            case StatusChanged(to=Status.CANCELLED):
                return QCoreApplication.translate("TicketStory", "You withdrew this")
            case StatusChanged(to=Status.RESOLVED):
                return QCoreApplication.translate("TicketStory", "You said that this is done")
            case StatusChanged(to=Status.CLOSED):
                return QCoreApplication.translate("TicketStory", "This is done")
            case StatusChanged(to=Status.OPEN):
                return QCoreApplication.translate("TicketStory", "You opened this again")
            case ParticipantAdded():
                return QCoreApplication.translate("TicketStory", "You invited {other}")
        return own_appointment(payload) or any_person(payload)

    def _foreign(self, event: Event) -> str:
        match event.payload:
            case Assigned(to=None):
                return QCoreApplication.translate("TicketStory", "It waits for somebody else in IT")
            case Assigned(to=to) if to == event.actor_id:
                return QCoreApplication.translate("TicketStory", "{name} took your ticket")
            case Assigned():
                return QCoreApplication.translate("TicketStory", "{other} has your ticket now")
            case StatusChanged(to=to):
                return status_line(to)
            case FixConfirmed(works=True):
                return QCoreApplication.translate("TicketStory", "{name} confirmed that it works")
            case FixConfirmed():
                return QCoreApplication.translate("TicketStory", "{name}: it does not work yet")
            case Rated():
                return QCoreApplication.translate("TicketStory", "{name} rated the help: {what} of 5")
            case Reminded(of=Reminder.WAITS_FOR_REQUESTER):
                return QCoreApplication.translate("TicketStory", "IT waits for your answer")
        return any_person(event.payload)


def own_appointment(payload: Payload) -> str:
    """Return what the reader herself said of an appointment, "" for anything else."""
    match payload:
        case AppointmentProposed():
            return QCoreApplication.translate("TicketStory", "You asked for another time: {what}")
        case AppointmentAccepted():
            return QCoreApplication.translate("TicketStory", "You accepted: {what}")
    return consent_line(payload) if isinstance(payload, ConsentAnswered) else ""


def any_person(payload: Payload) -> str:
    """Return the sentence of what anybody may have done, "" for what stays with IT."""
    match payload:
        case Assigned():
            return QCoreApplication.translate("TicketStory", "{other} has your ticket now")
        case PrioritySet():
            return QCoreApplication.translate("TicketStory", "How urgent it is: {what}")
        case TitleChanged() | CategoryChanged() | FieldsSet():
            return described(payload)
        case MajorIncidentDeclared() | MajorIncidentEnded():
            return told_to_everybody(payload)
        case ParticipantAdded():
            return QCoreApplication.translate("TicketStory", "{name} invited {other}")
        case ParticipantRemoved():
            return QCoreApplication.translate("TicketStory", "{other} reads along no more")
        case StatusChanged(to=to):
            return status_line(to)
        case Undone():
            return QCoreApplication.translate("TicketStory", "{name} took the last step back")
        case SomethingNewer():
            return QCoreApplication.translate(
                "TicketStory", "Something happened here that a newer version of this program can show"
            )
    return together_line(payload)


def together_line(payload: Payload) -> str:
    """Return the sentence of what ties tickets together, or of an appointment; "" for any other."""
    match payload:
        case Erased():
            return QCoreApplication.translate("TicketStory", "Contents were erased, to protect personal data")
        case TicketsMerged():
            return QCoreApplication.translate("TicketStory", "This goes on in {number}")
        case TicketAbsorbed():
            return QCoreApplication.translate("TicketStory", "What was {number} goes on here")
        case TicketReleased():
            return QCoreApplication.translate("TicketStory", "No longer here: {number}")
        case MessagesMoved(to=None):
            return QCoreApplication.translate("TicketStory", "Messages are back here")
        case MessagesMoved():
            return QCoreApplication.translate("TicketStory", "Some messages are now in {number}")
        case AppointmentProposed():
            return QCoreApplication.translate("TicketStory", "{name} proposes an appointment: {what}")
        case AppointmentAccepted():
            return QCoreApplication.translate("TicketStory", "{name} accepted: {what}")
        case AppointmentCancelled():
            return QCoreApplication.translate("TicketStory", "The appointment does not take place. {what}")
    return consent_line(payload)


def consent_line(payload: Payload) -> str:
    """Return the sentence of what IT asked of this computer and what was answered; "" for any other."""
    match payload:
        case ConsentAsked():
            return QCoreApplication.translate("TicketStory", "{name} asks for {what}")
        case ConsentAnswered(agreed=True):
            return QCoreApplication.translate("TicketStory", "You agreed")
        case ConsentAnswered():
            return QCoreApplication.translate("TicketStory", "You did not agree")
        case RequesterProved():
            return QCoreApplication.translate("TicketStory", "Sent before the sign-in. From: {other}")
        case HelpStarted():
            return QCoreApplication.translate("TicketStory", "{name} helps you from afar now")
    return ""


def described(payload: TitleChanged | CategoryChanged | FieldsSet) -> str:
    """Return the sentence of a better description of what it is about."""
    match payload:
        case TitleChanged():
            return QCoreApplication.translate("TicketStory", "It is called now: {what}")
        case CategoryChanged():
            return QCoreApplication.translate("TicketStory", "It is filed now under: {what}")
        case FieldsSet():
            return QCoreApplication.translate("TicketStory", "Filled in: {what}")


def told_to_everybody(payload: MajorIncidentDeclared | MajorIncidentEnded) -> str:
    """Return the sentence of a trouble that many have."""
    match payload:
        case MajorIncidentDeclared():
            return QCoreApplication.translate("TicketStory", "Many have this. IT tells everybody: {what}")
        case MajorIncidentEnded():
            return QCoreApplication.translate("TicketStory", "This is over for everybody")


def status_line(status: Status) -> str:
    """Return the sentence of a move through the workflow by IT."""
    match status:
        case Status.OPEN:
            return QCoreApplication.translate("TicketStory", "{name} is working on it")
        case Status.PENDING:
            return QCoreApplication.translate("TicketStory", "{name}: {what}")
        case Status.RESOLVED:
            return QCoreApplication.translate("TicketStory", "{name} says that it is solved")
        case Status.CLOSED:
            return QCoreApplication.translate("TicketStory", "This is done")
        case Status.CANCELLED:
            return QCoreApplication.translate("TicketStory", "{name} withdrew this")
    return QCoreApplication.translate("TicketStory", "Where it stands: {what}")
