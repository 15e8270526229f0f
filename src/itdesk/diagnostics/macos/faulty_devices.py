"""What is in error on a Mac: system extensions, memory, disks; agents that ended with an error.

macOS has no list of devices in error. Errors of the hardware stand in its log alone, which takes too long to
search each time: the probe system_log does.
"""

from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.macos import disk_health
from itdesk.diagnostics.macos.item import first_text
from itdesk.diagnostics.macos.parts import together
from itdesk.diagnostics.macos.system_extensions import ENABLED, Extension, read_extensions
from itdesk.diagnostics.macos.system_profiler import Items, ask_profiler, parse_items, tree

LAUNCHCTL = ("/bin/launchctl", "list")
MEMORY_TYPE = "SPMemoryDataType"
LIMIT_S = 0.8
MEMORY_LIMIT_S = 1.5
MEMORY_IS_FINE = frozenset({"ok", "empty", ""})
LABEL_COLUMNS = 3
NOT_TOLD = ("com.apple.", "application.", "Label")
"""macOS's own agents end with errors on healthy Macs; an "application." is a running program."""
ENDED_WELL = frozenset({"0", "-9", "-15"})
"""Those ended by SIGKILL and SIGTERM were told to."""
PROBLEMS = {
    "activated waiting for user": "It waits to be allowed in the system settings.",
    "activated disabled": "It is switched off in the system settings.",
    "terminated waiting to uninstall on reboot": "It waits for a restart to be removed.",
}


def read() -> dict[str, object]:
    """Return what is in error. Raises NotAvailable when nothing tells."""
    told = together(
        lambda: {"extensions": faulty_extensions(read_extensions())},
        lambda: {"memory": _faulty_memory(ask_profiler(MEMORY_TYPE, limit_s=MEMORY_LIMIT_S))},
        lambda: {"disks": disk_health.failing(disk_health.read_disks())},
        lambda: {"services": parse_services(ask_tool(LAUNCHCTL, limit_s=LIMIT_S))},
    )
    parts = (told.get(part) for part in ("extensions", "memory", "disks"))
    devices = [row for rows in parts if isinstance(rows, list) for row in rows]
    return {"devices": devices} | {name: told[name] for name in ("services",) if name in told}


def faulty_extensions(extensions: tuple[Extension, ...]) -> list[dict[str, object]]:
    """Return the extensions that do not run, and why."""
    return [
        {
            "name": extension.name,
            "problem": PROBLEMS.get(extension.state, extension.state),
            "driver_version": extension.version,
        }
        for extension in extensions
        if extension.state != ENABLED
    ]


def parse_memory(printed: str) -> list[dict[str, object]]:
    """Return the memory modules in error of system_profiler's JSON. Raises NotAvailable."""
    return _faulty_memory(parse_items(printed, MEMORY_TYPE))


def _faulty_memory(items: Items) -> list[dict[str, object]]:
    return [
        {"name": first_text(item, "_name"), "problem": f"Memory: {status}"}
        for item, _ in tree(items)
        if (status := first_text(item, "dimm_status")).lower() not in MEMORY_IS_FINE
    ]


def parse_services(printed: str) -> list[str]:
    """Return the agents of other makers that have ended with an error, of `launchctl list`."""
    rows = [line.split("\t", LABEL_COLUMNS) for line in printed.splitlines()]
    return [
        f"{label} ({code})"
        for pid, code, label in (row for row in rows if len(row) == LABEL_COLUMNS)
        if pid == "-" and code not in ENDED_WELL and not label.startswith(NOT_TOLD)
    ]
