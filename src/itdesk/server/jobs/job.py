"""A job: what it is called, when it is due, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Job:
    """Declared once, in `declared`.

    `work` does one bounded piece at the given time and returns how much it did; as long as that is `most`,
    there may be more, and it goes on at once (`None`: a piece is all there is). What it does must be safe to
    be done again: a process may die in the middle of it, and one that was only slow may still be at it when
    another one begins.
    """

    name: str
    next_run: Callable[[datetime], datetime]
    """After a run at this time, when it is due again."""
    work: Callable[[datetime], int]
    most: int | None = None


def every(interval: timedelta) -> Callable[[datetime], datetime]:
    """Return: due again after an interval."""
    return lambda now: now + interval


def daily(at: time) -> Callable[[datetime], datetime]:
    """Return: due once a day at this time, UTC."""

    def following(now: datetime) -> datetime:
        today = datetime.combine(now.astimezone(UTC).date(), at, UTC)
        return today if today > now else today + ONE_DAY

    return following
