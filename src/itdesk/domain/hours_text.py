"""Opening hours as people type them: `mon-fri 08:00-16:00`, `sat,sun 10:00-14:00`."""

import re
from collections.abc import Iterator
from datetime import time

from itdesk.domain.documents.calendar import OpenHours

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FORM = re.compile(r"([a-z,\- ]+?)\s+(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})", re.ASCII)
MIDNIGHT = (24, 0)


class BadHours(ValueError):
    """Hours that cannot be read. The text is one sentence."""


def hours_from(text: str) -> tuple[OpenHours, ...]:
    """Return the hours that `text` tells, several divided by semicolons. Raises BadHours."""
    return tuple(one for part in text.split(";") if part.strip() for one in _hours_of(part))


def _hours_of(part: str) -> Iterator[OpenHours]:
    found = FORM.fullmatch(part.strip().lower())
    if found is None:
        raise BadHours(f"“{part.strip()}” cannot be read; write hours like “mon-fri 08:00-16:00”.")
    days, *clock = found.groups()
    opens, closes = _time(*clock[:2]), _time(*clock[2:])
    if opens == closes != time():
        raise BadHours(f"“{part.strip()}” closes when it opens; a whole day is 00:00-24:00.")
    for weekday in _weekdays(days):
        yield OpenHours(weekday=weekday, opens=opens, closes=closes)


def _time(hour: str, minute: str) -> time:
    if (int(hour), int(minute)) == MIDNIGHT:
        return time()
    try:
        return time(int(hour), int(minute))
    except ValueError:
        raise BadHours(f"There is no time {hour}:{minute}.") from None


def _weekdays(text: str) -> Iterator[int]:
    for part in text.split(","):
        first, _, last = (word.strip() for word in part.partition("-"))
        start, end = _weekday(first), _weekday(last or first)
        if end < start:
            raise BadHours(f"“{part.strip()}” ends before it begins; a week goes from mon to sun.")
        yield from range(start, end + 1)


def _weekday(name: str) -> int:
    if name not in DAYS:
        raise BadHours(f"There is no day “{name}”; the days are {', '.join(DAYS)}.")
    return DAYS.index(name)
