"""The printers that CUPS knows, asked of its own tools."""

import re
import time
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.text_file import is_there

LPSTAT, LPOPTIONS = "/usr/bin/lpstat", "/usr/bin/lpoptions"
SOCKET = "run/cups/cups.sock"
LIMIT_S = 0.6
DRIVERS_S = 0.5
"""For the drivers of all printers together; those not asked by then go without."""
PORTS = {
    "usb": ("usb", "hp:/usb", "ipp-usb"),
    "virtual": ("///", "file:", "cups-pdf:", "nowhere:"),
    "network": ("ipp", "http", "socket:", "lpd:", "smb:", "dnssd:", "implicitclass:", "hp:/net"),
}
BROKEN = re.compile(r"error|jam|empty|missing|door-open|cover-open|failed")

Row = dict[str, object]


def read(root: Path = Path("/"), environment: Mapping[str, str] | None = None) -> dict[str, object]:
    """Return the printers. Raises NotAvailable where there is no CUPS.

    `environment` is what its tools see: nothing, so that they ask the service of this computer's settings.
    """
    if not is_there(Path(LPSTAT)):
        raise NotAvailable("This computer has no print service.")
    if not is_there(root / SOCKET):
        return {"service": "stopped"}
    # It fails when there is no printer.
    lpstat = partial(ask_tool, limit_s=LIMIT_S, environment=environment, may_fail=True)
    listed, states = lpstat([LPSTAT, "-r", "-d", "-v", "-o"]), lpstat([LPSTAT, "-l", "-p"])
    return describe(listed, states, DriverNames(environment=environment))


class DriverNames:
    """The names of the drivers, asked of CUPS one by one as long as there is time."""

    def __init__(self, limit_s: float = DRIVERS_S, environment: Mapping[str, str] | None = None) -> None:
        self._ends = time.monotonic() + limit_s
        self._environment = environment

    def __call__(self, printer: str) -> str:
        """Return the driver of a printer, "" where it is not known."""
        left_s = self._ends - time.monotonic()
        if left_s <= 0 or printer.startswith("-"):
            return ""
        try:
            return parse_driver(
                ask_tool([LPOPTIONS, "-p", printer], limit_s=left_s, environment=self._environment)
            )
        except NotAvailable:
            return ""


def describe(listed: str, states: str, driver_of: Callable[[str], str]) -> dict[str, object]:
    """Return service, default and printers of what `lpstat -r -d -v -o` and `lpstat -l -p` print."""
    if "scheduler is not running" in listed or not listed:
        return {"service": "stopped"}
    ports, waiting = parse_ports(listed), parse_jobs(listed)
    default = re.search(r"^system default destination: (\S+)", listed, re.MULTILINE)
    return {
        "service": "running",
        "default": default[1] if default else None,
        "printers": [
            {
                "name": name,
                "driver": driver_of(name),
                "port": ports.get(name),
                **state,
                "waiting": waiting[name],
            }
            for name, state in parse_states(states).items()
        ],
    }


def parse_ports(printed: str) -> dict[str, str]:
    """Return the kind of port of each printer. Its address, which may hold a password, is dropped."""
    return {
        name: port_kind(uri) for name, uri in re.findall(r"^device for (\S+): (\S*)", printed, re.MULTILINE)
    }


def port_kind(uri: str) -> str:
    """Return usb, network, virtual or other."""
    for kind, beginnings in PORTS.items():
        if uri.startswith(beginnings):
            return kind
    return "other"


def parse_jobs(printed: str) -> Counter[str]:
    """Return how many documents wait in each queue: lines like "Office-17  ann  1024  date"."""
    return Counter(re.findall(r"^(\S+)-\d+ +\S+ +\d+ ", printed, re.MULTILINE))


def parse_states(printed: str) -> dict[str, Row]:
    """Return state and reason of each printer of `lpstat -l -p`."""
    told: dict[str, list[str]] = {}
    name = ""
    for line in printed.splitlines():
        if found := re.match(r"printer (\S+) (.+)", line):
            name = found[1]
            told[name] = [found[2]]
        elif name and line.startswith("\t"):
            told[name].append(line.strip())
    return {name: _state(lines[0], lines[1:]) for name, lines in told.items()}


def _state(said: str, below: list[str]) -> Row:
    alerts = " ".join(line.removeprefix("Alerts: ") for line in below if line.startswith("Alerts: "))
    alerts = " ".join(word for word in alerts.split() if word not in {"none", "paused"})
    facts = [place for place, line in enumerate(below) if line.startswith("Form mounted:")]
    words = " ".join(below[: facts[0]] if facts else below)
    return {"state": _code(said, alerts), "reason": ", ".join(filter(None, (words, alerts)))}


def _code(said: str, alerts: str) -> str:
    if "offline" in alerts:
        return "offline"
    if said.startswith("disabled"):
        return "stopped"
    if BROKEN.search(alerts):
        return "error"
    return "printing" if said.startswith("now printing") else "ready"


def parse_driver(printed: str) -> str:
    """Return maker and model of `lpoptions -p NAME`."""
    found = re.search(r"(?:^| )printer-make-and-model=(?:'((?:[^'\\]|\\.)*)'|(\S+))", printed)
    return re.sub(r"\\(.)", r"\1", found[1] or found[2] or "") if found else ""
