"""The graphics cards that the kernel knows, and the drivers it has given them."""

import os
import platform
import re
from collections.abc import Iterator
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux.hardware_ids import hardware_name
from itdesk.diagnostics.linux.uevent import read_uevent
from itdesk.diagnostics.text_file import entries, link_name, read_text

DISPLAY_CLASS = "0x03"


def read(root: Path = Path("/")) -> dict[str, object]:
    """Return the graphics cards. Raises NotAvailable when there is none."""
    adapters = [_describe(device, root) for device in devices(root)]
    if not adapters:
        raise NotAvailable("This computer shows no graphics card.")
    return {"adapters": adapters}


def devices(root: Path = Path("/")) -> list[Path]:
    """Return the folders of the graphics devices: those on the PCI bus, and others that draw."""
    found = {device.name: device for device in (*_on_the_bus(root), *_that_draw(root))}
    return list(found.values())


def _on_the_bus(root: Path) -> Iterator[Path]:
    for device in entries(root / "sys/bus/pci/devices"):
        if read_text(device / "class").startswith(DISPLAY_CLASS):
            yield device


def _that_draw(root: Path) -> Iterator[Path]:
    for card in entries(root / "sys/class/drm"):
        if re.fullmatch(r"card\d+", card.name):
            yield Path(os.path.realpath(card / "device"))  # unlike Path.resolve it bears a loop


def _describe(device: Path, root: Path) -> dict[str, object]:
    driver = link_name(device / "driver")
    # A driver without a version of its own belongs to the kernel.
    version = read_text(root / "sys/module" / driver / "version") if driver else ""
    return {
        "name": _name(device, root),
        "driver": driver,
        "driver_version": version or (platform.release() if driver else ""),
    }


def _name(device: Path, root: Path) -> str:
    event = read_uevent(device)
    vendor, _, number = event.get("PCI_ID", "").partition(":")
    if vendor:
        return hardware_name(root, "pci.ids", vendor, number)
    return event.get("OF_COMPATIBLE_0") or device.name
