"""What protects a Mac. It has no TPM: its own security chip decides what may start it."""

import re

from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.macos.item import first_text
from itdesk.diagnostics.macos.parts import together
from itdesk.diagnostics.macos.system_extensions import ENABLED, Extension, read_extensions
from itdesk.diagnostics.macos.system_profiler import Items, ask_profiler, parse_items

FILEVAULT = ("/usr/bin/fdesetup", "status")
FIREWALL = ("/usr/libexec/ApplicationFirewall/socketfilterfw", "--getglobalstate")
STARTUP_TYPE = "SPiBridgeDataType"
LIMIT_S = 0.8
STARTUP_LIMIT_S = 1.5
FIREWALL_NAME = "macOS"
ANTIVIRUS = "endpoint_security"
STARTUP = {
    "full security": True,
    "medium security": True,
    "reduced security": True,
    "permissive security": False,
    "no security": False,
}


def read() -> dict[str, object]:
    """Return what protects this computer. Raises NotAvailable when nothing tells."""
    return together(
        lambda: parse_firewall(ask_tool(FIREWALL, limit_s=LIMIT_S)),
        lambda: parse_filevault(ask_tool(FILEVAULT, limit_s=LIMIT_S, may_fail=True)),
        lambda: {"antivirus": antivirus(read_extensions())},
        lambda: _startup(ask_profiler(STARTUP_TYPE, limit_s=STARTUP_LIMIT_S)),
    )


def parse_firewall(printed: str) -> dict[str, object]:
    """Return the firewall of a sentence like "Firewall is enabled. (State = 1)"; nothing of another."""
    state = re.search(r"\(State = (\d)\)", printed)
    return {"firewall": state[1] != "0", "firewall_name": FIREWALL_NAME} if state else {}


def parse_filevault(printed: str) -> dict[str, object]:
    """Return whether the disk is encrypted, of a sentence like "FileVault is On."; nothing of another."""
    state = re.search(r"FileVault is (On|Off)\b", printed)
    return {"disk_encrypted": state[1] == "On"} if state else {}


def parse_startup(printed: str) -> dict[str, object]:
    """Return Secure Boot of system_profiler's JSON, nothing on a Mac without it. Raises NotAvailable."""
    return _startup(parse_items(printed, STARTUP_TYPE))


def antivirus(extensions: tuple[Extension, ...]) -> list[dict[str, object]]:
    """Return the antivirus programs: they alone have extensions of that category. None tells its age."""
    rows: dict[str, dict[str, object]] = {}
    for extension in extensions:
        if extension.category == ANTIVIRUS:
            # An old version may wait beside the one in use for a restart to go.
            known = rows.get(extension.name, {}).get("enabled", False)
            rows[extension.name] = {"name": extension.name, "enabled": known or extension.state == ENABLED}
    return list(rows.values())


def _startup(items: Items) -> dict[str, object]:
    for item in items:
        level = STARTUP.get(first_text(item, "ibridge_secure_boot").lower())
        if level is not None:
            return {"secure_boot": level}
    return {}
