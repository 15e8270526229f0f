"""The disks' health, by the storage classes of WMI; what these do not tell, by the old one."""

import re
from contextlib import suppress

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows.wmi import CIMV2, Row, Wmi, number, text

STORAGE = r"root\Microsoft\Windows\Storage"
PHYSICAL = (
    "SELECT DeviceId, FriendlyName, Model, MediaType, BusType, Size, HealthStatus FROM MSFT_PhysicalDisk"
)
COUNTERS = "SELECT DeviceId, Temperature, Wear FROM MSFT_StorageReliabilityCounter"
DRIVES = "SELECT DeviceID, Model, Size, Status FROM Win32_DiskDrive"
NVME_BUS = 17
MEDIA = {3: "hdd", 4: "ssd"}
HEALTH = {0: "ok", 1: "warning", 2: "failing"}
OLD_HEALTH = {"ok": "ok", "pred fail": "failing", "degraded": "warning", "error": "failing"}


def read(wmi: Wmi) -> dict[str, object]:
    """Return the disks. Raises NotAvailable."""
    with suppress(NotAvailable):
        disks = wmi.query(STORAGE, PHYSICAL)
        if disks:
            counters = _counters(wmi)
            return {"disks": [_disk(row, counters.get(text(row, "DeviceId"), {})) for row in disks]}
    return {"disks": [_drive(row) for row in wmi.query(CIMV2, DRIVES)]}


def _counters(wmi: Wmi) -> dict[str, Row]:
    """Return what the disks count of themselves, by their number; administrators alone are told."""
    with suppress(NotAvailable):
        return {text(row, "DeviceId"): row for row in wmi.query(STORAGE, COUNTERS)}
    return {}


def _disk(row: Row, counted: Row) -> dict[str, object]:
    is_nvme = number(row, "BusType") == NVME_BUS
    return {
        "name": f"Disk {text(row, 'DeviceId')}",
        "model": text(row, "FriendlyName") or text(row, "Model"),
        "type": "nvme" if is_nvme else MEDIA.get(number(row, "MediaType") or 0),
        "size_bytes": number(row, "Size"),
        "health": HEALTH.get(-1 if (told := number(row, "HealthStatus")) is None else told, "unknown"),
        "wear_percent": number(counted, "Wear"),
        "temperature_c": number(counted, "Temperature") or None,  # 0 is what a disk says that has no sensor
    }


def _drive(row: Row) -> dict[str, object]:
    place = re.search(r"PHYSICALDRIVE(\d+)$", text(row, "DeviceID"), re.IGNORECASE)
    return {
        "name": f"Disk {place[1]}" if place else text(row, "DeviceID"),
        "model": text(row, "Model"),
        "size_bytes": number(row, "Size"),
        "health": OLD_HEALTH.get(text(row, "Status").lower(), "unknown"),
    }
