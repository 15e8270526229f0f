"""Lengths of time as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.minutes_text import minutes_in


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("15", 15),
        (" 45 min ", 45),
        ("5m", 5),
        ("1:30", 90),
        ("1h 30", 90),
        ("1h30m", 90),
        ("2 h", 120),
        ("1H 5 MIN", 65),
    ],
)
def test_what_people_type(text: str, minutes: int) -> None:
    assert minutes_in(text) == minutes


@pytest.mark.parametrize("text", ["", "soon", "1:75", "-5", "1.5", "1h 30 s", "١٥ minut"])
def test_what_says_no_time(text: str) -> None:
    assert minutes_in(text) is None


@given(some.integers(0, 99), some.integers(0, 59))
def test_each_way_to_say_it_says_the_same(hours: int, minutes: int) -> None:
    whole = hours * 60 + minutes
    ways = (f"{hours}:{minutes:02}", f"{hours}h {minutes}", f"{hours} h {minutes} min", str(whole))
    assert {minutes_in(way) for way in ways} == {whole}
