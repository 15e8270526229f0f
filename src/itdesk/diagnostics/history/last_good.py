"""When this computer was last well. docs/decisions/0006 says why this rule and no other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from itdesk.diagnostics.comparison import Change
from itdesk.diagnostics.history.records import Happening, Record, Sample

FULL_PERCENT = 95
NOT_REACHED = ("none", "portal")
EARLIER = timedelta(hours=6)
"""Who works past midnight, or at night, is told of the hours before all the same."""
MOST_STARTS = 4
SAME_START = timedelta(minutes=2)


def last_good(
    records: Sequence[Record], now: datetime, broke_at: datetime | None = None, zone: tzinfo | None = None
) -> datetime | None:
    """Return the moment of the last good state before the trouble, None when no healthy sample is known.

    The trouble is at `broke_at`, where the person says so, else now. The last good state is the last healthy
    sample before the trouble's day, and more than six hours before it, on a day without a crash or a loop of
    restarts; else the oldest healthy sample. Days are those of `zone`, None for the computer's own.
    """
    trouble = trouble_at(now, broke_at)
    known = [record for record in records if isinstance(record, Sample) and record.at <= trouble]
    healthy = [sample.at for sample in known if is_healthy(sample)]
    midnight = datetime.combine(trouble.astimezone(zone).date(), time.min, tzinfo=zone).astimezone(UTC)
    border = min(midnight, trouble - EARLIER)
    bad = _days_of_crashes(records, zone) | _days_of_restarts(known, zone)
    earlier = (at for at in healthy if at < border and at.astimezone(zone).date() not in bad)
    return max(earlier, default=min(healthy, default=None))


def trouble_at(now: datetime, broke_at: datetime | None) -> datetime:
    """Return when the trouble began, as far as it is known: never later than now."""
    return min(now, broke_at.astimezone(UTC)) if broke_at else now


def is_healthy(sample: Sample) -> bool:
    """Return whether a network was reached and neither memory nor a disk was full. What is not known is well.

    A network without the internet is one: some companies have no other.
    """
    is_reached = sample.connected is not False and sample.level not in NOT_REACHED
    used = (sample.disk_percent, sample.memory_percent)
    return is_reached and all(percent is None or percent < FULL_PERCENT for percent in used)


def _days_of_crashes(records: Iterable[Record], zone: tzinfo | None) -> set[date]:
    return {
        (record.own_moment or record.at).astimezone(zone).date()
        for record in records
        if isinstance(record, Happening)
        and record.difference.probe == "crashes"
        and record.difference.what is Change.ADDED
    }


def _days_of_restarts(samples: Iterable[Sample], zone: tzinfo | None) -> set[date]:
    """Return the days on which the computer was started more than four times."""
    starts: defaultdict[date, list[datetime]] = defaultdict(list)
    for booted in sorted({sample.booted_at for sample in samples if sample.booted_at is not None}):
        of_day = starts[booted.astimezone(zone).date()]
        if not of_day or booted - of_day[-1] > SAME_START:
            of_day.append(booted)
    return {day for day, moments in starts.items() if len(moments) > MOST_STARTS}
