"""Which macOS this is."""

import platform
import re
from collections.abc import Iterable

from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.macos.install_history import Installed, read_history
from itdesk.diagnostics.macos.parts import if_told

SW_VERS = "/usr/bin/sw_vers"


def read() -> dict[str, object]:
    """Return what sw_vers says, and since when macOS is on this Mac. Raises NotAvailable."""
    told = parse_sw_vers(ask_tool([SW_VERS])) | {"architecture": platform.machine()}
    return told | {"installed_at": installed_at(if_told(read_history, ()))}


def installed_at(history: Iterable[Installed]) -> str:
    """Return when macOS was installed first, in ISO 8601; "" where the history does not go back to that."""
    return next((entry.at for entry in history if entry.is_system), "")


def parse_sw_vers(printed: str) -> dict[str, object]:
    """Return name, version and build from lines like "ProductVersion: 14.5"."""
    told = dict(re.findall(r"(?m)^(\w+):\s*(.*?)\s*$", printed))
    version = " ".join(filter(None, [told.get("ProductVersion"), told.get("ProductVersionExtra")]))
    return {"name": told.get("ProductName", "macOS"), "version": version, "build": told.get("BuildVersion")}
