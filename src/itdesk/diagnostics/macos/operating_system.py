"""Which macOS this is."""

import platform
import re

from itdesk.diagnostics.command import ask_tool

SW_VERS = "/usr/bin/sw_vers"


def read() -> dict[str, object]:
    """Return what sw_vers says. Raises NotAvailable."""
    return parse_sw_vers(ask_tool([SW_VERS])) | {"architecture": platform.machine()}


def parse_sw_vers(printed: str) -> dict[str, object]:
    """Return name, version and build from lines like "ProductVersion: 14.5"."""
    told = dict(re.findall(r"(?m)^(\w+):\s*(.*?)\s*$", printed))
    version = " ".join(filter(None, [told.get("ProductVersion"), told.get("ProductVersionExtra")]))
    return {"name": told.get("ProductName", "macOS"), "version": version, "build": told.get("BuildVersion")}
