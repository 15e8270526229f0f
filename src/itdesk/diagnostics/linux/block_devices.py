"""What lies below the root of the file system: partitions, mappings, disks."""

import os
import re
from pathlib import Path

from itdesk.diagnostics.text_file import entries, is_there, read_text

CRYPT = "CRYPT-"
MOST_DEVICES = 64
MOUNTS_BYTES = 256 * 1024


def is_encrypted(root: Path = Path("/")) -> bool | None:
    """Return whether "/" lies on an encrypted device, None where its device is not to be seen."""
    device = root_device(root)
    if device is None:
        return None
    return any(read_text(below / "dm/uuid").startswith(CRYPT) for below in devices_below(device))


def root_device(root: Path) -> Path | None:
    """Return the folder in /sys of the device that "/" lies on."""
    told = parse_root_mount(read_text(root / "proc/self/mountinfo", MOUNTS_BYTES))
    if told is None:
        return None
    number, source = told
    # A file system like btrfs has a number that no device has; then its source says where it lies.
    source_name = os.path.basename(os.path.realpath(root / source.lstrip("/")))  # noqa: PTH119 (bears a loop)
    for path in (root / "sys/dev/block" / number, root / "sys/class/block" / source_name):
        if source.startswith("/") and is_there(path):
            return path
    return None


def parse_root_mount(mounts: str) -> tuple[str, str] | None:
    """Return number ("254:0") and source of what is mounted at "/", in /proc/self/mountinfo."""
    found: tuple[str, str] | None = None
    for line in mounts.splitlines():
        before, _, behind = line.partition(" - ")
        words, source = before.split(), behind.split()[1:2]
        if len(words) > 4 and words[4] == "/" and source and re.fullmatch(r"\d+:\d+", words[2]):
            found = (words[2], source[0])
    return found


def devices_below(device: Path) -> list[Path]:
    """Return a device and those that it is made of, down to the disks."""
    found: list[Path] = []
    waiting = [device]
    while waiting and len(found) < MOST_DEVICES:
        found.append(waiting.pop())
        waiting += entries(found[-1] / "slaves", MOST_DEVICES)
    return found
