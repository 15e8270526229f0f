"""Opening hours looked up minute by minute on the wall: slow, plain, and not as the program does it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from itdesk.domain.opening_hours import Timetable

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def open_minutes_of(timetable: Timetable, first: date, last: date) -> set[datetime]:
    """Return every minute (UTC) that is open by the hours of the days from `first` to `last`."""
    return {minute for day in _days(first, last) for minute in _of_day(timetable, day)}


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += DAY


def _of_day(timetable: Timetable, day: date) -> Iterator[datetime]:
    if day in timetable.closed_in(day.year):
        return
    for hours in timetable.hours:
        if hours.weekday != day.weekday() or hours.opens == hours.closes != time():
            continue
        closes = datetime.combine(day, hours.closes)
        if hours.closes <= hours.opens:
            closes += DAY
        yield from _between(datetime.combine(day, hours.opens), closes, ZoneInfo(timetable.zone))


def _between(opens: datetime, closes: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """Yield from the first minute at which the wall shows `opens` or later to the last before `closes`."""
    start = datetime.combine(opens.date() - DAY, time(), UTC)
    minutes = [start + MINUTE * count for count in range(4 * 24 * 60)]
    walls = [minute.astimezone(zone).replace(tzinfo=None) for minute in minutes]
    begin = next(place for place, wall in enumerate(walls) if wall >= opens)
    end = max(place for place, wall in enumerate(walls) if wall < closes)
    yield from minutes[begin : end + 1]
