"""What each card says in its one line, and when something on it is probably broken."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from itdesk.diagnostics.base import Tier
from itdesk.diagnostics.facts import Values

FULL_DISK_PERCENT = 95
FULL_MEMORY_PERCENT = 95
WORN_BATTERY_PERCENT = 50
WEAK_SIGNAL_DBM = -75
BROKEN_PRINTER = ("stopped", "offline", "error")
FEW = 2

Said = Mapping[str, Values]
"""What the probes of a card said, by name; nothing for those that failed."""


@dataclass(frozen=True)
class Piece:
    """One thing to say. `key` names what it is ("free_bytes", "kind", …), `value` is as measured."""

    key: str
    value: object


@dataclass(frozen=True)
class CardKind:
    """One card. `probes` share it; `say` makes its line, `alarm` tells whether something is broken."""

    key: str
    icon: str
    tier: Tier
    probes: tuple[str, ...]
    say: Callable[[Said], Iterator[Piece]]
    alarm: Callable[[Said], bool] = lambda _: False


def rows(values: Values, table: str) -> list[Values]:
    """Return the rows of a table, none where it is missing or no table."""
    found = values.get(table)
    return [row for row in found if isinstance(row, Mapping)] if isinstance(found, list) else []


def count(values: Values, table: str) -> int | None:
    """Return how many rows there were before the list was cut, None where there is no list."""
    found, whole = values.get(table), values.get(f"{table}_count")
    if not isinstance(found, list):
        return None
    return whole if isinstance(whole, int) else len(found)


def at_least(value: object, limit: float) -> bool:
    """Return whether `value` is a number not below `limit`."""
    return isinstance(value, int | float) and value >= limit


def below(value: object, limit: float) -> bool:
    """Return whether `value` is a number below `limit`."""
    return isinstance(value, int | float) and value < limit


def _pick(values: Values, *names: str) -> Iterator[Piece]:
    for name in names:
        yield Piece(name, values.get(name))


def _computer(said: Said) -> Iterator[Piece]:
    yield Piece("name", said["host"].get("name"))
    yield from _pick(said["machine"], "manufacturer", "model")


def _system(said: Said) -> Iterator[Piece]:
    yield Piece("system", said["operating_system"].get("name"))
    yield Piece("version", said["operating_system"].get("version"))
    yield Piece("uptime_s", said["boot"].get("uptime_s"))
    if said["boot"].get("pending_restart") is True:
        yield Piece("pending_restart", value=True)


def _person(said: Said) -> Iterator[Piece]:
    yield Piece("login", said["session"].get("login"))
    yield Piece("session_kind", said["session"].get("kind"))


def _network(said: Said) -> Iterator[Piece]:
    network = said["network"]
    if network.get("connected") is False:
        yield Piece("connected", value=False)
    yield Piece("network_kind", network.get("kind"))
    addresses = network.get("ipv4") or network.get("ipv6")
    if isinstance(addresses, list | tuple):
        yield Piece("address", addresses[0])
    if network.get("kind") == "wireless":
        yield Piece("signal_dbm", said["wireless"].get("signal_dbm"))
    if network.get("vpn") is True:
        yield Piece("vpn", value=True)
    if said["server"].get("reached") is False:
        yield Piece("server_reached", value=False)


def _network_alarm(said: Said) -> bool:
    is_weak = below(said["wireless"].get("signal_dbm"), WEAK_SIGNAL_DBM)
    return said["network"].get("connected") is False or said["server"].get("reached") is False or is_weak


def _memory(said: Said) -> Iterator[Piece]:
    yield from _pick(said["memory"], "total_bytes", "used_percent")
    yield Piece("processor", said["processor"].get("model"))


def _disks(said: Said) -> Iterator[Piece]:
    for disk in rows(said["disks"], "disks")[:FEW]:
        yield Piece("mount", disk.get("mount"))
        yield Piece("free_bytes", disk.get("free_bytes"))


def _foreground(said: Said) -> Iterator[Piece]:
    yield from _pick(said["foreground"], "application")


def _some_disk_is_full(said: Said) -> bool:
    return any(at_least(disk.get("used_percent"), FULL_DISK_PERCENT) for disk in rows(said["disks"], "disks"))


def _screens(said: Said) -> Iterator[Piece]:
    yield Piece("screens", count(said["displays"], "displays"))
    for adapter in rows(said["graphics"], "adapters")[:1]:
        yield from _pick(adapter, "name", "driver_version")


def _battery(said: Said) -> Iterator[Piece]:
    battery = said["battery"]
    yield Piece("charge_percent", battery.get("percent"))
    if battery.get("plugged") is True:
        yield Piece("plugged", value=True)
    yield Piece("health_percent", battery.get("health_percent"))


def _security(said: Said) -> Iterator[Piece]:
    security = said["security"]
    for antivirus in rows(security, "antivirus")[:1]:
        yield Piece("name", antivirus.get("name"))
        if antivirus.get("enabled") is False:
            yield Piece("antivirus_off", value=True)
        elif antivirus.get("up_to_date") is False:
            yield Piece("antivirus_old", value=True)
    for name in ("firewall", "disk_encrypted"):
        if isinstance(security.get(name), bool):
            yield Piece(f"{name}_on" if security[name] else f"{name}_off", value=True)


def _is_unprotected(said: Said) -> bool:
    security = said["security"]
    antivirus = rows(security, "antivirus")
    all_off = bool(antivirus) and all(one.get("enabled") is False for one in antivirus)
    return all_off or security.get("firewall") is False


def _updates(said: Said) -> Iterator[Piece]:
    yield Piece("last_update_at", said["updates"].get("last_at"))
    yield Piece("failed_updates", count(said["updates"], "failed") or None)
    yield Piece("waiting_updates", said["updates"].get("waiting") or None)


def _trouble(said: Said) -> Iterator[Piece]:
    faulty = said["faulty_devices"]
    crashed = rows(said["crashes"], "crashes")
    devices = [str(device.get("name", "")) for device in rows(faulty, "devices")]
    services = faulty.get("services")
    for name in [*devices, *(map(str, services) if isinstance(services, list) else ())][:FEW]:
        yield Piece("in_error", name)
    for crash in crashed[:FEW]:
        yield Piece("crashed", crash.get("program"))
    if not crashed and not devices and not services:
        yield Piece("no_trouble", value=True)


def _has_trouble(said: Said) -> bool:
    return bool(rows(said["faulty_devices"], "devices") or rows(said["crashes"], "crashes"))


def _busiest(said: Said) -> Iterator[Piece]:
    for program in rows(said["busiest"], "by_processor")[:FEW]:
        yield Piece("name", program.get("name"))
        yield Piece("share_percent", program.get("percent"))


def _printers(said: Said) -> Iterator[Piece]:
    printers = said["printers"]
    if printers.get("service") == "stopped":
        yield Piece("print_service_stopped", value=True)
    found = rows(printers, "printers")
    if not found:
        yield Piece("no_printer", value=isinstance(printers.get("printers"), list) or None)
    for printer in sorted(found, key=lambda one: not _is_broken(one))[:FEW]:
        yield Piece("name", printer.get("name"))
        yield Piece("printer_state", printer.get("state"))


def _is_broken(printer: Values) -> bool:
    return printer.get("state") in BROKEN_PRINTER


def _cannot_print(said: Said) -> bool:
    stopped = said["printers"].get("service") == "stopped"
    return stopped or any(map(_is_broken, rows(said["printers"], "printers")))


def _remote(said: Said) -> Iterator[Piece]:
    tools = rows(said["remote_support"], "tools")
    for tool in tools[:FEW]:
        yield Piece("name", tool.get("name"))
    if not tools:
        yield Piece("no_remote", value=isinstance(said["remote_support"].get("tools"), list) or None)


def _changes(said: Said) -> Iterator[Piece]:
    found = rows(said["changes"], "changes")
    for change in found[:1]:
        yield Piece("change", change)
    yield Piece("changes", count(said["changes"], "changes"))


def _checks(said: Said) -> Iterator[Piece]:
    for finding in rows(said["checks"], "findings"):
        yield Piece("finding", finding)


def _found_fault(said: Said) -> bool:
    return any(finding.get("is_fault") is True for finding in rows(said["checks"], "findings"))


def _log(said: Said) -> Iterator[Piece]:
    yield Piece("log_entries", count(said["system_log"], "entries"))


def _software(said: Said) -> Iterator[Piece]:
    yield Piece("programs", count(said["software"], "programs"))


def _whole_network(said: Said) -> Iterator[Piece]:
    yield Piece("adapters", count(said["adapters"], "adapters"))
    for connection in rows(said["vpn"], "connections")[:FEW]:
        yield Piece("name", connection.get("name"))
        yield Piece("vpn_state", connection.get("state"))


def _disk_health(said: Said) -> Iterator[Piece]:
    for disk in rows(said["disk_health"], "disks")[:FEW]:
        yield Piece("name", disk.get("model") or disk.get("name"))
        yield Piece("disk_health", disk.get("health"))


def _disk_is_dying(said: Said) -> bool:
    return any(disk.get("health") == "failing" for disk in rows(said["disk_health"], "disks"))


def _sound(said: Said) -> Iterator[Piece]:
    for table in ("outputs", "inputs"):
        for device in [one for one in rows(said["sound"], table) if one.get("is_default") is True][:1]:
            yield Piece("name", device.get("name"))
            if device.get("muted") is True:
                yield Piece("muted", value=True)
    yield Piece("cameras", count(said["sound"], "cameras"))


def _usb(said: Said) -> Iterator[Piece]:
    yield Piece("usb_devices", count(said["usb"], "devices"))
    for monitor in rows(said["usb"], "monitors")[:FEW]:
        yield Piece("name", monitor.get("name"))


def _shares(said: Said) -> Iterator[Piece]:
    for drive in rows(said["shares"], "drives")[:FEW]:
        yield Piece("name", drive.get("at"))
        if drive.get("connected") is False:
            yield Piece("not_connected", value=True)
    if not rows(said["shares"], "drives"):
        yield Piece("no_drives", value=isinstance(said["shares"].get("drives"), list) or None)


def _drive_is_missing(said: Said) -> bool:
    return any(drive.get("connected") is False for drive in rows(said["shares"], "drives"))


ALWAYS, USUAL, SYMPTOM = Tier.ALWAYS, Tier.USUAL, Tier.SYMPTOM
KINDS = (
    CardKind("checks", "check", SYMPTOM, ("checks",), _checks, _found_fault),
    CardKind("computer", "computer", ALWAYS, ("host", "machine", "device"), _computer),
    CardKind(
        "system",
        "settings",
        ALWAYS,
        ("operating_system", "boot"),
        _system,
        lambda said: said["boot"].get("pending_restart") is True,
    ),
    CardKind("person", "person", ALWAYS, ("session",), _person),
    CardKind("network", "network", ALWAYS, ("network", "server", "wireless"), _network, _network_alarm),
    CardKind(
        "memory",
        "memory",
        ALWAYS,
        ("memory", "processor"),
        _memory,
        lambda said: at_least(said["memory"].get("used_percent"), FULL_MEMORY_PERCENT),
    ),
    CardKind("disks", "disk", ALWAYS, ("disks",), _disks, _some_disk_is_full),
    CardKind("foreground", "app", ALWAYS, ("foreground",), _foreground),
    CardKind("changes", "clock", USUAL, ("changes",), _changes),
    CardKind("trouble", "warning", USUAL, ("faulty_devices", "crashes"), _trouble, _has_trouble),
    CardKind("printers", "printer", USUAL, ("printers",), _printers, _cannot_print),
    CardKind("screens", "screenshot", USUAL, ("displays", "graphics"), _screens),
    CardKind(
        "battery",
        "battery",
        USUAL,
        ("battery",),
        _battery,
        lambda said: below(said["battery"].get("health_percent"), WORN_BATTERY_PERCENT),
    ),
    CardKind("busiest", "slow", USUAL, ("busiest",), _busiest),
    CardKind("updates", "download", USUAL, ("updates",), _updates),
    CardKind("security", "lock", USUAL, ("security",), _security, _is_unprotected),
    CardKind("remote", "eye", USUAL, ("remote_support",), _remote),
    CardKind("log", "note", SYMPTOM, ("system_log",), _log),
    CardKind("software", "app", SYMPTOM, ("software",), _software),
    CardKind("whole_network", "network", SYMPTOM, ("adapters", "vpn", "gateway"), _whole_network),
    CardKind("disk_health", "disk", SYMPTOM, ("disk_health",), _disk_health, _disk_is_dying),
    CardKind("sound", "sound", SYMPTOM, ("sound",), _sound),
    CardKind("usb", "plus", SYMPTOM, ("usb",), _usb),
    CardKind("shares", "disk", SYMPTOM, ("shares",), _shares, _drive_is_missing),
)
"""In the order in which they are shown."""
