"""The printers and their queues, by CUPS's lpstat; their drivers by system_profiler.

The names of documents and of their owners, which lpstat prints, are not taken.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.macos.item import Item, first_text
from itdesk.diagnostics.macos.parts import if_told
from itdesk.diagnostics.macos.system_profiler import Items, ask_profiler, parse_items, tree

LPSTAT = ("/usr/bin/lpstat", "-r", "-d", "-v", "-p", "-o")
ENGLISH = {"SOFTWARE": "itdesk", "LANG": "C"}
"""Apple's CUPS speaks the person's language unless SOFTWARE is set: then it heeds LANG."""
DATA_TYPE = "SPPrintersDataType"
LIMIT_S = 1.0
DRIVERS_LIMIT_S = 2.5
LINE_CHARS = 500
PORTS = {
    "usb": "usb",
    **dict.fromkeys(("ipp", "ipps", "http", "https", "socket", "lpd", "dnssd", "mdns", "smb"), "network"),
    **dict.fromkeys(("file", "cups-pdf", "fax"), "virtual"),
}
DEVICE = re.compile(r"device for (?P<name>\S+): (?P<scheme>[\w.+-]+):")
PRINTER = re.compile(r"printer (?P<name>\S+) (?P<what>is idle|now printing|disabled)")
STATES = {"is idle": "ready", "now printing": "printing", "disabled": "stopped"}
OFFLINE = ("offline", "not connected", "unreachable")
JOB = re.compile(r"(?P<name>\S+)-\d{1,9}\s")
PROFILER_STATES = {"idle": "ready", "processing": "printing", "stopped": "stopped"}
Row = dict[str, object]


def read() -> dict[str, object]:
    """Return the print service and the printers. Raises NotAvailable."""
    queues = parse_lpstat(ask_tool(LPSTAT, limit_s=LIMIT_S, environment=ENGLISH, may_fail=True))
    return with_drivers(
        queues, if_told(lambda: _profiled(ask_profiler(DATA_TYPE, limit_s=DRIVERS_LIMIT_S)), [])
    )


def with_drivers(queues: Mapping[str, object], profiled: Sequence[Row]) -> Row:
    """Return the queues with the drivers that system_profiler knows; without queues what it knows.

    It calls a printer by the person's name for it, of which the queue's name is made.
    """
    known = {_queue_name(str(row["name"])): row for row in profiled}
    rows = queues.get("printers")
    if not isinstance(rows, list) or not rows:
        return {**queues, "printers": list(profiled)}
    drivers = [known.get(_queue_name(str(row["name"])), {}).get("driver") for row in rows]
    return {
        **queues,
        "printers": [{**row, "driver": driver} for row, driver in zip(rows, drivers, strict=True)],
    }


def parse_lpstat(printed: str) -> Row:
    """Return the service, the default printer and the queues of `lpstat -r -d -v -p -o` in English."""
    lines = [line[:LINE_CHARS] for line in printed.splitlines()]
    told: Row = {"service": _service(lines), "default": _default(lines), "printers": _queues(lines)}
    return {name: value for name, value in told.items() if value != ""}


def _service(lines: Sequence[str]) -> str:
    if "scheduler is running" in lines:
        return "running"
    return "stopped" if "scheduler is not running" in lines else ""


def _default(lines: Sequence[str]) -> str:
    named = (line.partition("system default destination: ")[2] for line in lines)
    return next((name.strip() for name in named if name.strip()), "")


def _queues(lines: Sequence[str]) -> list[Row]:
    schemes = {found["name"]: found["scheme"] for line in lines if (found := DEVICE.match(line))}
    waiting = Counter(found["name"] for line in lines if (found := JOB.match(line)))
    rows: list[Row] = []
    for number, line in enumerate(lines):
        if found := PRINTER.match(line):
            name = found["name"]
            reason = _reason(lines[number + 1 :])
            state = "offline" if any(word in reason.lower() for word in OFFLINE) else STATES[found["what"]]
            row = {"name": name, "port": _port(schemes.get(name, "")), "state": state, "reason": reason}
            rows.append({**row, "waiting": waiting[name]})
    return rows


def _reason(following: Sequence[str]) -> str:
    """Return the indented line below a printer, which says why it stands still."""
    line = following[0] if following else ""
    reason = line.strip().removeprefix("-").strip() if line.startswith(("\t", " ")) else ""
    return "" if reason == "reason unknown" else reason


def _port(scheme: str) -> str:
    return PORTS.get(scheme.lower(), "other" if scheme else "")


def parse_profiled(printed: str) -> list[Row]:
    """Return the printers of system_profiler's JSON. Raises NotAvailable when it is another."""
    return _profiled(parse_items(printed, DATA_TYPE))


def _profiled(items: Items) -> list[Row]:
    return [_profiled_row(item) for item, _ in tree(items) if first_text(item, "_name")]


def _profiled_row(item: Item) -> Row:
    return {
        "name": first_text(item, "_name"),
        "driver": " ".join(filter(None, [first_text(item, "ppd"), first_text(item, "ppdfileversion")])),
        "port": _port(first_text(item, "uri").partition(":")[0]),
        "state": PROFILER_STATES.get(first_text(item, "status"), ""),
    }


def _queue_name(name: str) -> str:
    return "".join(character if character.isalnum() else "_" for character in name).lower()
