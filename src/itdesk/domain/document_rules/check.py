"""The way to the rules of every kind: what must hold of a document, and what it names.

A kind is a file of rules and a line in each of the two tables; one that names nothing needs no second line.
"""

from collections.abc import Callable, Iterator
from typing import Any

from itdesk.domain.document_rules.announcement import check_announcement, named_by_announcement
from itdesk.domain.document_rules.article import check_article, named_by_article
from itdesk.domain.document_rules.device import check_device, named_by_device
from itdesk.domain.document_rules.helpdesk import check_helpdesk
from itdesk.domain.document_rules.pieces import Reference, check_id
from itdesk.domain.document_rules.queue import check_queue, named_by_queue
from itdesk.domain.document_rules.symptom import check_as_document, named_by_symptom
from itdesk.domain.document_rules.view import check_view, named_by_view
from itdesk.domain.documents import (
    Announcement,
    Article,
    Device,
    Document,
    Helpdesk,
    Queue,
    Symptom,
    View,
)

CHECKS: dict[type[Document], Callable[[Any], None]] = {
    Announcement: check_announcement,
    Article: check_article,
    Device: check_device,
    Helpdesk: check_helpdesk,
    Queue: check_queue,
    Symptom: check_as_document,
    View: check_view,
}
NAMED: dict[type[Document], Callable[[Any], Iterator[Reference]]] = {
    Announcement: named_by_announcement,
    Article: named_by_article,
    Device: named_by_device,
    Queue: named_by_queue,
    Symptom: named_by_symptom,
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
