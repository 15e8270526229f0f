"""When somebody works: by the clock on the wall, also on the nights when that clock is changed.

One arithmetic for the helpdesk's opening hours and for promised times.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, tzinfo
from itertools import accumulate
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from itdesk.domain.documents.calendar import OpenHours

NO_TIME = timedelta()
ONE_DAY = timedelta(days=1)
TICK = timedelta(microseconds=1)
EARLIEST, LATEST = datetime(MINYEAR + 1, 1, 1, tzinfo=UTC), datetime(MAXYEAR, 1, 1, tzinfo=UTC)
MONTHS_AHEAD = 600
"""What is not reached in so many months is never reached."""


class Timetable(Protocol):
    """What opening hours are told by: the helpdesk's document, or a calendar."""

    @property
    def zone(self) -> str:
        """IANA's name of the time zone of the wall."""

    @property
    def hours(self) -> tuple[OpenHours, ...]:
        """The hours of a week."""

    def closed_in(self, year: int) -> frozenset[date]:
        """Return the days of a year on which nobody comes."""


@dataclass(frozen=True)
class Span:
    """A time without a break: from `start` until before `end`, both UTC."""

    start: datetime
    end: datetime


def zone_named(name: str) -> tzinfo | None:
    """Return the time zone with IANA's name, or `None` when this computer knows none of this name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def length_of(hours: OpenHours) -> timedelta:
    """Return how long these hours are by the clock; none where it opens and closes at the same time."""
    if hours.opens == hours.closes != time():
        return NO_TIME
    opens, closes = (datetime.combine(date.min, at) for at in (hours.opens, hours.closes))
    return closes - opens if closes > opens else closes - opens + ONE_DAY


def day_length(hours: Iterable[OpenHours]) -> timedelta:
    """Return how long a working day of these hours is: the length that most days have, or the longer one."""
    days = Counter[int]()
    for one in hours:
        days[one.weekday] += length_of(one) // TICK
    lengths = Counter(days.values())
    usual = max(lengths, key=lambda length: (lengths[length], length), default=0)
    return usual * TICK


class OpenTime:
    """The opening hours of a timetable as times that can be reckoned with.

    Hours that touch or overlap are one: midnight closes nothing that opens at midnight. Where the clock is
    turned back, it is open from the first time that the wall shows `opens` to the last before `closes`;
    where it is turned forward, what the wall skips is not there. Safe to share between threads.
    """

    def __init__(self, timetable: Timetable) -> None:
        self._timetable = timetable
        self._zone = zone_named(timetable.zone)
        self._months: dict[int, _Month] = {}

    @property
    def is_told(self) -> bool:
        """Whether anything can be said of when it is open."""
        return bool(self._timetable.hours) and self._zone is not None

    @property
    def day_length(self) -> timedelta:
        """How long a working day is."""
        return day_length(self._timetable.hours)

    def is_open(self, at: datetime) -> bool:
        """Tell whether somebody works at this time."""
        return self.first_open(at) == at

    def open_until(self, at: datetime) -> datetime | None:
        """Return when it closes, UTC; `None` when it is closed at this time, or not within a year."""
        found = next(self.spans(at, horizon(at)), None)
        if found is None or found.start > at:
            return None
        return None if found.end >= horizon(at) else found.end

    def opens_next(self, at: datetime) -> datetime | None:
        """Return when it opens after this time, UTC; `None` when that is not within a year."""
        return next((span.start for span in self.spans(at, horizon(at)) if span.start > at), None)

    def first_open(self, at: datetime) -> datetime | None:
        """Return this time when it is open, else when it opens next, UTC; `None`: never."""
        for month in _months_from(at):
            found = self._month(month)
            place = bisect_right(found.ends, at)
            if place < len(found.starts):
                return max(at, found.starts[place])
        return None

    def elapsed(self, start: datetime, end: datetime) -> timedelta:
        """Return for how long it was open between two times; nothing where the second is not later."""
        if end <= start:
            return NO_TIME
        first, last = _month_of(start), _month_of(end)
        whole = (self._month(month).total for month in range(first, last))
        return sum(whole, NO_TIME) + self._month(last).until(end) - self._month(first).until(start)

    def after(self, start: datetime, length: timedelta) -> datetime | None:
        """Return when it will have been open for so long since a time, UTC; `None`: never."""
        if length <= NO_TIME:
            return self.first_open(start)
        wanted = length + self._month(_month_of(start)).until(start)
        for month in _months_from(start):
            found = self._month(month)
            if wanted <= found.total:
                return found.reaching(wanted)
            wanted -= found.total
        return None

    def spans(self, after: datetime, until: datetime) -> Iterator[Span]:
        """Yield, in order, the times at which it is open that end after one time and start before another.

        They begin no earlier than the first time's month, and end no later than the second's.
        """
        months = range(_month_of(after), _month_of(until) + 1)
        every = (span for month in months for span in self._month(month).spans())
        return (span for span in _merged(every) if span.end > after and span.start < until)

    def closed_days(self, start: datetime, end: datetime) -> tuple[date, ...]:
        """Return the days between two times that are closed although their weekday has hours, in order."""
        if self._zone is None:
            return ()
        first, last = (at.astimezone(self._zone).date() for at in (start, end))
        weekdays = {hours.weekday for hours in self._timetable.hours}
        closed = (day for year in range(first.year, last.year + 1) for day in self._timetable.closed_in(year))
        return tuple(sorted(day for day in closed if first <= day <= last and day.weekday() in weekdays))

    def _month(self, month: int) -> "_Month":
        found = self._months.get(month)
        if found is None:
            found = self._months[month] = _Month(self._spans_of(month))
        return found

    def _spans_of(self, month: int) -> list[Span]:
        """Return when it is open in a month, UTC. Around the ends of time nothing is open."""
        if self._zone is None or not _month_of(EARLIEST) <= month < _month_of(LATEST):
            return []
        begin, end = _begin_of(month), _begin_of(month + 1)
        clipped = (
            Span(max(one.start, begin), min(one.end, end)) for one in self._by_day(self._zone, begin, end)
        )
        return list(_merged(sorted(filter(_has_length, clipped), key=lambda span: span.start)))

    def _by_day(self, zone: tzinfo, begin: datetime, end: datetime) -> Iterator[Span]:
        """Yield the hours of all days that have some between two times."""
        day, last = begin.date() - 2 * ONE_DAY, end.date() + ONE_DAY
        closed = frozenset[date]().union(*map(self._timetable.closed_in, {day.year, last.year}))
        while day <= last:
            if day not in closed:
                weekday = day.weekday()
                of_day = (one for one in self._timetable.hours if one.weekday == weekday and length_of(one))
                yield from (_span(one, day, zone) for one in of_day)
            day += ONE_DAY


class _Month:
    """The open times of a month, with how long it was open in it up to each of them."""

    def __init__(self, spans: list[Span]) -> None:
        self.starts = [span.start for span in spans]
        self.ends = [span.end for span in spans]
        self._sums = [NO_TIME, *accumulate(span.end - span.start for span in spans)]

    @property
    def total(self) -> timedelta:
        """For how long it is open in the whole month."""
        return self._sums[-1]

    def until(self, at: datetime) -> timedelta:
        """Return for how long it was open since the month began."""
        place = bisect_right(self.starts, at)
        return self._sums[place] - max(self.ends[place - 1] - at, NO_TIME) if place else NO_TIME

    def reaching(self, length: timedelta) -> datetime:
        """Return when it has been open so long since the month began; `length` is up to the total."""
        place = bisect_left(self._sums, length)
        return self.ends[place - 1] - (self._sums[place] - length)

    def spans(self) -> Iterator[Span]:
        """Yield the open times."""
        return map(Span, self.starts, self.ends)


def _has_length(span: Span) -> bool:
    return span.start < span.end


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans that come in order of their start, those that touch or overlap as one."""
    current: Span | None = None
    for span in spans:
        if current is not None and span.start <= current.end:
            current = Span(current.start, max(current.end, span.end))
            continue
        if current is not None:
            yield current
        current = span
    if current is not None:
        yield current


