"""The model of the computer, from the firmware's tables in /sys or the device tree."""

from pathlib import Path

from itdesk.diagnostics.anywhere.machine import chassis_word
from itdesk.diagnostics.text_file import read_text

DMI_FILES = {
    "manufacturer": "sys_vendor",
    "model": "product_name",
    "serial": "product_serial",  # readable by root alone: then it stays away
    "asset_tag": "chassis_asset_tag",
}


def read(root: Path = Path("/")) -> dict[str, object]:
    """Return what the firmware tells to this user."""
    dmi = root / "sys/class/dmi/id"
    told: dict[str, object] = {name: read_text(dmi / file) for name, file in DMI_FILES.items()}
    number = read_text(dmi / "chassis_type")
    told["chassis"] = chassis_word(int(number)) if number.isdecimal() else None
    told["model"] = told["model"] or read_text(root / "proc/device-tree/model")
    return told
