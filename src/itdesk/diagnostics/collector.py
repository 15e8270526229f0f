"""Runs the probes side by side and never waits longer than promised."""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from queue import Empty, SimpleQueue
from threading import Lock, Thread

from itdesk.diagnostics.base import NotAvailable, Probe
from itdesk.diagnostics.bounds import bounded, clean_text
from itdesk.diagnostics.facts import Facts

logger = logging.getLogger(__name__)

WHOLE_LIMIT_S = 1.5
LATE = "It did not answer in time."

Result = Mapping[str, object]
OnProbe = Callable[[str, Result], None]


class _Arrivals:
    """Where the probes' threads leave their answers. Once nobody waits any more, they are told as late."""

    def __init__(self, on_late: OnProbe | None) -> None:
        self._queue: SimpleQueue[tuple[Probe, Result]] = SimpleQueue()
        self._on_late = on_late
        self._lock = Lock()
        self._is_over = False

    def put(self, probe: Probe, result: Result, *, in_time: bool) -> None:
        """Leave one answer; called on the probe's thread."""
        with self._lock:
            is_over = self._is_over
            if not is_over:
                self._queue.put((probe, result))
        if is_over and in_time and self._on_late is not None:
            self._on_late(probe.name, result)

    def get(self, timeout_s: float) -> tuple[Probe, Result]:
        """Return the next answer. Raises Empty."""
        return self._queue.get(timeout=timeout_s)

    def close(self) -> None:
        """Wait no more."""
        with self._lock:
            self._is_over = True


def collect(
    probes: Sequence[Probe],
    *,
    on_probe: OnProbe | None = None,
    on_late: OnProbe | None = None,
    whole_limit_s: float = WHOLE_LIMIT_S,
) -> Facts:
    """Return what the probes say within their own limits and `whole_limit_s` seconds together.

    A probe that fails or is late leaves {"error": sentence}. `on_probe` is called on this thread with name
    and result of each, as they arrive; `on_late` on the probe's own thread, for what comes after this has
    returned but within the probe's own limit.
    """
    begun = time.monotonic()
    arrivals = _Arrivals(on_late)
    for probe in probes:
        run = Thread(target=_run, args=(probe, arrivals), name=f"probe {probe.name}", daemon=True)
        run.start()
    results: dict[str, Result] = {}
    ends = {probe.name: begun + min(probe.limit_s, whole_limit_s) for probe in probes}
    while ends:
        for name, result in _next_results(arrivals, ends):
            del ends[name]
            results[name] = result
            if on_probe is not None:
                on_probe(name, result)
    arrivals.close()
    in_order = {probe.name: results[probe.name] for probe in probes}
    return Facts(collected_in_ms=round((time.monotonic() - begun) * 1000), facts=in_order)


def _next_results(arrivals: _Arrivals, ends: Mapping[str, float]) -> list[tuple[str, Result]]:
    """Return the next result of those waited for, or what stands for all whose time is over."""
    try:
        probe, result = arrivals.get(max(min(ends.values()) - time.monotonic(), 0.0))
    except Empty:
        now = time.monotonic()
        return [(name, {"error": LATE}) for name, end in ends.items() if end <= now]
    return [(probe.name, result)] if probe.name in ends else []


def _run(probe: Probe, arrivals: _Arrivals) -> None:
    begun = time.monotonic()
    result = ask(probe)
    arrivals.put(probe, result, in_time=time.monotonic() - begun <= probe.limit_s)


def ask(probe: Probe) -> Result:
    """Return what one probe says, bounded and with implausible numbers named, or its error."""
    try:
        return bounded(probe.measure(), probe.fields)
    except NotAvailable as reason:
        return {"error": clean_text(str(reason))}
    except Exception as error:
        logger.info("probe %s failed", probe.name, exc_info=True)
        return {"error": clean_text(f"Asking it failed ({type(error).__name__}: {error}).")}
