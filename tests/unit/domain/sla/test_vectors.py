"""The cases in which other help desks count wrongly. All times are of Warsaw's wall.

November 2026: the 11th is a Wednesday and a holiday; the 27th is a Friday. Office hours are 9 to 17.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from itdesk.domain.calendar_rules import BadCalendar, check_calendar
from itdesk.domain.changes import (
    FixConfirmed,
)
from itdesk.domain.people import SYSTEM_ACTOR
from itdesk.domain.sla.clock import Phase
from itdesk.domain.sla.due import NOTHING_DUE, due_of, stamps
from tests.unit.domain.histories import REQUESTER, TECHNICIAN
from tests.unit.domain.sla.told import (
    ALWAYS,
    ASK_HER,
    CRITICAL,
    FIRST,
    HOUR,
    NEXT,
    NIGHT,
    OFFICE,
    P3,
    QUESTION,
    REPLY,
    SOLVE,
    SOLVED,
    Told,
    policy,
    promises,
    taken,
    warsaw,
)


def test_friday_16_50_and_a_target_of_one_day() -> None:
    """Ten minutes of eight hours on Friday, the rest on Monday; never 24 hours."""
    assert Told("2026-11-27 16:50", P3).due(SOLVED) == "Mon 2026-11-30 16:50"


def test_pending_from_friday_17_00_to_monday_09_00_adds_nothing() -> None:
    told = taken("2026-11-27 12:00")
    before = told.due(SOLVED)
    told.then("2026-11-27 17:00", TECHNICIAN, ASK_HER).then("2026-11-30 09:00", REQUESTER, QUESTION)
    assert told.due(SOLVED) == before == "Mon 2026-11-30 12:00"
    assert told.clock(SOLVED).paused(warsaw("2026-11-30 12:00")) == timedelta()


def test_priority_3_becomes_1_while_pending() -> None:
    """What was used up and what was waited are kept; nothing breaks while it waits."""
    told = taken("2026-11-23 09:00").then("2026-11-23 14:00", TECHNICIAN, ASK_HER)
    told.then("2026-11-23 15:00", TECHNICIAN, CRITICAL)
    clock = told.clock(SOLVED)
    assert clock.elapsed(warsaw("2026-11-25 12:00")) == 5 * HOUR, "a priority 1 has four"
    assert told.due(SOLVED) is None
    assert not list(stamps(told.clocks(), warsaw("2026-11-25 12:00")))
    told.then("2026-11-24 10:00", REQUESTER, QUESTION)
    assert told.due(SOLVED) == "Tue 2026-11-24 10:00", "it breaks when the clock runs again"
    assert told.clock(SOLVED).paused(warsaw("2026-11-25 12:00")) == 4 * HOUR


def test_resolved_and_reopened_after_3_days() -> None:
    """The same promise goes on; the time for which it was solved is neither used up nor waited."""
    told = taken("2026-11-23 09:00").then("2026-11-23 12:00", TECHNICIAN, SOLVE)
    assert told.due(SOLVED) is None
    told.then("2026-11-26 10:00", REQUESTER, FixConfirmed(works=False))
    assert told.due(SOLVED) == "Thu 2026-11-26 15:00"
    clock = told.clock(SOLVED)
    assert clock.elapsed(warsaw("2026-11-26 11:00")) == 4 * HOUR
    assert clock.paused(warsaw("2026-11-26 11:00")) == timedelta()
    assert [one.phase for one in clock.stretches] == [Phase.RUNNING, Phase.SOLVED, Phase.RUNNING]
    assert told.ticket is not None
    assert told.ticket.standing.reopened == 1


def test_a_holiday_on_monday() -> None:
    """Easter Monday 2026 is 6 April."""
    assert Told("2026-04-03 16:50", P3).due(SOLVED) == "Tue 2026-04-07 16:50"
    own = replace(OFFICE, closed_days=(date(2026, 11, 30),))
    promised = promises(calendars=(own,))
    assert Told("2026-11-27 16:50", P3).due(SOLVED, promised) == "Tue 2026-12-01 16:50"


def test_a_holiday_on_a_weekend_takes_nothing_away() -> None:
    """15 August 2026 is a Saturday, 1 November a Sunday."""
    assert Told("2026-08-14 16:50", P3).due(SOLVED) == "Mon 2026-08-17 16:50"
    assert Told("2026-10-30 16:50", P3).due(SOLVED) == "Mon 2026-11-02 16:50"


@pytest.mark.parametrize(
    ("opened", "due"),
    [
        ("2026-10-24 12:00", "Sun 2026-10-25 11:00"),  # 25 hours
        ("2026-03-28 12:00", "Sun 2026-03-29 13:00"),  # 23 hours
        ("2026-10-25 12:00", "Mon 2026-10-26 12:00"),
    ],
)
def test_a_sunday_on_which_the_clock_is_changed_around_the_clock(opened: str, due: str) -> None:
    """A day of a calendar that never closes is 24 hours that have passed, whatever the wall shows."""
    assert Told(opened, P3).due(SOLVED, promises(policy(ALWAYS))) == due


def test_both_nights_in_which_the_clock_is_changed_at_night_work() -> None:
    night = promises(policy(NIGHT))
    assert Told("2026-10-24 21:00", P3).due(SOLVED, night) == "Sun 2026-10-25 05:00", "eight hours of nine"
    assert Told("2026-03-28 21:00", P3).due(SOLVED, night) == "Sun 2026-03-29 23:00", "seven, and one more"


def test_a_reply_outside_the_hours_counts_when_it_comes() -> None:
    told = taken("2026-11-27 16:30").then("2026-11-27 19:00", TECHNICIAN, REPLY)
    clock = told.clock(FIRST)
    assert clock.ended_at == warsaw("2026-11-27 19:00")
    assert clock.elapsed(warsaw("2026-12-24 12:00")) == HOUR / 2
    told.then("2026-11-28 11:00", REQUESTER, QUESTION)
    assert told.due(NEXT) == "Mon 2026-11-30 13:00", "a question on Saturday begins on Monday"


def test_a_calendar_that_is_edited_after_a_breach_takes_nothing_back() -> None:
    told = taken("2026-11-24 09:00").then("2026-11-24 09:10", TECHNICIAN, REPLY)
    due_at = told.clock(SOLVED).due_at
    assert due_at == warsaw("2026-11-24 17:00")
    (breach,) = stamps(told.clocks(), due_at)
    told.then("2026-11-24 17:00", SYSTEM_ACTOR, breach)
    holiday = promises(calendars=(replace(OFFICE, closed_days=(date(2026, 11, 24),)),))
    assert told.due(SOLVED, holiday) == "Tue 2026-11-24 17:00"
    told.then("2026-11-25 10:00", TECHNICIAN, ASK_HER)
    for promised in (holiday, promises()):
        assert told.clock(SOLVED, promised).broken_at == due_at
        assert not list(stamps(told.clocks(promised), due_at + 900 * HOUR))


def test_created_outside_the_hours_begins_when_it_opens() -> None:
    assert Told("2026-11-25 06:00", P3).due(SOLVED) == "Wed 2026-11-25 17:00"
    assert Told("2026-11-25 20:00", P3).due(FIRST) == "Thu 2026-11-26 10:00"
    assert Told("2026-11-28 12:00", P3).due(FIRST) == "Mon 2026-11-30 10:00"


def test_created_and_solved_outside_the_hours_took_no_time() -> None:
    told = taken("2026-11-28 12:00").then("2026-11-28 13:00", TECHNICIAN, SOLVE)
    assert told.clock(SOLVED).elapsed(warsaw("2026-12-01 12:00")) == timedelta()


def test_hours_across_midnight() -> None:
    told = Told("2026-11-26 23:00", P3)
    assert told.due(SOLVED, promises(policy(NIGHT))) == "Fri 2026-11-27 23:00"
    assert told.due(FIRST, promises(policy(NIGHT))) == "Fri 2026-11-27 00:00"


def test_a_calendar_of_no_length_is_rejected() -> None:
    with pytest.raises(BadCalendar):
        check_calendar(replace(OFFICE, hours=()))
    broken = promises(calendars=(replace(OFFICE, hours=()),))
    assert not broken
    assert due_of(Told("2026-11-26 09:00", P3).clocks(broken)) == NOTHING_DUE
