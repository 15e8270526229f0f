"""The battery: psutil's answers, and root\\wmi as laptops' drivers fill it."""

from dataclasses import dataclass

import pytest

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import battery
from itdesk.diagnostics.windows.wmi import WMI
from tests.unit.diagnostics.windows.fake_wmi import FakeWmi

FIRST, SECOND = r"ACPI\PNP0C0A\1_0", r"ACPI\PNP0C0A\2_0"


@dataclass(frozen=True)
class Charge:
    percent: float
    secsleft: int
    power_plugged: bool | None


WORN = FakeWmi(
    {
        "BatteryFullChargedCapacity": [{"InstanceName": FIRST, "FullChargedCapacity": 37_950}],
        "BatteryStaticData": [{"InstanceName": FIRST, "DesignedCapacity": 50_610}],
        "BatteryCycleCount": [{"InstanceName": FIRST, "CycleCount": 412}],
    }
)


def test_a_worn_battery() -> None:
    told = battery.read(WORN, lambda: Charge(64, 5_520, power_plugged=False))
    assert told == {"percent": 64, "plugged": False, "minutes_left": 92, "health_percent": 75, "cycles": 412}
    assert {namespace for namespace, _ in WORN.asked} == {WMI}


@pytest.mark.parametrize("unknown", [-1, -2])  # psutil's POWER_TIME_UNKNOWN and POWER_TIME_UNLIMITED
def test_nobody_knows_how_long_while_it_is_charged(unknown: int) -> None:
    told = battery.read(FakeWmi({}), lambda: Charge(100, unknown, power_plugged=True))
    assert told["minutes_left"] is None


def test_a_driver_that_keeps_no_classes_leaves_the_charge() -> None:
    told = battery.read(FakeWmi({}), lambda: Charge(12, 600, power_plugged=None))
    assert (told["percent"], told["health_percent"], told["cycles"]) == (12, None, None)


def test_two_batteries_are_counted_together_and_one_half_known_is_not() -> None:
    wmi = FakeWmi(
        {
            "BatteryFullChargedCapacity": [
                {"InstanceName": FIRST, "FullChargedCapacity": 20_000},
                {"InstanceName": SECOND, "FullChargedCapacity": 10_000},
                {"InstanceName": "third", "FullChargedCapacity": 99_000},
            ],
            "BatteryStaticData": [
                {"InstanceName": FIRST, "DesignedCapacity": 24_000},
                {"InstanceName": SECOND, "DesignedCapacity": 26_000},
            ],
            "BatteryCycleCount": [{"InstanceName": FIRST, "CycleCount": 0}],
        }
    )
    told = battery.read(wmi, lambda: Charge(50, -1, power_plugged=True))
    assert (told["health_percent"], told["cycles"]) == (60, None)


def test_a_desktop_has_none() -> None:
    with pytest.raises(NotAvailable, match="no battery"):
        battery.read(WORN, lambda: None)
