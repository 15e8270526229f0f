"""Since when the computer runs, and whether it waits for a restart."""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from itdesk.diagnostics.base import Field, Probe

TEN_YEARS_S = 10 * 366 * 86_400
FIELDS = (
    Field(name="booted_at", description="When it was started, UTC"),
    Field(name="uptime_s", description="Running for", unit="s", least=0, most=TEN_YEARS_S),
    Field(name="pending_restart", description="Whether updates wait for a restart"),
    Field(name="fast_startup", description="Whether switching off only puts Windows to sleep"),
)


def boot_probe(read_pending: Callable[[], Mapping[str, object]]) -> Probe:
    """Return the probe; `read_pending` says what only this platform knows."""
    return Probe(name="boot", fields=FIELDS, measure=lambda: {**measure(), **read_pending()})


def measure() -> dict[str, object]:
    """Return the time of the start and seconds since then."""
    import psutil

    booted = psutil.boot_time()
    when = datetime.fromtimestamp(booted, UTC).replace(microsecond=0)
    return {"booted_at": when.isoformat(), "uptime_s": int(time.time() - booted)}
