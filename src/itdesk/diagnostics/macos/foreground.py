"""The application in front, by lsappinfo, which needs no permission."""

import re
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.macos.bundle import read_bundle
from itdesk.diagnostics.macos.parts import if_told

LSAPPINFO = "/usr/bin/lsappinfo"
LIMIT_S = 0.3


def read() -> dict[str, object]:
    """Return name and version of the application in front. Raises NotAvailable."""
    front = ask_tool([LSAPPINFO, "front"], limit_s=LIMIT_S).strip()
    if not re.fullmatch(r"ASN:0x[0-9a-fA-F]+-0x[0-9a-fA-F]+:?", front):
        raise NotAvailable("No application is in front.")
    name = parse_name(_info("name", front))
    folder = if_told(lambda: parse_folder(_info("bundlepath", front)), None)
    return {"application": name, "version": read_bundle(folder).version if folder else ""}


def _info(key: str, application: str) -> str:
    return ask_tool([LSAPPINFO, "info", "-only", key, application], limit_s=LIMIT_S)


def parse_name(printed: str) -> str | None:
    """Return the name from a line like '"LSDisplayName"="Mail"'."""
    found = re.search(r'"(?:LSDisplayName|name)"\s*=\s*"([^"]*)"', printed)
    return found[1] if found else None


def parse_folder(printed: str) -> Path | None:
    """Return the application's folder from a line like '"LSBundlePath"="/Applications/Mail.app"'."""
    found = re.search(r'"LSBundlePath"\s*=\s*"(/[^"\0]{1,1000})"', printed)
    return Path(found[1]) if found else None
