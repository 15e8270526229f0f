"""What happened is told to IT in one sentence, kind by kind."""

from datetime import UTC, datetime

import pytest

from itdesk.domain.appointments import (
    AppointmentAccepted,
    AppointmentCancelled,
    AppointmentKind,
    AppointmentProposed,
)
from itdesk.domain.audience import Audience
from itdesk.domain.changes import Payload
from itdesk.domain.ids import ChangeId, PersonId, TicketId
from itdesk.domain.people import Person
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
from itdesk.domain.worklog import (
    ChecklistItemAdded,
    ChecklistItemMarked,
    Mark,
    TagsChanged,
    TimeCorrected,
    TimeSpent,
)
from itdesk.ui.console.event_words import EventWords
from itdesk.ui.times import day_text
from tests.unit.domain.histories import TICKET, opened

TOM = Person(id=PersonId("t" * 32), login="tom", name="Tom")
MESSAGE = ChangeId("e" * 32)
NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)
REFERENCE = f"#{TICKET[-5:]}"

TOLD: list[tuple[Payload, str]] = [
    (LinkSet(ticket_id=TICKET, relation=None), f"Tom took the link to {REFERENCE} away"),
    (LinkSet(ticket_id=TICKET, relation=Relation.RELATED), f"Tom linked it with {REFERENCE}"),
    (LinkSet(ticket_id=TICKET, relation=Relation.BLOCKS), f"Tom noted that {REFERENCE} waits for this"),
    (LinkSet(ticket_id=TICKET, relation=Relation.BLOCKED_BY), f"Tom noted that this waits for {REFERENCE}"),
    (LinkSet(ticket_id=TICKET, relation=Relation.FOLLOWS), f"Tom noted that this follows from {REFERENCE}"),
    (
        LinkSet(ticket_id=TICKET, relation=Relation.FOLLOWED_BY),
        f"Tom noted that {REFERENCE} follows from this",
    ),
    (ParentSet(to=None), "Tom made it nobody's child"),
    (ParentSet(to=TICKET), f"Tom made it a child of {REFERENCE}"),
    (ChildJoined(ticket_id=TICKET), f"Tom made {REFERENCE} a child of this"),
    (ChildLeft(ticket_id=TICKET), f"Tom took the child {REFERENCE} away"),
    (TicketsMerged(into=TICKET), f"Tom merged it into {REFERENCE}"),
    (TicketAbsorbed(ticket_id=TICKET), f"Tom merged {REFERENCE} into this"),
    (TicketReleased(ticket_id=TICKET), f"Tom took the merge of {REFERENCE} back"),
    (
        MessagesMoved(event_ids=(MESSAGE,), to=TICKET, audience=Audience.STAFF),
        f"Tom moved messages to {REFERENCE}",
    ),
    (
        MessagesMoved(event_ids=(MESSAGE,), to=None, audience=Audience.STAFF),
        "Tom brought messages back here",
    ),
    (MessagesBrought(home=TICKET, event_ids=(MESSAGE,)), f"Tom moved messages here from {REFERENCE}"),
    (MessagesTaken(home=TICKET, event_ids=(MESSAGE,)), f"Tom moved messages of {REFERENCE} away from here"),
    (TagsChanged(added=("vpn",), removed=("{0}",)), "Tom changed the tags: +vpn −{0}"),
    (ChecklistItemAdded(text="Call\nher"), "Tom added to the checklist: Call her"),
    (ChecklistItemMarked(item_id=MESSAGE, mark=Mark.DONE), "Tom ticked a point of the checklist off"),
    (ChecklistItemMarked(item_id=MESSAGE, mark=Mark.OPEN), "Tom opened a point of the checklist again"),
    (ChecklistItemMarked(item_id=MESSAGE, mark=Mark.REMOVED), "Tom removed a point of the checklist"),
    (TimeSpent(minutes=70, note="on the phone"), "Tom spent time on it: 1 h 10 · on the phone"),
    (TimeCorrected(entry_id=MESSAGE, minutes=7), "Tom corrected the time spent: 7 min"),
    (
        AppointmentProposed(kind=AppointmentKind.REMOTE_SESSION, times=(NOON,), minutes=30),
        "Tom proposed an appointment: Remote session · NOON · 30 min",
    ),
    (AppointmentAccepted(begins=NOON), "Tom accepted the appointment: NOON"),
    (AppointmentCancelled(note="Ill"), "Tom cancelled the appointment. Ill"),
]


@pytest.mark.parametrize(("payload", "sentence"), TOLD, ids=lambda value: type(value).__name__)
def test_what_ties_tickets_and_what_it_notes_is_told(payload: Payload, sentence: str) -> None:
    around = {TICKET: opened()[0]}
    told = EventWords({TOM.id: TOM}, {}, {}, around).sentence(payload, TOM.id)
    assert told == sentence.replace("NOON", day_text(NOON))


def test_a_ticket_that_the_reader_does_not_see_has_no_number() -> None:
    words = EventWords({TOM.id: TOM}, {}, {}, {})
    merged = TicketsMerged(into=TicketId("9" * 32))
    assert words.sentence(merged, TOM.id) == "Tom merged it into another ticket"
