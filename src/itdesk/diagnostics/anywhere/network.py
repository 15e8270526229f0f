"""How this computer is connected. Nothing is sent: no third party is asked for the public address."""

import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe

FIELDS = (
    Field(name="connected", description="Connected to a network", kind=Kind.TRUTH),
    Field(name="level", description="How far it goes", choices=("none", "portal", "limited", "full")),
    Field(name="interface", description="Network interface in use"),
    Field(name="kind", description="Kind of connection", choices=("wired", "wireless", "mobile", "vpn")),
    Field(name="ipv4", description="Addresses, IPv4", kind=Kind.TEXTS, privacy=Privacy.MACHINE),
    Field(name="ipv6", description="Addresses, IPv6", kind=Kind.TEXTS, privacy=Privacy.MACHINE),
    Field(name="gateway", description="Router", privacy=Privacy.MACHINE),
    Field(name="dns", description="Name servers", kind=Kind.TEXTS, privacy=Privacy.MACHINE),
    Field(name="vpn", description="A VPN is connected", kind=Kind.TRUTH),
    Field(name="proxy", description="Proxy", privacy=Privacy.MACHINE),
)
# Addresses kept for documentation: connecting a datagram socket sends nothing, it only asks for the route.
SOMEWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))


@dataclass(frozen=True, kw_only=True)
class Route:
    """What a platform tells of the way out. Empty where it does not."""

    interface: str = ""
    kind: str = ""
    gateway: str = ""
    dns: tuple[str, ...] = ()
    vpn: bool = False
    level: str = ""


@dataclass(frozen=True)
class Addresses:
    """The addresses of one interface."""

    ipv4: tuple[str, ...]
    ipv6: tuple[str, ...]


def network_probe(read_route: Callable[[Mapping[str, Addresses]], Route]) -> Probe:
    """Return the probe; `read_route` is handed the addresses by interface and says the platform's part."""
    return Probe(
        name="network",
        why="To tell a fault of this computer's connection from one behind it.",
        fields=FIELDS,
        measure=lambda: measure(read_route),
    )


def measure(read_route: Callable[[Mapping[str, Addresses]], Route]) -> dict[str, object]:
    """Return how this computer is connected."""
    from urllib.request import getproxies  # 15 ms, on this probe's thread

    by_interface = interface_addresses()
    route = read_route(by_interface)
    interface = route.interface or interface_of(source_addresses(), by_interface)
    own = by_interface.get(interface, Addresses((), ()))
    told = {
        "interface": interface,
        "level": route.level,
        "kind": route.kind,
        "ipv4": list(own.ipv4),
        "ipv6": list(own.ipv6),
        "gateway": route.gateway,
        "dns": list(route.dns),
        "proxy": proxy_host(getproxies()),
    }
    known = {name: value for name, value in told.items() if value}
    return {"connected": bool(interface), "vpn": route.vpn, **known}


def interface_addresses() -> dict[str, Addresses]:
    """Return the addresses of each interface that is up; zones of IPv6 are cut off."""
    import psutil

    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    found = {}
    for name, addresses in psutil.net_if_addrs().items():
        if name in up:
            ipv4 = tuple(entry.address for entry in addresses if entry.family == socket.AF_INET)
            ipv6 = (entry.address.partition("%")[0] for entry in addresses if entry.family == socket.AF_INET6)
            found[name] = Addresses(ipv4, tuple(ipv6))
    return found


def source_addresses() -> list[str]:
    """Return the own addresses that a packet to far away would carry."""
    found = []
    for family, far in SOMEWHERE:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((far, 9))
                found.append(str(probe.getsockname()[0]))
        except OSError:
            continue  # no way out by this family
    return found


def interface_of(own: list[str], by_interface: Mapping[str, Addresses]) -> str:
    """Return the interface that has one of the addresses `own`, "" when none has."""
    for address in own:
        for name, addresses in by_interface.items():
            if address in addresses.ipv4 or address in addresses.ipv6:
                return name
    return ""


def proxy_host(proxies: Mapping[str, str]) -> str:
    """Return host and port of the proxy, "" without one; never its login and password."""
    url = proxies.get("https") or proxies.get("http") or proxies.get("all") or ""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        port = parts.port
    except ValueError:
        return ""
    host = parts.hostname or ""
    return f"{host}:{port}" if host and port else host
