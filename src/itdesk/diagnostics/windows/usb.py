"""What is plugged in: USB devices by WMI and the registry, monitors by the driver's WMI class."""

import re
from contextlib import suppress

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows.registry import Registry
from itdesk.diagnostics.windows.registry import text as kept
from itdesk.diagnostics.windows.wmi import CIMV2, WMI, Row, Wmi, number, text

DEVICES = r"SELECT Name, Manufacturer, DeviceID FROM Win32_PnPEntity WHERE DeviceID LIKE 'USB\\%'"
MONITORS = "SELECT InstanceName, UserFriendlyName, ManufacturerName, SerialNumberID FROM WmiMonitorID"
PORTS = "SELECT InstanceName, VideoOutputTechnology FROM WmiMonitorConnectionParams"
ENUM_KEY = r"SYSTEM\CurrentControlSet\Enum"
OUTPUTS = {  # D3DKMDT_VIDEO_OUTPUT_TECHNOLOGY
    0: "VGA",
    4: "DVI",
    5: "HDMI",
    6: "built in",
    10: "DisplayPort",
    11: "built in",
    12: "UDI",
    15: "Miracast",
    16: "indirect wired",
    17: "indirect virtual",
    0x8000_0000: "built in",
}
DOCK = re.compile(r"\bdock|docking|displaylink|thunderbolt.*(dock|station)", re.IGNORECASE)
IDENTITY = re.compile(r"USB\\VID_([0-9A-F]{4})&PID_([0-9A-F]{4})([^\\]*)\\(.*)", re.IGNORECASE)


def read(wmi: Wmi, registry: Registry) -> dict[str, object]:
    """Return what is plugged in now. Raises NotAvailable."""
    devices = [told for row in wmi.query(CIMV2, DEVICES) if (told := device(registry, row)) is not None]
    names = dict.fromkeys(str(each["name"]) for each in devices)
    return {
        "devices": devices,
        "monitors": _monitors(wmi),
        "docks": [name for name in names if DOCK.search(name)],
    }


def device(registry: Registry, row: Row) -> dict[str, object] | None:
    """Return a device; None for hubs' own ports and for the parts of a device that has several."""
    place = text(row, "DeviceID")
    found = IDENTITY.fullmatch(place)
    if found is None or "&MI_" in found[3].upper():
        return None
    return {
        "name": text(row, "Name"),
        "vendor": text(row, "Manufacturer"),
        "id": f"{found[1]}:{found[2]}".lower(),
        "serial": found[4] if "&" not in found[4] else None,  # else Windows made it up from the port
        "port": kept(registry, rf"{ENUM_KEY}\{place}", "LocationInformation"),
    }


def _monitors(wmi: Wmi) -> list[dict[str, object]]:
    with suppress(NotAvailable):  # a remote session has none
        ports = _ports(wmi)
        return [
            {
                "name": characters(row.get("UserFriendlyName")) or characters(row.get("ManufacturerName")),
                "serial": characters(row.get("SerialNumberID")).strip("0"),
                "port": ports.get(text(row, "InstanceName")),
            }
            for row in wmi.query(WMI, MONITORS)
        ]
    return []


def _ports(wmi: Wmi) -> dict[str, str]:
    with suppress(NotAvailable):
        rows = wmi.query(WMI, PORTS)
        return {text(row, "InstanceName"): _output(number(row, "VideoOutputTechnology")) for row in rows}
    return {}


def _output(technology: int | None) -> str:
    return OUTPUTS.get((technology or 0) & 0xFFFF_FFFF, "") if technology is not None else ""


def characters(codes: object) -> str:
    """Return the text of a list of character codes that ends with the first 0."""
    if not isinstance(codes, list | tuple):
        return ""
    told = ""
    for code in codes:
        if not isinstance(code, int) or not 0 < code < 0x10000:
            break
        told += chr(code)
    return told.strip()
