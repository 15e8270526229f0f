"""Tags, the checklist and time spent: what is kept, and who is told of whom."""

import pytest

from itdesk.domain import limits
from itdesk.domain.changes import Payload
from itdesk.domain.ids import ChangeId, TicketId
from itdesk.domain.refusals import Code, Refused
from itdesk.domain.worklog import (
    ChecklistItemAdded,
    ChecklistItemMarked,
    Mark,
    TagsChanged,
    TimeCorrected,
    TimeSpent,
    tag_named,
)
from tests.unit.domain.histories import LEAD, REQUESTER, TECHNICIAN
from tests.unit.domain.shelf import OTHER, Shelf, with_tickets

NOTHING = ChangeId("f" * 32)


@pytest.fixture
def shelf() -> Shelf:
    """One ticket."""
    return with_tickets([REQUESTER])


@pytest.fixture
def ticket_id(shelf: Shelf) -> TicketId:
    """Its id."""
    return next(iter(shelf.tickets))


def test_tags_are_folded_and_swapped_back(shelf: Shelf, ticket_id: TicketId) -> None:
    shelf.do(TECHNICIAN, ticket_id, TagsChanged(added=("VPN  Kraków", "printer")))
    shelf.do(OTHER, ticket_id, TagsChanged(added=("vpn kraków",), removed=("Printer",)), seen=0)
    assert shelf.tickets[ticket_id].tags == {"vpn kraków"}
    shelf.do(OTHER, ticket_id, TagsChanged(added=("Printer",), removed=("vpn kraków",)))
    assert shelf.tickets[ticket_id].tags == {"printer"}
    assert tag_named(" Straße\t1 ") == "strasse 1"


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (TagsChanged(), Code.TEXT_EMPTY),
        (TagsChanged(removed=tuple(map(str, range(2 * limits.TAGS + 1)))), Code.TOO_MANY),
        (TagsChanged(added=(" ",)), Code.TEXT_EMPTY),
        (TagsChanged(added=("a\0",)), Code.TEXT_HAS_NUL),
        (TagsChanged(added=("x" * (limits.TAG_CHARS + 1),)), Code.TEXT_TOO_LONG),
        (TagsChanged(added=tuple(map(str, range(limits.TAGS + 1)))), Code.TOO_MANY),
        (TagsChanged(added=tuple(map(str, range(limits.TAGS)))), None),
        (ChecklistItemAdded(text=" "), Code.TEXT_EMPTY),
        (ChecklistItemMarked(item_id=NOTHING, mark=Mark.DONE), Code.UNKNOWN_ENTRY),
        (TimeSpent(minutes=0), Code.OUT_OF_RANGE),
        (TimeSpent(minutes=limits.MINUTES_A_DAY + 1), Code.OUT_OF_RANGE),
        (TimeSpent(minutes=limits.MINUTES_A_DAY), None),
        (TimeSpent(minutes=1, note="x" * 201), Code.TEXT_TOO_LONG),
        (TimeCorrected(entry_id=NOTHING, minutes=5), Code.UNKNOWN_ENTRY),
        (TimeCorrected(entry_id=NOTHING, minutes=-1), Code.OUT_OF_RANGE),
    ],
)
def test_what_cannot_be_kept_is_refused(
    shelf: Shelf, ticket_id: TicketId, payload: Payload, code: Code | None
) -> None:
    assert shelf.refusal(TECHNICIAN, ticket_id, payload) is code


def test_a_checklist_has_room_again_when_points_are_removed(shelf: Shelf, ticket_id: TicketId) -> None:
    points = [
        shelf.do(TECHNICIAN, ticket_id, ChecklistItemAdded(text=f"{n}"))
        for n in range(limits.CHECKLIST_ITEMS)
    ]
    one_more = ChecklistItemAdded(text="one more")
    assert shelf.refusal(TECHNICIAN, ticket_id, one_more) is Code.TOO_MANY
    shelf.do(TECHNICIAN, ticket_id, ChecklistItemMarked(item_id=points[0].id, mark=Mark.REMOVED))
    assert shelf.refusal(TECHNICIAN, ticket_id, one_more) is None


def test_two_who_mark_a_point_differently_are_told(shelf: Shelf, ticket_id: TicketId) -> None:
    point = shelf.do(TECHNICIAN, ticket_id, ChecklistItemAdded(text="Call her"))
    seen = point.version
    done = ChecklistItemMarked(item_id=point.id, mark=Mark.DONE)
    removed = ChecklistItemMarked(item_id=point.id, mark=Mark.REMOVED)
    shelf.do(TECHNICIAN, ticket_id, done, seen=seen)
    with pytest.raises(Refused) as caught:
        shelf.do(OTHER, ticket_id, removed, seen=seen)
    refusal = caught.value.refusal
    assert (refusal.code, refusal.theirs, refusal.yours) == (Code.CONFLICT, "done", "removed")
    assert shelf.refusal(OTHER, ticket_id, done, seen=seen) is None
    shelf.do(OTHER, ticket_id, ChecklistItemMarked(item_id=point.id, mark=Mark.OPEN))
    assert shelf.tickets[ticket_id].checklist[0].mark is Mark.OPEN


def test_time_is_corrected_by_who_spent_it_or_a_lead(shelf: Shelf, ticket_id: TicketId) -> None:
    spent = shelf.do(TECHNICIAN, ticket_id, TimeSpent(minutes=90, note="Cable"))
    right = TimeCorrected(entry_id=spent.id, minutes=30, note="Cable")
    assert shelf.refusal(OTHER, ticket_id, right) is Code.NOT_ALLOWED
    shelf.do(LEAD, ticket_id, right)
    late = TimeCorrected(entry_id=spent.id, minutes=60)
    assert shelf.refusal(TECHNICIAN, ticket_id, late, seen=spent.version) is Code.CONFLICT
    shelf.do(TECHNICIAN, ticket_id, TimeCorrected(entry_id=spent.id, minutes=0))
    [entry] = shelf.tickets[ticket_id].time_spent
    assert (entry.person_id, entry.minutes) == (TECHNICIAN.id, 0)
