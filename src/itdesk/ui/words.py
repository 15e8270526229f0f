"""What the domain's names are called in the person's language."""

from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from itdesk.domain.appointments import AppointmentKind
from itdesk.domain.catalogue import Category, Concerns
from itdesk.domain.people import Role
from itdesk.domain.priority import Impact, Priority, Urgency
from itdesk.domain.refusals import Code, Refusal
from itdesk.domain.status import PendingReason, Status

Table = dict[Enum, object]
"""Texts in English by their value, marked for translation; the binding types the mark as object."""

STATUS: Table = {
    Status.NEW: QT_TRANSLATE_NOOP("Status", "New"),
    Status.OPEN: QT_TRANSLATE_NOOP("Status", "In progress"),
    Status.PENDING: QT_TRANSLATE_NOOP("Status", "On hold"),
    Status.RESOLVED: QT_TRANSLATE_NOOP("Status", "Solved"),
    Status.CLOSED: QT_TRANSLATE_NOOP("Status", "Closed"),
    Status.CANCELLED: QT_TRANSLATE_NOOP("Status", "Cancelled"),
    Status.MERGED: QT_TRANSLATE_NOOP("Status", "Merged"),
}
PENDING_REASON: Table = {
    PendingReason.USER: QT_TRANSLATE_NOOP("PendingReason", "Waits for an answer"),
    PendingReason.VENDOR: QT_TRANSLATE_NOOP("PendingReason", "Waits for the supplier"),
    PendingReason.CHANGE: QT_TRANSLATE_NOOP("PendingReason", "Waits for a planned change"),
    PendingReason.PROBLEM: QT_TRANSLATE_NOOP("PendingReason", "Waits for the cause to be found"),
    PendingReason.SCHEDULED: QT_TRANSLATE_NOOP("PendingReason", "Waits for a date"),
}
PRIORITY: Table = {
    Priority.CRITICAL: QT_TRANSLATE_NOOP("Priority", "Critical"),
    Priority.HIGH: QT_TRANSLATE_NOOP("Priority", "High"),
    Priority.MODERATE: QT_TRANSLATE_NOOP("Priority", "Moderate"),
    Priority.LOW: QT_TRANSLATE_NOOP("Priority", "Low"),
    Priority.PLANNING: QT_TRANSLATE_NOOP("Priority", "Planning"),
}
URGENCY: Table = {
    Urgency.HIGH: QT_TRANSLATE_NOOP("Urgency", "I cannot work"),
    Urgency.MEDIUM: QT_TRANSLATE_NOOP("Urgency", "It hinders me"),
    Urgency.LOW: QT_TRANSLATE_NOOP("Urgency", "It can wait"),
}
IMPACT: Table = {
    Impact.HIGH: QT_TRANSLATE_NOOP("Impact", "The company or a site"),
    Impact.MEDIUM: QT_TRANSLATE_NOOP("Impact", "A team"),
    Impact.LOW: QT_TRANSLATE_NOOP("Impact", "One person"),
}
CATEGORY: Table = {
    Category.INSTALL_OR_CONFIGURE: QT_TRANSLATE_NOOP("Category", "Install or configure software"),
    Category.SOFTWARE_FAILURE: QT_TRANSLATE_NOOP("Category", "Failure of software"),
    Category.HARDWARE_FAILURE: QT_TRANSLATE_NOOP("Category", "Failure of hardware"),
    Category.NETWORK_AND_ACCESS: QT_TRANSLATE_NOOP("Category", "Network and access"),
    Category.OPERATIONAL_SUPPORT: QT_TRANSLATE_NOOP("Category", "Operational support"),
    Category.TRAINING_AND_ADVICE: QT_TRANSLATE_NOOP("Category", "Training and advice"),
    Category.OTHER: QT_TRANSLATE_NOOP("Category", "Other"),
}
CONCERNS: Table = {
    Concerns.THIS_COMPUTER: QT_TRANSLATE_NOOP("Concerns", "This computer"),
    Concerns.ANOTHER_COMPUTER: QT_TRANSLATE_NOOP("Concerns", "Another computer"),
    Concerns.NO_COMPUTER: QT_TRANSLATE_NOOP("Concerns", "Not about a computer"),
}
ROLE: Table = {
    Role.CLAIMED: QT_TRANSLATE_NOOP("Role", "unverified"),
    Role.EMPLOYEE: QT_TRANSLATE_NOOP("Role", "employee"),
    Role.TECHNICIAN: QT_TRANSLATE_NOOP("Role", "technician"),
    Role.LEAD: QT_TRANSLATE_NOOP("Role", "lead"),
    Role.ADMIN: QT_TRANSLATE_NOOP("Role", "administrator"),
    Role.SYSTEM: QT_TRANSLATE_NOOP("Role", "itdesk"),
}
APPOINTMENT: Table = {
    AppointmentKind.VISIT: QT_TRANSLATE_NOOP("AppointmentKind", "Visit"),
    AppointmentKind.REMOTE_SESSION: QT_TRANSLATE_NOOP("AppointmentKind", "Remote session"),
    AppointmentKind.TRAINING: QT_TRANSLATE_NOOP("AppointmentKind", "Training"),
}
FIELD = {
    "title": QT_TRANSLATE_NOOP("Field", "title"),
    "description": QT_TRANSLATE_NOOP("Field", "description"),
    "symptom": QT_TRANSLATE_NOOP("Field", "what is happening"),
    "category": QT_TRANSLATE_NOOP("Field", "category"),
    "urgency": QT_TRANSLATE_NOOP("Field", "urgency"),
    "priority": QT_TRANSLATE_NOOP("Field", "priority"),
    "status": QT_TRANSLATE_NOOP("Field", "status"),
    "queue": QT_TRANSLATE_NOOP("Field", "queue"),
    "assignee": QT_TRANSLATE_NOOP("Field", "assignee"),
    "place": QT_TRANSLATE_NOOP("Field", "place"),
    "contact": QT_TRANSLATE_NOOP("Field", "contact"),
    "reply": QT_TRANSLATE_NOOP("Field", "reply"),
    "note": QT_TRANSLATE_NOOP("Field", "note"),
    "reason": QT_TRANSLATE_NOOP("Field", "reason"),
    "until": QT_TRANSLATE_NOOP("Field", "date"),
    "outcome": QT_TRANSLATE_NOOP("Field", "what came of it"),
    "comment": QT_TRANSLATE_NOOP("Field", "comment"),
    "score": QT_TRANSLATE_NOOP("Field", "rating"),
    "file name": QT_TRANSLATE_NOOP("Field", "file name"),
    "facts": QT_TRANSLATE_NOOP("Field", "facts about the computer"),
    "name": QT_TRANSLATE_NOOP("Field", "name"),
    "text": QT_TRANSLATE_NOOP("Field", "text"),
    "keywords": QT_TRANSLATE_NOOP("Field", "other words"),
    "members": QT_TRANSLATE_NOOP("Field", "members"),
    "symptoms": QT_TRANSLATE_NOOP("Field", "symptoms"),
    "model": QT_TRANSLATE_NOOP("Field", "model"),
    "system": QT_TRANSLATE_NOOP("Field", "operating system"),
    "serial number": QT_TRANSLATE_NOOP("Field", "serial number"),
    "details": QT_TRANSLATE_NOOP("Field", "details"),
    "site": QT_TRANSLATE_NOOP("Field", "site"),
    "phone": QT_TRANSLATE_NOOP("Field", "phone"),
    "address": QT_TRANSLATE_NOOP("Field", "address"),
    "time zone": QT_TRANSLATE_NOOP("Field", "time zone"),
    "opening hours": QT_TRANSLATE_NOOP("Field", "opening hours"),
    "closed days": QT_TRANSLATE_NOOP("Field", "closed days"),
    "weekday": QT_TRANSLATE_NOOP("Field", "weekday"),
    "login": QT_TRANSLATE_NOOP("Field", "login"),
    "role": QT_TRANSLATE_NOOP("Field", "role"),
    "department": QT_TRANSLATE_NOOP("Field", "department"),
    "search": QT_TRANSLATE_NOOP("Field", "search"),
    "id": QT_TRANSLATE_NOOP("Field", "code"),
    "person": QT_TRANSLATE_NOOP("Field", "person"),
    "team": QT_TRANSLATE_NOOP("Field", "team"),
    "article": QT_TRANSLATE_NOOP("Field", "article"),
    "announcement": QT_TRANSLATE_NOOP("Field", "announcement"),
    "device": QT_TRANSLATE_NOOP("Field", "device"),
    "helpdesk": QT_TRANSLATE_NOOP("Field", "helpdesk"),
    "view": QT_TRANSLATE_NOOP("Field", "view"),
    "snooze": QT_TRANSLATE_NOOP("Field", "put aside"),
    "macro": QT_TRANSLATE_NOOP("Field", "macro"),
    "consent": QT_TRANSLATE_NOOP("Field", "consent"),
    "why": QT_TRANSLATE_NOOP("Field", "reason"),
    "ticket_id": QT_TRANSLATE_NOOP("Field", "ticket"),
    "skills": QT_TRANSLATE_NOOP("Field", "skills"),
    "absences": QT_TRANSLATE_NOOP("Field", "absences"),
    "words": QT_TRANSLATE_NOOP("Field", "words"),
    "calendar": QT_TRANSLATE_NOOP("Field", "calendar"),
    "policy": QT_TRANSLATE_NOOP("Field", "policy"),
    "profile": QT_TRANSLATE_NOOP("Field", "profile"),
    "rule": QT_TRANSLATE_NOOP("Field", "rule"),
    "tag": QT_TRANSLATE_NOOP("Field", "tag"),
    "tags": QT_TRANSLATE_NOOP("Field", "tags"),
    "what we do": QT_TRANSLATE_NOOP("Field", "what we do"),
    "what we do not do": QT_TRANSLATE_NOOP("Field", "what we do not do"),
    "expected time": QT_TRANSLATE_NOOP("Field", "expected time"),
    "fields": QT_TRANSLATE_NOOP("Field", "fields"),
    "code": QT_TRANSLATE_NOOP("Field", "code"),
    "value": QT_TRANSLATE_NOOP("Field", "value"),
    "name of the field": QT_TRANSLATE_NOOP("Field", "name of the field"),
    "longest text": QT_TRANSLATE_NOOP("Field", "longest text"),
    "choices": QT_TRANSLATE_NOOP("Field", "choices"),
    "words of a choice": QT_TRANSLATE_NOOP("Field", "words of a choice"),
    "article or announcement": QT_TRANSLATE_NOOP("Field", "article or announcement"),
    "link": QT_TRANSLATE_NOOP("Field", "link"),
    "parent": QT_TRANSLATE_NOOP("Field", "parent ticket"),
    "merge": QT_TRANSLATE_NOOP("Field", "merge"),
    "message": QT_TRANSLATE_NOOP("Field", "message"),
    "checklist": QT_TRANSLATE_NOOP("Field", "checklist"),
    "time spent": QT_TRANSLATE_NOOP("Field", "time spent"),
    "appointment": QT_TRANSLATE_NOOP("Field", "appointment"),
    "time": QT_TRANSLATE_NOOP("Field", "time"),
}
"""By the words that a refusal names its field with."""
NAMES: dict[type[Enum], Table] = {
    Status: STATUS,
    PendingReason: PENDING_REASON,
    Priority: PRIORITY,
    Urgency: URGENCY,
    Impact: IMPACT,
    Category: CATEGORY,
    Concerns: CONCERNS,
    Role: ROLE,
    AppointmentKind: APPOINTMENT,
}

