"""The way out on Linux, from /proc and /sys."""

import socket
from collections.abc import Callable, Mapping
from pathlib import Path

from itdesk.diagnostics.anywhere.network import Addresses, Route
from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux.nmcli import connectivity
from itdesk.diagnostics.text_file import read_text

RTF_GATEWAY = 0x2
LEVEL_S = 0.5
RESOLVERS = ("run/systemd/resolve/resolv.conf", "etc/resolv.conf")
VPN_NAMES = ("tun", "tap", "wg", "ppp", "vpn", "tailscale", "nordlynx")


def read_route(
    by_interface: Mapping[str, Addresses],
    root: Path = Path("/"),
    ask_level: Callable[[float], str] = connectivity,
) -> Route:
    """Return the way out: the default route with the lowest metric, IPv4 before IPv6.

    How far it goes only NetworkManager says; without it and without a route there is none.
    """
    routes = parse_routes(read_text(root / "proc/net/route"))
    routes += parse_ipv6_routes(read_text(root / "proc/net/ipv6_route"))
    interface, gateway = routes[0] if routes else ("", "")
    return Route(
        interface=interface,
        kind=interface_kind(interface, root) if interface else "",
        gateway=gateway,
        dns=read_resolvers(root),
        level=_level(ask_level, has_route=bool(routes)),
        vpn=any(is_tunnel(name, root) for name, own in by_interface.items() if own.ipv4 or own.ipv6),
    )


def _level(ask_level: Callable[[float], str], *, has_route: bool) -> str:
    try:
        return ask_level(LEVEL_S)
    except NotAvailable:
        return "" if has_route else "none"


def parse_routes(text: str) -> list[tuple[str, str]]:
    """Return interface and gateway of the default routes in /proc/net/route, the preferred one first."""
    found = []
    for line in text.splitlines()[1:]:
        columns = line.split()
        try:
            interface, destination, gateway, flags, metric = (columns[i] for i in (0, 1, 2, 3, 6))
            is_default = int(destination, 16) == 0 and int(columns[7], 16) == 0
            router = _ipv4_of_kernel(gateway) if int(flags, 16) & RTF_GATEWAY else ""
            found += [(int(metric), interface, router)] if is_default else []
        except (ValueError, IndexError, OSError):
            continue
    return [(interface, gateway) for _, interface, gateway in sorted(found)]


def parse_ipv6_routes(text: str) -> list[tuple[str, str]]:
    """Return interface and gateway of the default routes in /proc/net/ipv6_route, the preferred one first."""
    found = []
    for line in text.splitlines():
        columns = line.split()
        try:
            target, length, gateway, metric, flags, interface = (columns[i] for i in (0, 1, 4, 5, 8, 9))
            is_default = int(target, 16) == 0 and int(length, 16) == 0 and interface != "lo"
            has_router = int(flags, 16) & RTF_GATEWAY
            router = socket.inet_ntop(socket.AF_INET6, bytes.fromhex(gateway)) if has_router else ""
            found += [(int(metric, 16), interface, router)] if is_default else []
        except (ValueError, IndexError, OSError):
            continue
    return [(interface, gateway) for _, interface, gateway in sorted(found)]


def _ipv4_of_kernel(digits: str) -> str:
    """Return an address of /proc/net/route: hexadecimal, in the byte order of the machine."""
    import sys

    return socket.inet_ntoa(int(digits, 16).to_bytes(4, sys.byteorder))


def interface_kind(name: str, root: Path = Path("/")) -> str:
    """Return wired, wireless, mobile or vpn."""
    folder = root / "sys/class/net" / name
    event = read_text(folder / "uevent")
    if (folder / "wireless").exists() or "DEVTYPE=wlan" in event:
        return "wireless"
    if "DEVTYPE=wwan" in event:
        return "mobile"
    return "vpn" if is_tunnel(name, root) else "wired"


def is_tunnel(name: str, root: Path) -> bool:
    """Return whether an interface leads into a VPN."""
    folder = root / "sys/class/net" / name
    event = read_text(folder / "uevent")
    return (folder / "tun_flags").exists() or "DEVTYPE=wireguard" in event or name.startswith(VPN_NAMES)


def read_resolvers(root: Path = Path("/")) -> tuple[str, ...]:
    """Return the name servers; those behind systemd's own one where it is in use."""
    for path in RESOLVERS:
        lines = (line.split() for line in read_text(root / path).splitlines())
        servers = tuple(words[1] for words in lines if len(words) > 1 and words[0] == "nameserver")
        if servers:
            return servers
    return ()
