"""What IT does to a ticket in foreign words: tied, tagged, timed, met about, declared a major incident."""

from collections.abc import Iterator
from datetime import timedelta

from itdesk.domain.appointments import AppointmentCancelled, AppointmentKind, AppointmentProposed
from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category
from itdesk.domain.changes import FieldsSet, MajorIncidentDeclared, Payload, TitleChanged
from itdesk.domain.documents import CategoryPage
from itdesk.domain.documents.custom_field import CustomField, FieldKind
from itdesk.domain.ids import TicketId
from itdesk.domain.limits import SHORT_TEXT_CHARS, TAG_CHARS, TITLE_CHARS
from itdesk.domain.people import Person
from itdesk.domain.relations import LinkSet, Relation
from itdesk.domain.worklog import ChecklistItemAdded, TagsChanged, TimeSpent
from tests.ui.requester.helpdesk import Helpdesk


def page_of_fields(text: str) -> CategoryPage:
    """Return a category of which everything is this text, also the field that is filled in below."""
    words = {"en": line(text, SHORT_TEXT_CHARS)}
    own = CustomField(code="foreign", kind=FieldKind.TEXT, name=words)
    return CategoryPage(
        id=Category.OTHER, name=words, done=words, not_done=words, expected_time=words, fields=(own,)
    )


def work(helpdesk: Helpdesk, lead: Person, ticket: TicketId, other: TicketId, text: str) -> None:
    """Let a lead do all of it to one ticket."""
    for payload in deeds(helpdesk, other, text):
        helpdesk.happen(lead, ticket, payload)


def deeds(helpdesk: Helpdesk, other: TicketId, text: str) -> Iterator[Payload]:
    """Yield what takes foreign words, or names a ticket that is made of them."""
    short = line(text, SHORT_TEXT_CHARS)
    soon = helpdesk.clock() + timedelta(days=1)
    yield TitleChanged(title=line(text, TITLE_CHARS))
    yield LinkSet(ticket_id=other, relation=Relation.RELATED)
    yield TagsChanged(added=(line(text, TAG_CHARS),))
    yield ChecklistItemAdded(text=short)
    yield TimeSpent(minutes=5, note=short)
    yield FieldsSet(values={"foreign": short}, audience=Audience.PARTICIPANTS)
    yield AppointmentProposed(kind=AppointmentKind.VISIT, times=(soon,), minutes=30, note=short)
    yield AppointmentCancelled(note=short)
    yield MajorIncidentDeclared(title={"en": line(text, TITLE_CHARS)}, body={"en": text})


def line(text: str, chars: int) -> str:
    """Return the text on one line, no longer than this."""
    return " ".join(text.split())[:chars].strip()
