"""What is not a ticket: queues, articles, devices, symptoms. Written by admins, versioned, and fed.

A kind is a file here and its name in `Document`. A kind is for staff unless `is_for_everyone` says otherwise.
"""

from dataclasses import replace
from typing import get_args

from itdesk.domain.documents.announcement import Announcement, AnnouncementKind
from itdesk.domain.documents.article import Article
from itdesk.domain.documents.calendar import Calendar, OpenHours
from itdesk.domain.documents.category import CategoryPage
from itdesk.domain.documents.device import Device
from itdesk.domain.documents.helpdesk import HELPDESK, Helpdesk
from itdesk.domain.documents.macro import Macro
from itdesk.domain.documents.policy import Policy
from itdesk.domain.documents.profile import Absence, Profile
from itdesk.domain.documents.queue import Queue
from itdesk.domain.documents.rule import Conditions, Effects, Rule
from itdesk.domain.documents.snooze import Snooze
from itdesk.domain.documents.symptom import Question, Symptom
from itdesk.domain.documents.team import Assigning, Line, Team
from itdesk.domain.documents.view import View
from itdesk.domain.documents.words import Words, in_language
from itdesk.domain.ids import PersonId

__all__ = [
    "DOCUMENT_KINDS",
    "FOR_EVERYONE",
    "HELPDESK",
    "Absence",
    "Announcement",
    "AnnouncementKind",
    "Article",
    "Assigning",
    "Calendar",
    "CategoryPage",
    "Conditions",
    "Device",
    "Document",
    "Effects",
    "Helpdesk",
    "Line",
    "Macro",
    "OpenHours",
    "Policy",
    "Profile",
    "Question",
    "Queue",
    "Rule",
    "Snooze",
    "Symptom",
    "Team",
    "View",
    "Words",
    "in_language",
    "is_for_everyone",
    "kind_name",
    "kind_of_document",
    "private_to",
    "with_measured",
]

Document = (
    Announcement
    | Article
    | Calendar
    | CategoryPage
    | Device
    | Helpdesk
    | Macro
    | Policy
    | Profile
    | Queue
    | Rule
    | Snooze
    | Symptom
    | Team
    | View
)  # fmt: skip


def kind_name(kind: type[object]) -> str:
    """Return the name under which a kind is stored and sent."""
    return "category" if kind is CategoryPage else kind.__name__.lower()


DOCUMENT_KINDS: dict[str, type[Document]] = {kind_name(kind): kind for kind in get_args(Document)}


FOR_EVERYONE = frozenset(map(kind_name, (Announcement, Article, CategoryPage, Helpdesk, Symptom)))
"""The kinds of which employees keep some."""


def kind_of_document(document: Document) -> str:
    """Return the name under which the document's kind is stored and sent."""
    return kind_name(type(document))


def is_for_everyone(document: Document) -> bool:
    """Whether employees keep this document; the others are for staff."""
    if isinstance(document, Article | Announcement):
        return not document.staff_only
    return kind_of_document(document) in FOR_EVERYONE


OWNED = frozenset(map(kind_name, (Snooze, View)))
"""Kinds of which people of IT have documents of their own."""


def private_to(document: Document) -> PersonId | None:
    """Return whose own the document is: nobody else keeps it, whatever her role."""
    return document.owner_id if isinstance(document, Snooze | View) else None


def with_measured(document: Document, before: Document | None) -> Document:
    """Return the document with what the server itself finds out: no author's word counts there."""
    match document:
        case Announcement():
            return replace(document, people=before.people if isinstance(before, Announcement) else 0)
        case Helpdesk():
            usual = before.usual_first_answer_min if isinstance(before, Helpdesk) else None
            return replace(document, usual_first_answer_min=usual)
    return document
