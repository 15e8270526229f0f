"""Points in time as whole microseconds since 1970, UTC: they sort and compare as numbers."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def to_number(at: datetime) -> int:
    """Return the aware time `at` in microseconds since 1970."""
    return (at - EPOCH) // MICROSECOND


def from_number(number: int) -> datetime:
    """Return the aware time that `to_number` turned into `number`."""
    return EPOCH + timedelta(microseconds=number)


def optional_number(at: datetime | None) -> int | None:
    """Return `to_number(at)`, or nothing for nothing."""
    return None if at is None else to_number(at)


def optional_instant(number: int | None) -> datetime | None:
    """Return `from_number(number)`, or nothing for nothing."""
    return None if number is None else from_number(number)
