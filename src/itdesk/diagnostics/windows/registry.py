"""Reads the local machine's registry."""

import sys
from typing import Protocol


class Registry(Protocol):
    """What is asked of the registry, below HKEY_LOCAL_MACHINE."""

    def value(self, key: str, name: str) -> object:
        """Return a value, None when it is not there or not for this user."""

    def exists(self, key: str) -> bool:
        """Return whether the key is there."""

    def subkeys(self, key: str) -> list[str]:
        """Return the names of the keys below, none when the key is not there."""


if sys.platform == "win32":
    import winreg

    ACCESS = winreg.KEY_READ | winreg.KEY_WOW64_64KEY

    class LocalMachine:
        """HKEY_LOCAL_MACHINE, in its 64-bit view."""

        def value(self, key: str, name: str) -> object:
            """Return a value, None when it is not there or not for this user."""
            try:
                with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key, 0, ACCESS) as opened:
                    return winreg.QueryValueEx(opened, name)[0]
            except OSError:
                return None

        def exists(self, key: str) -> bool:
            """Return whether the key is there."""
            try:
                winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key, 0, ACCESS).Close()
            except OSError as error:
                return isinstance(error, PermissionError)
            return True

        def subkeys(self, key: str) -> list[str]:
            """Return the names of the keys below, none when the key is not there."""
            try:
                with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key, 0, ACCESS) as opened:
                    return [winreg.EnumKey(opened, index) for index in range(winreg.QueryInfoKey(opened)[0])]
            except OSError:
                return []

else:

    class LocalMachine:
        """An empty registry: this is not Windows."""

        def value(self, key: str, name: str) -> object:
            """Return None."""
            return None

        def exists(self, key: str) -> bool:
            """Return False."""
            return False

        def subkeys(self, key: str) -> list[str]:
            """Return nothing."""
            return []


def text(registry: Registry, key: str, name: str) -> str:
    """Return a value as text, "" when it is not there or of another type."""
    value = registry.value(key, name)
    return value.strip("\0 ") if isinstance(value, str) else ""
