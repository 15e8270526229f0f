"""The disks and their health: by the kernel, and by smartctl as far as it may ask them."""

import re
import time
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_json, first_tool
from itdesk.diagnostics.json_answer import number, part, rows
from itdesk.diagnostics.linux.whole_number import read_number
from itdesk.diagnostics.text_file import entries, read_text

SMARTCTL = ("/usr/sbin/smartctl", "/sbin/smartctl", "/usr/bin/smartctl")
ASKED = ("-j", "-H", "-A", "-n", "standby")
"""A disk that sleeps is not woken."""
ASKING_S = 0.8
WHOLE_S = 2.2
REAL = re.compile(r"(sd|hd|vd|xvd)[a-z]+|nvme\d+n\d+|mmcblk\d+")
VIRTUAL = ("vd", "xvd")
SECTOR_BYTES = 512
REALLOCATED = 5
WORN_PERCENT = 90
LIFE_STEP_PERCENT = 10
"""Cards tell their wear in tenths."""

Row = dict[str, object]


def read(root: Path = Path("/")) -> dict[str, object]:
    """Return the disks. Raises NotAvailable when the kernel shows none."""
    disks = [folder for folder in entries(root / "sys/block") if REAL.fullmatch(folder.name)]
    if not disks:
        raise NotAvailable("This computer shows no disk.")
    ends = time.monotonic() + WHOLE_S
    return {"disks": [_describe(disk, ends) for disk in disks]}


def _describe(disk: Path, ends: float) -> Row:
    told = describe_by_kernel(disk)
    said = {name: value for name, value in _ask(disk.name, ends).items() if value is not None}
    return told | said


def describe_by_kernel(disk: Path) -> Row:
    """Return what the kernel knows of a disk; nothing of it is asked."""
    sectors = read_number(disk / "size")
    state = read_text(disk / "device/state")
    return {
        "name": disk.name,
        "model": read_text(disk / "device/model") or read_text(disk / "device/name"),
        "type": _type(disk),
        "size_bytes": None if sectors is None else sectors * SECTOR_BYTES,
        "health": "failing" if state in {"dead", "offline"} else "unknown",
        "wear_percent": _wear_of_card(read_text(disk / "device/life_time")),
        "temperature_c": _temperature(disk / "device"),
    }


def _type(disk: Path) -> str | None:
    if disk.name.startswith("nvme"):
        return "nvme"
    if disk.name.startswith(VIRTUAL):
        return None  # it says that it turns, whatever it lies on
    return {0: "ssd", 1: "hdd"}.get(
        -1 if (turns := read_number(disk / "queue/rotational")) is None else turns
    )


def _temperature(device: Path) -> float | None:
    """Return the temperature that the kernel watches: under the disk itself, or under its controller."""
    sensors = [
        *entries(device / "hwmon"),
        *(path for path in entries(device) if path.name.startswith("hwmon")),
    ]
    known = [degrees for sensor in sensors if (degrees := read_number(sensor / "temp1_input")) is not None]
    return known[0] / 1000 if known else None


def _wear_of_card(life: str) -> int | None:
    """Return the wear in a card's life_time: two numbers like 0x03, each for one of its parts."""
    steps = max((int(word, 16) for word in re.findall(r"0x([0-9a-fA-F]{2})\b", life)), default=0)
    return steps * LIFE_STEP_PERCENT or None


def _ask(name: str, ends: float) -> Row:
    """Return what the disk says of itself; nothing where we may not ask it, or it takes too long."""
    limit_s = min(ends - time.monotonic(), ASKING_S)
    try:
        if limit_s <= 0:
            return {}
        return parse_smart(
            ask_json([first_tool(*SMARTCTL), *ASKED, f"/dev/{name}"], limit_s=limit_s, may_fail=True)
        )
    except NotAvailable:
        return {}


def parse_smart(told: object) -> Row:
    """Return health, wear, temperature and replaced sectors of smartctl's JSON, None where it tells none."""
    passed = part(told, "smart_status", "passed")
    wear = number(told, "nvme_smart_health_information_log", "percentage_used")
    spare = number(told, "nvme_smart_health_information_log", "critical_warning")
    replaced = [
        number(row, "raw", "value")
        for row in rows(part(told, "ata_smart_attributes", "table"))
        if number(row, "id") == REALLOCATED
    ]
    reallocated = replaced[0] if replaced else None
    is_worn = bool(reallocated) or bool(spare) or (wear is not None and wear >= WORN_PERCENT)
    good = "warning" if is_worn else "ok"
    return {
        "health": {True: good, False: "failing"}.get(passed) if isinstance(passed, bool) else None,
        "wear_percent": wear,
        "temperature_c": number(told, "temperature", "current"),
        "reallocated": reallocated,
    }
