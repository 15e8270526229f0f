"""The VPN connections of this Linux: those of NetworkManager, services, and tunnels of anybody else."""

import re
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux.interfaces import NETWORK
from itdesk.diagnostics.linux.network import is_tunnel
from itdesk.diagnostics.linux.nmcli import ask_manager, fields_of
from itdesk.diagnostics.linux.units import ask_units
from itdesk.diagnostics.text_file import entries, read_text

LIMIT_S = 0.7
COLUMNS = "NAME,TYPE,STATE,DEVICE"
TYPES = frozenset({"vpn", "wireguard"})
STATES = {"activated": "connected", "activating": "connecting"}
UNITS = {"openvpn": "openvpn", "wg-quick@": "wireguard", "openfortivpn@": "fortinet"}
OF_ALL = "openvpn"
"""A service that only stands for all of its kind."""
UNIT_STATES = {"active": "connected", "activating": "connecting", "reloading": "connecting"}
TYPE_OF_TUNNEL = {"wg": "wireguard", "ppp": "ppp", "tailscale": "tailscale"}

Row = dict[str, object]


def read(root: Path = Path("/")) -> dict[str, object]:
    """Return the VPN connections and how each stands."""
    managed, devices = _managed()
    services = _services()
    told = devices | {str(service["name"]).partition("@")[2] for service in services}
    tunnels = [tunnel for tunnel in read_tunnels(root) if tunnel["name"] not in told]
    return {"connections": [*managed, *services, *tunnels]}


def _managed() -> tuple[list[Row], set[str]]:
    try:
        return parse_connections(ask_manager(["-f", COLUMNS, "connection", "show"], LIMIT_S))
    except NotAvailable:
        return [], set()


def parse_connections(printed: str) -> tuple[list[Row], set[str]]:
    """Return the VPNs of `nmcli connection show`, and the interfaces of all its connections."""
    lines = [fields for line in printed.splitlines() if len(fields := fields_of(line)) == 4]
    return (
        [
            {"name": name, "type": kind, "state": STATES.get(state, "disconnected")}
            for name, kind, state, _ in lines
            if kind in TYPES
        ],
        {device for _, _, _, device in lines if device},
    )


def _services() -> list[Row]:
    try:
        return parse_services(
            ask_units(["list-units", "--all", *(f"{beginning}*" for beginning in UNITS)], LIMIT_S)
        )
    except NotAvailable:
        return []


def parse_services(printed: str) -> list[Row]:
    """Return the VPNs of `systemctl list-units`: name, load, active state, state, description a line."""
    found: list[Row] = []
    for line in printed.splitlines():
        match line.replace("●", " ").split():
            case [unit, "loaded", active, *_] if unit.endswith(".service"):
                name = unit.removesuffix(".service")
                kind = next((kind for beginning, kind in UNITS.items() if name.startswith(beginning)), None)
                state = UNIT_STATES.get(active, "disconnected")
                found += [{"name": name, "type": kind, "state": state}] if kind and name != OF_ALL else []
    return found


def read_tunnels(root: Path) -> list[Row]:
    """Return the tunnels of the kernel that are up."""
    folders = [folder for folder in entries(root / NETWORK) if is_tunnel(folder.name, root)]
    return [
        {"name": folder.name, "type": _type_of_tunnel(folder.name), "state": "connected"}
        for folder in folders
        if read_text(folder / "operstate") in {"up", "unknown"}
    ]


def _type_of_tunnel(name: str) -> str:
    beginning = re.match(r"[a-z]*", name)
    return TYPE_OF_TUNNEL.get(beginning[0] if beginning else "", "tunnel")
