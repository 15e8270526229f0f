"""What each card says in its one line, and when something on it is probably broken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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


def computer(said: Said) -> Iterator[Piece]:
    """Say its name and model."""
    yield Piece("name", said["host"].get("name"))
    yield from _pick(said["machine"], "manufacturer", "model")


def system(said: Said) -> Iterator[Piece]:
    """Say which system it is, and since when it runs."""
    yield Piece("system", said["operating_system"].get("name"))
    yield Piece("version", said["operating_system"].get("version"))
    yield Piece("uptime_s", said["boot"].get("uptime_s"))
    if said["boot"].get("pending_restart") is True:
        yield Piece("pending_restart", value=True)


def wants_restart(said: Said) -> bool:
    """Tell whether updates wait for a restart."""
    return said["boot"].get("pending_restart") is True


def person(said: Said) -> Iterator[Piece]:
    """Say who is signed in, and how."""
    yield Piece("login", said["session"].get("login"))
    yield Piece("session_kind", said["session"].get("kind"))


def network(said: Said) -> Iterator[Piece]:
    """Say how it is connected."""
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


def network_alarm(said: Said) -> bool:
    """Tell whether it is not connected, or badly."""
    is_weak = below(said["wireless"].get("signal_dbm"), WEAK_SIGNAL_DBM)
    return said["network"].get("connected") is False or said["server"].get("reached") is False or is_weak


def memory(said: Said) -> Iterator[Piece]:
    """Say how much memory there is."""
    yield from _pick(said["memory"], "total_bytes", "used_percent")
    yield Piece("processor", said["processor"].get("model"))


def memory_is_full(said: Said) -> bool:
    """Tell whether hardly any memory is left."""
    return at_least(said["memory"].get("used_percent"), FULL_MEMORY_PERCENT)


def disks(said: Said) -> Iterator[Piece]:
    """Say how much room is left."""
    for disk in rows(said["disks"], "disks")[:FEW]:
        yield Piece("mount", disk.get("mount"))
        yield Piece("free_bytes", disk.get("free_bytes"))


def foreground(said: Said) -> Iterator[Piece]:
    """Say which program was in front."""
    yield from _pick(said["foreground"], "application")


def some_disk_is_full(said: Said) -> bool:
    """Tell whether a disk is nearly full."""
    return any(at_least(disk.get("used_percent"), FULL_DISK_PERCENT) for disk in rows(said["disks"], "disks"))


def screens(said: Said) -> Iterator[Piece]:
    """Say how many screens there are, and by which driver."""
    yield Piece("screens", count(said["displays"], "displays"))
    for adapter in rows(said["graphics"], "adapters")[:1]:
        yield from _pick(adapter, "name", "driver_version")


def battery(said: Said) -> Iterator[Piece]:
    """Say how full and how worn it is."""
    battery = said["battery"]
    yield Piece("charge_percent", battery.get("percent"))
    if battery.get("plugged") is True:
        yield Piece("plugged", value=True)
    yield Piece("health_percent", battery.get("health_percent"))


def battery_is_worn(said: Said) -> bool:
    """Tell whether little is left of its capacity."""
    return below(said["battery"].get("health_percent"), WORN_BATTERY_PERCENT)


def security(said: Said) -> Iterator[Piece]:
    """Say what protects it."""
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


def is_unprotected(said: Said) -> bool:
    """Tell whether protection is off."""
    security = said["security"]
    antivirus = rows(security, "antivirus")
    all_off = bool(antivirus) and all(one.get("enabled") is False for one in antivirus)
    return all_off or security.get("firewall") is False


def updates(said: Said) -> Iterator[Piece]:
    """Say when the last update came, and what failed."""
    yield Piece("last_update_at", said["updates"].get("last_at"))
    yield Piece("failed_updates", count(said["updates"], "failed") or None)
    yield Piece("waiting_updates", said["updates"].get("waiting") or None)


def trouble(said: Said) -> Iterator[Piece]:
    """Say what is in error, and what crashed."""
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


def has_trouble(said: Said) -> bool:
    """Tell whether a device is in error or a program crashed."""
    return bool(rows(said["faulty_devices"], "devices") or rows(said["crashes"], "crashes"))


def busiest(said: Said) -> Iterator[Piece]:
    """Say which programs are busiest."""
    for program in rows(said["busiest"], "by_processor")[:FEW]:
        yield Piece("name", program.get("name"))
        yield Piece("share_percent", program.get("percent"))


def printers(said: Said) -> Iterator[Piece]:
    """Say how the printers are, broken ones first."""
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


def cannot_print(said: Said) -> bool:
    """Tell whether printing or a printer is stopped."""
    stopped = said["printers"].get("service") == "stopped"
    return stopped or any(map(_is_broken, rows(said["printers"], "printers")))


def remote(said: Said) -> Iterator[Piece]:
    """Say which programs for remote support there are."""
    tools = rows(said["remote_support"], "tools")
    for tool in tools[:FEW]:
        yield Piece("name", tool.get("name"))
    if not tools:
        yield Piece("no_remote", value=isinstance(said["remote_support"].get("tools"), list) or None)


def changes(said: Said) -> Iterator[Piece]:
    """Say what changed last."""
    found = rows(said["changes"], "changes")
    for change in found[:1]:
        yield Piece("change", change)
    if found:
        yield Piece("changes", count(said["changes"], "changes"))
    elif isinstance(said["changes"].get("changes"), list):
        yield Piece("no_changes", value=True)


def checks(said: Said) -> Iterator[Piece]:
    """Say what was found."""
    for finding in rows(said["checks"], "findings"):
        yield Piece("finding", finding)


def found_fault(said: Said) -> bool:
    """Tell whether a check found a fault."""
    return any(finding.get("is_fault") is True for finding in rows(said["checks"], "findings"))


def log(said: Said) -> Iterator[Piece]:
    """Say how many lines there are."""
    yield Piece("log_entries", count(said["system_log"], "entries"))


def software(said: Said) -> Iterator[Piece]:
    """Say how many programs there are."""
    yield Piece("programs", count(said["software"], "programs"))


def whole_network(said: Said) -> Iterator[Piece]:
    """Say how many adapters there are, and how the VPN stands."""
    yield Piece("adapters", count(said["adapters"], "adapters"))
    for connection in rows(said["vpn"], "connections")[:FEW]:
        yield Piece("name", connection.get("name"))
        yield Piece("vpn_state", connection.get("state"))


def disk_health(said: Said) -> Iterator[Piece]:
    """Say how the disks are."""
    for disk in rows(said["disk_health"], "disks")[:FEW]:
        yield Piece("name", disk.get("model") or disk.get("name"))
        yield Piece("disk_health", disk.get("health"))


def disk_is_dying(said: Said) -> bool:
    """Tell whether a disk is failing."""
    return any(disk.get("health") == "failing" for disk in rows(said["disk_health"], "disks"))


def sound(said: Said) -> Iterator[Piece]:
    """Say which devices are in use."""
    for table in ("outputs", "inputs"):
        for device in [one for one in rows(said["sound"], table) if one.get("is_default") is True][:1]:
            yield Piece("name", device.get("name"))
            if device.get("muted") is True:
                yield Piece("muted", value=True)
    yield Piece("cameras", count(said["sound"], "cameras"))


def usb(said: Said) -> Iterator[Piece]:
    """Say how much is plugged in."""
    yield Piece("usb_devices", count(said["usb"], "devices"))
    for monitor in rows(said["usb"], "monitors")[:FEW]:
        yield Piece("name", monitor.get("name"))


def shares(said: Said) -> Iterator[Piece]:
    """Say which network drives there are."""
    for drive in rows(said["shares"], "drives")[:FEW]:
        yield Piece("name", drive.get("at"))
        if drive.get("connected") is False:
            yield Piece("not_connected", value=True)
    if not rows(said["shares"], "drives"):
        yield Piece("no_drives", value=isinstance(said["shares"].get("drives"), list) or None)


def drive_is_missing(said: Said) -> bool:
    """Tell whether a network drive is not connected."""
    return any(drive.get("connected") is False for drive in rows(said["shares"], "drives"))
