"""The Wi-Fi: structures of wlanapi.h, put together here field by field as that header declares them."""

import hashlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.anywhere.wireless import CODE_CHARS
from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import wireless
from itdesk.diagnostics.windows.wlan_api import Adapter

SSID, BSSID = "Biuro Łódź".encode(), bytes.fromhex("a0b1c2d3e4f5")


def connection(state: int = 1, authentication: int = 7) -> bytes:
    head = struct.pack("<ii", state, 0) + "Biuro Łódź".encode("utf-16-le").ljust(512, b"\0")
    association = struct.pack("<I32si6s2xiIIII", len(SSID), SSID, 1, BSSID, 8, 0, 87, 780_000, 866_700)
    return head + association + struct.pack("<iiii", 1, 0, authentication, 4)


def in_sight(bssid: bytes, frequency_khz: int) -> bytes:
    entry = struct.pack("<I32sI6s2xiiiIB", len(SSID), SSID, 0, bssid, 1, 8, -58, 87, 1)
    rest = struct.pack("<xH4xQQH2xI", 100, 1, 2, 0x1111, frequency_khz)
    return (entry + rest).ljust(360, b"\0")


def radio(*states: tuple[int, int]) -> bytes:
    phys = b"".join(struct.pack("<III", index, *state) for index, state in enumerate(states))
    return struct.pack("<I", len(states)) + phys.ljust(64 * 12, b"\0")


OFFICE = Adapter(
    connection=connection(),
    radio=radio((1, 1)),
    channel=36,
    rssi_dbm=-58,
    networks=(in_sight(b"\1" * 6, 2_437_000), in_sight(BSSID, 5_180_000)),
)


def test_sizes_are_those_of_the_header() -> None:
    assert (wireless.CONNECTION.size, len(connection())) == (604, 604)
    assert (wireless.BSS.size, len(in_sight(BSSID, 0))) == (96, 360)


def test_the_network_in_use() -> None:
    assert wireless.read(lambda: [Adapter(), OFFICE]) == {
        "connected": True,
        "switched_off": False,
        "network": hashlib.sha256(SSID).hexdigest()[:8],
        "band_ghz": 5,
        "channel": 36,
        "signal_dbm": -58,
        "quality_percent": 87,
        "rate_mbps": 866.7,
        "security": "WPA2 Personal",
    }


@pytest.mark.parametrize(
    ("frequency", "channel", "band"),
    [(2_412_000, 1, 2.4), (5_955_000, 1, 6), (0, 1, 2.4), (0, 100, 5), (0, None, None), (5_180_000, None, 5)],
)
def test_the_band(frequency: int, channel: int | None, band: float | None) -> None:
    assert wireless.band_ghz(frequency, channel) == band


def test_switched_off_by_software_or_by_a_switch() -> None:
    assert wireless.read(lambda: [Adapter(radio=radio((2, 1), (1, 2)))]) == {
        "connected": False,
        "switched_off": True,
    }
    assert not wireless.read(lambda: [Adapter(radio=radio((2, 1), (1, 1)))])["switched_off"]
    assert not wireless.read(lambda: [Adapter(connection=connection(state=4))])["connected"]


def test_without_an_adapter() -> None:
    with pytest.raises(NotAvailable, match="no Wi-Fi"):
        wireless.read(list)


@given(
    st.binary(max_size=700) | st.integers(0, 604).map(lambda end: connection()[:end]),
    st.binary(max_size=800),
    st.lists(st.binary(max_size=400), max_size=3),
    st.none() | st.integers(0, 2**32 - 1),
)
def test_any_bytes_are_an_answer(
    held: bytes, radios: bytes, networks: list[bytes], channel: int | None
) -> None:
    adapter = Adapter(connection=held, radio=radios, networks=tuple(networks), channel=channel)
    assert "connected" in wireless.read(lambda: [adapter])


@given(st.binary(min_size=604, max_size=604))
def test_any_connection_names_no_network_in_clear(content: bytes) -> None:
    told = wireless.read(lambda: [Adapter(connection=b"\1\0\0\0" + content[4:])])
    network = told["network"]
    assert network is None or (isinstance(network, str) and len(network) == CODE_CHARS)
