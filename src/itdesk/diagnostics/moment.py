"""Moments as the facts hold them: UTC, to the second, in ISO 8601."""

import math
from datetime import UTC, datetime

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def moment_of(seconds: object) -> str | None:
    """Return the moment that many seconds after 1970 began, None where this is no such number."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not math.isfinite(seconds):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC).replace(microsecond=0).isoformat()
    except (OverflowError, OSError, ValueError):
        return None


def utc_moment(when: datetime) -> str:
    """Return an aware moment, or a naive one of this computer's clock."""
    return when.astimezone(UTC).replace(microsecond=0).isoformat()


def iso_moment(text: str) -> str | None:
    """Return a moment written as in ISO 8601, of this computer's clock where it names no zone."""
    try:
        return utc_moment(datetime.fromisoformat(text.strip()))
    except (ValueError, OverflowError, OSError):
        return None


def month_of(word: str) -> int | None:
    """Return the number of a month by its English short name.

    strptime would look for the names in the desktop's language.
    """
    return MONTHS.index(word) + 1 if word in MONTHS else None
