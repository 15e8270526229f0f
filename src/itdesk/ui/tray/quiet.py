"""Quiet hours: from one time of day until another, by the clock on the wall."""

from datetime import datetime, time, timedelta


def quiet_left(now: datetime, quiet_from: str, quiet_until: str) -> timedelta | None:
    """Return how long it stays quiet, or `None` when it is not quiet now.

    `now` is a local time. The texts are like "18:00"; an empty one means no quiet hours. The end is the
    first moment that is not quiet; hours that end at their beginning are none.
    """
    begin, end = time_of_day(quiet_from), time_of_day(quiet_until)
    if begin is None or end is None or begin == end:
        return None
    clock = now.time()
    is_quiet = begin <= clock < end if begin < end else clock >= begin or clock < end
    if not is_quiet:
        return None
    ends = datetime.combine(now.date(), end, now.tzinfo)
    return ends - now if ends > now else ends + timedelta(days=1) - now


def time_of_day(text: str) -> time | None:
    """Return the time of a text like "7:30"; `None` for one that is none."""
    hours, _, minutes = text.strip().partition(":")
    try:
        return time(int(hours), int(minutes))
    except ValueError:
        return None
