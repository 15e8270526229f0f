"""When the helpdesk is open. By the clock on its wall, also on the nights when that clock is changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from itdesk.domain.documents import Helpdesk, OpenHours

LOOKED_AHEAD_DAYS = 400
ONE_DAY = timedelta(days=1)


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


def tells_hours(helpdesk: Helpdesk) -> bool:
    """Whether anything can be said of when it is open."""
    return bool(helpdesk.hours) and zone_named(helpdesk.zone) is not None


def is_open(helpdesk: Helpdesk, at: datetime) -> bool:
    """Tell whether somebody answers at this time."""
    return _span_at(helpdesk, at) is not None


def open_until(helpdesk: Helpdesk, at: datetime) -> datetime | None:
    """Return when it closes, UTC; `None` when it is closed at this time, or never closes."""
    span = _span_at(helpdesk, at)
    return None if span is None or span.end - at > timedelta(days=LOOKED_AHEAD_DAYS - 2) else span.end


def opens_next(helpdesk: Helpdesk, at: datetime) -> datetime | None:
    """Return when it opens after this time, UTC; `None` when that is not within a year."""
    return next((span.start for span in spans(helpdesk, at) if span.start > at), None)


def open_minutes(helpdesk: Helpdesk, start: datetime, end: datetime) -> float:
    """Return for how many minutes it was open between two times; all of them where no hours are told."""
    if not tells_hours(helpdesk):
        return max((end - start).total_seconds(), 0) / 60
    total = timedelta()
    for span in spans(helpdesk, start):
        if span.start >= end:
            break
        total += max(min(span.end, end) - max(span.start, start), timedelta())
    return total.total_seconds() / 60


def spans(helpdesk: Helpdesk, after: datetime) -> Iterator[Span]:
    """Yield, in order, the times at which it is open that end after this one, for a good year.

    Hours that touch or overlap are one: midnight closes nothing that opens at midnight.
    """
    zone = zone_named(helpdesk.zone)
    if zone is None or not helpdesk.hours:
        return
    current: Span | None = None
    for span in _by_day(helpdesk, zone, after):
        if current is not None and span.start <= current.end:
            current = Span(current.start, max(current.end, span.end))
            continue
        if current is not None and current.end > after:
            yield current
        current = span
    if current is not None and current.end > after:
        yield current


def _span_at(helpdesk: Helpdesk, at: datetime) -> Span | None:
    first = next(spans(helpdesk, at), None)
    return first if first is not None and first.start <= at else None


def _by_day(helpdesk: Helpdesk, zone: tzinfo, after: datetime) -> Iterator[Span]:
    """Yield each day's hours in order of their start, from the day before."""
    today = after.astimezone(zone).date()
    for ahead in range(-1, LOOKED_AHEAD_DAYS):
        try:
            day = today + ahead * ONE_DAY
            found = [_span(hours, day, zone) for hours in helpdesk.hours if hours.weekday == day.weekday()]
        except OverflowError:  # the calendar ends
            return
        if day not in helpdesk.closed_days:
            yield from sorted((span for span in found if span.start < span.end), key=lambda span: span.start)


def _span(hours: OpenHours, day: date, zone: tzinfo) -> Span:
    """Where the wall's clock shows an hour twice, it is open from the first one to the second one."""
    last_day = day + ONE_DAY if hours.closes == time() else day
    opens = datetime.combine(day, hours.opens.replace(fold=0), zone)
    closes = datetime.combine(last_day, hours.closes.replace(fold=0 if last_day != day else 1), zone)
    return Span(opens.astimezone(UTC), closes.astimezone(UTC))