LANGUAGE = {
    "English": QT_TRANSLATE_NOOP("Language", "English"),
    "Polish": QT_TRANSLATE_NOOP("Language", "Polish"),
}
"""In which something is missing, by the words that a refusal says it with."""

REFUSAL = {
    Code.NOT_FOUND: QT_TRANSLATE_NOOP("Refusal", "There is no such ticket that you may see."),
    Code.NOT_ALLOWED: QT_TRANSLATE_NOOP("Refusal", "You may not do this."),
    Code.CONFLICT: QT_TRANSLATE_NOOP(
        "Refusal", "Somebody changed the {field} meanwhile to “{theirs}”; you asked for “{yours}”."
    ),
    Code.ILLEGAL_TRANSITION: QT_TRANSLATE_NOOP(
        "Refusal", "A ticket whose status is “{theirs}” cannot become “{yours}”."
    ),
    Code.NOTE_REQUIRED: QT_TRANSLATE_NOOP("Refusal", "Say in a note what was done or why."),
    Code.REASON_REQUIRED: QT_TRANSLATE_NOOP("Refusal", "Say what the ticket waits for."),
    Code.DATE_REQUIRED: QT_TRANSLATE_NOOP("Refusal", "Say until when the ticket waits."),
    Code.TEXT_EMPTY: QT_TRANSLATE_NOOP("Refusal", "Something is missing here: {field}."),
    Code.TEXT_TOO_LONG: QT_TRANSLATE_NOOP(
        "Refusal", "This is too long: {field}. At most {limit} characters can be sent."
    ),
    Code.TEXT_HAS_NUL: QT_TRANSLATE_NOOP(
        "Refusal",
        "A character (NUL) that cannot be stored is in this text: {field}. Remove it and send again.",
    ),
    Code.TEXT_INVALID_UNICODE: QT_TRANSLATE_NOOP(
        "Refusal", "Half of a Unicode pair, which cannot be stored, is in this text: {field}. Type it anew."
    ),
    Code.OUT_OF_RANGE: QT_TRANSLATE_NOOP("Refusal", "This must be within {limit}: {field}."),
    Code.FILE_EMPTY: QT_TRANSLATE_NOOP("Refusal", "The file {field} is empty."),
    Code.FILE_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Refusal", "The file {field} is {yours}; at most {limit} can be sent. Choose a smaller one."
    ),
    Code.TOO_MANY_FILES: QT_TRANSLATE_NOOP("Refusal", "At most {limit} files can be attached at once."),
    Code.FILES_FULL: QT_TRANSLATE_NOOP("Refusal", "This ticket has {limit} files, and cannot take more."),
    Code.FILES_TODAY: QT_TRANSLATE_NOOP(
        "Refusal", "The file {field} is too much for one day: at most {limit} in 24 hours can be sent."
    ),
    Code.FACTS_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Refusal", "The facts about the computer are too large: at most {limit} can be sent."
    ),
    Code.ALREADY_EXISTS: QT_TRANSLATE_NOOP("Refusal", "This ticket exists already."),
    Code.UNKNOWN_PERSON: QT_TRANSLATE_NOOP(
        "Refusal", "There is nobody with the login “{yours}” who could take this."
    ),
    Code.UNKNOWN_LOGIN: QT_TRANSLATE_NOOP(
        "Refusal", "Nobody here signs in as “{yours}”. See how it is written, or ask your colleague."
    ),
    Code.UNKNOWN_QUEUE: QT_TRANSLATE_NOOP("Refusal", "There is no queue “{yours}”."),
    Code.UNKNOWN_CATEGORY: QT_TRANSLATE_NOOP("Refusal", "There is no category “{yours}”; known are {limit}."),
    Code.UNKNOWN_KIND: QT_TRANSLATE_NOOP(
        "Refusal", "The server does not know this kind of change: “{yours}”."
    ),
    Code.UNKNOWN_ANNOUNCEMENT: QT_TRANSLATE_NOOP(
        "Refusal", "IT does not announce this any more. Report it if it still troubles you."
    ),
    Code.BAD_SHAPE: QT_TRANSLATE_NOOP("Refusal", "The change is not formed as the server expects: {yours}"),
    Code.CANNOT_BE_UNDONE: QT_TRANSLATE_NOOP("Refusal", "This cannot be undone."),
    Code.BUILT_UPON: QT_TRANSLATE_NOOP(
        "Refusal", "This cannot be undone any more: something later builds on it."
    ),
    Code.NO_HIGHER_LINE: QT_TRANSLATE_NOOP(
        "Refusal", "A ticket goes to a line above. There is none, or this queue does not belong to one."
    ),
    Code.NO_FOLLOW_UP: QT_TRANSLATE_NOOP("Refusal", "There is nothing to follow up here any more."),
    Code.DIFFERENT_REQUESTERS: QT_TRANSLATE_NOOP(
        "Refusal", "They were reported by different people. Make them children of one ticket."
    ),
    Code.CYCLE: QT_TRANSLATE_NOOP("Refusal", "A ticket cannot be tied to itself, not even by way of others."),
    Code.TOO_DEEP: QT_TRANSLATE_NOOP("Refusal", "A child cannot have children of its own."),
    Code.MERGED: QT_TRANSLATE_NOOP(
        "Refusal", "This ticket goes on in another one: do it there, or take the merge back first."
    ),
    Code.HAS_CHILDREN: QT_TRANSLATE_NOOP("Refusal", "It has children. Give them another parent first."),
    Code.READERS_DIFFER: QT_TRANSLATE_NOOP(
        "Refusal", "Not everybody who reads the other ticket may read this."
    ),
    Code.UNKNOWN_ENTRY: QT_TRANSLATE_NOOP("Refusal", "There is nothing like this on the ticket: {field}."),
    Code.INCIDENT_STANDS: QT_TRANSLATE_NOOP(
        "Refusal",
        "This is a major incident already. What is told of it stands in its announcement.",
    ),
    Code.NO_INCIDENT: QT_TRANSLATE_NOOP("Refusal", "This is no major incident any more."),
    Code.DEPENDS_ON_REFUSED: QT_TRANSLATE_NOOP("Refusal", "It belongs to a change that was refused."),
    Code.OTHER_CONTENT: QT_TRANSLATE_NOOP(
        "Refusal", "Another change was already accepted under the same id."
    ),
    Code.NO_DOCUMENT: QT_TRANSLATE_NOOP("Refusal", "There is no “{yours}” of this kind here: {field}."),
    Code.BAD_DOCUMENT: QT_TRANSLATE_NOOP("Refusal", "This cannot be saved so: {yours}"),
    Code.WORDS_MISSING: QT_TRANSLATE_NOOP("Refusal", "This is missing in {limit}: {field}."),
    Code.TOO_MANY: QT_TRANSLATE_NOOP(
        "Refusal", "There are too many of this: {field}. At most {limit} are kept; you have {yours}."
    ),
    Code.UNKNOWN_REFERENCE: QT_TRANSLATE_NOOP(
        "Refusal", "What it names does not exist: {field} “{yours}”. Choose another one."
    ),
    Code.IN_USE: QT_TRANSLATE_NOOP("Refusal", "It cannot be deleted: {theirs} still needs it."),
    Code.UNKNOWN_FIELD: QT_TRANSLATE_NOOP(
        "Refusal", "The ticket's category has no field “{yours}” that can be set here."
    ),
    Code.BAD_FIELD: QT_TRANSLATE_NOOP("Refusal", "“{yours}” does not fit here: {field}. Taken is {limit}."),
    Code.LOGIN_TAKEN: QT_TRANSLATE_NOOP("Refusal", "Somebody else has the login “{yours}”."),
}


