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
        level=parse_level(_ask("/usr/sbin/scutil", "--nwi")),
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


def parse_level(printed: str) -> str:
    """Return "none" or "limited" of `scutil --nwi`, "" where the Mac believes to be connected.

    It looks no further than to its own routes and addresses, so that nobody may call that "full".
    """
    reached = re.findall(r"(?m)^ {0,8}REACH : flags 0x[0-9a-fA-F]{1,8} \((.{1,200})\)$", printed)
    if not reached:
        return ""
    if not any(is_reachable(words) for words in reached):
        return "none"
    addresses = re.findall(r"(?m)^ {0,40}address {0,8}: (\S{1,64})$", printed)
    # Such an address a Mac gives itself when no router answers.
    return "limited" if addresses and all(_is_link_local(address) for address in addresses) else ""


def is_reachable(words: str) -> bool:
    """Whether a list like "Reachable,Transient Connection" says so."""
    return "Reachable" in words.split(",") and "Connection Required" not in words.split(",")


def _is_link_local(address: str) -> bool:
    return address.lower().startswith(("169.254.", "fe80:"))
