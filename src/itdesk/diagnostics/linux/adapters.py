"""The whole network of this Linux."""

import socket
from collections.abc import Iterator
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_json, first_tool
from itdesk.diagnostics.json_answer import rows, text
from itdesk.diagnostics.linux.interfaces import NETWORK
from itdesk.diagnostics.linux.trace import trace
from itdesk.diagnostics.linux.whole_number import parse_number, read_number
from itdesk.diagnostics.text_file import entries, link_name, read_text

IP = ("/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip", "/bin/ip")
LIMIT_S = 0.5
TABLE_BYTES = 256 * 1024
OF_THE_SYSTEM = ("localhost", "ip6-", "broadcasthost", "localhost.")
UP, ON_LINK = 0x1, ""

Row = dict[str, object]


def read(server_host: str = "", root: Path = Path("/")) -> dict[str, object]:
    """Return adapters, routes, neighbours, own lines of the hosts file, and the way to the server's host.

    Without a host no way is measured.
    """
    return {
        "adapters": read_adapters(root),
        "routes": [*read_routes(root), *read_ipv6_routes(root)],
        "neighbours": _neighbours(root),
        "hosts": own_hosts(read_text(root / "etc/hosts"), socket.gethostname()),
        "trace": _trace(server_host) if server_host else None,
    }


def _trace(host: str) -> list[Row] | None:
    try:
        return trace(host)
    except NotAvailable:
        return None


def read_adapters(root: Path) -> list[Row]:
    """Return the adapters but the computer's own loop."""
    own = _addresses()
    folders = [folder for folder in entries(root / NETWORK) if folder.name != "lo"]
    return [_adapter(folder, own.get(folder.name, [])) for folder in folders]


def _adapter(folder: Path, addresses: list[str]) -> Row:
    speed = read_number(folder / "speed")
    return {
        "name": folder.name,
        "mac": read_text(folder / "address"),
        "up": read_text(folder / "operstate") in {"up", "unknown"} and _is_switched_on(folder),
        "mtu": read_number(folder / "mtu"),
        "speed_mbps": speed if speed is not None and speed > 0 else None,
        "ipv4": [address for address in addresses if ":" not in address],
        "ipv6": [address for address in addresses if ":" in address],
        "driver": link_name(folder / "device/driver"),
    }


def _is_switched_on(folder: Path) -> bool:
    flags = read_text(folder / "flags").removeprefix("0x")
    return bool(_hexadecimal(flags) & UP)


def _addresses() -> dict[str, list[str]]:
    import psutil

    families = (socket.AF_INET, socket.AF_INET6)
    return {
        name: [entry.address.partition("%")[0] for entry in found if entry.family in families]
        for name, found in psutil.net_if_addrs().items()
    }


def read_routes(root: Path) -> Iterator[Row]:
    """Yield the routes of IPv4, by /proc/net/route."""
    for line in read_text(root / "proc/net/route", TABLE_BYTES).splitlines()[1:]:
        if (route := parse_route(line)) is not None:
            yield route


def parse_route(line: str) -> Row | None:
    """Return a line of /proc/net/route as a route, None for any other."""
    match line.split():
        case [interface, target, gateway, _, _, _, metric, mask, *_]:
            addresses = [_ipv4(digits) for digits in (target, gateway, mask)]
            if None not in addresses:
                length = _hexadecimal(mask).bit_count()
                through = addresses[1] if addresses[1] != "0.0.0.0" else ON_LINK  # noqa: S104 (no binding)
                return _route(f"{addresses[0]}/{length}", through, interface, parse_number(metric))
    return None


def read_ipv6_routes(root: Path) -> Iterator[Row]:
    """Yield the routes of IPv6 that leave this computer, by /proc/net/ipv6_route."""
    for line in read_text(root / "proc/net/ipv6_route", TABLE_BYTES).splitlines():
        if (route := parse_ipv6_route(line)) is not None:
            yield route


def parse_ipv6_route(line: str) -> Row | None:
    """Return a line of /proc/net/ipv6_route as a route, None for any other and for those of the loop."""
    match line.split():
        case [target, length, _, _, gateway, metric, _, _, _, interface] if interface != "lo":
            addresses = [_ipv6(digits) for digits in (target, gateway)]
            if None not in addresses:
                through = addresses[1] if addresses[1] != "::" else ON_LINK
                destination = f"{addresses[0]}/{_hexadecimal(length)}"
                return _route(destination, through, interface, _hexadecimal(metric))
    return None


def _route(destination: str, gateway: str | None, interface: str, metric: int | None) -> Row:
    return {"destination": destination, "gateway": gateway, "interface": interface, "metric": metric}


def _ipv4(digits: str) -> str | None:
    import sys

    try:
        return socket.inet_ntoa(int(digits, 16).to_bytes(4, sys.byteorder))
    except (ValueError, OverflowError):
        return None


def _ipv6(digits: str) -> str | None:
    try:
        return socket.inet_ntop(socket.AF_INET6, bytes.fromhex(digits))
    except (ValueError, OSError):
        return None


def _hexadecimal(digits: str) -> int:
    try:
        return int(digits[:16], 16)
    except ValueError:
        return 0


def _neighbours(root: Path) -> list[Row]:
    try:
        return parse_neighbours(ask_json([first_tool(*IP), "-j", "neigh"], limit_s=LIMIT_S))
    except NotAvailable:
        return parse_arp(read_text(root / "proc/net/arp", TABLE_BYTES))


def parse_neighbours(told: object) -> list[Row]:
    """Return the neighbours of `ip -j neigh` that have answered."""
    found = [(text(row, "dst"), text(row, "lladdr"), text(row, "dev")) for row in rows(told)]
    return [{"address": address, "mac": mac, "interface": name} for address, mac, name in found if mac]


def parse_arp(content: str) -> list[Row]:
    """Return the neighbours of /proc/net/arp that have answered."""
    found: list[Row] = []
    for line in content.splitlines()[1:]:
        match line.split():
            case [address, _, flags, mac, _, name] if flags != "0x0":
                found.append({"address": address, "mac": mac, "interface": name})
    return found


def own_hosts(content: str, hostname: str) -> list[str]:
    """Return the lines of a hosts file that are not of every system: without comments, loops and own name."""
    lines = (line.partition("#")[0].split() for line in content.splitlines())
    return [" ".join(words) for words in lines if len(words) > 1 and not _is_usual(words, hostname)]


def _is_usual(words: list[str], hostname: str) -> bool:
    is_loop = words[0].startswith("127.") or words[0] == "::1"
    own = hostname.partition(".")[0]
    return all(
        name.startswith(OF_THE_SYSTEM) or (is_loop and name.partition(".")[0] == own) for name in words[1:]
    )
