"""Closed days out of an iCalendar file (RFC 5545): what calendars of holidays are exchanged in."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from icalendar import Component

MOST_BYTES = 2 * 1024 * 1024
MOST_DAYS_OF_ONE = 31
YEARS_AHEAD = 10
"""So far is told in advance what comes again every year."""
ONE_DAY = timedelta(days=1)
FREQUENCIES = (["DAILY"], ["WEEKLY"], ["MONTHLY"], ["YEARLY"])


class BadHolidays(ValueError):
    """A file out of which no closed days can be read. The text is one sentence."""


def closed_days_in(content: bytes, today: date) -> frozenset[date]:
    """Return the days that the file's events cover, of those that recur up to ten years after `today`.

    Only whole days count: raises BadHolidays, naming the event, for one with a time of day, and for what is
    no iCalendar file or says nothing. Cancelled events are left out.
    """
    if len(content) > MOST_BYTES:
        raise BadHolidays(f"The file has {len(content)} bytes; at most {MOST_BYTES} are read.")
    events = [event for event in _parsed(content).walk("VEVENT") if event.get("STATUS") != "CANCELLED"]
    if not events:
        raise BadHolidays("The file holds no events.")
    until = datetime.combine(today.replace(year=today.year + YEARS_AHEAD, day=1), time())
    return frozenset(day for event in events for day in _read(event, until))


def _parsed(content: bytes) -> "Component":
    from icalendar import Calendar  # costs much, and only this command needs it

    try:
        return Calendar.from_ical(content)
    except (ValueError, KeyError, IndexError) as error:
        raise BadHolidays(f"The file is no iCalendar file (.ics): {_first_line(error)}.") from None


def _read(event: Any, until: datetime) -> list[date]:
    try:
        return list(_days_of(event, until))
    except BadHolidays:
        raise
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # what a value is when it is broken or stands there twice is the parser's own affair
        raise BadHolidays(f"The event {_called(event)} cannot be read: {_first_line(error)}.") from None


def _days_of(event: Any, until: datetime) -> Iterator[date]:
    first = _day(event, "DTSTART")
    if first is None:
        raise BadHolidays(f"The event {_called(event)} has no beginning.")
    days = _length(event, first)
    for begin in _beginnings(event, first, until):
        yield from (begin + place * ONE_DAY for place in range(days))


def _day(event: Any, name: str) -> date | None:
    found = event.get(name)
    if found is None:
        return None
    at = getattr(found, "dt", None)
    if isinstance(at, datetime) or not isinstance(at, date):
        raise BadHolidays(f"The event {_called(event)} has a time of day; only whole days can be closed.")
    return at


def _length(event: Any, first: date) -> int:
    """Return how many days it has; DTEND is the day after the last one (RFC 5545 § 3.6.1)."""
    end, duration = _day(event, "DTEND"), event.get("DURATION")
    if end is None:
        end = first + duration.dt if duration is not None else first + ONE_DAY
    days = (end - first).days
    if not 0 < days <= MOST_DAYS_OF_ONE:
        raise BadHolidays(
            f"The event {_called(event)} is {days} days long; it must be 1 to {MOST_DAYS_OF_ONE} days."
        )
    return days


def _beginnings(event: Any, first: date, until: datetime) -> Iterator[date]:
    rule = event.get("RRULE")
    if rule is None:
        yield first
        return
    from dateutil.rrule import rrulestr

    _check_rule(event, rule)
    recurs = rrulestr(rule.to_ical().decode(), dtstart=datetime.combine(first, time()), ignoretz=True)
    left_out = _left_out(event)
    for place, at in enumerate(recurs):
        if at > until or place > YEARS_AHEAD * 366:
            return
        if at.date() not in left_out:
            yield at.date()


def _check_rule(event: Any, rule: Any) -> None:
    """Raise BadHolidays for a rule by which days do not come again, or whose next day never comes."""
    frequencies, intervals = rule.get("FREQ", []), rule.get("INTERVAL", [1])
    if list(frequencies) not in FREQUENCIES or min(intervals) < 1:
        raise BadHolidays(f"The event {_called(event)} recurs in a way that days do not.")


def _left_out(event: Any) -> frozenset[date]:
    listed = event.get("EXDATE", [])
    lists = listed if isinstance(listed, list) else [listed]
    every = (one.dt for found in lists for one in found.dts)
    return frozenset(at.date() if isinstance(at, datetime) else at for at in every)


def _called(event: Any) -> str:
    return f"“{str(event.get('SUMMARY', 'without a name'))[:60]}”"


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:120].rstrip(".")
