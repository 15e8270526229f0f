"""The way to the rules of every kind: what must hold of a document, and what it names.

A kind is a file of rules and a line in each of the two tables; one that names nothing needs no second line.
"""

from collections.abc import Callable, Iterator
from typing import Any

from itdesk.domain.document_rules.announcement import check_announcement, named_by_announcement
from itdesk.domain.document_rules.article import check_article, named_by_article
from itdesk.domain.document_rules.calendar import check_hours
from itdesk.domain.document_rules.category import check_category
from itdesk.domain.document_rules.device import check_device, named_by_device
from itdesk.domain.document_rules.helpdesk import check_helpdesk
from itdesk.domain.document_rules.macro import check_macro, named_by_macro
from itdesk.domain.document_rules.pieces import Reference, check_id
from itdesk.domain.document_rules.policy import check_promises, named_by_policy
from itdesk.domain.document_rules.profile import check_profile, named_by_profile
from itdesk.domain.document_rules.queue import check_queue, named_by_queue
from itdesk.domain.document_rules.rule import check_rule, named_by_rule
from itdesk.domain.document_rules.snooze import check_snooze
from itdesk.domain.document_rules.symptom import check_as_document, named_by_symptom
from itdesk.domain.document_rules.team import check_team, named_by_team
from itdesk.domain.document_rules.view import check_view, named_by_view
from itdesk.domain.documents import (
    Announcement,
    Article,
    Calendar,
    CategoryPage,
    Device,
    Document,
    Helpdesk,
    Macro,
    Policy,
    Profile,
    Queue,
    Rule,
    Snooze,
    Symptom,
    Team,
    View,
)

CHECKS: dict[type[Document], Callable[[Any], None]] = {
    Announcement: check_announcement,
    Article: check_article,
    Calendar: check_hours,
    CategoryPage: check_category,
    Device: check_device,
    Helpdesk: check_helpdesk,
    Macro: check_macro,
    Policy: check_promises,
    Profile: check_profile,
    Queue: check_queue,
    Rule: check_rule,
    Snooze: check_snooze,
    Symptom: check_as_document,
    Team: check_team,
    View: check_view,
}
NAMED: dict[type[Document], Callable[[Any], Iterator[Reference]]] = {
    Announcement: named_by_announcement,
    Article: named_by_article,
    Device: named_by_device,
    Macro: named_by_macro,
    Policy: named_by_policy,
    Profile: named_by_profile,
    Queue: named_by_queue,
    Rule: named_by_rule,
    Symptom: named_by_symptom,
    Team: named_by_team,
    View: named_by_view,
}


def check_document(document: Document) -> None:
    """Raise Refused with the first thing that is wrong. What it names is not looked up: see `named_by`."""
    check_id(document.id, "id")
    CHECKS[type(document)](document)


def named_by(document: Document) -> frozenset[Reference]:
    """Return the documents and people that must exist when the document is written."""
    named = NAMED.get(type(document))
    return frozenset(named(document)) if named else frozenset()
