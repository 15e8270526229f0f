"""Days on which the helpdesk is open: what is promised in days is promised in these."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice

from itdesk.domain.documents import Helpdesk
from itdesk.domain.opening_hours import ONE_DAY, OpenTime, horizon, zone_named


def business_days_after(helpdesk: Helpdesk, start: datetime, days: int) -> datetime:
    """Return the same time of day so many open days after the day of `start`, UTC; `days` is at least 1.

    Where no hours are told, every day is an open one.
    """
    zone = zone_named(helpdesk.zone)
    if zone is None or not helpdesk.hours:
        return start + timedelta(days=days)
    local = start.astimezone(zone)
    later = (day for day in _open_days(helpdesk, zone, start) if day > local.date())
    last = next(islice(later, days - 1, None), None)
    if last is None:  # it never opens again
        return start + timedelta(days=days)
    return datetime.combine(last, local.time().replace(fold=0), zone).astimezone(UTC)


def open_from(helpdesk: Helpdesk, at: datetime) -> datetime:
    """Return `at` when the helpdesk is open then, else when it opens; `at` where no hours are told."""
    return OpenTime(helpdesk).first_open(at) or at


def _open_days(helpdesk: Helpdesk, zone: tzinfo, after: datetime) -> Iterator[date]:
    """Yield, in order, the days by the helpdesk's clock on which it is open at all."""
    found: date | None = None
    for span in OpenTime(helpdesk).spans(after, horizon(after)):
        day = span.start.astimezone(zone).date()
        last = (span.end - timedelta.resolution).astimezone(zone).date()
        while day <= last:
            if day != found:
                yield day
            found, day = day, day + ONE_DAY
