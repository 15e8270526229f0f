"""Quiet hours, by the clock on the wall."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.settings import BY_NAME
from itdesk.ui.tray.quiet import quiet_left, time_of_day

DAY = datetime(2026, 5, 25, tzinfo=UTC)
CLOCK = st.times().map(lambda at: f"{at.hour}:{at.minute:02}")
MOMENT = st.integers(0, 24 * 60 * 60 - 1).map(lambda second: DAY + timedelta(seconds=second))


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("17:59", None),
        ("18:00", timedelta(hours=13)),
        ("23:30", timedelta(hours=7, minutes=30)),
        ("6:59", timedelta(minutes=1)),
        ("7:00", None),
    ],
)
def test_a_night_lasts_until_the_morning(now: str, left: timedelta | None) -> None:
    at = time_of_day(now)
    assert at is not None
    assert quiet_left(datetime.combine(DAY, at), "18:00", "7:00") == left


def test_a_nap_is_within_one_day() -> None:
    assert quiet_left(DAY.replace(hour=12), "12:00", "13:00") == timedelta(hours=1)
    assert quiet_left(DAY.replace(hour=13), "12:00", "13:00") is None


@pytest.mark.parametrize(("begin", "end"), [("", ""), ("18:00", ""), ("", "7:00"), ("9:00", "9:00")])
def test_half_of_a_time_is_no_quiet_hour(begin: str, end: str) -> None:
    assert quiet_left(DAY.replace(hour=9), begin, end) is None


@given(MOMENT, CLOCK, CLOCK)
def test_quiet_hours_end_at_their_end_and_never_last_longer_than_a_day(
    now: datetime, begin: str, end: str
) -> None:
    left = quiet_left(now, begin, end)
    if left is not None:
        assert timedelta(0) < left <= timedelta(days=1)
        assert (now + left).time() == time_of_day(end)
        assert quiet_left(now + left, begin, end) is None


@given(MOMENT, CLOCK, CLOCK)
def test_of_two_complements_exactly_one_is_quiet(now: datetime, begin: str, end: str) -> None:
    is_quiet = quiet_left(now, begin, end) is not None
    assert is_quiet != (quiet_left(now, end, begin) is not None) or begin == end


@given(st.text())
def test_any_text_is_a_time_or_none(text: str) -> None:
    assert isinstance(time_of_day(text), time | None)


@given(st.text())
def test_what_the_settings_take_for_a_time_is_one(text: str) -> None:
    if text and BY_NAME["quiet_from"].accepts(text):
        assert time_of_day(text) is not None
