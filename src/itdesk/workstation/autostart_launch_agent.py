"""What starts with the desktop on macOS: launch agents."""

import plistlib
from collections.abc import Sequence
from pathlib import Path

from itdesk.workstation.autostart import Autostart, SetBy
from itdesk.workstation.private_file import write_private

LABEL = "org.itdesk.desktop"
FILE_NAME = f"{LABEL}.plist"
SHARED = Path("/Library/LaunchAgents")


class LaunchAgents:
    """A file of the person's own, or one of IT's, which she cannot switch off."""

    def __init__(self, command: Sequence[str], *, own: Path | None = None, shared: Path = SHARED) -> None:
        self._own = (own or Path.home() / "Library" / "LaunchAgents") / FILE_NAME
        self._shared = shared / FILE_NAME
        self._command = command

    def state(self) -> Autostart:
        """Return how it is now. Raises OSError."""
        if _starts(self._shared):
            return Autostart(is_on=True, set_by=SetBy.MACHINE, may_change=False)
        return Autostart(is_on=_starts(self._own))

    def switch(self, *, is_on: bool) -> None:
        """Switch this person's start on or off, from the next login. Raises OSError."""
        if not is_on:
            self._own.unlink(missing_ok=True)
            return
        self._own.parent.mkdir(parents=True, exist_ok=True)
        write_private(self._own, agent(self._command))


def agent(command: Sequence[str]) -> bytes:
    """Return the launch agent that starts `command` at login."""
    return plistlib.dumps(
        {
            "Label": LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
    )


def _starts(path: Path) -> bool:
    try:
        document = plistlib.loads(path.read_bytes())
    except FileNotFoundError:
        return False
    except Exception:  # noqa: BLE001 - a damaged list raises whatever its parser meets, and starts nothing
        return False
    return isinstance(document, dict) and document.get("RunAtLoad") is True and not document.get("Disabled")
