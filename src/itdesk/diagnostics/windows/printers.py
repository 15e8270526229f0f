"""The printers and their queues, by the spooler."""

from collections.abc import Callable, Sequence

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows.spooler import Queue

SERVICE = "Spooler"
NETWORK, WORKS_OFFLINE = 0x10, 0x400  # PRINTER_ATTRIBUTE_…
PAUSED, OFFLINE, PRINTING, BUSY, PROCESSING, WARMING_UP = 0x1, 0x80, 0x400, 0x200, 0x4000, 0x10000
TROUBLES = {  # PRINTER_STATUS_… of winspool.h
    0x2: "error",
    0x8: "paper jam",
    0x10: "out of paper",
    0x40: "paper problem",
    0x800: "output bin full",
    0x1000: "not available",
    0x40000: "no toner",
    0x100000: "needs attention",
    0x200000: "out of memory",
    0x400000: "door open",
    0x800000: "unknown to its server",
}
NOTES = {0x20: "manual feed", 0x20000: "toner low", 0x1000000: "power save"}
VIRTUAL_PORTS = (
    "PORTPROMPT:",
    "FILE:",
    "NUL:",
    "XPSPORT:",
    "SHRFAX:",
    "ONENOTE",
    "MICROSOFT.OFFICE.ONENOTE",
    "PDF",
)


def read(
    queues: Callable[[], Sequence[Queue]],
    default: Callable[[], str],
    service_state: Callable[[str], str | None],
) -> dict[str, object]:
    """Return the printers; without the service there are none to ask. Raises NotAvailable."""
    state = service_state(SERVICE)
    if state == "stopped":
        return {"service": state}
    try:
        found = queues()
    except NotAvailable:
        if state is None:
            raise
        return {"service": state}
    return {"service": state, "default": default(), "printers": [_printer(queue) for queue in found]}


def _printer(queue: Queue) -> dict[str, object]:
    return {
        "name": queue.name,
        "driver": queue.driver,
        "port": port_kind(queue),
        "state": None if queue.status is None else queue_state(queue.status, queue.attributes),
        "reason": None if queue.status is None else _reason(queue.status),
        "waiting": queue.jobs,
    }


def port_kind(queue: Queue) -> str:
    """Return usb, network, virtual or other, by the name of the port."""
    port = queue.port.upper()
    if port.startswith(("USB", "DOT4")):
        return "usb"
    if port.startswith(VIRTUAL_PORTS) or "PDF" in queue.driver.upper():
        return "virtual"
    is_address = port.startswith(("IP_", "WSD", "TCP", "HTTP", "IPP", "\\\\")) or port[:1].isdigit()
    return "network" if is_address or queue.attributes & NETWORK or queue.name.startswith("\\\\") else "other"


def queue_state(status: int, attributes: int) -> str:
    """Return one word for the bits: what keeps it from printing goes first."""
    if status & OFFLINE or attributes & WORKS_OFFLINE:
        return "offline"
    if status & PAUSED:
        return "stopped"
    if any(status & bit for bit in TROUBLES):
        return "error"
    return "printing" if status & (PRINTING | BUSY | PROCESSING | WARMING_UP) else "ready"


def _reason(status: int) -> str:
    words = {**TROUBLES, **NOTES}
    return ", ".join(word for bit, word in words.items() if status & bit)
