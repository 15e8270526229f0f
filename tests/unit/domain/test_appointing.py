"""An appointment: proposed by one side, accepted or moved by the other, never by oneself."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from itdesk.domain import limits
from itdesk.domain.appointments import (
    AppointmentAccepted,
    AppointmentCancelled,
    AppointmentKind,
    AppointmentProposed,
)
from itdesk.domain.changes import Payload, StatusChanged, Undone
from itdesk.domain.ids import TicketId
from itdesk.domain.refusals import Code, Refused
from itdesk.domain.status import Status
from tests.unit.domain.histories import COLLEAGUE, LEAD, REQUESTER, START, TECHNICIAN
from tests.unit.domain.shelf import OTHER, Shelf, with_tickets

MONDAY, TUESDAY, FRIDAY = (START + timedelta(days=days) for days in (7, 8, 11))


def _visit(*times: datetime, minutes: int = 30, note: str = "") -> AppointmentProposed:
    return AppointmentProposed(kind=AppointmentKind.VISIT, times=times, minutes=minutes, note=note)


@pytest.fixture
def shelf() -> Shelf:
    """One ticket."""
    return with_tickets([REQUESTER])


@pytest.fixture
def ticket_id(shelf: Shelf) -> TicketId:
    """Its id."""
    return next(iter(shelf.tickets))


def test_one_side_proposes_the_other_accepts_or_proposes_others(shelf: Shelf, ticket_id: TicketId) -> None:
    assert shelf.refusal(REQUESTER, ticket_id, _visit(MONDAY)) is Code.NOT_ALLOWED
    shelf.do(TECHNICIAN, ticket_id, _visit(MONDAY, TUESDAY))
    assert shelf.refusal(OTHER, ticket_id, AppointmentAccepted(begins=MONDAY)) is Code.NOT_ALLOWED
    assert shelf.refusal(COLLEAGUE, ticket_id, AppointmentAccepted(begins=MONDAY)) is Code.NOT_ALLOWED
    assert shelf.refusal(REQUESTER, ticket_id, AppointmentAccepted(begins=FRIDAY)) is Code.UNKNOWN_ENTRY
    shelf.do(REQUESTER, ticket_id, _visit(FRIDAY, note="I am away"))
    assert shelf.refusal(REQUESTER, ticket_id, AppointmentAccepted(begins=FRIDAY)) is Code.NOT_ALLOWED
    in_warsaw = FRIDAY.astimezone(timezone(timedelta(hours=1)))
    shelf.do(OTHER, ticket_id, AppointmentAccepted(begins=in_warsaw))
    appointment = shelf.tickets[ticket_id].appointment
    assert appointment is not None
    assert (appointment.accepted, appointment.by_staff, appointment.note) == (FRIDAY, False, "I am away")
    shelf.do(REQUESTER, ticket_id, AppointmentCancelled(note="Solved"))
    assert shelf.refusal(TECHNICIAN, ticket_id, AppointmentCancelled()) is Code.UNKNOWN_ENTRY
    assert shelf.refusal(OTHER, ticket_id, AppointmentAccepted(begins=FRIDAY)) is Code.UNKNOWN_ENTRY


def test_who_accepts_what_was_moved_meanwhile_is_told_both(shelf: Shelf, ticket_id: TicketId) -> None:
    proposed = shelf.do(TECHNICIAN, ticket_id, _visit(MONDAY, TUESDAY))
    shelf.do(TECHNICIAN, ticket_id, _visit(TUESDAY))
    with pytest.raises(Refused) as caught:
        shelf.do(REQUESTER, ticket_id, AppointmentAccepted(begins=MONDAY), seen=proposed.version)
    refusal = caught.value.refusal
    assert (refusal.code, refusal.theirs, refusal.yours) == (
        Code.CONFLICT,
        "2026-01-13 08:00 UTC",
        "2026-01-12 08:00 UTC",
    )


def test_it_takes_its_proposal_back(shelf: Shelf, ticket_id: TicketId) -> None:
    first = shelf.do(TECHNICIAN, ticket_id, _visit(MONDAY))
    second = shelf.do(TECHNICIAN, ticket_id, _visit(TUESDAY))
    shelf.do(TECHNICIAN, ticket_id, Undone(event_id=second.id))
    appointment = shelf.tickets[ticket_id].appointment
    assert appointment is not None
    assert appointment.times == (MONDAY,)
    assert shelf.refusal(LEAD, ticket_id, Undone(event_id=first.id)) is Code.CANNOT_BE_UNDONE


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (_visit(), Code.OUT_OF_RANGE),
        (_visit(MONDAY, MONDAY), Code.OUT_OF_RANGE),
        (_visit(*(MONDAY + timedelta(hours=n) for n in range(6))), Code.OUT_OF_RANGE),
        (_visit(MONDAY, minutes=4), Code.OUT_OF_RANGE),
        (_visit(MONDAY, minutes=limits.MINUTES_A_DAY), None),
        (_visit(START), Code.OUT_OF_RANGE),
        (_visit(datetime(2199, 1, 1, tzinfo=UTC)), Code.OUT_OF_RANGE),
        (_visit(datetime(2026, 1, 12)), Code.BAD_SHAPE),  # noqa: DTZ001
        (AppointmentAccepted(begins=datetime(2026, 1, 12)), Code.BAD_SHAPE),  # noqa: DTZ001
        (_visit(MONDAY, note="x" * 201), Code.TEXT_TOO_LONG),
    ],
)
def test_times_are_to_come_and_have_a_zone(
    shelf: Shelf, ticket_id: TicketId, payload: Payload, code: Code | None
) -> None:
    assert shelf.refusal(TECHNICIAN, ticket_id, payload) is code


def test_nothing_is_arranged_for_what_is_over(shelf: Shelf, ticket_id: TicketId) -> None:
    shelf.do(TECHNICIAN, ticket_id, StatusChanged(to=Status.RESOLVED, note="Done"))
    assert shelf.refusal(TECHNICIAN, ticket_id, _visit(MONDAY)) is Code.ILLEGAL_TRANSITION
