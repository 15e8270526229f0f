"""The battery in /sys."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux import battery
from itdesk.diagnostics.linux.whole_number import parse_number
from tests.unit.diagnostics.linux.tree import write

SUPPLY = "sys/class/power_supply"


def supply(root: Path, name: str, **files: object) -> Path:
    return write(root, {f"{SUPPLY}/{name}/{file}": f"{value}\n" for file, value in files.items()})


def test_a_worn_battery_that_is_in_use(tmp_path: Path) -> None:
    supply(tmp_path, "AC", type="Mains", online=0)
    supply(
        tmp_path,
        "BAT0",
        type="Battery",
        status="Discharging",
        capacity=57,
        cycle_count=312,
        energy_full_design=57_000_000,
        energy_full=40_000_000,
        energy_now=20_000_000,
        power_now=10_000_000,
    )
    supply(tmp_path, "hidpp_battery_0", type="Battery", scope="Device", capacity=5)
    assert battery.read(tmp_path) == {
        "percent": 57,
        "plugged": False,
        "cycles": 312,
        "health_percent": 70,
        "minutes_left": 120,
    }


def test_two_batteries_that_tell_their_charge_are_one(tmp_path: Path) -> None:
    supply(tmp_path, "ADP1", type="USB", online=1)
    for name, full in (("BAT0", 2_000_000), ("BAT1", 1_000_000)):
        supply(
            tmp_path,
            name,
            type="Battery",
            status="Charging",
            capacity=50,
            cycle_count=0,
            charge_full_design=2_000_000,
            charge_full=full,
            charge_now=full // 2,
        )
    told = battery.read(tmp_path)
    assert told == {"percent": 50, "plugged": True, "cycles": None, "health_percent": 75}


def test_a_battery_that_tells_nothing_and_no_battery(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="no battery"):
        battery.read(tmp_path)
    supply(tmp_path, "BAT0", type="Battery", capacity="unknown", energy_full="-", charge_full="9" * 5000)
    assert battery.read(tmp_path) == {"percent": None, "plugged": None, "cycles": None}


@given(st.text() | st.integers().map(str))
def test_a_number_or_nothing(text: str) -> None:
    number = parse_number(text)
    assert number is None or str(number) == text.lstrip("0") or int(text) == number