def horizon(at: datetime) -> datetime:
    """Return a time that is a good year ahead."""
    return _begin_of(min(_month_of(at) + 14, _month_of(LATEST)))


def _month_of(at: datetime) -> int:
    """Return the number of a time's month, UTC."""
    at = at.astimezone(UTC)
    return at.year * 12 + at.month - 1


def _begin_of(month: int) -> datetime:
    return datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC)


def _months_from(at: datetime) -> range:
    return range(_month_of(at), _month_of(at) + MONTHS_AHEAD)


def _span(hours: OpenHours, day: date, zone: tzinfo) -> Span:
    """Return when these hours of a day begin and end."""
    opens, closes = datetime.combine(day, hours.opens), datetime.combine(day, hours.closes)
    if closes <= opens:
        closes += ONE_DAY
    return Span(_first_at(opens, zone), _last_before(closes, zone))


def _first_at(wall: datetime, zone: tzinfo) -> datetime:
    """Return when the wall first shows this time, or a later one where it skips it."""
    one, other = _both(wall, zone)
    return one if one <= other else _jump(other, one, zone)


def _last_before(wall: datetime, zone: tzinfo) -> datetime:
    """Return from when on the wall shows no time before this one any more."""
    one, other = _both(wall, zone)
    if other < one:
        return _jump(other, one, zone)
    is_turned_back_here = one < other and _offset(other - TICK, zone) != _offset(other, zone)
    return one if is_turned_back_here else other


def _both(wall: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """Return both times that a wall may mean, UTC (PEP 495); in a gap the second is the earlier one."""
    one, other = wall.replace(tzinfo=zone, fold=0), wall.replace(tzinfo=zone, fold=1)
    return one.astimezone(UTC), other.astimezone(UTC)


def _offset(at: datetime, zone: tzinfo) -> timedelta | None:
    return at.astimezone(zone).utcoffset()


def _jump(before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """Return when, between two times, the wall jumps."""
    old = _offset(before, zone)
    while after - before > TICK:
        middle = before + (after - before) / 2
        if _offset(middle, zone) == old:
            before = middle
        else:
            after = middle
    return after
