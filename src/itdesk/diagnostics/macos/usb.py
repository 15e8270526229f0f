"""What is plugged in: USB devices, monitors, docks. macOS 26 tells of USB in other words than before."""

import re

from itdesk.diagnostics.json_answer import rows
from itdesk.diagnostics.macos.item import Item, first_text
from itdesk.diagnostics.macos.parts import together
from itdesk.diagnostics.macos.system_profiler import Items, ask_profiler, parse_items, tree

OLD_TYPE, NEW_TYPE = "SPUSBDataType", "SPUSBHostDataType"
DISPLAYS_TYPE, DOCKS_TYPE = "SPDisplaysDataType", "SPThunderboltDataType"
LIMIT_S = 2.5
NUMBER = re.compile(r"0x(?P<digits>[0-9a-fA-F]{1,4})\b(?:\s+\((?P<maker>[^()]{1,100})\))?")
NUMBERS_OF_WORDS = {"apple_vendor_id": "05ac"}
NO_SERIALS = frozenset({"", "0", "not provided", "none", "unknown"})
OF_PERSONS = ("iphone", "ipad", "ipod", "watch", "android", "phone")
"""The serial number of a phone is that of its person, wherever she goes."""
CONNECTION = re.compile(r"spdisplays_(?P<words>[\w-]{1,60})")
INTERNAL = "spdisplays_internal"
BUILT_IN = "spdisplays_built-in"
OLD_WORDS = {"vendor": "vendor_id", "product": "product_id", "maker": "manufacturer", "serial": "serial_num"}
NEW_WORDS = {
    "vendor": "USBDeviceKeyVendorID",
    "product": "USBDeviceKeyProductID",
    "maker": "USBDeviceKeyVendorName",
    "serial": "USBDeviceKeySerialNumber",
}


def read() -> dict[str, object]:
    """Return USB devices, monitors and docks. Raises NotAvailable when nothing tells."""
    told = together(
        lambda: {OLD_TYPE: _devices(ask_profiler(OLD_TYPE, limit_s=LIMIT_S))},
        lambda: {NEW_TYPE: _devices(ask_profiler(NEW_TYPE, limit_s=LIMIT_S))},
        lambda: {"monitors": _monitors(ask_profiler(DISPLAYS_TYPE, limit_s=LIMIT_S))},
        lambda: {"docks": _docks(ask_profiler(DOCKS_TYPE, limit_s=LIMIT_S))},
    )
    # One of the two lists is empty, or missing, depending on the version.
    listed = [rows for kind in (OLD_TYPE, NEW_TYPE) if (rows := told.pop(kind, None)) is not None]
    if listed:
        told["devices"] = next((rows for rows in listed if rows), [])
    return told


def parse_devices(printed: str, data_type: str = NEW_TYPE) -> list[dict[str, object]]:
    """Return the USB devices of system_profiler's JSON. Raises NotAvailable when it is another."""
    return _devices(parse_items(printed, data_type))


def parse_monitors(printed: str) -> list[dict[str, object]]:
    """Return the monitors that are no part of the Mac. Raises NotAvailable when it is another JSON."""
    return _monitors(parse_items(printed, DISPLAYS_TYPE))


def parse_docks(printed: str) -> list[str]:
    """Return what hangs on Thunderbolt. Raises NotAvailable when it is another JSON."""
    return _docks(parse_items(printed, DOCKS_TYPE))


def _devices(items: Items) -> list[dict[str, object]]:
    return [_device(item, parent) for item, parent in tree(items) if parent and first_text(item, "_name")]


def _device(item: Item, parent: Item) -> dict[str, object]:
    words = NEW_WORDS if any(first_text(item, word) for word in NEW_WORDS.values()) else OLD_WORDS
    vendor, maker = _number(first_text(item, words["vendor"]))
    product, _ = _number(first_text(item, words["product"]))
    name = first_text(item, "_name")
    row = {
        "name": name,
        "vendor": first_text(item, words["maker"]) or maker,
        "id": f"{vendor}:{product}" if vendor and product else "",
        "serial": _serial(name, first_text(item, words["serial"])),
        "port": first_text(parent, "_name"),
    }
    return {field: value for field, value in row.items() if value}


def _number(told: str) -> tuple[str, str]:
    """Return number and maker of "0x05e3  (Genesys Logic, Inc.)", "" each where they are not told."""
    if told in NUMBERS_OF_WORDS:
        return NUMBERS_OF_WORDS[told], "Apple Inc."
    found = NUMBER.match(told)
    return (found["digits"].lower().zfill(4), found["maker"] or "") if found else ("", "")


def _serial(name: str, serial: str) -> str:
    is_of_person = any(word in name.lower() for word in OF_PERSONS)
    return "" if is_of_person or serial.lower() in NO_SERIALS else serial


def _monitors(items: Items) -> list[dict[str, object]]:
    screens = [screen for item in items for screen in rows(item.get("spdisplays_ndrvs"))]
    return [
        _monitor(screen) for screen in screens if first_text(screen, "_name") and not _is_built_in(screen)
    ]


def _monitor(screen: Item) -> dict[str, object]:
    # The same key with a _ before it holds another number, which stands on no monitor.
    row = {
        "name": first_text(screen, "_name"),
        "serial": _serial("", first_text(screen, "spdisplays_display-serial-number")),
        "port": _connection(first_text(screen, "spdisplays_connection_type")),
    }
    return {field: value for field, value in row.items() if value}


def _is_built_in(screen: Item) -> bool:
    is_internal = first_text(screen, "spdisplays_connection_type") == INTERNAL
    return is_internal or first_text(screen, "spdisplays_display_type").startswith(BUILT_IN)


def _connection(told: str) -> str:
    """Return "displayport dongletype dp" of "spdisplays_displayport_dongletype_dp"."""
    found = CONNECTION.fullmatch(told)
    return found["words"].replace("_", " ") if found else ""


def _docks(items: Items) -> list[str]:
    hanging = (item for item, parent in tree(items) if parent and not _is_monitor(item))
    names = (
        f"{first_text(item, 'vendor_name_key')} {first_text(item, 'device_name_key')}".strip()
        for item in hanging
    )
    return list(dict.fromkeys(filter(None, names)))


def _is_monitor(item: Item) -> bool:
    return "display" in first_text(item, "device_name_key").lower()
