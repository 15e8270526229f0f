"""The battery, from /sys."""

from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux.whole_number import read_number
from itdesk.diagnostics.text_file import entries, read_text

# Energy is told in µWh with power in µW, or charge in µAh with current in µA.
KINDS = (("energy_now", "energy_full", "energy_full_design", "power_now"),
         ("charge_now", "charge_full", "charge_full_design", "current_now"))  # fmt: skip


def read(root: Path = Path("/")) -> dict[str, object]:
    """Return the battery, several of them as one. Raises NotAvailable when there is none."""
    supplies = entries(root / "sys/class/power_supply")
    batteries = [supply for supply in supplies if _is_battery(supply)]
    if not batteries:
        raise NotAvailable("This computer has no battery.")
    plugged = [number for supply in supplies if (number := read_number(supply / "online")) is not None]
    told = max((_sums(batteries, *kind) for kind in KINDS), key=len)
    cycles = [number for battery in batteries if (number := read_number(battery / "cycle_count"))]
    return {
        "percent": _percent(batteries),
        "plugged": any(plugged) if plugged else None,
        "cycles": max(cycles, default=None),
        **told,
    }


def _is_battery(supply: Path) -> bool:
    """Return whether this is a battery of the computer, not one of its mouse."""
    return read_text(supply / "type") == "Battery" and read_text(supply / "scope") != "Device"


def _percent(batteries: list[Path]) -> float | None:
    percents = [number for battery in batteries if (number := read_number(battery / "capacity")) is not None]
    return round(sum(percents) / len(percents)) if percents else None


def _sums(batteries: list[Path], now: str, full: str, design: str, flow: str) -> dict[str, object]:
    """Return the health in per cent, and the minutes left where it is used up; what is known of it."""
    held, most, new, flowing = (_sum(batteries, name) for name in (now, full, design, flow))
    told: dict[str, object] = {"health_percent": round(100 * most / new)} if most and new else {}
    is_used = any(read_text(battery / "status") == "Discharging" for battery in batteries)
    if is_used and held and flowing:
        told["minutes_left"] = round(60 * held / flowing)
    return told


def _sum(batteries: list[Path], name: str) -> int:
    return sum(abs(read_number(battery / name) or 0) for battery in batteries)
