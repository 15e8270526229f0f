"""Opening hours as people type them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.documents import OpenHours
from itdesk.domain.hours_text import DAYS, BadHours, hours_from

MINUTES = some.integers(0, 24 * 60 - 1)


def test_a_week_with_a_saturday_and_a_day_without_a_night() -> None:
    found = hours_from("Mon-Fri 8:00 - 16:00; sat 10:00-24:00")
    weekdays = [OpenHours(weekday=day, opens=time(8), closes=time(16)) for day in range(5)]
    assert found == (*weekdays, OpenHours(weekday=5, opens=time(10), closes=time()))


def test_a_night_closes_on_the_next_day() -> None:
    assert hours_from("fri 22:00-06:00") == (OpenHours(weekday=4, opens=time(22), closes=time(6)),)


@given(some.lists(some.sampled_from(DAYS), min_size=1, max_size=7), MINUTES, MINUTES)
def test_what_is_written_is_read(days: list[str], one: int, other: int) -> None:
    first, last = sorted((one, other))
    if first == last:
        last += 1
    text = f"{','.join(days)} {first // 60:02}:{first % 60:02}-{last // 60:02}:{last % 60:02}"
    found = hours_from(text)
    assert [one.weekday for one in found] == [DAYS.index(day) for day in days]
    assert {one.opens for one in found} == {time(first // 60, first % 60)}
    assert {one.closes for one in found} == {time(last // 60 % 24, last % 60)}


@given(some.text() | some.from_regex(r"[a-z]{3}(-[a-z]{3})? [0-9]{1,2}:[0-9]{2}-[0-9]{1,2}:[0-9]{2}"))
def test_any_text_gives_hours_or_one_sentence(text: str) -> None:
    said = ""
    try:
        found = hours_from(text)
    except BadHours as error:
        said = str(error)
    assert said.endswith(".") or all(one.weekday in range(7) for one in found)


@pytest.mark.parametrize(
    "text", ["mon 08:00-08:00", "fri-mon 08:00-16:00", "mo 08:00-16:00", "mon 25:00-26:00"]
)
def test_what_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(BadHours):
        hours_from(text)
