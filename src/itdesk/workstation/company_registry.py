"""What the company and the installer say on Windows: values of three keys of the registry."""

import sys
from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from itdesk.settings import BY_NAME, Layer, Problem, Source, typed
from itdesk.workstation.settings_toml import Read

POLICIES = r"Software\Policies\itdesk"
INSTALLED = r"Software\itdesk"
BOTH_BITS = {0: False, 1: True}


class Hive(StrEnum):
    """Whose part of the registry it is."""

    MACHINE = "HKLM"
    USER = "HKCU"


class Registry(Protocol):
    """Something that lists the values of a key."""

    def values(self, hive: Hive, path: str) -> Mapping[str, object]:
        """Return the values by name; none where the key is missing. Raises OSError."""


PLACES = (
    (Source.POLICY, Hive.MACHINE, POLICIES),
    (Source.USER_POLICY, Hive.USER, POLICIES),
    (Source.INSTALLER, Hive.MACHINE, INSTALLED),
)


def registry_layers(registry: Registry) -> list[Read]:
    """Return what stands in the registry. Never fails: a key that cannot be read is a problem."""
    return [_read(registry, source, hive, path) for source, hive, path in PLACES]


def _read(registry: Registry, source: Source, hive: Hive, path: str) -> Read:
    origin = f"{hive}\\{path}"
    try:
        found = registry.values(hive, path)
    except OSError as error:
        problem = Problem(origin=origin, key="*", got=f"unreadable ({error})", expected="a key with values")
        return Layer(source=source, origin=origin, values={}), (problem,)
    named = ((name.lower(), value) for name, value in found.items() if value != "")
    values = {name: _typed(name, value) for name, value in named}
    return Layer(source=source, origin=origin, values=values), ()


def _typed(name: str, value: object) -> object:
    """Return a number or a text as a truth value where the setting is one; lists are lines."""
    declaration = BY_NAME.get(name)
    if isinstance(value, list):
        return "\n".join(str(line) for line in value)
    if declaration is not None and isinstance(declaration.default, bool) and isinstance(value, int):
        return BOTH_BITS.get(value, value)
    return typed(declaration, value) if declaration is not None and isinstance(value, str) else value


if sys.platform == "win32":
    import winreg

    class WindowsRegistry:
        """The real one, as 64-bit programs see it."""

        def values(self, hive: Hive, path: str) -> Mapping[str, object]:
            """Return the values by name."""
            root = winreg.HKEY_LOCAL_MACHINE if hive is Hive.MACHINE else winreg.HKEY_CURRENT_USER
            try:
                with winreg.OpenKey(root, path, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
                    count = winreg.QueryInfoKey(key)[1]
                    named = (winreg.EnumValue(key, at) for at in range(count))
                    return {name: value for name, value, _ in named if name}
            except FileNotFoundError:
                return {}
