"""The model of the computer: the firmware's tables, else what the registry keeps of them."""

from collections.abc import Callable

from itdesk.diagnostics.anywhere.machine import chassis_word
from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows.firmware import parse_table
from itdesk.diagnostics.windows.registry import Registry, text

KEY = r"HARDWARE\DESCRIPTION\System\BIOS"


def read(registry: Registry, read_table: Callable[[], bytes]) -> dict[str, object]:
    """Return what the firmware tells."""
    told: dict[str, object] = {
        "manufacturer": text(registry, KEY, "SystemManufacturer"),
        "model": text(registry, KEY, "SystemProductName"),
    }
    try:
        firmware = parse_table(read_table())
    except NotAvailable:
        return told
    number = firmware.pop("chassis_number", 0)
    known = {name: value for name, value in firmware.items() if value}
    return {**told, **known, "chassis": chassis_word(number) if isinstance(number, int) else None}
