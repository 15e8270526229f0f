"""Whether the tray starts with the desktop: per person, reversible, and what IT has decided about it."""

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

NAME = "itdesk"
LAUNCHER = "itdesk-desktop"
"""The program that starts the tray without a console window."""


class SetBy(StrEnum):
    """Who has decided."""

    PERSON = "person"
    MACHINE = "machine"
    """IT has put an entry on this computer for everybody."""
    POLICY = "policy"
    """The setting `autostart` in the machine's policy, or in the environment."""


@dataclass(frozen=True, kw_only=True)
class Autostart:
    """How it is now. `may_change`: the person's own choice would count."""

    is_on: bool
    set_by: SetBy = SetBy.PERSON
    may_change: bool = True


class Entries(Protocol):
    """The places in which this platform keeps what starts with the desktop. All calls may raise OSError."""

    def state(self) -> Autostart:
        """Return how it is now."""

    def switch(self, *, is_on: bool) -> None:
        """Switch this person's start on or off."""


def autostart_state(entries: Entries, decided: str) -> Autostart:
    """Return how it is; `decided` is the setting `autostart`: "on", "off", or "" for the person's choice.

    Raises OSError.
    """
    if decided:
        return Autostart(is_on=decided == "on", set_by=SetBy.POLICY, may_change=False)
    return entries.state()


def follow_policy(entries: Entries, decided: str) -> None:
    """Make it so as IT has decided; nothing happens where it has not. Raises OSError."""
    if decided and entries.state().is_on is not (decided == "on"):
        entries.switch(is_on=decided == "on")


def entries_here(command: tuple[str, ...] | None = None) -> Entries:
    """Return this computer's places; `command` is what they start, by default the tray of this program."""
    command = command or tray_command(Path(sys.executable))
    if sys.platform == "win32":
        from itdesk.workstation.autostart_registry import RegistryEntries, RunKey

        return RegistryEntries(RunKey(), command)
    if sys.platform == "darwin":
        from itdesk.workstation.autostart_launch_agent import LaunchAgents

        return LaunchAgents(command)
    from itdesk.workstation.autostart_xdg import DesktopEntries, own_folder, shared_folders

    return DesktopEntries(own_folder(), shared_folders(), command)


def tray_command(program: Path) -> tuple[str, ...]:
    """Return the words that start the tray of an installation; `program` is its interpreter or program."""
    launcher = program.with_name(LAUNCHER + program.suffix)
    if launcher.exists():
        return (str(launcher),)
    if getattr(sys, "frozen", False):
        return (str(program), "tray")
    return (str(program), "-m", NAME, "tray")
