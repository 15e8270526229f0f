"""Public holidays by rule: no list that ends."""

from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta

FIRST_YEAR = 1583
"""Of the Gregorian calendar, by which Easter is computed."""

POLISH = ((1, 1), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26))
EPIPHANY, EPIPHANY_SINCE = (1, 6), 2011
CHRISTMAS_EVE, CHRISTMAS_EVE_SINCE = (12, 24), 2025


def public_holidays(country: str, year: int) -> frozenset[date]:
    """Return a country's public holidays in a year; none for a country that is not known here."""
    of_country = COUNTRIES.get(country)
    if of_country is None or not FIRST_YEAR <= year < MAXYEAR:
        return frozenset()
    return of_country(year)


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year.

    The anonymous Gregorian computus (Meeus, Jones, Butcher; Jean Meeus, Astronomical Algorithms, 2nd
    edition, chapter 8): correct for every year from 1583 on, without exceptions.
    """
    golden = year % 19
    century, of_century = divmod(year, 100)
    leaps, after_leap = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    weekday = (32 + 2 * after_leap + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def polish_holidays(year: int) -> frozenset[date]:
    """Return the days free from work in Poland, Sundays that are holidays among them.

    The act of 18 January 1951 on days free from work (Dz.U. 1951 nr 4 poz. 28, as amended): Epiphany since
    2011 (Dz.U. 2010 nr 224 poz. 1459), Christmas Eve since 2025 (Dz.U. 2024 poz. 1965). Easter Sunday and
    Monday, Pentecost (the 50th day) and Corpus Christi (60 days after Easter) move.
    """
    fixed = set(POLISH)
    if year >= EPIPHANY_SINCE:
        fixed.add(EPIPHANY)
    if year >= CHRISTMAS_EVE_SINCE:
        fixed.add(CHRISTMAS_EVE)
    sunday = easter(year)
    moving = (sunday + timedelta(days=days) for days in (0, 1, 49, 60))
    return frozenset({*(date(year, month, day) for month, day in fixed), *moving})


COUNTRIES: dict[str, Callable[[int], frozenset[date]]] = {"pl": polish_holidays}
"""By the code of ISO 3166 in lower case."""
