"""The battery: its charge by pmset, its wear by system_profiler."""

import re

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.macos.item import as_item, number_of
from itdesk.diagnostics.macos.parts import if_told
from itdesk.diagnostics.macos.system_profiler import Items, ask_profiler, parse_items

PMSET = ("/usr/bin/pmset", "-g", "batt")
DATA_TYPE = "SPPowerDataType"
LIMIT_S = 0.5
WEAR_LIMIT_S = 1.5
BATTERY = re.compile(r"-InternalBattery-\d{1,3}.{0,40}?\s(?P<percent>\d{1,3})%;(?P<rest>.{0,80})")
LEFT = re.compile(r"\bdischarging; (?P<hours>\d{1,3}):(?P<minutes>\d\d) remaining")


def read() -> dict[str, object]:
    """Return charge and wear; the wear is left out when only it is late. Raises NotAvailable."""
    charge = parse_charge(ask_tool(PMSET, limit_s=LIMIT_S))
    return charge | _wear(if_told(_ask_wear, ()))


def parse_charge(printed: str) -> dict[str, object]:
    """Return what `pmset -g batt` says. Raises NotAvailable without a battery."""
    battery = BATTERY.search(printed)
    if battery is None:
        raise NotAvailable("This computer has no battery.")
    told: dict[str, object] = {"percent": int(battery["percent"]), "plugged": "'AC Power'" in printed}
    if left := LEFT.search(battery["rest"]):
        told["minutes_left"] = int(left["hours"]) * 60 + int(left["minutes"])
    return told


def _ask_wear() -> Items:
    return ask_profiler(DATA_TYPE, limit_s=WEAR_LIMIT_S)


def parse_wear(printed: str) -> dict[str, object]:
    """Return health and cycles of system_profiler's JSON, nothing without a battery. Raises NotAvailable."""
    return _wear(parse_items(printed, DATA_TYPE))


def _wear(items: Items) -> dict[str, object]:
    for item in items:
        if health := as_item(item.get("sppower_battery_health_info")):
            told = {
                "health_percent": number_of(health, "sppower_battery_health_maximum_capacity"),
                "cycles": number_of(health, "sppower_battery_cycle_count"),
            }
            return {name: value for name, value in told.items() if value is not None}
    return {}
