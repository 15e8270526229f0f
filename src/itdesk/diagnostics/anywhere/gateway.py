"""Whether the router answers: the first thing beyond this computer. It alone is asked, nobody else."""

import os
import re
import socket
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from itdesk.diagnostics.anywhere.network import Addresses, Route, interface_addresses
from itdesk.diagnostics.base import Field, Kind, NotAvailable, Privacy, Probe, Tier
from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.text_file import read_text

FIELDS = (
    Field(name="address", description="Router", privacy=Privacy.MACHINE),
    Field(name="answered", description="The router answered", kind=Kind.TRUTH, passing=True),
    Field(name="by", description="Known by", choices=("ping", "neighbour")),
    Field(
        name="ms",
        description="Answer time of the router",
        kind=Kind.NUMBER,
        unit="ms",
        least=0,
        most=60_000,
        passing=True,
    ),
)
PING_LIMIT_S = 1.8
NEIGHBOUR_LIMIT_S = 1.0
AGAIN_S = 0.1
DISCARD = 9
COMPLETE = 0x2
# The words around the time are in the person's language on Windows; statistics have a space before the time.
ECHO = re.compile(r"[=<]\s*(\d{1,6}(?:[.,]\d{1,6})?)\s*ms\b")
COUNTED = re.compile(r"\b(?:0|zero)\b[^\n]*\breceived", re.IGNORECASE)
MAC = re.compile(r"\b[0-9a-f]{1,2}(?:[:-][0-9a-f]{1,2}){5}\b", re.IGNORECASE)

ReadRoute = Callable[[Mapping[str, Addresses]], Route]


@dataclass(frozen=True)
class Means:
    """How this computer may be asked about a neighbour: by the first of `ping` and of `table` that is there.

    They are absolute commands to which the address is added. `table` empty: the kernel's own file is read.
    """

    ping: Sequence[Sequence[str]]
    table: Sequence[str] = ()
    root: Path = Path("/")


def gateway_probe(read_route: ReadRoute, platform: str = sys.platform) -> Probe:
    """Return the probe; `read_route` is the one of the probe "network", `platform` as sys.platform."""
    return Probe(
        name="gateway",
        tier=Tier.SYMPTOM,
        why="A router that does not answer is the end of every connection.",
        fields=FIELDS,
        measure=lambda: measure(read_route(interface_addresses()), means_of(platform)),
        limit_s=4.0,
    )


def means_of(platform: str) -> Means:
    """Return what this platform has."""
    if platform == "win32":
        system = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32"
        return Means([[str(system / "ping.exe"), "-n", "1", "-w", "1000"]], [str(system / "arp.exe"), "-a"])
    if platform == "darwin":
        return Means([["/sbin/ping", "-n", "-c", "1", "-t", "1"]], ["/usr/sbin/arp", "-n"])
    arguments = ["-n", "-c", "1", "-W", "1"]
    return Means([["/usr/bin/ping", *arguments], ["/bin/ping", *arguments]])


def measure(route: Route, means: Means) -> dict[str, object]:
    """Return whether the router answered. Raises NotAvailable where none is known.

    `answered` is left out where nothing could be asked.
    """
    address = route.gateway.partition("%")[0]
    if not _is_address(address):
        raise NotAvailable("This computer knows no router.")
    told: dict[str, object] = {"address": address}
    knock(address)
    echo = ping(address, route.interface, means)
    if isinstance(echo, float):
        return told | {"answered": True, "by": "ping", "ms": echo}
    is_known = is_neighbour(address, means)
    if is_known:
        return told | {"answered": True, "by": "neighbour"}
    return told | {"answered": False} if is_known is False or echo is False else told


def knock(address: str) -> None:
    """Send one empty datagram, so that the system has to find out who has that address."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as sender:
            sender.setblocking(False)
            sender.sendto(b"", (address, DISCARD))
    except OSError:
        return  # the table of neighbours will say the same


def ping(address: str, interface: str, means: Means) -> float | bool | None:
    """Return milliseconds until the echo, False without one, None where it cannot be asked."""
    command = next((command for command in means.ping if Path(command[0]).exists()), None)
    if command is None:
        return None
    # An address of the link alone says nothing without its interface.
    place = f"{address}%{interface}" if address.lower().startswith("fe80:") and interface else address
    try:
        printed = ask_tool([*command, place], limit_s=PING_LIMIT_S, may_fail=True)
    except NotAvailable:
        return None
    echo = ECHO.search(printed)
    if echo is not None:
        return float(echo[1].replace(",", "."))
    return False if COUNTED.search(printed) else None


def is_neighbour(address: str, means: Means) -> bool | None:
    """Return whether the system knows the hardware behind `address`, None where it does not say."""
    if ":" in address:
        return None  # ARP is IPv4's
    if means.table:
        try:
            printed = ask_tool([*means.table, address], may_fail=True)
        except NotAvailable:
            return None
        return any(address in line.split() or f"({address})" in line for line in _with_hardware(printed))
    return _awaited(address, means.root / "proc/net/arp")


def _awaited(address: str, table: Path) -> bool | None:
    """Look into the kernel's table until the address is complete, for at most a second."""
    ends = time.monotonic() + NEIGHBOUR_LIMIT_S
    state = neighbour_state(read_text(table), address)
    while state is False and time.monotonic() < ends:
        time.sleep(AGAIN_S)
        state = neighbour_state(read_text(table), address)
    return state


def neighbour_state(text: str, address: str) -> bool | None:
    """Return whether /proc/net/arp has the hardware behind `address`, None where it does not name it."""
    states = []
    for line in text.splitlines()[1:]:
        columns = line.split()
        if len(columns) > 3 and columns[0] == address:
            states.append(_flags(columns[2]) & COMPLETE > 0)
    return any(states) if states else None


def _flags(digits: str) -> int:
    try:
        return int(digits, 16)
    except ValueError:
        return 0


def _with_hardware(printed: str) -> Iterator[str]:
    for line in printed.splitlines():
        found = MAC.search(line)
        if found is not None and set(found[0]) - set("0:-"):
            yield line


def _is_address(text: str) -> bool:
    """Return whether `text` is an address, and so no option of a command."""
    try:
        return not ip_address(text).is_unspecified
    except ValueError:
        return False
