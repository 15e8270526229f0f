"""The way out on macOS, by route, networksetup and scutil."""

import re
from collections.abc import Mapping

from itdesk.diagnostics.anywhere.network import Addresses, Route
from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool

LIMIT_S = 0.3
TUNNELS = ("utun", "ppp", "ipsec", "tun", "tap")
KINDS = (("wi-fi", "wireless"), ("airport", "wireless"), ("iphone", "mobile"), ("modem", "mobile"))


def read_route(by_interface: Mapping[str, Addresses]) -> Route:
    """Return the way out; what a tool does not tell stays empty."""
    interface, gateway = parse_route(_ask("/sbin/route", "-n", "get", "default"))
    ports = parse_hardware_ports(_ask("/usr/sbin/networksetup", "-listallhardwareports"))
    return Route(
        interface=interface,
        kind=interface_kind(interface, ports) if interface else "",
        gateway=gateway,
        dns=parse_resolvers(_ask("/usr/sbin/scutil", "--dns")),
        # The system itself keeps tunnels open; only a VPN's has an IPv4 address.
        vpn=any(name.startswith(TUNNELS) and own.ipv4 for name, own in by_interface.items()),
    )


def _ask(*command: str) -> str:
    try:
        return ask_tool(command, limit_s=LIMIT_S)
    except NotAvailable:
        return ""


def parse_route(printed: str) -> tuple[str, str]:
    """Return interface and gateway, "" each where they are not told."""
    told = dict(re.findall(r"(?m)^\s*(interface|gateway): (\S+)", printed))
    gateway = told.get("gateway", "")
    return told.get("interface", ""), "" if gateway.startswith(("link#", "index:")) else gateway


def parse_hardware_ports(printed: str) -> dict[str, str]:
    """Return the ports' names by device, like {"en0": "Wi-Fi"}."""
    return {device: port for port, device in re.findall(r"Hardware Port: (.*)\nDevice: (\S+)", printed)}


def interface_kind(interface: str, ports: Mapping[str, str]) -> str:
    """Return wired, wireless, mobile or vpn."""
    if interface.startswith(TUNNELS):
        return "vpn"
    port = ports.get(interface, "").lower()
    return next((kind for word, kind in KINDS if word in port), "wired")


def parse_resolvers(printed: str) -> tuple[str, ...]:
    """Return the name servers of scutil --dns, each once."""
    general = printed.partition("DNS configuration (for scoped queries)")[0]
    return tuple(dict.fromkeys(re.findall(r"nameserver\[\d+\]\s*:\s*(\S+)", general)))
