"""The computer's time zone."""

from datetime import datetime
from pathlib import Path

from itdesk.diagnostics.base import Field, Kind

FIELDS = (
    Field(name="time_zone", description="Time zone"),
    Field(
        name="utc_offset_min",
        description="Difference to UTC",
        kind=Kind.NUMBER,
        unit="min",
        least=-14 * 60,
        most=14 * 60,
    ),
)


def utc_offset_min() -> int:
    """Return by how many minutes the local clock is ahead of UTC now."""
    offset = datetime.now().astimezone().utcoffset()
    return int(offset.total_seconds() // 60) if offset is not None else 0


def zone_of_link(localtime: Path) -> str | None:
    """Return the zone that the link /etc/localtime names, None when it names none."""
    try:
        target = str(localtime.readlink())
    except OSError:
        return None
    _, found, zone = target.partition("zoneinfo/")
    return zone.removeprefix("posix/") if found else None
