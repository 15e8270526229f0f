"""Collecting the facts about this computer, with what only the other floors know handed in."""

from itdesk.diagnostics.collector import OnProbe, collect
from itdesk.diagnostics.facts import Facts
from itdesk.diagnostics.probes import first_tier
from itdesk.workstation.device_id import read_device_id
from itdesk.workstation.paths import DataFolder


def collect_facts(data: DataFolder, on_probe: OnProbe | None = None) -> Facts:
    """Return what this computer says about itself within a second and a half."""
    return collect(first_tier(read_device_id(data)), on_probe=on_probe)
