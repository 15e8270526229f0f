"""Disks as MSFT_PhysicalDisk tells them (see "Windows Storage Management API"), else Win32_DiskDrive."""

import pytest

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import disk_health
from tests.unit.diagnostics.windows.fake_wmi import FakeWmi

SAMSUNG = {
    "DeviceId": "0",
    "FriendlyName": "SAMSUNG MZVLB512HBJQ-000L7",
    "MediaType": 4,
    "BusType": 17,
    "Size": "512110190592",
    "HealthStatus": 0,
}
OLD = {"DeviceId": "1", "Model": "WDC WD10EZEX", "MediaType": 3, "BusType": 11, "Size": "1000204886016"}
COUNTED = {"DeviceId": "0", "Temperature": 41, "Wear": 3}
DRIVE = {"DeviceID": r"\\.\PHYSICALDRIVE2", "Model": "ST500", "Size": "500107862016", "Status": "Pred Fail"}


def test_a_disk_with_its_counters_and_one_without() -> None:
    wmi = FakeWmi({"MSFT_PhysicalDisk": [SAMSUNG, OLD], "MSFT_StorageReliabilityCounter": [COUNTED]})
    assert disk_health.read(wmi)["disks"] == [
        {
            "name": "Disk 0",
            "model": "SAMSUNG MZVLB512HBJQ-000L7",
            "type": "nvme",
            "size_bytes": 512_110_190_592,
            "health": "ok",
            "wear_percent": 3,
            "temperature_c": 41,
        },
        {
            "name": "Disk 1",
            "model": "WDC WD10EZEX",
            "type": "hdd",
            "size_bytes": 1_000_204_886_016,
            "health": "unknown",
            "wear_percent": None,
            "temperature_c": None,
        },
    ]


@pytest.mark.parametrize(("status", "health"), [(1, "warning"), (2, "failing"), (5, "unknown")])
def test_health(status: int, health: str) -> None:
    (disk,) = rows(disk_health.read(FakeWmi({"MSFT_PhysicalDisk": [SAMSUNG | {"HealthStatus": status}]})))
    assert disk["health"] == health


@pytest.mark.parametrize("classes", [{}, {"MSFT_PhysicalDisk": []}])
def test_without_the_storage_classes_the_old_one_is_asked(
    classes: dict[str, list[dict[str, object]]],
) -> None:
    (disk,) = rows(disk_health.read(FakeWmi({**classes, "Win32_DiskDrive": [DRIVE]})))
    assert (disk["name"], disk["health"]) == ("Disk 2", "failing")


def test_without_wmi_nothing_is_told() -> None:
    with pytest.raises(NotAvailable):
        disk_health.read(FakeWmi({}))


def rows(told: dict[str, object]) -> list[dict[str, object]]:
    disks = told["disks"]
    assert isinstance(disks, list)
    return disks
