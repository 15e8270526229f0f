"""The session on macOS."""

from pathlib import Path

from itdesk.diagnostics.anywhere.clock import zone_of_link
from itdesk.diagnostics.anywhere.session import posix_account
from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool


def read() -> dict[str, object]:
    """Return login, names, kind, language and time zone."""
    account = posix_account()
    try:
        on_console = ask_tool(["/usr/bin/stat", "-f", "%Su", "/dev/console"]).strip()
    except NotAvailable:
        on_console = ""
    return {
        **account,
        "kind": "console" if on_console == account.get("login") else "remote",
        "language": _language(),
        "time_zone": zone_of_link(Path("/etc/localtime")),
    }


def _language() -> str:
    try:
        return ask_tool(["/usr/bin/defaults", "read", "-g", "AppleLocale"]).strip()
    except NotAvailable:
        return ""
