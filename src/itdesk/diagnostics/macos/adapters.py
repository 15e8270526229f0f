"""The whole network of this Mac: adapters, routes, neighbours, hosts file, the way to the server.

macOS tells no drivers of adapters and no metrics of routes.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from itdesk.diagnostics.circumstances import Circumstances
from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.macos.parts import together
from itdesk.diagnostics.text_file import read_text

IFCONFIG = ("/sbin/ifconfig", "-a")
NETSTAT = ("/usr/sbin/netstat", "-rn")
ARP = ("/usr/sbin/arp", "-an")
TRACEROUTE, TRACEROUTE6 = "/usr/sbin/traceroute", "/usr/sbin/traceroute6"
HOSTS = Path("/etc/hosts")
LIMIT_S = 1.0
MOST_HOPS = 12
TRACE_LIMIT_S = MOST_HOPS + 2.0
LINE_CHARS = 500
HEAD = re.compile(
    r"(?P<name>[\w.-]{1,32}): flags=\w{1,8}<(?P<flags>[^>]{0,300})>(?:.{0,40}\bmtu (?P<mtu>\d{1,6}))?"
)
MTU = re.compile(r"mtu (?P<mtu>\d{1,6})")
SPEED = re.compile(r"\(?(?P<number>\d{1,5})(?P<giga>G?)base", re.IGNORECASE)
NEIGHBOUR = re.compile(
    r"\? \((?P<address>[^)]{1,64})\) at (?P<mac>[0-9a-fA-F:]{11,17}) on (?P<interface>\S{1,32})"
)
MAC_BYTES = 6
HOP = re.compile(
    r"\s{0,3}(?P<hop>\d{1,3})\s+(?:(?P<address>[0-9a-fA-F.:%\w]{2,64})\s+(?P<ms>\d{1,6}(?:\.\d{1,6})?) ms|\*)"
)
HOST = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z.-]{0,252})")
HOST6 = re.compile(r"[0-9A-Fa-f:.]{2,64}")
OWN_HOSTS = frozenset({"localhost", "broadcasthost"})
Row = dict[str, object]


def read(circumstances: Circumstances) -> Row:
    """Return the network. Raises NotAvailable when nothing tells."""
    return together(
        lambda: {"adapters": parse_adapters(ask_tool(IFCONFIG, limit_s=LIMIT_S))},
        lambda: {"routes": parse_routes(ask_tool(NETSTAT, limit_s=LIMIT_S))},
        lambda: {"neighbours": parse_neighbours(ask_tool(ARP, limit_s=LIMIT_S))},
        lambda: {"hosts": parse_hosts(read_text(HOSTS))},
        lambda: {"trace": _trace(circumstances.server_host)},
    )


def parse_adapters(printed: str) -> list[Row]:
    """Return the adapters of `ifconfig -a`, without the loopback."""
    return [_adapter(lines) for lines in _blocks(printed) if not lines[0].startswith("lo0:")]


def _blocks(printed: str) -> Iterator[list[str]]:
    """Yield the lines of each adapter: the first begins at the edge."""
    block: list[str] = []
    for line in (line[:LINE_CHARS] for line in printed.splitlines()):
        if HEAD.match(line):
            if block:
                yield block
            block = [line]
        elif block:
            block.append(line)
    if block:
        yield block


def _adapter(lines: Sequence[str]) -> Row:
    head = HEAD.match(lines[0])
    words = [line.split() for line in lines[1:] if line.strip()]
    told = {line[0]: line for line in words if len(line) > 1}
    status = told.get("status:", ["", "active"])[1]
    speed = next((SPEED.search(line) for line in lines[1:] if line.strip().startswith("media:")), None)
    mtu = next((found["mtu"] for line in lines[:2] if (found := MTU.search(line))), None)
    row = {
        "name": head["name"] if head else "",
        "mac": told.get("ether", ["", ""])[1],
        "up": head is not None and "UP" in head["flags"].split(",") and status == "active",
        "mtu": int(mtu) if mtu else None,
        "speed_mbps": int(speed["number"]) * (1000 if speed["giga"] else 1) if speed else None,
        "ipv4": [line[1] for line in words if line[0] == "inet" and len(line) > 1],
        "ipv6": [line[1].partition("%")[0] for line in words if line[0] == "inet6" and len(line) > 1],
    }
    return {name: value for name, value in row.items() if value not in (None, "", [])}


def parse_routes(printed: str) -> list[Row]:
    """Return the routes of `netstat -rn`, without those that macOS makes for each neighbour."""
    rows: list[Row] = []
    place = 0
    for line in printed.splitlines():
        words = line[:LINE_CHARS].split()
        if words[:1] == ["Destination"]:
            place = words.index("Netif") if "Netif" in words else 0
        elif place and len(words) > place and not _is_neighbour(words[2]):
            rows.append({"destination": words[0], "gateway": words[1], "interface": words[place]})
    return rows


def _is_neighbour(flags: str) -> bool:
    """Whether a route is to one host by its hardware's address: H and L among its flags."""
    return "H" in flags and "L" in flags


def parse_neighbours(printed: str) -> list[Row]:
    """Return the neighbours of `arp -an` that have answered."""
    found = (NEIGHBOUR.match(line[:LINE_CHARS]) for line in printed.splitlines())
    return [
        {"address": one["address"], "mac": mac, "interface": one["interface"]}
        for one in found
        if one and (mac := _full_mac(one["mac"]))
    ]


def _full_mac(short: str) -> str:
    """Return "08:0c:…" of "8:c:…"; "" for what is no address."""
    parts = short.lower().split(":")
    return ":".join(part.zfill(2) for part in parts) if len(parts) == MAC_BYTES and all(parts) else ""


def parse_hosts(content: str) -> list[str]:
    """Return the lines of a hosts file that are not macOS's own, without comments."""
    lines = (" ".join(line[:LINE_CHARS].partition("#")[0].split()) for line in content.splitlines())
    return [line for line in lines if line and not set(line.split()[1:]) <= OWN_HOSTS]


def _trace(host: str) -> list[Row]:
    command = trace_command(host)
    return parse_trace(ask_tool(command, limit_s=TRACE_LIMIT_S, may_fail=True)) if command else []


def trace_command(host: str) -> tuple[str, ...]:
    """Return how the way to a host is asked for, nothing for what is no host: it may look like an option."""
    options = ("-n", "-q", "1", "-w", "1", "-m", str(MOST_HOPS))
    if ":" in host and HOST6.fullmatch(host):
        return (TRACEROUTE6, *options, host)
    return (TRACEROUTE, *options, host) if HOST.fullmatch(host) else ()


def parse_trace(printed: str) -> list[Row]:
    """Return the steps of `traceroute -n -q 1`; a step that does not answer has its number alone."""
    found = (HOP.match(line[:LINE_CHARS]) for line in printed.splitlines())
    return [_hop(one["hop"], one["address"], one["ms"]) for one in found if one]


def _hop(hop: str, address: str | None, ms: str | None) -> Row:
    row: Row = {"hop": int(hop), "address": address, "ms": float(ms) if ms else None}
    return {name: value for name, value in row.items() if value is not None}
