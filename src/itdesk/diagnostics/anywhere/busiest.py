"""The programs that use most. By name alone, never with their arguments."""

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from itdesk.diagnostics.anywhere.foreground import process_name
from itdesk.diagnostics.base import Field, Kind, NotAvailable, Privacy, Probe, Reading, Tier

if TYPE_CHECKING:
    import psutil

PAUSE_S = 0.1
MOST = 5
MOST_PROCESSES = 8_192
FIELDS = (
    Field(
        name="by_processor",
        description="Most processor time",
        kind=Kind.TABLE,
        key="name",
        items=5,
        privacy=Privacy.PERSON,
        passing=True,
        columns=(
            Field(name="name", description="Program"),
            Field(
                name="percent",
                description="Processor, of all its cores",
                kind=Kind.NUMBER,
                unit="%",
                least=0,
                most=100,
            ),
        ),
    ),
    Field(
        name="by_memory",
        description="Most memory",
        kind=Kind.TABLE,
        key="name",
        items=5,
        privacy=Privacy.PERSON,
        passing=True,
        columns=(
            Field(name="name", description="Program"),
            Field(name="bytes", description="Memory", kind=Kind.NUMBER, unit="B", least=0),
        ),
    ),
)


def busiest_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="busiest",
        tier=Tier.USUAL,
        why="One busy program can slow down everything.",
        fields=FIELDS,
        measure=read,
        limit_s=1.4,
    )


@dataclass(frozen=True)
class Usage:
    """What one process has used until now: seconds of processor time, bytes of memory.

    `shared_bytes` are in use by other processes too, 0 where the platform does not tell them apart.
    """

    name: str
    processor_s: float
    memory_bytes: int
    shared_bytes: int = 0


NameOf = Callable[[int], str | None]
Sample = dict["psutil.Process", Usage]


def read(
    name_of: NameOf = process_name, *, own: int | None = None, pause_s: float = PAUSE_S
) -> dict[str, object]:
    """Return the programs that used most processor time within `pause_s` seconds, and most memory now.

    `name_of` names a process by its number. The process `own` (this one) and those that it started are left
    out: they measure.
    """
    own = os.getpid() if own is None else own
    begun = time.monotonic()
    before = take_sample(name_of, own)
    time.sleep(pause_s)
    after = take_sample(name_of, own)
    available_s = (time.monotonic() - begun) * (os.cpu_count() or 1)
    used = (
        (usage.name, usage.processor_s - before[process].processor_s)
        for process, usage in after.items()
        if process in before
    )
    return {"by_processor": by_processor(used, available_s), "by_memory": by_memory(after.values())}


def take_sample(name_of: NameOf, own: int) -> Sample:
    """Return what each process has used until now; those that vanish or are hidden are left out.

    Raises NotAvailable when this computer lists none to us.
    """
    import psutil

    sample: Sample = {}
    try:
        for process in islice(psutil.process_iter(), MOST_PROCESSES):
            usage = _usage(process, name_of, own)
            if usage is not None:
                sample[process] = usage
    except (psutil.Error, OSError) as error:
        raise NotAvailable("The programs that run cannot be listed.") from error
    return sample


def _usage(process: "psutil.Process", name_of: NameOf, own: int) -> Usage | None:
    import psutil

    try:
        with process.oneshot():
            if own in (process.pid, process.ppid()):
                return None
            times, memory = process.cpu_times(), process.memory_info()
    except (psutil.Error, OSError):
        return None
    name = name_of(process.pid)
    if not name:
        return None
    return Usage(name, times.user + times.system, memory.rss, getattr(memory, "shared", 0))


def by_processor(used: Iterable[tuple[str, float]], available_s: float) -> list[dict[str, object]]:
    """Return the busiest programs, with their part of `available_s` seconds in per cent."""
    seconds: defaultdict[str, float] = defaultdict(float)
    for name, used_s in used:
        seconds[name] += used_s
    busiest = sorted(seconds, key=lambda name: (-seconds[name], name))[:MOST]
    percents = {name: min(round(100 * seconds[name] / available_s, 1), 100.0) for name in busiest}
    return [{"name": name, "percent": percent} for name, percent in percents.items() if percent > 0]


def by_memory(usages: Iterable[Usage]) -> list[dict[str, object]]:
    """Return the programs with most memory. What the processes of one program share counts once."""
    own: defaultdict[str, int] = defaultdict(int)
    shared: defaultdict[str, int] = defaultdict(int)
    for usage in usages:
        own[usage.name] += usage.memory_bytes - usage.shared_bytes
        shared[usage.name] = max(shared[usage.name], usage.shared_bytes)
    totals = {name: own[name] + shared[name] for name in own}
    most = sorted(totals, key=lambda name: (-totals[name], name))[:MOST]
    return [{"name": name, "bytes": totals[name]} for name in most if totals[name] > 0]
