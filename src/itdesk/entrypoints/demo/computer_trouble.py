"""What a computer of the demo's company says otherwise when something is wrong: as the story tells it."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

from itdesk.entrypoints.demo.computer_state import GIB, Computer, Told
from itdesk.entrypoints.demo.stories import TicketStory

CRASHING = {
    "Excel": ("EXCEL.EXE", "16.0.17928.20216", "mso20win32client.dll"),
    "Teams": ("ms-teams.exe", "24295.605.3225.8804", "libcef.dll"),
    "": ("Comarch.ERP.exe", "2024.5.1.0", "KERNELBASE.dll"),
}
"""Program, version and the part that failed, by a word of the title; "" for any other."""


def trouble_of(computer: Computer, story: TicketStory, chance: Random) -> Told:
    """Return the values that differ from a good day, by probe."""
    tell = TELLING.get(story.symptom)
    return tell(computer, story, chance) if tell else {}


def _printing(computer: Computer, story: TicketStory, chance: Random) -> Told:
    """The printer that the title names, or her own, is not well."""
    printers = computer.usual()["printers"]
    found = printers["printers"]
    assert isinstance(found, list)
    names = [printer["name"] for printer in found]
    broken = next((name for name in names if name in story.title), computer.default_printer)
    state, reason = chance.choice((("error", "paper jam"), ("offline", ""), ("stopped", ""), ("ready", "")))
    trouble = {"state": state, "waiting": chance.randint(1, 5)} | ({"reason": reason} if reason else {})
    told = [printer | trouble if printer["name"] == broken else printer for printer in found]
    return {"printers": {"default": broken, "printers": told}}


def _crash(computer: Computer, story: TicketStory, _chance: Random) -> Told:
    word = next(word for word in CRASHING if word in story.title)
    program, version, module = CRASHING[word]
    crashes = [
        {
            "program": program,
            "version": version,
            "at": (computer.at - timedelta(minutes=minutes)).replace(microsecond=0).isoformat(),
            "module": module,
            "code": "0xc0000005",
        }
        for minutes in (6, 31)
    ]
    return {"crashes": {"crashes": crashes}, "disk_health": _disk_health(computer)}


def _slow(computer: Computer, _story: TicketStory, chance: Random) -> Told:
    used = chance.randint(91, 97)
    total = computer.device.memory_gb * GIB
    return {
        "memory": {"used_percent": used, "available_bytes": total * (100 - used) // 100},
        "busiest": computer.busiest((34, 17, 9, 6, 4)),
        "disk_health": _disk_health(computer),
    }


def _disk_health(computer: Computer) -> dict[str, object]:
    disk = {
        "name": "Disk 0",
        "model": computer.chance.choice(("KIOXIA KXG80ZN84T09", "Samsung PM9B1", "WD SN740")),
        "type": "nvme",
        "size_bytes": computer.device.disk_gb * GIB,
        "health": "ok",
        "wear_percent": computer.chance.randint(2, 19),
        "reallocated": 0,
    }
    return {"disks": [disk]}


def _wifi(computer: Computer, _story: TicketStory, chance: Random) -> Told:
    if not computer.is_laptop:
        return {}
    return {
        "wireless": {"band_ghz": 2.4, "channel": 6, "signal_dbm": -chance.randint(76, 84), "rate_mbps": 26}
    }


def _network(computer: Computer, _story: TicketStory, chance: Random) -> Told:
    if computer.is_laptop or chance.random() < 0.5:
        return {"network": {"level": "limited"}}
    return {"network": {"level": "none", "ipv4": ["169.254.17.3"]}, "server": {"reached": False}}


def _vpn(computer: Computer, _story: TicketStory, chance: Random) -> Told:
    state = chance.choice(("disconnected", "disconnected", "connecting"))
    told: Told = {"vpn": {"connections": [{"name": "Pogodna", "type": "IKEv2", "state": state}]}}
    if computer.is_laptop:
        told["network"] = {"ipv4": ["192.168.0.14"], "gateway": "192.168.0.1", "dns": ["192.168.0.1"]}
    return told


def _sound(_computer: Computer, _story: TicketStory, chance: Random) -> Told:
    headset = {"name": "Jabra Evolve2 40", "is_default": True, "muted": False, "volume_percent": 62}
    sound: dict[str, object] = {
        "service": "running",
        "outputs": [headset],
        "inputs": [headset | {"muted": chance.random() < 0.5, "volume_percent": 80}],
        "cameras": [{"name": "Integrated Camera", "in_use": False}],
        "camera_allowed": True,
        "microphone_allowed": True,
    }
    return {"sound": sound}


def _monitor(computer: Computer, _story: TicketStory, _chance: Random) -> Told:
    """What stood on the desk is not seen any more."""
    displays = computer.usual()["displays"]["displays"]
    assert isinstance(displays, list)
    return {"displays": {"displays": displays[:1]}}


def _dead(_computer: Computer, _story: TicketStory, _chance: Random) -> Told:
    problem = {"name": "PCI Express Root Port", "problem": "Code 10: cannot start"}
    return {"faulty_devices": {"devices": [problem], "services": []}}


TELLING: dict[str, Callable[[Computer, TicketStory, Random], Told]] = {
    "printing": _printing,
    "program": _crash,
    "program_start": _crash,
    "slow": _slow,
    "wifi": _wifi,
    "network": _network,
    "vpn": _vpn,
    "sound_camera": _sound,
    "monitor": _monitor,
    "computer_off": _dead,
}
