"""Facts for the console's tests: what changed, what was found, and whatever else somebody may send."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from itdesk.diagnostics.facts import Facts
from itdesk.ui.console.fact_nodes import FactNode
from tests.ui.console.office import FACTS

Probes = dict[str, dict[str, object]]
DEVICE: Probes = {"device": {"id": "5f0c1d2e3a4b4c5d8e9f0a1b2c3d4e5f"}}
HOSTILE = '<img src="file:///etc/passwd"><b>x</b> \u202egnihton\u202c {0} %1'


def driver(minutes: object, before: str = "31.0", after: str = "32.0", row: str = "Arc") -> dict[str, object]:
    return {
        "at": "2026-05-25T08:00:00+00:00",
        "minutes_before": minutes,
        "probe": "graphics",
        "field": "adapters",
        "row": row,
        "column": "driver_version",
        "before": before,
        "after": after,
        "what": "changed",
    }


CHANGES: Probes = {
    "changes": {"changes": [driver(m) for m in (4_000, 22, 61, 60, 1_500, 10_000, 300)], "changes_count": 9}
}
CHECKS: Probes = {
    "checks": {
        "findings": [
            {"check": "memory", "verdict": "memory.fine", "is_fault": False},
            {"check": "printing", "verdict": "printing.offline", "subject": "HP-312", "is_fault": True},
            {"check": "disk", "verdict": "disk.nearly_full", "subject": "C:", "is_fault": False},
        ],
        "steps": [{"check": "printing", "name": "state", "outcome": "failed", "detail": "off"}],
    }
}
PRINTERS: Probes = {
    "printers": {
        "default": "HP-312",
        "printers": [{"name": "HP-312", "driver": "HP UPD 7.0", "state": "offline", "waiting": 3}],
    }
}


def facts_with(*more: Probes, used: int = 61) -> Facts:
    probes: dict[str, dict[str, object]] = {name: dict(values) for name, values in FACTS.facts.items()}
    probes["memory"]["used_percent"] = used
    for some in more:
        probes |= some
    return replace(FACTS, facts=probes)


def text_of(facts: Facts) -> str:
    return facts.to_json().decode()


def words_in(nodes: Iterable[FactNode]) -> Iterator[str]:
    for node in nodes:
        yield node.text
        yield from words_in(node.parts)
