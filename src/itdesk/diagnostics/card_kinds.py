"""The cards of facts: which probes share one, what it is called, and in which order they stand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from itdesk.diagnostics import card_lines as lines
from itdesk.diagnostics.base import Tier
from itdesk.diagnostics.card_lines import Piece, Said


def _is_in_order(_: Said) -> bool:
    return False


@dataclass(frozen=True)
class CardKind:
    """One card. `probes` share it; `say` makes its line, `alarm` tells whether something is broken.

    `name` is its title, `short` the same for a narrow column.
    """

    key: str
    icon: str
    name: str
    short: str
    tier: Tier
    probes: tuple[str, ...]
    say: Callable[[Said], Iterator[Piece]]
    alarm: Callable[[Said], bool] = _is_in_order


@dataclass(frozen=True)
class Group:
    """The cards of one tier: what they are called together, and why they are asked."""

    name: str
    reason: str


GROUPS = {
    Tier.ALWAYS: Group("This computer", "So that IT knows which computer it is and how it is doing."),
    Tier.USUAL: Group("How it has been working", "So that IT finds the cause without asking you."),
    Tier.SYMPTOM: Group("About what you chose", "Looked up only because of what is happening to you."),
}
"""What stands above the cards of a tier."""

ALWAYS, USUAL, SYMPTOM = Tier.ALWAYS, Tier.USUAL, Tier.SYMPTOM
OTHER = CardKind("other", "more", "Other facts", "Other", USUAL, (), lambda _: iter(()))
"""What no card knows."""

_HERE = (
    CardKind(
        "computer", "computer", "Computer", "Computer", ALWAYS, ("host", "machine", "device"), lines.computer
    ),
    CardKind(
        "system",
        "settings",
        "System",
        "System",
        ALWAYS,
        ("operating_system", "boot"),
        lines.system,
        lines.wants_restart,
    ),
    CardKind("person", "person", "Who is signed in here", "Signed in", ALWAYS, ("session",), lines.person),
    CardKind(
        "network",
        "network",
        "Network",
        "Network",
        ALWAYS,
        ("network", "server", "wireless"),
        lines.network,
        lines.network_alarm,
    ),
    CardKind(
        "memory",
        "memory",
        "Memory and processor",
        "Memory",
        ALWAYS,
        ("memory", "processor"),
        lines.memory,
        lines.memory_is_full,
    ),
    CardKind("disks", "disk", "Disks", "Disks", ALWAYS, ("disks",), lines.disks, lines.some_disk_is_full),
    CardKind("foreground", "app", "Program in front", "Program", ALWAYS, ("foreground",), lines.foreground),
)
_STATE = (
    CardKind("changes", "clock", "What changed lately", "Changed", USUAL, ("changes",), lines.changes),
    CardKind(
        "trouble",
        "warning",
        "Errors and crashes",
        "Errors",
        USUAL,
        ("faulty_devices", "crashes"),
        lines.trouble,
        lines.has_trouble,
    ),
    CardKind(
        "printers",
        "printer",
        "Printers",
        "Printers",
        USUAL,
        ("printers",),
        lines.printers,
        lines.cannot_print,
    ),
    CardKind(
        "screens",
        "screenshot",
        "Screens and graphics",
        "Screens",
        USUAL,
        ("displays", "graphics"),
        lines.screens,
    ),
    CardKind(
        "battery", "battery", "Battery", "Battery", USUAL, ("battery",), lines.battery, lines.battery_is_worn
    ),
    CardKind("busiest", "slow", "Busiest programs", "Busiest", USUAL, ("busiest",), lines.busiest),
    CardKind("updates", "download", "Updates", "Updates", USUAL, ("updates",), lines.updates),
    CardKind(
        "security",
        "lock",
        "Protection",
        "Protection",
        USUAL,
        ("security",),
        lines.security,
        lines.is_unprotected,
    ),
    CardKind("remote", "eye", "Remote support", "Remote", USUAL, ("remote_support",), lines.remote),
)
_SYMPTOM = (
    CardKind(
        "checks",
        "check",
        "What was checked",
        "Checked",
        SYMPTOM,
        ("checks",),
        lines.checks,
        lines.found_fault,
    ),
    CardKind("log", "note", "System's log", "Log", SYMPTOM, ("system_log",), lines.log),
    CardKind("software", "app", "Installed programs", "Installed", SYMPTOM, ("software",), lines.software),
    CardKind(
        "whole_network",
        "network",
        "Network in detail",
        "In detail",
        SYMPTOM,
        ("adapters", "vpn", "gateway"),
        lines.whole_network,
    ),
    CardKind(
        "disk_health",
        "disk",
        "Health of the disks",
        "Disk health",
        SYMPTOM,
        ("disk_health",),
        lines.disk_health,
        lines.disk_is_dying,
    ),
    CardKind("sound", "sound", "Sound and camera", "Sound", SYMPTOM, ("sound",), lines.sound),
    CardKind("usb", "plus", "Plugged-in devices", "Plugged-in devices", SYMPTOM, ("usb",), lines.usb),
    CardKind(
        "shares",
        "disk",
        "Network drives",
        "Drives",
        SYMPTOM,
        ("shares",),
        lines.shares,
        lines.drive_is_missing,
    ),
)
KINDS = (*_HERE, *_STATE, *_SYMPTOM)
"""In the order in which they are shown."""
