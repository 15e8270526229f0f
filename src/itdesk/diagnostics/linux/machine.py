"""The model of the computer, from the firmware's tables in /sys or the device tree."""

from pathlib import Path

from itdesk.diagnostics.anywhere.machine import chassis_word
from itdesk.diagnostics.linux.whole_number import read_number
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
    number = read_number(dmi / "chassis_type")
    told["chassis"] = None if number is None else chassis_word(number)
    told["model"] = told["model"] or read_text(root / "proc/device-tree/model")
    return told
