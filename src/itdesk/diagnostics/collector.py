"""Runs the probes side by side and never waits longer than promised."""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from queue import Empty, SimpleQueue
from threading import Thread

from itdesk.diagnostics.base import NotAvailable, Probe
from itdesk.diagnostics.bounds import bounded, clean_text, implausible
from itdesk.diagnostics.facts import Facts

logger = logging.getLogger(__name__)

WHOLE_LIMIT_S = 1.5

Result = Mapping[str, object]
OnProbe = Callable[[str, Result], None]
Arrivals = SimpleQueue[tuple[Probe, Result]]


def collect(
    probes: Sequence[Probe], *, on_probe: OnProbe | None = None, whole_limit_s: float = WHOLE_LIMIT_S
) -> Facts:
    """Return what the probes say within their own limits and `whole_limit_s` seconds together.

    A probe that fails or is late leaves {"error": sentence}. `on_probe` is called on this thread with name
    and result of each, as they arrive.
    """
    begun = time.monotonic()
    arrivals: Arrivals = SimpleQueue()
    for probe in probes:
        Thread(target=_run, args=(probe, arrivals), name=f"probe {probe.name}", daemon=True).start()
    results: dict[str, Result] = {}
    ends = {probe.name: begun + min(probe.limit_s, whole_limit_s) for probe in probes}
    while ends:
        for name, result in _next_results(arrivals, ends):
            del ends[name]
            results[name] = result
            if on_probe is not None:
                on_probe(name, result)
    in_order = {probe.name: results[probe.name] for probe in probes}
    return Facts(collected_in_ms=round((time.monotonic() - begun) * 1000), facts=in_order)


def _next_results(arrivals: Arrivals, ends: Mapping[str, float]) -> list[tuple[str, Result]]:
    """Return the next result of those waited for, or what stands for all whose time is over."""
    try:
        probe, result = arrivals.get(timeout=max(min(ends.values()) - time.monotonic(), 0.0))
    except Empty:
        now = time.monotonic()
        return [(name, {"error": "It did not answer in time."}) for name, end in ends.items() if end <= now]
    return [(probe.name, result)] if probe.name in ends else []


def _run(probe: Probe, arrivals: Arrivals) -> None:
    arrivals.put((probe, ask(probe)))


def ask(probe: Probe) -> Result:
    """Return what one probe says, bounded and with implausible numbers named, or its error."""
    try:
        values = bounded(probe.measure())
    except NotAvailable as reason:
        return {"error": clean_text(str(reason))}
    except Exception as error:
        logger.info("probe %s failed", probe.name, exc_info=True)
        return {"error": clean_text(f"{type(error).__name__}: {error}")}
    wrong = implausible(probe.fields, values)
    return {**values, "implausible": wrong} if wrong else values
