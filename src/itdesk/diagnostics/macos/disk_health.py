"""What the disks say about their own health, by diskutil, which needs no rights for it."""

from collections.abc import Iterable
from contextlib import suppress

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.macos.item import Item, as_item, first_text, number_of
from itdesk.diagnostics.macos.property_list import parse_plist

DISKUTIL = "/usr/sbin/diskutil"
LIMIT_S = 1.5
EACH_LIMIT_S = 1.0
MOST_DISKS = 8
HEALTH = {"verified": "ok", "failing": "failing"}
NVME = frozenset({"Apple Fabric", "PCI-Express", "PCI", "NVMe"})
DETAILS = "SMARTDeviceSpecificKeysMayVaryNotGuaranteed"
ZERO_CELSIUS_K = 273
PLAUSIBLE_K = range(200, 500)


def read() -> dict[str, object]:
    """Return the physical disks. Raises NotAvailable."""
    return {"disks": read_disks()}


def read_disks() -> list[dict[str, object]]:
    """Return a row for each physical disk. Raises NotAvailable."""
    names = parse_names(_ask("list", "-plist", "physical", limit_s=LIMIT_S))
    rows = []
    for name in names[:MOST_DISKS]:
        with suppress(NotAvailable):
            rows.append(parse_disk(_ask("info", "-plist", name, limit_s=EACH_LIMIT_S)))
    return rows


def failing(disks: Iterable[dict[str, object]]) -> list[dict[str, object]]:
    """Return those disks that are about to fail, as devices in error."""
    return [
        {"name": disk.get("model") or disk.get("name"), "problem": "The disk says that it is failing."}
        for disk in disks
        if disk.get("health") == "failing"
    ]


def parse_names(content: bytes) -> list[str]:
    """Return the names of the disks, like "disk0", of `diskutil list -plist`. Raises NotAvailable."""
    names = as_item(parse_plist(content)).get("WholeDisks")
    if not isinstance(names, list):
        raise NotAvailable("The tool diskutil named no disk.")
    return [name for name in names if isinstance(name, str) and _is_disk(name)]


def parse_disk(content: bytes) -> dict[str, object]:
    """Return one disk of `diskutil info -plist`. Raises NotAvailable when it is none."""
    told = as_item(parse_plist(content))
    name = first_text(told, "DeviceIdentifier")
    if not name:
        raise NotAvailable("The tool diskutil named no disk.")
    row = {
        "name": name,
        "model": first_text(told, "MediaName", "IORegistryEntryName"),
        "type": _kind(told),
        "size_bytes": number_of(told, "Size"),
        "health": HEALTH.get(first_text(told, "SMARTStatus").lower(), "unknown"),
        **_details(as_item(told.get(DETAILS))),
    }
    return {field: value for field, value in row.items() if value not in (None, "")}


def _ask(*arguments: str, limit_s: float) -> bytes:
    return ask_tool([DISKUTIL, *arguments], limit_s=limit_s).encode()


def _is_disk(name: str) -> bool:
    """Whether this can be handed to diskutil."""
    digits = name.removeprefix("disk")
    return digits != name and digits.isascii() and digits.isdigit()


def _kind(told: Item) -> str:
    is_solid = told.get("SolidState")
    if is_solid is True:
        return "nvme" if first_text(told, "BusProtocol") in NVME else "ssd"
    return "hdd" if is_solid is False and first_text(told, "BusProtocol") in {"SATA", "ATA"} else ""


def _details(told: Item) -> dict[str, object]:
    """Return wear and temperature (told in kelvin) of an NVMe disk where macOS shows them."""
    kelvin = number_of(told, "TEMPERATURE")
    is_plausible = kelvin is not None and int(kelvin) in PLAUSIBLE_K
    return {
        "wear_percent": number_of(told, "PERCENTAGE_USED"),
        "temperature_c": kelvin - ZERO_CELSIUS_K if kelvin is not None and is_plausible else None,
    }
