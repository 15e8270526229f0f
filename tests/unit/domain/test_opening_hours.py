"""When the helpdesk is open: by the clock on its wall, also when that clock is changed."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.documents import Helpdesk, OpenHours
from itdesk.domain.opening_hours import (
    is_open,
    open_minutes,
    open_until,
    opens_next,
    spans,
    tells_hours,
)

WARSAW = ZoneInfo("Europe/Warsaw")
EIGHT, FOUR = time(8), time(16)
OFFICE = Helpdesk(
    zone="Europe/Warsaw",
    hours=tuple(OpenHours(weekday=day, opens=EIGHT, closes=FOUR) for day in range(5)),
    closed_days=(date(2026, 11, 11),),
)
ALWAYS = Helpdesk(
    zone="Europe/Warsaw",
    hours=tuple(OpenHours(weekday=day, opens=time(), closes=time()) for day in range(7)),
)
WEEK = timedelta(days=7)


def warsaw(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=WARSAW)  # type: ignore[arg-type,misc]


def test_a_working_day() -> None:
    wednesday = warsaw(2026, 11, 25, 9, 40)
    assert is_open(OFFICE, wednesday)
    assert open_until(OFFICE, wednesday) == warsaw(2026, 11, 25, 16)
    assert opens_next(OFFICE, wednesday) == warsaw(2026, 11, 26, 8)


def test_it_opens_on_the_minute_and_closes_on_the_minute() -> None:
    assert is_open(OFFICE, warsaw(2026, 11, 25, 8))
    assert not is_open(OFFICE, warsaw(2026, 11, 25, 7, 59))
    assert not is_open(OFFICE, warsaw(2026, 11, 25, 16))
    assert open_until(OFFICE, warsaw(2026, 11, 25, 16)) is None


def test_friday_evening_opens_on_monday_and_a_closed_day_is_passed_over() -> None:
    assert opens_next(OFFICE, warsaw(2026, 11, 27, 16)) == warsaw(2026, 11, 30, 8)
    assert not is_open(OFFICE, warsaw(2026, 11, 11, 10))
    assert opens_next(OFFICE, warsaw(2026, 11, 10, 17)) == warsaw(2026, 11, 12, 8)


def test_the_wall_counts_in_summer_and_in_winter() -> None:
    assert opens_next(OFFICE, datetime(2026, 7, 1, 0, tzinfo=UTC)) == datetime(2026, 7, 1, 6, tzinfo=UTC)
    assert opens_next(OFFICE, datetime(2026, 12, 1, 0, tzinfo=UTC)) == datetime(2026, 12, 1, 7, tzinfo=UTC)


def test_always_open_never_closes_and_never_opens() -> None:
    now = warsaw(2026, 3, 29, 1)
    assert is_open(ALWAYS, now)
    assert open_until(ALWAYS, now) is None
    assert opens_next(ALWAYS, now) is None


def test_a_night_in_which_the_clock_is_changed() -> None:
    night = Helpdesk(zone="Europe/Warsaw", hours=(OpenHours(weekday=6, opens=time(1), closes=time(4)),))
    spring, autumn = warsaw(2026, 3, 29, 0), warsaw(2026, 10, 25, 0)
    assert open_minutes(night, spring, spring + timedelta(days=1)) == 2 * 60
    assert open_minutes(night, autumn, autumn + timedelta(days=1)) == 4 * 60


def test_an_hour_that_comes_twice_is_open_twice() -> None:
    night = Helpdesk(zone="Europe/Warsaw", hours=(OpenHours(weekday=6, opens=time(2), closes=time(2, 30)),))
    first = warsaw(2026, 10, 25, 2)
    assert open_until(night, first) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_of_no_hours_and_of_an_unknown_zone_nothing_is_said() -> None:
    now = warsaw(2026, 11, 25, 9)
    for untold in (Helpdesk(), Helpdesk(zone="Mars/Olympus", hours=OFFICE.hours)):
        assert not tells_hours(untold)
        assert not is_open(untold, now)
        assert opens_next(untold, now) is None


def test_minutes_outside_the_hours_do_not_count() -> None:
    friday, monday = warsaw(2026, 11, 27, 15, 30), warsaw(2026, 11, 30, 8, 15)
    assert open_minutes(OFFICE, friday, monday) == 45


HOURS = some.builds(OpenHours, weekday=some.integers(0, 6), opens=some.times(), closes=some.times())
DESKS = some.builds(
    Helpdesk,
    zone=some.sampled_from(["Europe/Warsaw", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]),
    hours=some.lists(HOURS, max_size=6).map(tuple),
    closed_days=some.lists(some.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=5).map(tuple),
)
MOMENTS = some.timedeltas(timedelta(), timedelta(days=700)).map(
    lambda after: datetime(2026, 1, 1, tzinfo=UTC) + after
)


@given(DESKS, MOMENTS)
def test_the_spans_follow_each_other_with_breaks_and_the_answers_agree(desk: Helpdesk, now: datetime) -> None:
    found = [span for span in spans(desk, now) if span.start < now + 2 * WEEK]
    assert all(span.start < span.end for span in found)
    assert all(one.end < two.start for one, two in pairwise(found))
    until, opens = open_until(desk, now), opens_next(desk, now)
    assert (until is None) or (until > now and not is_open(desk, until))
    assert (opens is None) or (opens > now and is_open(desk, opens))
    assert opens is None or not is_open(desk, opens - timedelta(microseconds=1))


@given(DESKS, MOMENTS, some.timedeltas(timedelta(), WEEK), some.timedeltas(timedelta(), WEEK))
def test_open_minutes_add_up_and_are_never_more_than_there_are(
    desk: Helpdesk, start: datetime, first: timedelta, second: timedelta
) -> None:
    middle, end = start + first, start + first + second
    whole = open_minutes(desk, start, end)
    assert 0 <= whole <= (end - start).total_seconds() / 60 + 1e-6
    assert abs(whole - open_minutes(desk, start, middle) - open_minutes(desk, middle, end)) < 1e-6
