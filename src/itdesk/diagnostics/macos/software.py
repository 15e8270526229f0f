"""The installed programs, by system_profiler; where that takes too long, by the folders of programs."""

import re
from collections.abc import Iterable
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.macos.bundle import read_bundle
from itdesk.diagnostics.macos.item import Item, first_text
from itdesk.diagnostics.macos.system_profiler import Items, ask_profiler, parse_items
from itdesk.diagnostics.text_file import entries

DATA_TYPE = "SPApplicationsDataType"
LIMIT_S = 20.0
OUTPUT_BYTES = 8 * 1024 * 1024
FOLDERS = ("/Applications", "/Applications/Utilities")
OF_PERSON = "Applications"
PARTS_OF_MACOS = "/System/Library/"
SOURCES = {"apple": "macOS", "mac_app_store": "App Store", "identified_developer": "Developer"}
SIGNER = re.compile(r"Developer ID Application: (?P<name>.{1,200}?)(?: \(\w{10}\))?")
APPLE = ("Software Signing", "macOS Software Signing")
DAY_CHARS = len("2026-01-31")


def read() -> dict[str, object]:
    """Return the installed programs. Raises NotAvailable."""
    try:
        return {"programs": _rows(ask_profiler(DATA_TYPE, limit_s=LIMIT_S, most_bytes=OUTPUT_BYTES))}
    except NotAvailable:
        rows = read_folders([*map(Path, FOLDERS), Path.home() / OF_PERSON])
        if rows:
            return {"programs": rows}
        raise


def parse_programs(printed: str) -> dict[str, object]:
    """Return the programs of system_profiler's JSON, without macOS's own parts. Raises NotAvailable."""
    return {"programs": _rows(parse_items(printed, DATA_TYPE))}


def read_folders(folders: Iterable[Path]) -> list[dict[str, object]]:
    """Return the programs that lie in these folders."""
    bundles = [entry for folder in folders for entry in entries(folder) if entry.suffix == ".app"]
    return [{"name": bundle.stem, "version": read_bundle(bundle).version} for bundle in bundles]


def _rows(items: Items) -> list[dict[str, object]]:
    own = (item for item in items if not first_text(item, "path").startswith(PARTS_OF_MACOS))
    return [_row(item) for item in own if first_text(item, "_name")]


def _row(item: Item) -> dict[str, object]:
    row = {
        "name": first_text(item, "_name"),
        "version": first_text(item, "version"),
        "publisher": _publisher(item.get("signed_by")),
        "installed_at": first_text(item, "lastModified")[:DAY_CHARS],
        "source": SOURCES.get(first_text(item, "obtained_from"), ""),
    }
    return {name: value for name, value in row.items() if value}


def _publisher(signers: object) -> str:
    """Return who signed the program: the first of the chain. The App Store signs in its own name."""
    first = signers[0] if isinstance(signers, list) and signers else ""
    if not isinstance(first, str):
        return ""
    found = SIGNER.fullmatch(first)
    return found["name"] if found else "Apple" if first in APPLE else ""
