"""Routes and neighbours: rows of netioapi.h, put together here as that header declares them."""

import ipaddress
import struct
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.windows import ip_tables

LUID = 0x6000001000000


def name_of(luid: int) -> str:
    return {LUID: "Ethernet"}.get(luid, "")


def place(told: str) -> bytes:
    """Return a SOCKADDR_INET."""
    address = ipaddress.ip_address(told)
    if address.version == 4:
        return struct.pack("<HH4s20x", 2, 0, address.packed)
    return struct.pack("<HHI16sI", 23, 0, 0, address.packed, 0)


def route(target: str, length: int, hop: str, metric: int = 25) -> bytes:
    row = struct.pack("<QI", LUID, 7) + place(target) + struct.pack("<B3x", length) + place(hop)
    rest = struct.pack("<B3xIIIiBBBBIi", 0, 2**32 - 1, 2**32 - 1, metric, 3, 0, 0, 0, 1, 100, 0)
    return row + rest


def neighbour(told: str, mac: str, state: int = 5) -> bytes:
    hardware = bytes.fromhex(mac)
    row = place(told) + struct.pack("<IQ32sIi", 7, LUID, hardware, len(hardware), state)
    return row + struct.pack("<B3xI", 0, 0)


def table(*rows: bytes) -> bytes:
    return struct.pack("<I4x", len(rows)) + b"".join(rows)


ROUTES = table(
    route("10.0.0.0", 24, "0.0.0.0"),
    route("10.0.0.5", 32, "0.0.0.0"),
    route("127.0.0.0", 8, "0.0.0.0"),
    route("224.0.0.0", 4, "0.0.0.0"),
    route("255.255.255.255", 32, "0.0.0.0"),
    route("fe80::", 64, "::"),
    route("2001:db8::", 64, "::"),
    route("::", 0, "fe80::1", 256),
    route("0.0.0.0", 0, "10.0.0.1"),
)
NEIGHBOURS = table(
    neighbour("10.0.0.1", "a0b1c2d3e4f5"),
    neighbour("10.0.0.9", "000000000000", state=0),
    neighbour("10.0.0.8", "a0b1c2d3e4f6", state=1),
    neighbour("224.0.0.22", "01005e000016", state=6),
    neighbour("10.0.0.255", "ffffffffffff", state=6),
    neighbour("fe80::1", "a0b1c2d3e4f5"),
)


def test_sizes_are_those_of_the_header() -> None:
    assert (ip_tables.ROUTE.size, len(route("::", 0, "::"))) == (104, 104)
    assert (ip_tables.NEIGHBOUR.size, len(neighbour("::", ""))) == (88, 88)


def test_routes_that_lead_out() -> None:
    assert ip_tables.parse_routes(ROUTES, name_of) == [
        {"destination": "::/0", "gateway": "fe80::1", "interface": "Ethernet", "metric": 256},
        {"destination": "0.0.0.0/0", "gateway": "10.0.0.1", "interface": "Ethernet", "metric": 25},
        {"destination": "10.0.0.0/24", "gateway": "", "interface": "Ethernet", "metric": 25},
        {"destination": "2001:db8::/64", "gateway": "", "interface": "Ethernet", "metric": 25},
    ]


def test_neighbours_that_answered() -> None:
    assert ip_tables.parse_neighbours(NEIGHBOURS, name_of) == [
        {"address": "10.0.0.1", "mac": "a0:b1:c2:d3:e4:f5", "interface": "Ethernet"},
        {"address": "fe80::1", "mac": "a0:b1:c2:d3:e4:f5", "interface": "Ethernet"},
    ]


@given(st.binary(max_size=600) | st.integers(0, len(ROUTES)).map(lambda end: ROUTES[:end]))
def test_any_bytes_are_tables(content: bytes) -> None:
    for row in ip_tables.parse_routes(content, name_of):
        ipaddress.ip_network(str(row["destination"]), strict=False)
    for row in ip_tables.parse_neighbours(content, name_of):
        ipaddress.ip_address(str(row["address"]))


@pytest.mark.skipif(sys.platform != "win32", reason="asks the real iphlpapi")
def test_the_real_tables() -> None:
    for row in ip_tables.read_routes():
        ipaddress.ip_network(str(row["destination"]), strict=False)
        assert row["interface"]
    assert all(row["mac"] for row in ip_tables.read_neighbours())
