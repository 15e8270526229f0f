"""USB devices, monitors, docks."""

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.linux import usb
from itdesk.diagnostics.linux.edid import MAGIC, Monitor, parse_edid
from tests.unit.diagnostics.linux.tree import write

DEVICES = "sys/bus/usb/devices"


def edid(texts: dict[int, str], number: int = 0) -> bytes:
    """Return a monitor's block: DEL 40C2, with texts by their kinds."""
    block = bytearray(128)
    block[:8] = MAGIC
    struct.pack_into(">H", block, 8, 0x10AC)
    struct.pack_into("<HI", block, 10, 0x40C2, number)
    for place, (kind, text) in zip((72, 90, 108), texts.items(), strict=False):
        block[place : place + 18] = b"\0\0\0" + bytes([kind, 0]) + text.encode("cp437").ljust(13, b" ")[:13]
    return bytes(block)


@pytest.mark.parametrize(
    ("block", "monitor"),
    [
        (edid({0xFC: "DELL U2720Q\n", 0xFF: "8K3ABC2\n"}, 77), Monitor("DELL U2720Q", "8K3ABC2")),
        (edid({}, 77), Monitor("DEL 40C2", "77")),
        (edid({}), Monitor("DEL 40C2", "")),
        (edid({})[:-1], None),
        (b"\0" * 256, None),
        (b"", None),
    ],
)
def test_a_monitor_tells_name_and_serial_number(block: bytes, monitor: Monitor | None) -> None:
    assert parse_edid(block) == monitor


@given(st.binary(min_size=120, max_size=300))
def test_no_bytes_break_the_parser(content: bytes) -> None:
    assert parse_edid(MAGIC + content) is not None
    parse_edid(content)


def test_what_is_plugged_in(tmp_path: Path) -> None:
    write(tmp_path, {
        f"{DEVICES}/usb1/product": "xHCI Host Controller\n",
        f"{DEVICES}/1-0:1.0/bInterfaceNumber": "00\n",
        f"{DEVICES}/1-2.3/product": "Dell Universal Dock D6000\n",
        f"{DEVICES}/1-2.3/manufacturer": "DisplayLink\n",
        f"{DEVICES}/1-2.3/idVendor": "17e9\n", f"{DEVICES}/1-2.3/idProduct": "6006\n",
        f"{DEVICES}/1-2.3/serial": "1805012345\n",
        f"{DEVICES}/1-4/idVendor": "046d\n", f"{DEVICES}/1-4/idProduct": "c52b\n",
        "usr/share/misc/usb.ids": "046d  Logitech, Inc.\n\tc52b  Unifying Receiver\n",
        "sys/bus/thunderbolt/devices/0-1/device_name": "ThinkPad Thunderbolt 4 Dock\n",
        "sys/bus/thunderbolt/devices/0-1/vendor_name": "Lenovo\n",
        "sys/class/drm/card0-HDMI-A-1/edid": edid({0xFC: "DELL U2720Q\n"}),
        "sys/class/drm/card0-DP-1/edid": b"",
        "sys/class/drm/version": "drm 1.1.0 20060810\n",
    })  # fmt: skip
    told = usb.read(tmp_path)
    assert told["devices"] == [
        {
            "name": "Dell Universal Dock D6000",
            "vendor": "DisplayLink",
            "id": "17e9:6006",
            "serial": "1805012345",
            "port": "1-2.3",
        },
        {
            "name": "Logitech, Inc. Unifying Receiver",
            "vendor": "",
            "id": "046d:c52b",
            "serial": "",
            "port": "1-4",
        },
    ]
    assert told["monitors"] == [{"name": "DELL U2720Q", "serial": "", "port": "HDMI-A-1"}]
    assert told["docks"] == ["Dell Universal Dock D6000", "Lenovo ThinkPad Thunderbolt 4 Dock"]


def test_nothing_is_plugged_in(tmp_path: Path) -> None:
    assert usb.read(tmp_path) == {"devices": [], "monitors": [], "docks": []}
