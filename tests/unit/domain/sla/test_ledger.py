"""The account of a due time: every interval, what the clock did, and why."""

from datetime import date, timedelta

from itdesk.domain.changes import FixConfirmed, StatusChanged
from itdesk.domain.sla.ledger import Entered, Line, ledger
from itdesk.domain.status import PendingReason, Status
from tests.unit.domain.histories import REQUESTER, TECHNICIAN
from tests.unit.domain.sla.told import (
    ASK_HER,
    CRITICAL,
    FOR_VENDOR,
    PLANNING,
    QUESTION,
    SOLVE,
    SOLVED,
    WARSAW,
    Told,
    taken,
    warsaw,
)

RUNNING, CLOSED, PAUSED = Entered.RUNNING, Entered.CLOSED, Entered.PAUSED
HOUR = timedelta(hours=1)


def account(told: Told, until: str | None = None) -> list[tuple[str, Entered, float]]:
    """Return each line of the resolution's account: when it ends, what it is, the hours used up by then."""
    clock = told.clock(SOLVED)
    at = clock.due_at if until is None else warsaw(until)
    assert at is not None
    return [(_wall(line), line.entered, line.total / HOUR) for line in ledger(clock, at)]


def _wall(line: Line) -> str:
    return line.end.astimezone(WARSAW).strftime("%d %H:%M")


def test_the_account_of_a_due_time_ends_with_all_used_up() -> None:
    told = taken("2026-11-27 16:50")
    assert account(told) == [
        ("27 17:00", RUNNING, 1 / 6),
        ("30 09:00", CLOSED, 1 / 6),
        ("30 16:50", RUNNING, 8),
    ]
    last = ledger(told.clock(SOLVED), warsaw("2026-11-30 16:50"))[-1]
    assert last.total == last.limit == 8 * HOUR


def test_waiting_and_being_solved_are_told_apart() -> None:
    told = taken("2026-11-24 09:00").then("2026-11-24 10:00", TECHNICIAN, ASK_HER)
    told.then("2026-11-24 12:00", REQUESTER, QUESTION).then("2026-11-24 13:00", TECHNICIAN, SOLVE)
    told.then("2026-11-24 15:00", REQUESTER, FixConfirmed(works=False))
    assert account(told, "2026-11-24 16:00") == [
        ("24 10:00", RUNNING, 1),
        ("24 12:00", PAUSED, 1),
        ("24 13:00", RUNNING, 2),
        ("24 15:00", Entered.SOLVED, 2),
        ("24 16:00", RUNNING, 3),
    ]
    waited = ledger(told.clock(SOLVED), warsaw("2026-11-24 16:00"))[1]
    assert (waited.reason, waited.counted) == (PendingReason.USER, 2 * HOUR)


def test_waiting_that_does_not_pause_says_what_for() -> None:
    told = taken("2026-11-24 09:00").then("2026-11-24 10:00", TECHNICIAN, FOR_VENDOR)
    told.then("2026-11-24 11:00", TECHNICIAN, StatusChanged(to=Status.OPEN))
    lines = ledger(told.clock(SOLVED), warsaw("2026-11-24 12:00"))
    assert [(line.entered, line.reason) for line in lines] == [
        (RUNNING, None),
        (RUNNING, PendingReason.VENDOR),
        (RUNNING, None),
    ]


def test_a_closed_interval_names_the_days_that_were_closed_besides() -> None:
    """The 11th is a holiday, a Wednesday; a weekend needs no reason."""
    holiday = ledger(taken("2026-11-10 16:00").clock(SOLVED), warsaw("2026-11-12 12:00"))
    assert [line.closed_days for line in holiday] == [(), (date(2026, 11, 11),), ()]
    weekend = ledger(taken("2026-11-27 16:00").clock(SOLVED), warsaw("2026-11-30 12:00"))
    assert [line.closed_days for line in weekend] == [(), (), ()]


def test_a_priority_that_is_promised_nothing_is_told_so() -> None:
    told = Told("2026-11-24 09:00").then("2026-11-24 10:00", TECHNICIAN, PLANNING)
    told.then("2026-11-24 12:00", TECHNICIAN, CRITICAL)
    assert account(told, "2026-11-24 13:00") == [
        ("24 10:00", RUNNING, 1),
        ("24 12:00", Entered.NOT_PROMISED, 1),
        ("24 13:00", RUNNING, 2),
    ]
