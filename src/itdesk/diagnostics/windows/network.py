"""The way out on Windows, by the registry; how far it goes, by its list of networks."""

import re
from collections.abc import Mapping
from dataclasses import replace

from itdesk.diagnostics.anywhere.network import Addresses, Route, interface_of, source_addresses
from itdesk.diagnostics.windows.network_list import read_level
from itdesk.diagnostics.windows.registry import Registry, text

INTERFACES = r"SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\Interfaces"
CONNECTIONS = r"SYSTEM\CurrentControlSet\Control\Network\{4D36E972-E325-11CE-BFC1-08002BE10318}"
WIRELESS = 2
TUNNEL_WORDS = ("vpn", "wireguard", "openvpn", "tap-", "wintun", "anyconnect", "fortinet", "tailscale")
MOBILE_WORDS = ("cellular", "mobile", "wwan", "komórkow")
WIRELESS_WORDS = ("wi-fi", "wifi", "wlan", "wireless", "bezprzewod")


def read_route(registry: Registry, by_interface: Mapping[str, Addresses]) -> Route:
    """Return the way out of this computer now."""
    route = route_of(interface_of(source_addresses(), by_interface), registry, by_interface)
    return replace(route, level=read_level())


def route_of(interface: str, registry: Registry, by_interface: Mapping[str, Addresses]) -> Route:
    """Return what the registry tells of `interface`, a connection's name as people see it."""
    connection = _connection_id(registry, interface) if interface else ""
    key = rf"{INTERFACES}\{connection}"
    return Route(
        interface=interface,
        kind=_kind(registry, connection, interface) if interface else "",
        gateway=_first(registry, key, "DhcpDefaultGateway") or _first(registry, key, "DefaultGateway"),
        dns=_servers(registry, key),
        vpn=any(_is_tunnel(name) for name, own in by_interface.items() if own.ipv4 or own.ipv6),
    )


def _connection_id(registry: Registry, interface: str) -> str:
    for connection in registry.subkeys(CONNECTIONS):
        if text(registry, rf"{CONNECTIONS}\{connection}\Connection", "Name") == interface:
            return connection
    return ""


def _kind(registry: Registry, connection: str, interface: str) -> str:
    name = interface.lower()
    medium = registry.value(rf"{CONNECTIONS}\{connection}\Connection", "MediaSubType")
    if medium == WIRELESS or any(word in name for word in WIRELESS_WORDS):
        return "wireless"
    if any(word in name for word in MOBILE_WORDS):
        return "mobile"
    return "vpn" if _is_tunnel(interface) else "wired"


def _is_tunnel(interface: str) -> bool:
    return any(word in interface.lower() for word in TUNNEL_WORDS)


def _first(registry: Registry, key: str, name: str) -> str:
    """Return the first text of a list of texts, "" when there is none."""
    value = registry.value(key, name)
    texts = value if isinstance(value, list) else [value]
    return next((item for item in texts if isinstance(item, str) and item), "")


def _servers(registry: Registry, key: str) -> tuple[str, ...]:
    """Return the name servers: those typed in win over those given by the network."""
    told = text(registry, key, "NameServer") or text(registry, key, "DhcpNameServer")
    return tuple(filter(None, re.split(r"[ ,;]+", told)))
