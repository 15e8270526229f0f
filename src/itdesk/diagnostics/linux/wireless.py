"""The Wi-Fi in use: asked of iw and NetworkManager where they are, else of the kernel."""

import re
from collections.abc import Callable
from pathlib import Path

from itdesk.diagnostics.anywhere.wireless import network_code
from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool, first_tool
from itdesk.diagnostics.linux.interfaces import wireless_interfaces
from itdesk.diagnostics.linux.nmcli import ask_manager, fields_of
from itdesk.diagnostics.text_file import entries, read_text

IW = ("/usr/sbin/iw", "/sbin/iw", "/usr/bin/iw")
LIMIT_S = 0.5
QUALITY_MOST = 70
BANDS = ((2400, 2500, 2.4), (5150, 5925, 5), (5925, 7125, 6), (57_000, 71_000, 60))
LAST_OF_2_4_GHZ = 2484
COLUMNS = "IN-USE,FREQ,CHAN,RATE,SIGNAL,SECURITY,SSID"

Told = dict[str, object]


def read(root: Path = Path("/")) -> Told:
    """Return the Wi-Fi in use. Raises NotAvailable when this computer has none."""
    interfaces = wireless_interfaces(root)
    if not interfaces:
        raise NotAvailable("This computer has no Wi-Fi.")
    found = [_network(interface, root) for interface in interfaces]
    connected = [network for network in found if network.get("connected")]
    return {"connected": False, "switched_off": is_switched_off(root), **(connected[0] if connected else {})}


def _network(interface: str, root: Path) -> Told:
    """Return what is known of one interface's network; iw knows best, NetworkManager what it leaves out."""
    return {
        **parse_proc_wireless(read_text(root / "proc/net/wireless"), interface),
        **_ask(lambda: parse_networks(_networks(interface))),
        **_ask(lambda: parse_link(_link(interface))),
    }


def _ask(ask: Callable[[], Told]) -> Told:
    try:
        return {name: value for name, value in ask().items() if value is not None}
    except NotAvailable:
        return {}


def _link(interface: str) -> str:
    return ask_tool([first_tool(*IW), "dev", interface, "link"], limit_s=LIMIT_S)


def _networks(interface: str) -> str:
    asked = ["-f", COLUMNS, "device", "wifi", "list", "ifname", interface, "--rescan", "no"]
    return ask_manager(asked, limit_s=LIMIT_S)


def is_switched_off(root: Path) -> bool:
    """Return whether every Wi-Fi is blocked, by its switch or by the desktop."""
    switches = [
        folder for folder in entries(root / "sys/class/rfkill") if read_text(folder / "type") == "wlan"
    ]
    blocked = [any(read_text(folder / kind) == "1" for kind in ("soft", "hard")) for folder in switches]
    return bool(blocked) and all(blocked)


def parse_link(printed: str) -> Told:
    r"""Return what `iw dev NAME link` says. Its name of the network has bytes as \\xHH."""
    if not printed.startswith("Connected to"):
        return {"connected": False}
    told = dict(re.findall(r"^\s+(SSID|freq|signal|tx bitrate): (.*)$", printed, re.MULTILINE))
    mhz = _number(told.get("freq", ""))
    return {
        "connected": True,
        "network": network_code(unescape(told["SSID"])) if told.get("SSID") else None,
        **_place(mhz),
        "signal_dbm": _number(told.get("signal", "")),
        "rate_mbps": _number(told.get("tx bitrate", "")),
    }


def parse_networks(printed: str) -> Told:
    """Return the network in use of nmcli's list of networks; nothing when none is in use."""
    for line in printed.splitlines():
        values = fields_of(line)
        if len(values) == len(COLUMNS.split(",")) and values[0] == "*":
            return _of_manager(*values[1:])
    return {}


def _of_manager(frequency: str, channel: str, rate: str, quality: str, security: str, name: str) -> Told:  # noqa: PLR0917
    number = _number(channel)
    return {
        "connected": True,
        **_place(_number(frequency)),
        **({"channel": number} if number else {}),
        "rate_mbps": _number(rate),
        "quality_percent": _number(quality),
        "security": security or "none",
        "network": network_code(name.encode()) if name else None,
    }


def parse_proc_wireless(content: str, interface: str) -> Told:
    """Return signal and quality of /proc/net/wireless; an interface without a network is not in it."""
    found = re.search(
        rf"^\s*{re.escape(interface)}: +\w+ +(\d{{1,3}})\.? +(-?\d{{1,3}})\.?\s", content, re.MULTILINE
    )
    if not found:
        return {}
    quality, signal = int(found[1]), int(found[2])
    told: Told = {"quality_percent": round(100 * min(quality, QUALITY_MOST) / QUALITY_MOST)}
    return {"connected": quality > 0, **told, **({"signal_dbm": signal} if signal < 0 else {})}


def unescape(name: str) -> bytes:
    r"""Return the bytes of a name as iw prints it: those that are not printable as \\xHH."""
    pieces = re.split(r"\\x([0-9a-f]{2})", name)
    return b"".join(
        bytes.fromhex(piece) if index % 2 else piece.encode("utf-8", "replace")
        for index, piece in enumerate(pieces)
    )


def _place(mhz: float | None) -> Told:
    """Return band and channel of a frequency."""
    for least, most, band in BANDS:
        if mhz is not None and least <= mhz < most:
            return {"band_ghz": band, "channel": _channel(round(mhz), band)}
    return {}


def _channel(mhz: int, band: float) -> int | None:
    match band:
        case 2.4:
            return 14 if mhz == LAST_OF_2_4_GHZ else (mhz - 2407) // 5
        case 5:
            return (mhz - 5000) // 5
        case 6:
            return (mhz - 5950) // 5
    return (mhz - 56_160) // 2160


def _number(text: str) -> float | None:
    found = re.match(r"-?\d{1,6}(\.\d{1,3})?", text)
    return float(found[0]) if found else None
