"""Programs for remote support, and the numbers that they keep in files which everybody may read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from itdesk.diagnostics.macos.bundle import read_bundle
from itdesk.diagnostics.macos.item import as_item
from itdesk.diagnostics.macos.parts import if_told
from itdesk.diagnostics.macos.property_list import parse_plist, read_plist
from itdesk.diagnostics.text_file import is_there, read_text

TEAMVIEWER_PLISTS = (
    "Library/Preferences/com.teamviewer.teamviewer.preferences.plist",
    "Library/Preferences/com.teamviewer.teamviewer.preferences.Machine.plist",
)
TEAMVIEWER_KEYS = ("ClientID", "ClientID_64")
ANYDESK_FILES = ("etc/anydesk/system.conf", "etc/anydesk/service.conf")
ANYDESK_OF_PERSON = (".anydesk/system.conf", ".anydesk/service.conf")
ANYDESK_ID = re.compile(r"(?m)^ad\.anynet\.id=(\d{1,12})\s*$")
RUSTDESK_FILE = "Library/Preferences/com.carriez.RustDesk/RustDesk.toml"
RUSTDESK_ID = re.compile(r"(?m)^id = ['\"](\d{1,12})['\"]\s*$")
ID_DIGITS = 12


@dataclass(frozen=True)
class Places:
    """Where to look: the root of the system, the person's folder."""

    root: Path = Path("/")
    home: Path = Path("/var/empty")


@dataclass(frozen=True)
class Tool:
    """A program, where it lies below the root, and how its number is found."""

    name: str
    paths: tuple[str, ...]
    read_id: Callable[[Places], str] = lambda _: ""


def read() -> dict[str, object]:
    """Return the programs for remote support on this Mac."""
    return {"tools": find_tools(Places(home=Path.home()))}


def find_tools(places: Places) -> list[dict[str, object]]:
    """Return those of the known programs that are there."""
    rows = []
    for tool in known_tools():
        found = [path for path in (places.root / path for path in tool.paths) if is_there(path)]
        if found:
            version = read_bundle(found[0]).version
            rows.append({"name": tool.name, "id": tool.read_id(places), "version": version})
    return [{name: value for name, value in row.items() if value} for row in rows]


def known_tools() -> tuple[Tool, ...]:
    """Return the programs that are looked for."""
    return (
        Tool(
            "TeamViewer",
            (
                "Applications/TeamViewer.app",
                "Applications/TeamViewerHost.app",
                "Applications/TeamViewerQS.app",
            ),
            _teamviewer_id,
        ),
        Tool("AnyDesk", ("Applications/AnyDesk.app",), _anydesk_id),
        Tool("RustDesk", ("Applications/RustDesk.app",), _rustdesk_id),
        Tool("MeshCentral", ("usr/local/mesh_services/meshagent", "opt/tacticalmesh/meshagent")),
        Tool("Splashtop", ("Applications/Splashtop Streamer.app",)),
        Tool("Zoho Assist", ("Applications/Zoho Assist.app",)),
        Tool("DWService", ("Applications/DWAgent.app",)),
        Tool("Chrome Remote Desktop", ("Library/PrivilegedHelperTools/ChromeRemoteDesktopHost.bundle",)),
    )


def parse_teamviewer(content: bytes) -> str:
    """Return the number in TeamViewer's settings, "" without one. Raises NotAvailable."""
    return _teamviewer_number(parse_plist(content))


def parse_anydesk(content: str) -> str:
    """Return the number in AnyDesk's settings, "" without one."""
    found = ANYDESK_ID.search(content)
    return found[1] if found else ""


def parse_rustdesk(content: str) -> str:
    """Return the number in RustDesk's settings, "" where there is none or it is encrypted."""
    found = RUSTDESK_ID.search(content)
    return found[1] if found else ""


def _teamviewer_id(places: Places) -> str:
    files = [base / path for base in (places.root, places.home) for path in TEAMVIEWER_PLISTS]
    numbers = (_teamviewer_number(if_told(partial(read_plist, file), None)) for file in files)
    return next(filter(None, numbers), "")


def _teamviewer_number(settings: object) -> str:
    values = (as_item(settings).get(key) for key in TEAMVIEWER_KEYS)
    numbers = (value for value in values if isinstance(value, int) and not isinstance(value, bool))
    return next((str(number) for number in numbers if 0 < number < 10**ID_DIGITS), "")


def _anydesk_id(places: Places) -> str:
    files = [places.root / path for path in ANYDESK_FILES]
    files += [places.home / path for path in ANYDESK_OF_PERSON]
    return next(filter(None, (parse_anydesk(read_text(file)) for file in files)), "")


def _rustdesk_id(places: Places) -> str:
    return parse_rustdesk(read_text(places.home / RUSTDESK_FILE))
