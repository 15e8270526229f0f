"""The whole network: adapters by psutil and the registry, the tables of iphlpapi, the hosts file, the way."""

import os
import socket
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.text_file import read_text
from itdesk.diagnostics.windows.network import CONNECTIONS
from itdesk.diagnostics.windows.registry import Registry, text

CLASS_KEY = r"SYSTEM\CurrentControlSet\Control\Class\{4d36e972-e325-11ce-bfc1-08002be10318}"
HOSTS = Path("System32", "drivers", "etc", "hosts")
HOSTS_BYTES = 256 * 1024
Table = Callable[[], list[dict[str, object]]]


@dataclass(frozen=True, kw_only=True)
class Adapter:
    """What psutil tells of one adapter."""

    name: str
    up: bool
    mtu: int
    speed_mbps: int
    mac: str = ""
    ipv4: tuple[str, ...] = ()
    ipv6: tuple[str, ...] = ()


def read(
    *,
    registry: Registry,
    adapters: Callable[[], Iterable[Adapter]],
    routes: Table,
    neighbours: Table,
    trace: Callable[[str], list[dict[str, object]]],
    hosts: Path,
    server_host: str = "",
) -> dict[str, object]:
    """Return the whole network; what Windows does not tell is left out."""
    drivers = drivers_by_connection(registry)
    return {
        "adapters": [_row(adapter, drivers) for adapter in adapters()],
        "routes": _told(routes),
        "neighbours": _told(neighbours),
        "hosts": own_lines(read_text(hosts, HOSTS_BYTES)),
        "trace": _told(lambda: trace(server_host)) if server_host else None,
    }


def _told(table: Table) -> list[dict[str, object]] | None:
    with suppress(NotAvailable):
        return table()
    return None


def _row(adapter: Adapter, drivers: Mapping[str, str]) -> dict[str, object]:
    return {
        "name": adapter.name,
        "mac": adapter.mac,
        "up": adapter.up,
        "mtu": adapter.mtu or None,
        "speed_mbps": adapter.speed_mbps or None,
        "ipv4": list(adapter.ipv4),
        "ipv6": list(adapter.ipv6),
        "driver": drivers.get(adapter.name),
    }


def read_adapters() -> list[Adapter]:
    """Return all adapters. Windows gives psutil the hardware address as one of the addresses."""
    import psutil

    states, found = psutil.net_if_stats(), []
    for name, addresses in psutil.net_if_addrs().items():
        told = [(entry.family, entry.address.partition("%")[0]) for entry in addresses]
        state = states.get(name)
        found.append(
            Adapter(
                name=name,
                up=state is not None and state.isup,
                mtu=0 if state is None else state.mtu,
                speed_mbps=0 if state is None else state.speed,
                mac=tidy_mac(next((address for family, address in told if family == psutil.AF_LINK), "")),
                ipv4=tuple(address for family, address in told if family == socket.AF_INET),
                ipv6=tuple(address for family, address in told if family == socket.AF_INET6),
            )
        )
    return found


def tidy_mac(told: str) -> str:
    """Return a hardware address as the other platforms write it: small letters, with colons."""
    return told.replace("-", ":").lower()


def drivers_by_connection(registry: Registry) -> dict[str, str]:
    """Return what drives each connection, by the connection's name: product and driver version."""
    drivers = {}
    for number in registry.subkeys(CLASS_KEY):
        key = rf"{CLASS_KEY}\{number}"
        guid = text(registry, key, "NetCfgInstanceId")
        name = text(registry, rf"{CONNECTIONS}\{guid}\Connection", "Name") if guid else ""
        if name:
            words = (text(registry, key, "DriverDesc"), text(registry, key, "DriverVersion"))
            drivers[name] = " ".join(filter(None, words))
    return drivers


def hosts_file() -> Path:
    """Return where Windows keeps its hosts file."""
    return Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / HOSTS


def own_lines(content: str) -> list[str]:
    """Return the lines of a hosts file that say something: Windows ships it with comments alone."""
    lines = (" ".join(line.partition("#")[0].split()) for line in content.splitlines())
    return [line for line in lines if line and not line.lower().endswith(" localhost")]
