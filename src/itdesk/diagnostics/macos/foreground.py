"""The application in front, by lsappinfo, which needs no permission."""

import re

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool

LSAPPINFO = "/usr/bin/lsappinfo"
LIMIT_S = 0.45


def read() -> dict[str, object]:
    """Return the name of the application in front. Raises NotAvailable."""
    front = ask_tool([LSAPPINFO, "front"], limit_s=LIMIT_S).strip()
    if not re.fullmatch(r"ASN:0x[0-9a-fA-F]+-0x[0-9a-fA-F]+:?", front):
        raise NotAvailable("No application is in front.")
    return {"application": parse_name(ask_tool([LSAPPINFO, "info", "-only", "name", front], limit_s=LIMIT_S))}


def parse_name(printed: str) -> str | None:
    """Return the name from a line like '"LSDisplayName"="Mail"'."""
    found = re.search(r'"(?:LSDisplayName|name)"\s*=\s*"([^"]*)"', printed)
    return found[1] if found else None
