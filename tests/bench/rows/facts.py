"""The facts: how soon the first card and all of them are there, and the inventory beside the usual tools.

A fact is a question that has an answer here: a filled-in field, however many rows have it. Of
fusioninventory's those are left out that itdesk never collects: processes with their command lines, the
environment, accounts, and what it says about itself.
"""

import os
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Event

from itdesk.diagnostics.base import Probe, Tier
from itdesk.diagnostics.collector import WHOLE_LIMIT_S, collect
from itdesk.diagnostics.probes import chosen, every_probe
from tests.bench.row import Row

FUSIONINVENTORY = "/usr/bin/fusioninventory-inventory"
OTHERS = {"inxi -F": ["/usr/bin/inxi", "-F", "-c0"], "lshw -json": ["/usr/bin/lshw", "-json"]}
NEVER = ("ENVS", "PROCESSES", "LOCAL_USERS", "LOCAL_GROUPS", "ACCESSLOG", "VERSIONPROVIDER", "VERSIONCLIENT")
FIRST_CLICK = """
import time
from itdesk.diagnostics.base import Tier
from itdesk.diagnostics.collector import collect
from itdesk.diagnostics.probes import chosen, every_probe
every_probe("bench")  # the history has imported them since the tray began
begun = time.monotonic()
told = []
collect(chosen(every_probe("bench"), Tier.USUAL), on_probe=lambda *_: told.append(time.monotonic() - begun))
print(told[0])
"""


def measure() -> list[Row]:
    """Return the rows; those beside a tool only where it is installed."""
    probes = every_probe("bench")
    usual = chosen(probes, Tier.USUAL)
    collect(probes, whole_limit_s=30)  # what is read for the first time comes from the disk
    wall, cpu, answers = _inventory(probes)
    hanging_s = _seconds([*usual, _hanging()])
    rows = [
        Row("facts T0 + T1, all of them", _seconds(usual), "s", WHOLE_LIMIT_S),
        Row("first facts after the first click, the tray running", _first_ms(), "ms", 200),
        Row(
            "facts T0 + T1 beside a probe that hangs",
            hanging_s,
            "s",
            WHOLE_LIMIT_S + 0.1,
        ),
    ]
    if Path(FUSIONINVENTORY).exists():
        rows += _beside_fusioninventory(wall, cpu, answers)
    for name, command in OTHERS.items():
        if Path(command[0]).exists():
            other_wall, other_cpu, _ = _tool(command)
            rows.append(Row(f"inventory, wall, against {name}", wall, "s", None, bare=other_wall))
            rows.append(Row(f"inventory, processor, against {name}", cpu, "s", None, bare=other_cpu))
    return rows


def _beside_fusioninventory(wall: float, cpu: float, answers: int) -> list[Row]:
    other_wall, other_cpu, printed = _tool([FUSIONINVENTORY])
    others = len(set(_filled(ET.fromstring(printed))))
    name = "fusioninventory-inventory"
    return [
        Row(f"inventory, wall, against {name}", wall, "s", 0.25, bare=other_wall),
        Row(f"inventory, processor, against {name}", cpu, "s", None, bare=other_cpu),
        Row(f"inventory, facts, against {name}", answers, "", 0.9, bare=others, at_least=True),
    ]


def _seconds(probes: list[Probe] | tuple[Probe, ...]) -> float:
    begun = time.monotonic()
    collect(probes)
    return time.monotonic() - begun


def _first_ms() -> float:
    done = subprocess.run([sys.executable, "-c", FIRST_CLICK], capture_output=True, text=True, check=True)
    return float(done.stdout) * 1000


def _hanging() -> Probe:
    never = Event()
    return Probe(name="hanging", why="", fields=(), measure=lambda: {"late": never.wait(5)}, limit_s=60)


def _inventory(probes: tuple[Probe, ...]) -> tuple[float, float, int]:
    """Return wall and processor seconds, those of tools included, and how many facts were told."""
    begun, used = time.monotonic(), _processor_s()
    facts = collect(probes, whole_limit_s=30).facts
    wall, cpu = time.monotonic() - begun, _processor_s() - used
    return wall, cpu, len({place for name, values in facts.items() for place in _answered(values, (name,))})


def _processor_s() -> float:
    return sum(os.times()[:4])


def _answered(values: object, place: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(values, Mapping):
        for name, value in values.items():
            if name not in ("error", "implausible") and not name.endswith("_count"):
                yield from _answered(value, (*place, name))
    elif isinstance(values, list):
        for value in values:
            yield from _answered(value, place)
    elif values not in (None, ""):
        yield place


def _tool(command: list[str]) -> tuple[float, float, str]:
    begun, used = time.monotonic(), _processor_s()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return time.monotonic() - begun, _processor_s() - used, done.stdout


def _filled(element: ET.Element, place: str = "") -> Iterator[str]:
    if element.tag in NEVER:
        return
    inside = f"{place}/{element.tag}"
    if len(element) == 0 and (element.text or "").strip():
        yield inside
    for one in element:
        yield from _filled(one, inside)
