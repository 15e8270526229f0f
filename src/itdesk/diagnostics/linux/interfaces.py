"""The network interfaces of the kernel."""

from pathlib import Path

from itdesk.diagnostics.linux.uevent import read_uevent
from itdesk.diagnostics.text_file import entries, is_there

NETWORK = "sys/class/net"


def wireless_interfaces(root: Path = Path("/")) -> list[str]:
    """Return the names of those that are Wi-Fi."""
    folders = entries(root / NETWORK)
    return [folder.name for folder in folders if is_wireless(folder)]


def is_wireless(folder: Path) -> bool:
    """Return whether the interface of this folder in /sys is Wi-Fi."""
    marks = ("wireless", "phy80211")
    return read_uevent(folder).get("DEVTYPE") == "wlan" or any(is_there(folder / mark) for mark in marks)
