"""Network drives, policies, and the computer's certificates that end soon.

Left out: the sign-in script, which stands in a file of root's; the profiles behind the policies, for
/usr/bin/profiles needs root; the certificates of the person's own keychain, which may ask for a password.
"""

import math
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.macos.certificate import Certificate, parse_pem
from itdesk.diagnostics.macos.parts import together
from itdesk.diagnostics.text_file import entries

MOUNT = ("/sbin/mount",)
CERTIFICATES = ("/usr/bin/security", "find-certificate", "-a", "-p", "/Library/Keychains/System.keychain")
POLICIES = Path("/Library/Managed Preferences")
LIMIT_S = 1.0
CERTIFICATES_LIMIT_S = 1.5
OUTPUT_BYTES = 1024 * 1024
LINE_CHARS = 2000
NETWORK = frozenset({"smbfs", "nfs", "afpfs", "webdav", "ftp", "cifs"})
LOGIN = re.compile(r"^(?P<scheme>\w{0,10}:?//)[^/]*@")
SOON = timedelta(days=30)
DAY_S = 86_400


def read() -> dict[str, object]:
    """Return network drives, policies and certificates. Raises NotAvailable when nothing tells."""
    return together(
        lambda: {"drives": parse_mounts(ask_tool(MOUNT, limit_s=LIMIT_S))},
        lambda: {"policies": read_policies(POLICIES)},
        lambda: {"certificates": _certificates()},
    )


def parse_mounts(printed: str) -> list[dict[str, object]]:
    """Return the network drives of `mount`, a line each: //login@host/share on /Volumes/share (smbfs, …)."""
    rows = (_drive(line[:LINE_CHARS]) for line in printed.splitlines())
    return [row for row in rows if row]


def _drive(line: str) -> dict[str, object]:
    where, opened, options = line.rpartition(" (")
    path, between, at = where.partition(" on ")
    kind = options.partition(",")[0].rstrip(")")
    if not (opened and between) or kind not in NETWORK:
        return {}
    return {"at": at, "path": LOGIN.sub(r"\g<scheme>", path), "type": kind, "connected": True}


def read_policies(folder: Path) -> list[str]:
    """Return which programs' settings the company manages, like "com.apple.screensaver"."""
    return [file.stem for file in entries(folder) if file.suffix == ".plist"]


def ending_soon(certificates: list[Certificate], now: datetime) -> list[dict[str, object]]:
    """Return the certificates that end within 30 days, or have ended, the first to end first."""
    soon = sorted((one for one in certificates if one.ends_at - now <= SOON), key=lambda one: one.ends_at)
    return [
        {
            "name": one.name,
            "ends_at": one.ends_at.isoformat(),
            "days_left": math.floor((one.ends_at - now).total_seconds() / DAY_S),
        }
        for one in soon
    ]


def _certificates() -> list[dict[str, object]]:
    printed = ask_tool(CERTIFICATES, limit_s=CERTIFICATES_LIMIT_S, most_bytes=OUTPUT_BYTES)
    return ending_soon(parse_pem(printed), datetime.now(UTC))
