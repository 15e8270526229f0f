"""Names of hardware by its numbers, from the lists that distributions carry (pci.ids, usb.ids)."""

from collections.abc import Iterable
from pathlib import Path

from itdesk.diagnostics.text_file import read_lines

FOLDERS = ("usr/share/hwdata", "usr/share/misc", "var/lib/usbutils")
LIST_BYTES = 4 * 1024 * 1024


def hardware_name(root: Path, file: str, vendor: str, device: str) -> str:
    """Return maker and model of `vendor` and `device` (four hexadecimal digits each) by the list `file`.

    Where the list is missing, or does not know them, the numbers are told instead.
    """
    for folder in FOLDERS:
        names = parse_names(read_lines(root / folder / file, LIST_BYTES), vendor.lower(), device.lower())
        if names:
            return names
    return f"{vendor}:{device}"


def parse_names(lines: Iterable[str], vendor: str, device: str) -> str:
    """Return "maker model" of a list, the maker alone when it has no such model, "" without the maker."""
    maker = ""
    for line in lines:
        if not maker:
            maker = line[6:].strip() if line.startswith(f"{vendor}  ") else ""
        elif line.startswith(f"\t{device}  "):
            return f"{maker} {line[7:].strip()}"
        elif line and line[0] not in "\t#":
            break
    return maker
