"""Programs for remote support, and the numbers that they keep in files which everybody may read."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from itdesk.diagnostics.anywhere.remote_support import (
    SupportTool,
    anydesk_number,
    rustdesk_number,
    tools_told,
)
from itdesk.diagnostics.macos.bundle import read_bundle
from itdesk.diagnostics.macos.item import as_item
from itdesk.diagnostics.macos.parts import if_told
from itdesk.diagnostics.macos.property_list import parse_plist, read_plist
from itdesk.diagnostics.text_file import is_there, read_text

PLACES = {  # where the program itself lies
    "TeamViewer": tuple(f"Applications/TeamViewer{kind}.app" for kind in ("", "Host", "QS")),
    "AnyDesk": ("Applications/AnyDesk.app",),
    "RustDesk": ("Applications/RustDesk.app",),
    "Splashtop": ("Applications/Splashtop Streamer.app",),
    "Zoho Assist": ("Applications/Zoho Assist.app",),
    "DWService": ("Applications/DWAgent.app",),
    "MeshCentral": ("usr/local/mesh_services/meshagent", "opt/tacticalmesh/meshagent"),
    "Chrome Remote Desktop": ("Library/PrivilegedHelperTools/ChromeRemoteDesktopHost.bundle",),
}
TEAMVIEWER_FILES = (
    "Library/Preferences/com.teamviewer.teamviewer.preferences.plist",
    "Library/Preferences/com.teamviewer.teamviewer.preferences.Machine.plist",
)
TEAMVIEWER_KEYS = ("ClientID", "ClientID_64")
TEAMVIEWER_DIGITS = 16
RUSTDESK_FILE = "Library/Preferences/com.carriez.RustDesk/RustDesk.toml"


@dataclass(frozen=True)
class Places:
    """Where to look: the root of the system, the person's folder."""

    root: Path
    home: Path


def read() -> dict[str, object]:
    """Return the programs for remote support on this Mac."""
    return find_tools(Places(Path("/"), Path.home()))


def find_tools(places: Places) -> dict[str, object]:
    """Return those of the known programs that are there, with their numbers where those are known."""
    return tools_told(_present(places))


def _present(places: Places) -> Iterator[SupportTool]:
    numbers = {"TeamViewer": _teamviewer, "AnyDesk": _anydesk, "RustDesk": _rustdesk}
    for name, paths in PLACES.items():
        for folder in filter(is_there, (places.root / path for path in paths)):
            number = numbers[name](places) if name in numbers else ""
            yield SupportTool(name, number, read_bundle(folder).version)


def parse_teamviewer(content: bytes) -> str:
    """Return the number in TeamViewer's settings, "" without one. Raises NotAvailable."""
    return _teamviewer_number(parse_plist(content))


def _teamviewer_number(settings: object) -> str:
    values = (as_item(settings).get(key) for key in TEAMVIEWER_KEYS)
    numbers = (value for value in values if isinstance(value, int) and not isinstance(value, bool))
    return next((str(number) for number in numbers if 0 < number < 10**TEAMVIEWER_DIGITS), "")


def _teamviewer(places: Places) -> str:
    files = [base / path for base in (places.root, places.home) for path in TEAMVIEWER_FILES]
    return next(
        filter(None, (_teamviewer_number(if_told(partial(read_plist, file), None)) for file in files)), ""
    )


def _anydesk(places: Places) -> str:
    files = (places.root / "etc/anydesk/system.conf", places.home / ".anydesk/system.conf")
    return next(filter(None, (anydesk_number(read_text(file)) for file in files)), "")


def _rustdesk(places: Places) -> str:
    return rustdesk_number(read_text(places.home / RUSTDESK_FILE))
