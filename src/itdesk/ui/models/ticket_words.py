"""What a row of a ticket list says to somebody who does not see it."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from itdesk.domain.listing import Delivery, Grouping, TicketRow
from itdesk.domain.presence import Doing
from itdesk.domain.query.reason import Place, Reason
from itdesk.services.grouping import Heading
from itdesk.services.presence import Companion
from itdesk.ui.times import day_text
from itdesk.ui.words import name_of, person_name


def spoken_row(row: TicketRow, companions: Sequence[Companion] = ()) -> str:
    """Return the row as words: number, title, status, priority, people, what is unread, who is there."""
    parts = [
        row.reference,
        row.title,
        name_of(row.status),
        QCoreApplication.translate("TicketRow", "priority {priority}").format(priority=name_of(row.priority)),
        person_name(row.requester_name, is_verified=row.requester_is_verified),
        assignee_words(row),
        due_words(row),
        QCoreApplication.translate("TicketRow", "unread") if row.is_unread else "",
        delivery_words(row.delivery),
        companion_words(companions),
    ]
    return ", ".join(part for part in parts if part)


def assignee_words(row: TicketRow) -> str:
    """Return who has it, in words."""
    if row.assignee_name is None:
        return QCoreApplication.translate("TicketRow", "nobody has it yet")
    return QCoreApplication.translate("TicketRow", "{person} has it").format(person=row.assignee_name)


def due_words(row: TicketRow) -> str:
    """Return when a promised time runs out, or ran out; empty when nothing is due."""
    if row.due_at is None:
        return ""
    time = day_text(row.due_at)
    return QCoreApplication.translate("TicketRow", "due {time}").format(time=time)


def companion_words(companions: Sequence[Companion]) -> str:
    """Return which colleagues are at the ticket, and what they do; empty when nobody is."""
    return ", ".join(_doing(one).format(person=one.name) for one in companions)


def heading_words(heading: Heading) -> str:
    """Return what a heading says: `Marek Zieliński (3)`."""
    return f"{heading_name(heading)} ({QLocale().toString(heading.count)})"


def heading_name(heading: Heading) -> str:
    """Return what a group is called."""
    value = heading.value
    if isinstance(value, Enum):
        return name_of(value)
    if value:
        return value
    if heading.grouping is Grouping.QUEUE:
        return QCoreApplication.translate("Headings", "In no queue")
    return QCoreApplication.translate("Headings", "Nobody")


PLACES: dict[Place, object] = {
    Place.TITLE: QT_TRANSLATE_NOOP("FoundIn", "in the title"),
    Place.DESCRIPTION: QT_TRANSLATE_NOOP("FoundIn", "in the description"),
    Place.REPLY: QT_TRANSLATE_NOOP("FoundIn", "in the conversation"),
    Place.NOTE: QT_TRANSLATE_NOOP("FoundIn", "in an internal note"),
    Place.SOLUTION: QT_TRANSLATE_NOOP("FoundIn", "in the solution"),
    Place.FILE: QT_TRANSLATE_NOOP("FoundIn", "in a file’s name"),
    Place.TAG: QT_TRANSLATE_NOOP("FoundIn", "as a tag"),
    Place.PERSON: QT_TRANSLATE_NOOP("FoundIn", "in a person’s name"),
    Place.FIELD: QT_TRANSLATE_NOOP("FoundIn", "in a field"),
}


def reason_words(reason: Reason) -> str:
    """Return why a search found a ticket: where, by whom, and the words with what stands around them."""
    place = QCoreApplication.translate("FoundIn", str(PLACES[reason.place]))
    where = f"{place} ({reason.author})" if reason.author else place
    return f"{where}: {reason.before}{reason.hit}{reason.after}"


def _doing(companion: Companion) -> str:
    if companion.doing is Doing.WRITING:
        return QCoreApplication.translate("TicketRow", "{person} is writing")
    return QCoreApplication.translate("TicketRow", "{person} is reading")


def delivery_words(delivery: Delivery) -> str:
    """Return what has not arrived yet, in words; empty when all has."""
    if delivery is Delivery.WAITING:
        return QCoreApplication.translate("TicketRow", "waits to be sent")
    if delivery is Delivery.REFUSED:
        return QCoreApplication.translate("TicketRow", "something was refused")
    return ""
