"""What is plugged into this Linux."""

import re
from pathlib import Path

from itdesk.diagnostics.linux.edid import parse_edid
from itdesk.diagnostics.linux.hardware_ids import hardware_name
from itdesk.diagnostics.text_file import entries, read_bytes, read_text

DOCK = re.compile(r"\bdock|docking|port replicator", re.IGNORECASE)
EDID_BYTES = 4096

Row = dict[str, object]


def read(root: Path = Path("/")) -> dict[str, object]:
    """Return USB devices, monitors and docks."""
    devices = read_devices(root)
    plugged = [str(device["name"]) for device in devices] + _thunderbolt(root)
    docks = list(dict.fromkeys(name for name in plugged if DOCK.search(name)))
    return {"devices": devices, "monitors": read_monitors(root), "docks": docks}


def read_devices(root: Path) -> list[Row]:
    """Return the USB devices but the sockets of the computer itself."""
    folders = entries(root / "sys/bus/usb/devices")
    return [_device(folder, root) for folder in folders if re.fullmatch(r"\d+-[\d.]+", folder.name)]


def _device(folder: Path, root: Path) -> Row:
    vendor, product = read_text(folder / "idVendor"), read_text(folder / "idProduct")
    return {
        "name": read_text(folder / "product") or hardware_name(root, "usb.ids", vendor, product),
        "vendor": read_text(folder / "manufacturer"),
        "id": f"{vendor}:{product}" if vendor else None,
        "serial": read_text(folder / "serial"),
        "port": folder.name,
    }


def _thunderbolt(root: Path) -> list[str]:
    folders = entries(root / "sys/bus/thunderbolt/devices")
    told = [(read_text(folder / "vendor_name"), read_text(folder / "device_name")) for folder in folders]
    return [f"{vendor} {name}".strip() for vendor, name in told if name]


def read_monitors(root: Path) -> list[Row]:
    """Return the monitors that are connected."""
    found: list[Row] = []
    for socket in entries(root / "sys/class/drm"):
        monitor = parse_edid(read_bytes(socket / "edid", EDID_BYTES))
        if monitor is not None:
            port = socket.name.partition("-")[2]
            found.append({"name": monitor.name, "serial": monitor.serial, "port": port})
    return found