def name_of(value: Enum) -> str:
    """Return what `value` is called, for the enums Status, PendingReason, Priority, Urgency, Impact,
    Category, Concerns, Role and AppointmentKind. Raises KeyError for any other.
    """
    return QCoreApplication.translate(type(value).__name__, str(NAMES[type(value)][value]))


def field_name(field: str) -> str:
    """Return what a ticket's field is called; a file's name, which is nobody's field, as it is."""
    return QCoreApplication.translate("Field", str(FIELD[field])) if field in FIELD else field


def refusal_sentence(refusal: Refusal) -> str:
    """Return why a change was refused, as one sentence."""
    sentence = QCoreApplication.translate("Refusal", str(REFUSAL[refusal.code]))
    return sentence.format(
        field=field_name(refusal.field),
        limit=language_name(refusal.limit),
        theirs=value_name(refusal.theirs),
        yours=value_name(refusal.yours),
    )


def language_name(limit: str) -> str:
    """Return a refusal's limit in words where it is a language; else as it came."""
    return QCoreApplication.translate("Language", str(LANGUAGE[limit])) if limit in LANGUAGE else limit


def value_name(value: str) -> str:
    """Return a refusal's value in words where it is a status or a category; else as it came."""
    known = [member for names in (Status, Category) for member in names if member.value == value]
    return name_of(known[0]) if known else value


def given_name(name: str) -> str:
    """Return what somebody is called by: the first word of the name."""
    return next(iter(name.split()), "")


def person_name(name: str, *, is_verified: bool) -> str:
    """Return what somebody is called, marked where a computer only claims it."""
    if is_verified or not name:
        return name
    return QCoreApplication.translate("Words", "{name} (unverified)").format(name=name)
