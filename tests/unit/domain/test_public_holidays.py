"""Holidays by rule, against years that were looked up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.public_holidays import easter, polish_holidays, public_holidays

# The earliest and the latest possible days, and leap years, are among them.
EASTERS = [
    (1818, 3, 22),
    (1943, 4, 25),
    (1954, 4, 18),
    (1981, 4, 19),
    (2000, 4, 23),
    (2008, 3, 23),
    (2024, 3, 31),
    (2025, 4, 20),
    (2026, 4, 5),
    (2027, 3, 28),
    (2038, 4, 25),
    (2049, 4, 18),
    (2076, 4, 19),
    (2285, 3, 22),
]
POLAND_2026 = {
    date(2026, 1, 1),
    date(2026, 1, 6),
    date(2026, 4, 5),
    date(2026, 4, 6),
    date(2026, 5, 1),
    date(2026, 5, 3),
    date(2026, 5, 24),
    date(2026, 6, 4),
    date(2026, 8, 15),
    date(2026, 11, 1),
    date(2026, 11, 11),
    date(2026, 12, 24),
    date(2026, 12, 25),
    date(2026, 12, 26),
}


@pytest.mark.parametrize(("year", "month", "day"), EASTERS)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@given(some.integers(1583, 9998))
def test_easter_is_a_sunday_from_22_march_to_25_april(year: int) -> None:
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@given(some.integers(1583, 4000))
def test_easter_is_the_sunday_after_the_full_moon_of_the_church(year: int) -> None:
    """By the tables of the Gregorian reform (Clavius): epact by golden number, sun and moon equations."""
    golden, century = year % 19 + 1, year // 100 + 1
    sun, moon = 3 * century // 4 - 12, (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + moon - sun) % 30
    epact += epact == 24 or (epact == 25 and golden > 11)
    full = 44 - epact
    full += 30 * (full < 21)
    sunday = full + 7 - (5 * year // 4 - sun - 10 + full) % 7
    assert easter(year) == (date(year, 4, sunday - 31) if sunday > 31 else date(year, 3, sunday))


def test_poland_in_2026() -> None:
    assert polish_holidays(2026) == POLAND_2026


def test_christmas_eve_is_free_since_2025_and_epiphany_since_2011() -> None:
    assert date(2024, 12, 24) not in polish_holidays(2024)
    assert date(2025, 12, 24) in polish_holidays(2025)
    assert date(2010, 1, 6) not in polish_holidays(2010)
    assert date(2011, 1, 6) in polish_holidays(2011)


@pytest.mark.parametrize(("country", "year"), [("", 2026), ("xx", 2026), ("pl", 1), ("pl", 9999)])
def test_of_what_is_not_known_nothing_is_said(country: str, year: int) -> None:
    assert public_holidays(country, year) == frozenset()
