"""Sound devices, asked of the sound service; cameras, by the kernel."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.linux.whole_number import read_number
from itdesk.diagnostics.text_file import entries, is_there, read_text

PACTL = "/usr/bin/pactl"
LIMIT_S = 0.6
MOST_PROCESSES, MOST_FILES = 8_192, 1_024

Row = dict[str, object]


def read(root: Path = Path("/"), runtime: Path | None = None) -> dict[str, object]:
    """Return speakers, microphones and cameras. `runtime` is the account's folder for sockets."""
    cameras = read_cameras(root)
    socket = (runtime or _runtime()) / "pulse/native"
    if not is_there(socket):
        return {"service": "stopped", "outputs": _cards(root), "cameras": cameras}
    try:
        return {"service": "running", **_devices(socket), "cameras": cameras}
    except NotAvailable:
        return {"outputs": _cards(root), "cameras": cameras}


def _runtime() -> Path:
    return Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}")


def _devices(socket: Path) -> dict[str, object]:
    # Its JSON writes "(null)" for each name with a letter beyond ASCII; with the server named it starts none.
    environment = {"PULSE_SERVER": f"unix:{socket}", "HOME": str(Path.home())}
    defaults = parse_defaults(_pactl("info", environment))
    return {
        "outputs": parse_devices(_pactl("list sinks", environment), defaults.get("Sink", "")),
        "inputs": parse_devices(_pactl("list sources", environment), defaults.get("Source", "")),
    }


def _pactl(asked: str, environment: Mapping[str, str]) -> str:
    return ask_tool([PACTL, *asked.split()], limit_s=LIMIT_S, environment=environment)


def parse_defaults(printed: str) -> dict[str, str]:
    """Return the names of the default "Sink" and "Source" of `pactl info`."""
    return dict(re.findall(r"^Default (Sink|Source): (.*)$", printed, re.MULTILINE))


def parse_devices(printed: str, default: str) -> list[Row]:
    """Return the devices of `pactl list sinks` or `sources`, without those that only listen to a speaker."""
    found = []
    for block in re.split(r"^(?:Sink|Source) #\d+$", printed, flags=re.MULTILINE)[1:]:
        told = dict(
            re.findall(r"^\t(Name|Description|Mute|Volume|Monitor of Sink): (.*)$", block, re.MULTILINE)
        )
        if told.get("Name") and told.get("Monitor of Sink", "n/a") == "n/a":
            found.append(_device(told, default))
    return found


def _device(told: Mapping[str, str], default: str) -> Row:
    volumes = [int(percent) for percent in re.findall(r" (\d{1,4})%", told.get("Volume", ""))]
    return {
        "name": told.get("Description") or told["Name"],
        "is_default": told["Name"] == default,
        "muted": {"yes": True, "no": False}.get(told.get("Mute", "")),
        "volume_percent": max(volumes, default=None),
    }


def _cards(root: Path) -> list[Row]:
    return [{"name": name} for name in parse_cards(read_text(root / "proc/asound/cards"))]


def parse_cards(content: str) -> list[str]:
    """Return the names of the sound cards in /proc/asound/cards."""
    return [name.strip() for name in re.findall(r"^ *\d+ \[.*?\]: \S+ - (.+)$", content, re.MULTILINE)]


def read_cameras(root: Path) -> list[Row]:
    """Return the cameras, and whether one of this account's programs holds them."""
    held = set(_held_files(root))
    cameras: dict[str, Row] = {}
    for node in entries(root / "sys/class/video4linux"):
        if read_number(node / "index") not in {0, None}:
            continue  # a second node of the same camera, for what describes its pictures
        name = read_text(node / "name") or node.name
        is_held = f"/dev/{node.name}" in held or bool(cameras.get(name, {}).get("in_use"))
        cameras[name] = {"name": name, "in_use": is_held}
    return list(cameras.values())


def _held_files(root: Path) -> Iterator[str]:
    """Yield the cameras' files that processes of this account have open; of others the kernel tells none."""
    if not is_there(root / "sys/class/video4linux"):
        return
    for process in entries(root / "proc", MOST_PROCESSES):
        if not process.name.isdecimal():
            continue
        for descriptor in entries(process / "fd", MOST_FILES):
            target = _target(descriptor)
            if target.startswith("/dev/video"):
                yield target


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except OSError:
        return ""  # closed just now
