"""Chooses the probes that this platform can answer."""

import sys
from collections.abc import Collection

from itdesk.diagnostics.anywhere import disks, memory
from itdesk.diagnostics.anywhere.device import device_probe
from itdesk.diagnostics.base import Probe, Tier
from itdesk.diagnostics.circumstances import UNKNOWN, Circumstances


def every_probe(
    device_id: str, platform: str = sys.platform, circumstances: Circumstances = UNKNOWN
) -> tuple[Probe, ...]:
    """Return all probes of a platform, in the order of the document. Nothing is measured yet.

    `device_id` is the random id that the workstation keeps; `platform` is named as sys.platform does;
    `circumstances` are for those few that ask about a place or a time.
    """
    return (device_probe(device_id), memory.PROBE, disks.PROBE, *_of_platform(platform, circumstances))


def chosen(probes: Collection[Probe], tier: Tier | None, names: Collection[str] = ()) -> tuple[Probe, ...]:
    """Return the probes up to `tier` (None: of no tier), and those whose names a symptom has."""
    return tuple(
        probe for probe in probes if (tier is not None and probe.tier <= tier) or probe.name in names
    )


def _of_platform(platform: str, circumstances: Circumstances) -> tuple[Probe, ...]:
    if platform == "win32":
        from itdesk.diagnostics.windows.probes import probes
    elif platform == "darwin":
        from itdesk.diagnostics.macos.probes import probes
    else:
        from itdesk.diagnostics.linux.probes import probes
    return probes(circumstances)
