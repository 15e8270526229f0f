"""What stops a clock. Office hours are 9 to 17 by Warsaw's wall."""

from dataclasses import replace

import pytest

from itdesk.domain.changes import (
    StatusChanged,
)
from itdesk.domain.sla.due import NOTHING_DUE, due_of, stamps
from itdesk.domain.status import PendingReason, Status
from tests.unit.domain.histories import REQUESTER, TECHNICIAN
from tests.unit.domain.sla.told import (
    ASK_HER,
    FIRST,
    FOR_VENDOR,
    HOUR,
    P3,
    POLICY,
    QUESTION,
    SOLVE,
    SOLVED,
    WORK_ON,
    Told,
    promises,
    taken,
    warsaw,
)


@pytest.mark.parametrize(
    ("asked", "pauses"),
    [
        (ASK_HER, True),
        (
            StatusChanged(
                to=Status.PENDING, reason=PendingReason.SCHEDULED, until=warsaw("2026-12-01 09:00")
            ),
            True,
        ),
        (FOR_VENDOR, False),
        (StatusChanged(to=Status.PENDING, reason=PendingReason.CHANGE), False),
        (StatusChanged(to=Status.PENDING, reason=PendingReason.PROBLEM), False),
    ],
)
def test_what_the_ticket_waits_for_decides(asked: StatusChanged, pauses: bool) -> None:
    told = taken("2026-11-24 09:00").then("2026-11-24 12:00", TECHNICIAN, asked)
    elapsed = told.clock(SOLVED).elapsed(warsaw("2026-11-24 14:00"))
    assert elapsed == (3 if pauses else 5) * HOUR


def test_a_policy_says_itself_what_pauses() -> None:
    told = taken("2026-11-24 09:00").then("2026-11-24 12:00", TECHNICIAN, FOR_VENDOR)
    vendor = promises(replace(POLICY, pauses=frozenset({PendingReason.VENDOR})))
    assert told.clock(SOLVED, vendor).elapsed(warsaw("2026-11-24 14:00")) == 3 * HOUR


def test_waiting_shifts_the_due_time_by_the_open_time_that_was_waited() -> None:
    told = taken("2026-11-24 09:00").then("2026-11-24 16:00", TECHNICIAN, ASK_HER)
    told.then("2026-11-25 10:00", REQUESTER, QUESTION)
    assert told.due(SOLVED) == "Wed 2026-11-25 11:00", "two hours later, not eighteen"


@pytest.mark.parametrize("ends", [SOLVE, StatusChanged(to=Status.CANCELLED, note="Twice")])
def test_what_is_over_is_not_due(ends: StatusChanged) -> None:
    told = taken("2026-11-24 09:00").then("2026-11-24 12:00", TECHNICIAN, ends)
    assert due_of(told.clocks()) == NOTHING_DUE


def test_a_spared_report_is_promised_nothing_until_it_is_opened_again() -> None:
    told = Told("2026-11-24 09:00", replace(P3, spared_by="starter-paper-jam"))
    assert due_of(told.clocks()) == NOTHING_DUE
    told.then("2026-11-24 12:00", REQUESTER, WORK_ON)
    assert told.due(FIRST) == "Tue 2026-11-24 13:00"


def test_nothing_breaks_while_it_waits_and_what_is_broken_stays_broken() -> None:
    told = taken("2026-11-24 09:00").then("2026-11-24 16:59", TECHNICIAN, ASK_HER)
    assert not [one for one in stamps(told.clocks(), warsaw("2026-12-24 12:00")) if one.target is SOLVED]
