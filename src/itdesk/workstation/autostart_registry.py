"""What starts with the desktop on Windows: the registry's key Run, and what the task manager switched off."""

import subprocess
import sys
from collections.abc import Sequence
from typing import Protocol

from itdesk.workstation.autostart import NAME, Autostart, SetBy

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"


class Run(Protocol):
    """The entry of this program. All calls may raise OSError."""

    def machine(self) -> object:
        """Return what IT starts for everybody, None when it starts nothing."""

    def own(self) -> object:
        """Return what this person starts, None when she starts nothing."""

    def approved(self) -> object:
        """Return what the task manager noted about the person's entry, None when it noted nothing."""

    def write(self, command: str) -> None:
        """Start `command` for this person, whatever the task manager noted."""

    def remove(self) -> None:
        """Start nothing for this person."""


class RegistryEntries:
    """An entry of the person's own, or one of IT's, which she cannot switch off."""

    def __init__(self, run: Run, command: Sequence[str]) -> None:
        self._run = run
        self._command = subprocess.list2cmdline(command)

    def state(self) -> Autostart:
        """Return how it is now. Raises OSError."""
        if self._run.machine():
            return Autostart(is_on=True, set_by=SetBy.MACHINE, may_change=False)
        return Autostart(is_on=bool(self._run.own()) and not is_switched_off(self._run.approved()))

    def switch(self, *, is_on: bool) -> None:
        """Switch this person's start on or off. Raises OSError."""
        if is_on:
            self._run.write(self._command)
        else:
            self._run.remove()


def is_switched_off(noted: object) -> bool:
    """Return whether the task manager has switched an entry off: its first byte is odd then."""
    return isinstance(noted, bytes) and bool(noted) and noted[0] % 2 == 1


if sys.platform == "win32":
    import winreg

    class RunKey:
        """The real registry."""

        def machine(self) -> object:
            """Return what IT starts for everybody."""
            return _value(winreg.HKEY_LOCAL_MACHINE, RUN)

        def own(self) -> object:
            """Return what this person starts."""
            return _value(winreg.HKEY_CURRENT_USER, RUN)

        def approved(self) -> object:
            """Return what the task manager noted."""
            return _value(winreg.HKEY_CURRENT_USER, APPROVED)

        def write(self, command: str) -> None:
            """Start `command` for this person."""
            with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, RUN, 0, winreg.KEY_SET_VALUE) as key:
                winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, command)
            _delete(APPROVED)

        def remove(self) -> None:
            """Start nothing for this person."""
            _delete(RUN)
            _delete(APPROVED)

    def _value(root: int, path: str) -> object:
        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        try:
            with winreg.OpenKey(root, path, 0, access) as key:
                return winreg.QueryValueEx(key, NAME)[0]
        except FileNotFoundError:
            return None

    def _delete(path: str) -> None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path, 0, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, NAME)
        except FileNotFoundError:
            return
