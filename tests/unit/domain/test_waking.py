"""When the house does something with a ticket by itself: business days, and a look that is never late."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from itdesk.domain.business_days import business_days_after, open_from
from itdesk.domain.documents import Helpdesk, OpenHours
from itdesk.domain.opening_hours import OpenTime
from itdesk.domain.status import PendingReason, Standing, Status
from itdesk.domain.ticket import Ticket
from itdesk.domain.waking import deeds, due_at, wakes_at
from tests.unit.domain.histories import opened

FRIDAY = datetime(2026, 3, 27, 15, 30, tzinfo=UTC)
"""Two days before the clocks in Warsaw are put forward."""
WARSAW = Helpdesk(
    zone="Europe/Warsaw",
    hours=tuple(OpenHours(weekday=day, opens=time(8), closes=time(16)) for day in range(5)),
)
ALWAYS = replace(WARSAW, hours=tuple(OpenHours(weekday=day, opens=time(), closes=time()) for day in range(7)))
some_times = some.integers(0, 3 * 365 * 24 * 60).map(lambda minutes: FRIDAY + timedelta(minutes=minutes))
some_hours = some.builds(
    OpenHours, weekday=some.integers(0, 6), opens=some.times(), closes=some.times() | some.just(time())
)
some_helpdesks = some.builds(
    Helpdesk,
    zone=some.sampled_from(["Europe/Warsaw", "UTC", "America/New_York", "Pacific/Apia", "Nowhere/Land"]),
    hours=some.lists(some_hours, max_size=6).map(tuple),
    closed_days=some.lists(some.dates(date(2025, 1, 1), date(2028, 1, 1)), max_size=5).map(tuple),
)


@pytest.mark.parametrize(
    ("helpdesk", "days", "end"),
    [
        (WARSAW, 1, datetime(2026, 3, 30, 14, 30, tzinfo=UTC)),
        (WARSAW, 7, datetime(2026, 4, 7, 14, 30, tzinfo=UTC)),
        (replace(WARSAW, closed_days=(date(2026, 4, 6),)), 7, datetime(2026, 4, 8, 14, 30, tzinfo=UTC)),
        (ALWAYS, 2, datetime(2026, 3, 29, 14, 30, tzinfo=UTC)),
        (Helpdesk(), 7, FRIDAY + timedelta(days=7)),
        (replace(WARSAW, zone="Nowhere/Land"), 7, FRIDAY + timedelta(days=7)),
    ],
)
def test_days_on_which_it_is_open_are_counted_by_the_wall_clock(
    helpdesk: Helpdesk, days: int, end: datetime
) -> None:
    assert business_days_after(helpdesk, FRIDAY, days) == end


def test_hours_across_midnight_open_both_days() -> None:
    nights = replace(
        WARSAW,
        hours=(
            OpenHours(weekday=4, opens=time(22), closes=time()),
            OpenHours(weekday=5, opens=time(), closes=time(6)),
        ),
    )
    friday = datetime(2026, 2, 6, 9, tzinfo=UTC)
    assert business_days_after(nights, friday, 1) == friday + timedelta(days=1)
    assert business_days_after(nights, friday, 2) == friday + timedelta(days=7)


@given(some_helpdesks, some_times, some.integers(1, 10))
def test_so_many_open_days_are_at_least_so_many_days(helpdesk: Helpdesk, start: datetime, days: int) -> None:
    end = business_days_after(helpdesk, start, days)
    assert end >= start + timedelta(days=days, hours=-2)
    assert business_days_after(helpdesk, start, days + 1) > end


@given(some_helpdesks, some_times)
def test_what_has_to_wait_for_it_to_open_waits_until_it_opens(helpdesk: Helpdesk, at: datetime) -> None:
    opens = open_from(helpdesk, at)
    assert opens >= at
    assert opens == at or OpenTime(helpdesk).is_open(opens)


def _standing(status: Status, at: datetime, **details: object) -> Ticket:
    ticket, _ = opened()
    return replace(ticket, standing=Standing(status, **details), updated_at=at)  # type: ignore[arg-type]


some_tickets = some.one_of(
    some.builds(_standing, some.sampled_from(Status), some_times),
    some.builds(_standing, some.just(Status.RESOLVED), some_times, resolved_at=some_times),
    some.builds(
        _standing,
        some.just(Status.PENDING),
        some_times,
        reason=some.sampled_from(PendingReason),
        until=some.none() | some_times,
        reminded=some.integers(0, 3),
    ),
)


@example(_standing(Status.RESOLVED, FRIDAY, resolved_at=FRIDAY), ALWAYS)
@given(some_tickets, some_helpdesks)
@settings(deadline=None)  # a calendar may be read for fifty years ahead
def test_a_ticket_is_looked_at_before_its_time_whatever_the_calendar_says(
    ticket: Ticket, helpdesk: Helpdesk
) -> None:
    due, wakes = due_at(ticket, helpdesk), wakes_at(ticket)
    assert (due is None) == (wakes is None)
    if due is not None and wakes is not None:
        assert wakes <= due
        assert deeds(ticket)
