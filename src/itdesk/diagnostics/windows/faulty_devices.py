"""Devices that Windows marks, services that should run, the latest errors of disks and memory."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows.event_log import Events
from itdesk.diagnostics.windows.event_xml import parse_event
from itdesk.diagnostics.windows.registry import Registry, text
from itdesk.diagnostics.windows.wmi import CIMV2, Row, Wmi, number
from itdesk.diagnostics.windows.wmi import text as told_text

DEVICES = "SELECT Name, DeviceID, ConfigManagerErrorCode FROM Win32_PnPEntity WHERE ConfigManagerErrorCode<>0"
SERVICES = "SELECT Name, DisplayName, ExitCode FROM Win32_Service WHERE StartMode='Auto' AND State<>'Running'"
DEVICE_KEY, CLASS_KEY = r"SYSTEM\CurrentControlSet\Enum", r"SYSTEM\CurrentControlSet\Control\Class"
SERVICE_KEY = r"SYSTEM\CurrentControlSet\Services"
NEVER_STARTED = 1077
NOT_PRESENT = 45  # a phantom: plugged in once, not now
PROBLEMS = {  # cfg.h; the words of Microsoft's "Error codes in Device Manager"
    1: "is not configured correctly",
    3: "the driver may be damaged",
    10: "cannot start",
    12: "finds no free resources",
    14: "needs a restart",
    18: "its driver must be installed again",
    19: "its settings in the registry are damaged",
    21: "is being removed",
    22: "is disabled",
    24: "is not there or has no driver",
    28: "has no driver",
    29: "is disabled by the firmware",
    31: "its driver cannot be loaded",
    32: "its driver is switched off",
    37: "its driver failed to start",
    38: "an older driver is still in memory",
    39: "its driver is damaged or missing",
    40: "its driver's settings are damaged",
    41: "the device was not found",
    43: "was stopped because it reported problems",
    44: "was stopped by a program",
    47: "may be unplugged now",
    48: "its driver is blocked",
    52: "its driver is not signed",
    54: "failed and is being reset",
}
HARDWARE = ("disk", "Ntfs", "storahci", "stornvme", "volmgr", "Microsoft-Windows-WHEA-Logger")
DAY = timedelta(hours=24)
MOST_MESSAGES = 10


def read(wmi: Wmi, registry: Registry, events: Events) -> dict[str, object]:
    """Return what fails. Raises NotAvailable when WMI tells neither devices nor services."""
    told: dict[str, object] = {}
    reason = NotAvailable("Windows tells neither devices nor services.")
    for name, ask in (("devices", _devices), ("services", _services)):
        try:
            told[name] = ask(wmi, registry)
        except NotAvailable as error:
            reason = error
    if not told:
        raise reason
    return {**told, "messages": _messages(events)}


def _devices(wmi: Wmi, registry: Registry) -> list[dict[str, object]]:
    return [_device(registry, row) for row in wmi.query(CIMV2, DEVICES) if _is_at_fault(row)]


def _services(wmi: Wmi, registry: Registry) -> list[str]:
    rows = (row for row in wmi.query(CIMV2, SERVICES) if should_run(registry, row))
    return [told_text(row, "DisplayName") or told_text(row, "Name") for row in rows]


def _is_at_fault(row: Row) -> bool:
    return number(row, "ConfigManagerErrorCode") not in (None, 0, NOT_PRESENT)


def _device(registry: Registry, row: Row) -> dict[str, object]:
    code, place = number(row, "ConfigManagerErrorCode") or 0, told_text(row, "DeviceID")
    driver = text(registry, rf"{DEVICE_KEY}\{place}", "Driver")
    words = PROBLEMS.get(code)
    return {
        "name": told_text(row, "Name") or place,
        "problem": f"{words} (code {code})" if words else f"code {code}",
        "driver_version": text(registry, rf"{CLASS_KEY}\{driver}", "DriverVersion") if driver else None,
    }


def should_run(registry: Registry, row: Row) -> bool:
    """Return whether a stopped service that starts by itself ought to run.

    One that waits for its trigger, or starts late and ended without an error, is meant to be stopped.
    """
    key = rf"{SERVICE_KEY}\{told_text(row, 'Name')}"
    if number(row, "ExitCode") not in (None, 0, NEVER_STARTED):
        return True
    return not registry.exists(rf"{key}\TriggerInfo") and registry.value(key, "DelayedAutostart") != 1


def _messages(events: Events) -> list[str]:
    since = (datetime.now(UTC) - DAY).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    sources = " or ".join(f"@Name='{name}'" for name in HARDWARE)
    question = (
        f"*[System[Provider[{sources}] and (Level=1 or Level=2 or Level=3)"
        f" and TimeCreated[@SystemTime>='{since}']]]"
    )
    with suppress(NotAvailable):
        found = (parse_event(xml) for xml in events.query("System", question, MOST_MESSAGES))
        return [f"{event.source}: {event.message}" for event in found if event is not None]
    return []
