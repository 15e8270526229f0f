"""The session on Linux: its kind, desktop and language."""

import os
from collections.abc import Mapping
from pathlib import Path

from itdesk.diagnostics.anywhere.clock import zone_of_link
from itdesk.diagnostics.anywhere.session import posix_account
from itdesk.diagnostics.text_file import read_text


def read(environment: Mapping[str, str] | None = None, root: Path = Path("/")) -> dict[str, object]:
    """Return the session. Of the environment only five named variables are looked at."""
    environment = os.environ if environment is None else environment
    language = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG", "")
    return {
        **posix_account(),
        "kind": session_kind(environment),
        "desktop": environment.get("XDG_CURRENT_DESKTOP"),
        "language": language.partition(".")[0],
        "time_zone": zone_of_link(root / "etc/localtime") or read_text(root / "etc/timezone"),
    }


def session_kind(environment: Mapping[str, str]) -> str:
    """Return x11, wayland, remote or text."""
    if environment.get("SSH_CONNECTION"):
        return "remote"
    if environment.get("XDG_SESSION_TYPE") == "wayland" or environment.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "x11" if environment.get("DISPLAY") else "text"
