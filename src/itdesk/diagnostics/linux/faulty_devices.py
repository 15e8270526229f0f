"""Devices and services of this Linux that report an error."""

from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux.kernel_log import device_of, read_errors
from itdesk.diagnostics.linux.units import ask_units, unit_names

LIMIT_S = 0.7
MOST_MESSAGES = 10


def read(kmsg: Path = Path("/dev/kmsg")) -> dict[str, object]:
    """Return what failed; what may not be seen is left out. Raises NotAvailable when nothing may."""
    told: dict[str, object] = {}
    refused = []
    for ask in (_services, lambda: messages_told(read_errors(kmsg))):
        try:
            told |= ask()
        except NotAvailable as reason:
            refused.append(str(reason))
    if not told:
        raise NotAvailable(refused[0])
    return told


def _services() -> dict[str, object]:
    return {"services": unit_names(ask_units(["list-units", "--failed"], LIMIT_S))}


def messages_told(messages: list[str]) -> dict[str, object]:
    """Return the latest messages, the last first, and of each device that they name its last problem."""
    devices: dict[str, str] = {}
    for message in reversed(messages):
        if (named := device_of(message)) is not None:
            devices.setdefault(*named)
    return {
        "devices": [{"name": name, "problem": problem} for name, problem in devices.items()],
        "messages": messages[::-1][:MOST_MESSAGES],
    }
