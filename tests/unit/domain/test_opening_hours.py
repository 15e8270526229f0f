"""When the helpdesk is open: by the clock on its wall, also when that clock is changed."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from itdesk.domain.documents import Calendar, Helpdesk, OpenHours
from itdesk.domain.ids import CalendarId
from itdesk.domain.opening_hours import OpenTime, day_length
from tests.unit.domain.wall import MINUTE, open_minutes_of

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
    assert OpenTime(OFFICE).is_open(wednesday)
    assert OpenTime(OFFICE).open_until(wednesday) == warsaw(2026, 11, 25, 16)
    assert OpenTime(OFFICE).opens_next(wednesday) == warsaw(2026, 11, 26, 8)


def test_it_opens_on_the_minute_and_closes_on_the_minute() -> None:
    assert OpenTime(OFFICE).is_open(warsaw(2026, 11, 25, 8))
    assert not OpenTime(OFFICE).is_open(warsaw(2026, 11, 25, 7, 59))
    assert not OpenTime(OFFICE).is_open(warsaw(2026, 11, 25, 16))
    assert OpenTime(OFFICE).open_until(warsaw(2026, 11, 25, 16)) is None


def test_friday_evening_opens_on_monday_and_a_closed_day_is_passed_over() -> None:
    assert OpenTime(OFFICE).opens_next(warsaw(2026, 11, 27, 16)) == warsaw(2026, 11, 30, 8)
    assert not OpenTime(OFFICE).is_open(warsaw(2026, 11, 11, 10))
    assert OpenTime(OFFICE).opens_next(warsaw(2026, 11, 10, 17)) == warsaw(2026, 11, 12, 8)


def test_the_wall_counts_in_summer_and_in_winter() -> None:
    summer, winter = datetime(2026, 7, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)
    assert OpenTime(OFFICE).opens_next(summer) == summer.replace(hour=6)
    assert OpenTime(OFFICE).opens_next(winter) == winter.replace(hour=7)


def test_always_open_never_closes_and_never_opens() -> None:
    now = warsaw(2026, 3, 29, 1)
    assert OpenTime(ALWAYS).is_open(now)
    assert OpenTime(ALWAYS).open_until(now) is None
    assert OpenTime(ALWAYS).opens_next(now) is None


def test_a_night_in_which_the_clock_is_changed() -> None:
    night = Helpdesk(zone="Europe/Warsaw", hours=(OpenHours(weekday=6, opens=time(1), closes=time(4)),))
    spring, autumn = warsaw(2026, 3, 29, 0), warsaw(2026, 10, 25, 0)
    assert OpenTime(night).elapsed(spring, spring + timedelta(days=1)) == timedelta(hours=2)
    assert OpenTime(night).elapsed(autumn, autumn + timedelta(days=1)) == timedelta(hours=4)


def test_an_hour_that_comes_twice_is_open_twice() -> None:
    night = Helpdesk(zone="Europe/Warsaw", hours=(OpenHours(weekday=6, opens=time(2), closes=time(2, 30)),))
    first = warsaw(2026, 10, 25, 2)
    assert OpenTime(night).open_until(first) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_of_no_hours_and_of_an_unknown_zone_nothing_is_said() -> None:
    now = warsaw(2026, 11, 25, 9)
    for untold in (Helpdesk(), Helpdesk(zone="Mars/Olympus", hours=OFFICE.hours)):
        assert not OpenTime(untold).is_told
        assert not OpenTime(untold).is_open(now)
        assert OpenTime(untold).opens_next(now) is None


def test_minutes_outside_the_hours_do_not_count() -> None:
    friday, monday = warsaw(2026, 11, 27, 15, 30), warsaw(2026, 11, 30, 8, 15)
    assert OpenTime(OFFICE).elapsed(friday, monday) == timedelta(minutes=45)


def warsaw_hours(*listed: tuple[int, str, str], closed: tuple[date, ...] = ()) -> OpenTime:
    hours = tuple(
        OpenHours(weekday=day, opens=time.fromisoformat(opens), closes=time.fromisoformat(closes))
        for day, opens, closes in listed
    )
    return OpenTime(
        Calendar(id=CalendarId("c"), name={}, zone="Europe/Warsaw", hours=hours, closed_days=closed)
    )


SUNDAY = 6


@pytest.mark.parametrize(
    ("opens", "closes", "minutes"),
    [
        ("01:00", "02:30", 60),  # the wall goes from 01:59 to 03:00
        ("02:30", "04:00", 60),
        ("02:10", "02:50", 0),
        ("00:00", "00:00", 23 * 60),
    ],
)
def test_in_the_night_of_23_hours_what_the_wall_skips_is_not_there(
    opens: str, closes: str, minutes: int
) -> None:
    time = warsaw_hours((SUNDAY, opens, closes))
    spring = warsaw(2026, 3, 29)
    assert time.elapsed(spring, warsaw(2026, 3, 30, 12)) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("opens", "closes", "minutes"),
    [
        ("01:00", "02:00", 60),  # closed before the wall is turned back
        ("01:00", "02:30", 150),
        ("02:30", "04:00", 150),
        ("03:00", "04:00", 60),
        ("00:00", "00:00", 25 * 60),
    ],
)
def test_in_the_night_of_25_hours_an_hour_comes_twice(opens: str, closes: str, minutes: int) -> None:
    time = warsaw_hours((SUNDAY, opens, closes))
    autumn = warsaw(2026, 10, 25)
    assert time.elapsed(autumn, warsaw(2026, 10, 26, 12)) == timedelta(minutes=minutes)


def test_hours_across_midnight_belong_to_the_day_on_which_they_open() -> None:
    night = ((4, "22:00", "06:00"),)
    friday = warsaw(2026, 11, 27, 12)
    assert warsaw_hours(*night).opens_next(friday) == warsaw(2026, 11, 27, 22)
    assert warsaw_hours(*night).open_until(warsaw(2026, 11, 28, 1)) == warsaw(2026, 11, 28, 6)
    assert warsaw_hours(*night, closed=(date(2026, 11, 28),)).is_open(warsaw(2026, 11, 28, 1))
    assert not warsaw_hours(*night, closed=(date(2026, 11, 27),)).is_open(warsaw(2026, 11, 28, 1))


def test_a_night_over_the_new_year_is_one() -> None:
    time = warsaw_hours((3, "22:00", "06:00"))
    assert time.open_until(warsaw(2026, 12, 31, 23)) == warsaw(2027, 1, 1, 6)
    assert time.elapsed(warsaw(2026, 12, 31, 22), warsaw(2027, 1, 1, 7)) == timedelta(hours=8)
    assert time.after(warsaw(2026, 12, 31, 22), timedelta(hours=5)) == warsaw(2027, 1, 1, 3)


def test_a_working_day_is_as_long_as_most_of_them() -> None:
    def hours(*lengths: tuple[int, int]) -> tuple[OpenHours, ...]:
        return tuple(OpenHours(weekday=day, opens=time(8), closes=time(8 + n)) for day, n in lengths)

    assert day_length(hours((0, 8), (1, 8), (2, 6))) == timedelta(hours=8)
    assert day_length(hours((0, 8), (1, 6))) == timedelta(hours=8), "of two, the longer"
    morning = OpenHours(weekday=0, opens=time(6), closes=time(7))
    assert day_length((morning, *hours((0, 8)))) == timedelta(hours=9), "all hours of a day together"
    assert day_length(ALWAYS.hours) == timedelta(days=1)
    assert day_length(()) == timedelta()


def test_a_calendar_that_never_opens_reaches_nothing() -> None:
    never = OpenTime(Helpdesk(zone="Europe/Warsaw"))
    now = warsaw(2026, 11, 25)
    assert never.after(now, timedelta(minutes=1)) is None
    assert never.first_open(now) is None


@pytest.mark.parametrize("year", [1, 2, 9998, 9999])
def test_at_the_ends_of_time_nothing_breaks(year: int) -> None:
    at = datetime(year, 1, 1, 12, tzinfo=UTC)
    for asked in (OFFICE, ALWAYS):
        OpenTime(asked).open_until(at)
        OpenTime(asked).opens_next(at)
        OpenTime(asked).after(at, timedelta(days=400))


HOURS = some.builds(OpenHours, weekday=some.integers(0, 6), opens=some.times(), closes=some.times())
WHOLE_MINUTES = some.integers(0, 24 * 60 - 1).map(lambda minute: time(minute // 60, minute % 60))
HOURS_OF_MINUTES = some.builds(
    OpenHours, weekday=some.integers(0, 6), opens=WHOLE_MINUTES, closes=WHOLE_MINUTES
)
ZONES = some.sampled_from(
    ["Europe/Warsaw", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Havana"]
)
CLOSED = some.lists(some.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=5).map(tuple)
DESKS = some.builds(Helpdesk, zone=ZONES, hours=some.lists(HOURS, max_size=6).map(tuple), closed_days=CLOSED)
MOMENTS = some.timedeltas(timedelta(), timedelta(days=700)).map(
    lambda after: datetime(2026, 1, 1, tzinfo=UTC) + after
)


@given(DESKS, MOMENTS)
def test_the_spans_follow_each_other_with_breaks_and_the_answers_agree(desk: Helpdesk, now: datetime) -> None:
    time = OpenTime(desk)
    found = list(time.spans(now, now + 2 * WEEK))
    assert all(span.start < span.end for span in found)
    assert all(one.end < two.start for one, two in pairwise(found))
    until, opens = time.open_until(now), time.opens_next(now)
    assert (until is None) or (until > now and not time.is_open(until))
    assert (opens is None) or (opens > now and time.is_open(opens))
    assert opens is None or not time.is_open(opens - timedelta(microseconds=1))
    assert time.first_open(now) == (now if time.is_open(now) else opens)


@given(DESKS, MOMENTS, some.timedeltas(timedelta(), WEEK), some.timedeltas(timedelta(), WEEK))
def test_open_time_adds_up_and_is_never_more_than_there_is(
    desk: Helpdesk, start: datetime, first: timedelta, second: timedelta
) -> None:
    time = OpenTime(desk)
    middle, end = start + first, start + first + second
    assert timedelta() <= time.elapsed(start, end) <= end - start
    assert time.elapsed(start, end) == time.elapsed(start, middle) + time.elapsed(middle, end)


@given(DESKS, MOMENTS, some.timedeltas(timedelta(microseconds=1), timedelta(days=30)))
def test_after_is_the_first_moment_at_which_so_much_has_elapsed(
    desk: Helpdesk, start: datetime, length: timedelta
) -> None:
    time = OpenTime(desk)
    reached = time.after(start, length)
    if reached is None:  # also where it is open for some seconds a week: that is never, as people count
        assert time.elapsed(start, start + timedelta(days=365)) < length
        return
    assert time.elapsed(start, reached) == length
    assert time.elapsed(start, reached - timedelta(microseconds=1)) < length


FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
NEAR_A_CHANGED_CLOCK = some.sampled_from(
    [date(2026, 3, 29), date(2026, 10, 25), date(2026, 3, 8), date(2026, 11, 1), date(2026, 4, 5)]
)
SOME_DAYS = NEAR_A_CHANGED_CLOCK | some.dates(FIRST + timedelta(days=7), LAST - timedelta(days=7))


@settings(max_examples=40, deadline=None)
@given(ZONES, some.lists(HOURS_OF_MINUTES, min_size=1, max_size=4), SOME_DAYS, some.booleans())
def test_it_is_what_the_wall_shows_minute_by_minute(
    zone: str, hours: list[OpenHours], day: date, is_closed: bool
) -> None:
    desk = Helpdesk(zone=zone, hours=tuple(hours), closed_days=(day,) if is_closed else ())
    shown = open_minutes_of(desk, day - timedelta(days=4), day + timedelta(days=4))
    start = datetime.combine(day - timedelta(days=1), time(), UTC)
    minutes = [start + MINUTE * count for count in range(3 * 24 * 60)]
    reckoned = OpenTime(desk)
    spans = list(reckoned.spans(minutes[0], minutes[-1]))
    opened = {one for one in minutes if any(span.start <= one < span.end for span in spans)}
    assert opened == shown & set(minutes)
    assert reckoned.elapsed(minutes[0], minutes[-1]) == MINUTE * len(opened - {minutes[-1]})
