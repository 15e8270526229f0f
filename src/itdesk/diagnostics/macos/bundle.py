"""Programs as macOS keeps them: folders with an Info.plist inside."""

from dataclasses import dataclass
from pathlib import Path

from itdesk.diagnostics.macos.item import as_item, first_text
from itdesk.diagnostics.macos.parts import if_told
from itdesk.diagnostics.macos.property_list import parse_plist, read_plist

INFO_BYTES = 256 * 1024


@dataclass(frozen=True)
class Bundle:
    """What a program says of itself, "" where it does not."""

    name: str = ""
    version: str = ""


def read_bundle(folder: Path) -> Bundle:
    """Return what the program in this folder says of itself."""
    return if_told(lambda: _bundle(read_plist(folder / "Contents" / "Info.plist", INFO_BYTES)), Bundle())


def parse_info(content: bytes) -> Bundle:
    """Return what an Info.plist says. Raises NotAvailable when it is none."""
    return _bundle(parse_plist(content))


def _bundle(told: object) -> Bundle:
    info = as_item(told)
    return Bundle(
        name=first_text(info, "CFBundleDisplayName", "CFBundleName"),
        version=first_text(info, "CFBundleShortVersionString", "CFBundleVersion"),
    )
