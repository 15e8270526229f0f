"""The program in front, asked of the X server. Wayland tells nobody."""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.linux.package_version import package_version
from itdesk.diagnostics.linux.session import session_kind
from itdesk.diagnostics.text_file import read_text

XPROP = "/usr/bin/xprop"
NEEDED = ("DISPLAY", "XAUTHORITY", "HOME")
LIMIT_S = 0.3


def read(
    environment: Mapping[str, str] | None = None,
    root: Path = Path("/"),
    version_of: Callable[[str], str] = package_version,
    xprop: str = XPROP,
) -> dict[str, object]:
    """Return the name of the program in front, and the version of its package. Raises NotAvailable.

    The version is known where the package is called like the program.
    """
    environment = os.environ if environment is None else environment
    if session_kind(environment) == "wayland":
        return {"application": None, "note": "Wayland tells no program which one is in front."}
    if not environment.get("DISPLAY"):
        raise NotAvailable("There is no desktop session.")
    known = {name: environment[name] for name in NEEDED if name in environment}
    window = parse_active_window(_ask(xprop, "-root", "_NET_ACTIVE_WINDOW", known=known))
    if window is None:
        return {"application": None, "note": "No window is in front."}
    properties = _ask(xprop, "-id", window, "WM_CLASS", "_NET_WM_PID", known=known)
    name = application_name(properties, root)
    return {"application": name, "version": version_of(name) if name else None}


def _ask(*command: str, known: Mapping[str, str]) -> str:
    return ask_tool(command, limit_s=LIMIT_S, environment=known)


def parse_active_window(printed: str) -> str | None:
    """Return the id of the window in front, None when there is none."""
    found = re.search(r"window id # (0x[0-9a-f]{1,8})", printed)
    return found[1] if found and int(found[1], 16) else None


def application_name(properties: str, root: Path = Path("/")) -> str | None:
    """Return the name of the window's program: that of its process, else the class that it gives itself."""
    pid = re.search(r"_NET_WM_PID\(CARDINAL\) = (\d{1,10})", properties)
    name = read_text(root / "proc" / pid[1] / "comm") if pid else ""
    given = re.search(r'WM_CLASS\(STRING\) = .*"([^"]*)"', properties)
    return name or (given[1] if given else None)
