"""The model of the Mac, by system_profiler."""

import json

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool

COMMAND = ("/usr/sbin/system_profiler", "-json", "-detailLevel", "basic", "SPHardwareDataType")
LIMIT_S = 1.4


def read() -> dict[str, object]:
    """Return model and serial number. Raises NotAvailable. It takes up to a second."""
    return parse_hardware(ask_tool(COMMAND, limit_s=LIMIT_S))


def parse_hardware(printed: str) -> dict[str, object]:
    """Return model and serial number of system_profiler's JSON. Raises NotAvailable when it is another."""
    try:
        told = json.loads(printed)["SPHardwareDataType"][0]
        name, model = told.get("machine_name", ""), told.get("machine_model", "")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise NotAvailable("The tool system_profiler told something else than was asked.") from error
    return {
        "manufacturer": "Apple",
        "model": f"{name} ({model})" if name and model else name or model,
        "chassis": "laptop" if "book" in str(name).lower() else "desktop",
        "serial": told.get("serial_number"),
    }
