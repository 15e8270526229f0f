"""The Wi-Fi by iw, NetworkManager and the kernel."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.anywhere.wireless import network_code
from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux import wireless
from itdesk.diagnostics.linux.nmcli import fields_of
from tests.unit.diagnostics.linux.tree import write

LINK = """\
Connected to aa:bb:cc:dd:ee:ff (on wlp2s0)
\tSSID: Biuro \\xc5\\x81\\xc3\\xb3d\\xc5\\xba
\tfreq: 5180
\tRX: 1204847 bytes (5110 packets)
\tTX: 205838 bytes (1406 packets)
\tsignal: -52 dBm
\trx bitrate: 866.7 MBit/s VHT-MCS 9 80MHz short GI VHT-NSS 2
\ttx bitrate: 780.0 MBit/s VHT-MCS 8 80MHz short GI VHT-NSS 2

\tbss flags:\tshort-slot-time
\tdtim period:\t3
\tbeacon int:\t100
"""
NETWORKS = """\
 :2437 MHz:6:130 Mbit/s:40:WPA2:Neighbour
*:5180 MHz:36:540 Mbit/s:82:WPA2 802.1X:Biuro\\: Łódź
 :5180 MHz:36:540 Mbit/s:70::Guest
"""
KERNEL = """\
Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE
 face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22
wlp2s0: 0000   49.  -61.  -256        0      0      0      0     38        0
"""


def test_the_network_by_iw() -> None:
    assert wireless.parse_link(LINK) == {
        "connected": True,
        "network": network_code("Biuro Łódź".encode()),
        "band_ghz": 5,
        "channel": 36,
        "signal_dbm": -52,
        "rate_mbps": 780,
    }
    assert wireless.parse_link("Not connected.\n") == {"connected": False}


def test_the_network_by_network_manager() -> None:
    assert wireless.parse_networks(NETWORKS) == {
        "connected": True,
        "band_ghz": 5,
        "channel": 36,
        "rate_mbps": 540,
        "quality_percent": 82,
        "security": "WPA2 802.1X",
        "network": network_code("Biuro: Łódź".encode()),
    }
    assert wireless.parse_networks(NETWORKS.replace("*", " ")) == {}
    assert wireless.parse_networks("*:2412 MHz:1:54 Mbit/s:9::Open")["security"] == "none"


def test_the_network_by_the_kernel() -> None:
    told = wireless.parse_proc_wireless(KERNEL, "wlp2s0")
    assert told == {"connected": True, "quality_percent": 70, "signal_dbm": -61}
    assert wireless.parse_proc_wireless(KERNEL, "wlp2s") == {}


def test_the_names_of_networks_never_leave_the_parsers() -> None:
    told = str([wireless.parse_link(LINK), wireless.parse_networks(NETWORKS)])
    assert not [word for word in ("Biuro", "aa:bb", "Neighbour", "Guest") if word in told]


@pytest.mark.parametrize(
    ("mhz", "band", "channel"),
    [(2412, 2.4, 1), (2484, 2.4, 14), (5500, 5, 100), (5955, 6, 1), (60480, 60, 2), (900, None, None)],
)
def test_band_and_channel(mhz: int, band: float | None, channel: int | None) -> None:
    told = wireless.parse_link(f"Connected to x\n\tfreq: {mhz}.0\n")
    assert (told.get("band_ghz"), told.get("channel")) == (band, channel)


def test_the_code_is_short_and_the_same_everywhere() -> None:
    assert network_code(b"test") == "9f86d081"


@given(st.lists(st.text(alphabet="ab:\\ż"), min_size=1))
def test_fields_are_those_that_were_written(fields: list[str]) -> None:
    line = ":".join(field.replace("\\", "\\\\").replace(":", "\\:") for field in fields)
    assert fields_of(line) == fields


@given(st.binary())
def test_names_come_back_as_iw_wrote_them(name: bytes) -> None:
    plain = set(range(0x21, 0x7F)) - {ord("\\")}
    written = "".join(chr(byte) if byte in plain else f"\\x{byte:02x}" for byte in name)
    assert wireless.unescape(written) == name


def test_no_wifi_and_a_wifi_that_is_switched_off(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="no Wi-Fi"):
        wireless.read(tmp_path)
    switch = "sys/class/rfkill/rfkill"
    write(tmp_path, {
        "sys/class/net/itdesk-none/wireless/status": "",
        f"{switch}0/type": "bluetooth\n", f"{switch}0/soft": "0\n",
        f"{switch}1/type": "wlan\n", f"{switch}1/soft": "0\n", f"{switch}1/hard": "1\n",
    })  # fmt: skip
    assert wireless.read(tmp_path) == {"connected": False, "switched_off": True}
    write(tmp_path, {f"{switch}1/hard": "0\n"})
    assert wireless.read(tmp_path)["switched_off"] is False
