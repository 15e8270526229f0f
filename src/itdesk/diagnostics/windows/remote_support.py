"""Programs for remote support and their numbers, by the registry and their own files."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from itdesk.diagnostics.anywhere.remote_support import (
    SupportTool,
    anydesk_number,
    rustdesk_number,
    tools_told,
)
from itdesk.diagnostics.text_file import entries, read_text
from itdesk.diagnostics.windows.registry import Registry, text
from itdesk.diagnostics.windows.software import KEY as UNINSTALL_KEY

TEAMVIEWER_KEY = r"SOFTWARE\TeamViewer"
MESH_KEY = r"SOFTWARE\Open Source\Mesh Agent"
LISTED = {
    "AnyDesk": "anydesk",
    "RustDesk": "rustdesk",
    "TeamViewer": "teamviewer",
    "MeshCentral": "mesh agent",
}
"""The programs, and how their names in the list of installed programs begin."""


def folders(environment: Mapping[str, str] | None = None) -> list[Path]:
    """Return the folders in which programs keep settings, for everybody and for this person."""
    environment = os.environ if environment is None else environment
    return [Path(environment[name]) for name in ("PROGRAMDATA", "APPDATA") if environment.get(name)]


def read(registries: Sequence[Registry], settings: Sequence[Path]) -> dict[str, object]:
    """Return the programs that are installed or have a number on this computer."""
    numbers = {
        "TeamViewer": _teamviewer(registries),
        "AnyDesk": _number_in(_anydesk_files(settings), anydesk_number),
        "RustDesk": _number_in([_rustdesk_file(folder) for folder in settings], rustdesk_number),
        "MeshCentral": next(filter(None, (text(each, MESH_KEY, "NodeId") for each in registries)), ""),
    }
    return tools_told(_tools(registries, numbers))


def _tools(registries: Sequence[Registry], numbers: Mapping[str, str]) -> Iterator[SupportTool]:
    for name, shown in LISTED.items():
        version = _version(registries, shown)
        if numbers[name] or version is not None:
            yield SupportTool(name, numbers[name], version or "")


def _rustdesk_file(folder: Path) -> Path:
    return folder / "RustDesk" / "config" / "RustDesk.toml"


def _teamviewer(registries: Sequence[Registry]) -> str:
    """Return the number of TeamViewer; versions before 10 kept it in a key of their own."""
    for registry in registries:
        older = [name for name in registry.subkeys(TEAMVIEWER_KEY) if name.startswith("Version")]
        for key in (TEAMVIEWER_KEY, *(rf"{TEAMVIEWER_KEY}\{name}" for name in older)):
            number = registry.value(key, "ClientID")
            if isinstance(number, int) and number:
                return str(number)
    return ""


def _anydesk_files(settings: Sequence[Path]) -> list[Path]:
    """Return AnyDesk's files: a company's own edition has a folder of its own."""
    found = [folder / "AnyDesk" / "system.conf" for folder in settings]
    for folder in settings:
        found += [own / "system.conf" for own in entries(folder / "AnyDesk") if own.name.startswith("ad_")]
    return found


def _number_in(files: Sequence[Path], number_in: Callable[[str], str]) -> str:
    return next(filter(None, (number_in(read_text(file)) for file in files)), "")


def _version(registries: Sequence[Registry], name: str) -> str | None:
    """Return the version of an installed program, None when it is not installed."""
    for registry in registries:
        for key in registry.subkeys(UNINSTALL_KEY):
            shown = text(registry, rf"{UNINSTALL_KEY}\{key}", "DisplayName")
            if shown.casefold().startswith(name):
                return text(registry, rf"{UNINSTALL_KEY}\{key}", "DisplayVersion")
    return None
