"""The light look: a few figures that the system keeps anyway, in a few milliseconds."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from itdesk.diagnostics.history.records import Sample


class LightLook:
    """Measures samples. The load of one is that since the one before; the first has none."""

    def __init__(self) -> None:
        self._times: tuple[float, float] | None = None

    def __call__(self, at: datetime, network: Mapping[str, object]) -> Sample:
        """Return the sample of this moment; `network` is what the probe of that name says."""
        import psutil

        connected = network.get("connected")
        fullest = _fullest(_places())
        return Sample(
            at=at,
            booted_at=datetime.fromtimestamp(psutil.boot_time(), UTC),
            load_percent=self._load_percent(),
            memory_percent=psutil.virtual_memory().percent,
            disk_percent=fullest[0] if fullest else None,
            free_bytes=fullest[1] if fullest else None,
            connected=connected if isinstance(connected, bool) else None,
            level=str(network.get("level", "")),
            kind=str(network.get("kind", "")),
        )

    def _load_percent(self) -> float | None:
        before, self._times = self._times, _processor_times()
        if before is None:
            return None
        idle, whole = (now - then for now, then in zip(self._times, before, strict=True))
        return round(min(max(100 * (1 - idle / whole), 0.0), 100.0), 1) if whole > 0 else None


def _processor_times() -> tuple[float, float]:
    """Return the seconds of all cores, idle and in all; waiting for a disk is idle."""
    import psutil

    times = psutil.cpu_times()._asdict()
    counted_twice = times.get("guest", 0.0) + times.get("guest_nice", 0.0)
    return times["idle"] + times.get("iowait", 0.0), sum(times.values()) - counted_twice


def _places() -> tuple[Path, ...]:
    """Return where the system and the person keep their files."""
    try:
        home = Path.home()
    except RuntimeError:  # an account without a home folder
        return (Path("/"),)
    return Path(home.anchor), home


def _fullest(places: Iterable[Path]) -> tuple[float, int] | None:
    """Return how full the fullest of the places' disks is, in percent, and its free bytes."""
    import psutil

    found = []
    for place in places:
        try:
            usage = psutil.disk_usage(str(place))
        except OSError:
            continue
        found.append((usage.percent, usage.free))
    return max(found, default=None)
