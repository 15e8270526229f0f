"""When a computer was last well, on the days that people have."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.comparison import Change, Difference
from itdesk.diagnostics.history.last_good import is_healthy, last_good
from itdesk.diagnostics.history.records import Happening, Record, Sample

ZONE = ZoneInfo("Europe/Warsaw")


def at(text: str) -> datetime:
    """Return a moment of March 2026 in Warsaw: "02 08:00" is a Monday."""
    return datetime.strptime(f"2026-03-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=ZONE).astimezone(UTC)


def used(begin: str, end: str, *, connected: bool = True, disk_percent: float = 50) -> list[Record]:
    """Return the samples of an uninterrupted time of use, one each five minutes."""
    first, last = at(begin), at(end)
    count = int((last - first) / timedelta(minutes=5)) + 1
    moments = (first + timedelta(minutes=5 * number) for number in range(count))
    return [
        Sample(at=moment, booted_at=first, connected=connected, disk_percent=disk_percent)
        for moment in moments
    ]


def crash(when: str, noticed: str) -> Happening:
    row = at(when).isoformat()
    difference = Difference(
        probe="crashes",
        field="crashes",
        row=row,
        column="",
        before=None,
        after={"at": row, "program": "Word"},
        what=Change.ADDED,
    )
    return Happening(at=at(noticed), since=at(when) - timedelta(hours=1), difference=difference)


def good(now: str, *records: Iterable[Record], broke_at: str | None = None) -> datetime | None:
    known = [*chain.from_iterable(records)]
    return last_good(known, at(now), at(broke_at) if broke_at else None, ZONE)


WEEK = [used(f"{day:02} 08:00", f"{day:02} 16:00") for day in range(2, 7)]


def test_nothing_is_known() -> None:
    assert good("02 09:00") is None


def test_the_evening_before() -> None:
    assert good("03 09:00", WEEK[0], used("03 08:00", "03 09:00")) == at("02 16:00")


def test_on_the_first_day_of_use_the_first_sample() -> None:
    assert good("02 15:00", used("02 08:00", "02 15:00")) == at("02 08:00")


def test_on_monday_morning_friday_evening() -> None:
    assert good("09 08:10", *WEEK, used("09 08:00", "09 08:10")) == at("06 16:00")


def test_a_computer_that_slept_through_the_night() -> None:
    assert good("03 22:00", used("02 08:00", "02 11:00"), used("03 07:00", "03 22:00")) == at("02 11:00")


def test_a_train_without_a_network_on_the_way_home_is_not_the_last_good_state() -> None:
    train = used("02 16:05", "02 17:00", connected=False)
    assert good("03 09:00", WEEK[0], train, used("03 08:00", "03 09:00")) == at("02 16:00")


def test_a_day_with_a_crash_is_passed_over_even_if_it_was_noticed_the_day_after() -> None:
    assert good("04 09:00", WEEK[0], WEEK[1], [crash("03 15:00", "04 08:02")]) == at("02 16:00")


def test_a_crash_today_says_nothing_about_yesterday() -> None:
    assert good("03 09:00", WEEK[0], [crash("03 08:30", "03 08:40")]) == at("02 16:00")


def test_a_loop_of_restarts_is_no_good_day() -> None:
    loop = chain.from_iterable(used(f"03 {hour:02}:00", f"03 {hour:02}:20") for hour in range(8, 16))
    assert good("04 09:00", WEEK[0], loop) == at("02 16:00")
    few = chain.from_iterable(used(f"03 {hour:02}:00", f"03 {hour:02}:20") for hour in range(8, 12))
    assert good("04 09:00", WEEK[0], few) == at("03 11:20")


def test_visibly_broken_for_three_days() -> None:
    broken = [used(f"{day:02} 08:00", f"{day:02} 16:00", connected=False) for day in (4, 5, 6)]
    assert good("06 16:00", *WEEK[:2], *broken) == at("03 16:00")


def test_invisibly_broken_for_three_days_is_known_when_the_person_says_so() -> None:
    assert good("06 15:00", *WEEK) == at("05 16:00")
    assert good("06 15:00", *WEEK, broke_at="03 10:00") == at("02 16:00")


def test_broken_since_this_morning_is_compared_with_yesterday_too() -> None:
    assert good("03 15:00", *WEEK[:2], broke_at="03 09:00") == at("02 16:00")


def test_broken_since_before_the_history_begins() -> None:
    assert good("06 15:00", *WEEK, broke_at="01 10:00") is None


def test_what_the_person_says_about_the_future_is_now() -> None:
    assert good("03 09:00", *WEEK[:2], broke_at="05 09:00") == at("02 16:00")


def test_who_works_past_midnight_is_told_of_the_evening() -> None:
    evening = used("02 18:00", "03 00:30")
    assert good("03 00:30", WEEK[0], evening) == at("02 18:25")


def test_a_night_shift_is_compared_with_the_one_before() -> None:
    assert good("04 00:30", used("02 22:00", "03 06:00"), used("03 22:00", "04 00:30")) == at("03 06:00")


def test_a_computer_that_runs_day_and_night_is_told_of_the_update_at_three() -> None:
    assert good("03 09:00", used("02 08:00", "03 09:00")) == at("02 23:55")


def test_the_day_begins_at_midnight_of_the_person_also_when_the_clock_is_put_forward() -> None:
    assert good("29 23:00", used("28 20:00", "29 23:00")) == at("28 23:55")
    assert last_good(used("28 20:00", "29 23:00"), at("29 23:00"), zone=UTC) == at("29 00:55")


def test_a_disk_that_was_full_all_the_time_leaves_no_good_state() -> None:
    assert good("03 09:00", used("02 08:00", "03 09:00", disk_percent=97)) is None


@pytest.mark.parametrize(
    ("sample", "healthy"),
    [
        (Sample(at=at("02 08:00")), True),
        (Sample(at=at("02 08:00"), connected=False), False),
        (Sample(at=at("02 08:00"), connected=True, level="portal"), False),
        (Sample(at=at("02 08:00"), connected=True, level="limited"), True),
        (Sample(at=at("02 08:00"), disk_percent=95), False),
        (Sample(at=at("02 08:00"), memory_percent=94.9), True),
        (Sample(at=at("02 08:00"), memory_percent=99), False),
    ],
)
def test_health(sample: Sample, healthy: bool) -> None:
    assert is_healthy(sample) is healthy


SAMPLES = st.lists(
    st.builds(
        lambda minutes, connected: Sample(
            at=at("02 08:00") + timedelta(minutes=minutes), connected=connected
        ),
        st.integers(0, 7 * 24 * 60),
        st.booleans(),
    ),
    max_size=30,
)


@given(SAMPLES, st.integers(-600, 9 * 24 * 60), st.none() | st.integers(-600, 9 * 24 * 60))
def test_the_last_good_state_is_a_healthy_sample_before_the_trouble(
    samples: list[Sample], now_min: int, broke_min: int | None
) -> None:
    now = at("02 08:00") + timedelta(minutes=now_min)
    broke_at = None if broke_min is None else at("02 08:00") + timedelta(minutes=broke_min)
    trouble = now if broke_at is None else min(now, broke_at)
    healthy = sorted(one.at for one in samples if one.connected and one.at <= trouble)
    found = last_good(samples, now, broke_at, ZONE)
    assert (found is None) is (not healthy)
    if found is not None:
        day = trouble.astimezone(ZONE).date()
        later = [one for one in healthy if one > found and one.astimezone(ZONE).date() < day]
        assert found in healthy
        assert all(trouble - one < timedelta(hours=6) for one in later) or found == healthy[0]
        assert not later or trouble - later[0] < timedelta(hours=6)
