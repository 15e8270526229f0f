"""The battery: psutil tells how full it is, the driver's WMI classes how worn."""

from collections.abc import Callable
from typing import Protocol

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows.wmi import WMI, Wmi, number


class Charge(Protocol):
    """What psutil tells of a battery; `secsleft` is negative when nobody knows, or while it is charged."""

    @property
    def percent(self) -> float: ...  # noqa: D102
    @property
    def secsleft(self) -> int: ...  # noqa: D102
    @property
    def power_plugged(self) -> bool | None: ...  # noqa: D102


def read_charge() -> Charge | None:
    """Return the state of the battery, None without one."""
    import psutil

    charge: Charge | None = psutil.sensors_battery()
    return charge


def read(wmi: Wmi, charge: Callable[[], Charge | None] = read_charge) -> dict[str, object]:
    """Return charge and wear. Raises NotAvailable without a battery."""
    told = charge()
    if told is None:
        raise NotAvailable("This computer has no battery.")
    return {
        "percent": told.percent,
        "plugged": told.power_plugged,
        "minutes_left": told.secsleft // 60 if told.secsleft >= 0 else None,
        "health_percent": _health_percent(wmi),
        "cycles": max(_numbers(wmi, "CycleCount", "BatteryCycleCount").values(), default=0) or None,
    }


def _health_percent(wmi: Wmi) -> int | None:
    """Return what is left of the capacity of all batteries together that tell both, None where none does."""
    full = _numbers(wmi, "FullChargedCapacity", "BatteryFullChargedCapacity")
    designed = _numbers(wmi, "DesignedCapacity", "BatteryStaticData")
    both = [name for name in full if designed.get(name)]
    new = sum(designed[name] for name in both)
    return round(100 * sum(full[name] for name in both) / new) if new > 0 else None


def _numbers(wmi: Wmi, name: str, of: str) -> dict[object, int]:
    """Return a number of each battery by its instance; nothing where its driver does not keep the class."""
    try:
        rows = wmi.query(WMI, f"SELECT InstanceName, {name} FROM {of}")  # noqa: S608 (our own words)
    except NotAvailable:
        return {}
    found = ((row.get("InstanceName"), number(row, name)) for row in rows)
    return {instance: value for instance, value in found if value is not None}
