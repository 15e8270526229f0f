"""Reads the registry: the local machine's in both views, and the person's own."""

import sys
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Protocol

FIRST_MOMENT = datetime(1601, 1, 1, tzinfo=UTC)
MOST_NAMES = 4096


class Registry(Protocol):
    """What is asked of one part of the registry. Keys are named without it."""

    def value(self, key: str, name: str) -> object:
        """Return a value, None when it is not there or not for this user."""

    def values(self, key: str) -> dict[str, object]:
        """Return the values of a key by name, none when the key is not there."""

    def exists(self, key: str) -> bool:
        """Return whether the key is there."""

    def subkeys(self, key: str) -> list[str]:
        """Return the names of the keys below, none when the key is not there."""

    def changed_at(self, key: str) -> datetime | None:
        """Return when the key was last written to, None when it is not there."""


class Place(Enum):
    """The parts of the registry."""

    LOCAL_MACHINE = "HKEY_LOCAL_MACHINE, in its 64-bit view"
    LOCAL_MACHINE_32 = "HKEY_LOCAL_MACHINE, as 32-bit programs see it"
    CURRENT_USER = "HKEY_CURRENT_USER"


if sys.platform == "win32":
    import winreg

    ROOTS = {
        Place.LOCAL_MACHINE: (winreg.HKEY_LOCAL_MACHINE, winreg.KEY_WOW64_64KEY),
        Place.LOCAL_MACHINE_32: (winreg.HKEY_LOCAL_MACHINE, winreg.KEY_WOW64_32KEY),
        Place.CURRENT_USER: (winreg.HKEY_CURRENT_USER, winreg.KEY_WOW64_64KEY),
    }

    class Hive:
        """One part of this computer's registry."""

        def __init__(self, place: Place = Place.LOCAL_MACHINE) -> None:
            self._root, self._view = ROOTS[place]

        def _open(self, key: str) -> winreg.HKEYType:
            return winreg.OpenKey(self._root, key, 0, winreg.KEY_READ | self._view)

        def value(self, key: str, name: str) -> object:
            """Return a value, None when it is not there or not for this user."""
            try:
                with self._open(key) as opened:
                    return winreg.QueryValueEx(opened, name)[0]
            except OSError:
                return None

        def values(self, key: str) -> dict[str, object]:
            """Return the values of a key by name, none when the key is not there."""
            try:
                with self._open(key) as opened:
                    count = min(winreg.QueryInfoKey(opened)[1], MOST_NAMES)
                    return {name: value for name, value, _ in (_at(opened, index) for index in range(count))}
            except OSError:
                return {}

        def exists(self, key: str) -> bool:
            """Return whether the key is there."""
            try:
                self._open(key).Close()
            except OSError as error:
                return isinstance(error, PermissionError)
            return True

        def subkeys(self, key: str) -> list[str]:
            """Return the names of the keys below, none when the key is not there."""
            try:
                with self._open(key) as opened:
                    count = min(winreg.QueryInfoKey(opened)[0], MOST_NAMES)
                    return [winreg.EnumKey(opened, index) for index in range(count)]
            except OSError:
                return []

        def changed_at(self, key: str) -> datetime | None:
            """Return when the key was last written to, None when it is not there."""
            try:
                with self._open(key) as opened:
                    return filetime(winreg.QueryInfoKey(opened)[2])
            except OSError:
                return None

    def _at(opened: winreg.HKEYType, index: int) -> tuple[str, object, int]:
        return winreg.EnumValue(opened, index)

else:

    class Hive:
        """An empty registry: this is not Windows."""

        def __init__(self, place: Place = Place.LOCAL_MACHINE) -> None:
            self._place = place

        def value(self, key: str, name: str) -> object:
            """Return None."""
            return None

        def values(self, key: str) -> dict[str, object]:
            """Return nothing."""
            return {}

        def exists(self, key: str) -> bool:
            """Return False."""
            return False

        def subkeys(self, key: str) -> list[str]:
            """Return nothing."""
            return []

        def changed_at(self, key: str) -> datetime | None:
            """Return None."""
            return None


def text(registry: Registry, key: str, name: str) -> str:
    """Return a value as text, "" when it is not there or of another type."""
    value = registry.value(key, name)
    return value.strip("\0 ") if isinstance(value, str) else ""


def filetime(ticks: object) -> datetime | None:
    """Return a number of 100 ns since 1601 as a moment, None when it is none."""
    if isinstance(ticks, bool) or not isinstance(ticks, int) or ticks <= 0:
        return None
    try:
        return FIRST_MOMENT + timedelta(microseconds=ticks // 10)
    except OverflowError:
        return None
