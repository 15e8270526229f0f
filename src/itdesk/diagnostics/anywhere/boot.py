"""Since when the computer runs, and whether it waits for a restart."""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from itdesk.diagnostics.base import Field, Kind, Probe

TEN_YEARS_S = 10 * 366 * 86_400
FIELDS = (
    Field(name="booted_at", description="Started at", kind=Kind.MOMENT),
    Field(
        name="uptime_s",
        description="Running for",
        kind=Kind.NUMBER,
        unit="s",
        least=0,
        most=TEN_YEARS_S,
        passing=True,
    ),
    Field(name="pending_restart", description="Updates wait for a restart", kind=Kind.TRUTH),
    Field(name="fast_startup", description="Switching off only puts Windows to sleep", kind=Kind.TRUTH),
)


def boot_probe(read_pending: Callable[[], Mapping[str, object]]) -> Probe:
    """Return the probe; `read_pending` says what only this platform knows."""
    return Probe(
        name="boot",
        why="Many faults pass with a restart, and waiting updates cause some.",
        fields=FIELDS,
        measure=lambda: {**measure(), **read_pending()},
    )


def measure() -> dict[str, object]:
    """Return the time of the start and seconds since then."""
    import psutil

    booted = psutil.boot_time()
    when = datetime.fromtimestamp(booted, UTC).replace(microsecond=0)
    return {"booted_at": when.isoformat(), "uptime_s": int(time.time() - booted)}
