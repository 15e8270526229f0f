"""The whole network of a Linux."""

import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux import adapters, trace
from tests.unit.diagnostics.linux.tree import link, write

NET = "sys/class/net"
HOSTS = """\
127.0.0.1\tlocalhost localhost.localdomain
127.0.1.1\tpc-07.example.com pc-07
::1 localhost ip6-localhost ip6-loopback
ff02::1 ip6-allnodes
# 10.0.0.1 not.this
10.0.0.5  intranet.example.com   intranet # ours
127.0.0.1 ads.example.com
"""


def test_adapters_in_sys(tmp_path: Path) -> None:
    write(tmp_path, {
        f"{NET}/itdesk9/address": "aa:bb:cc:dd:ee:ff\n", f"{NET}/itdesk9/operstate": "up\n",
        f"{NET}/itdesk9/flags": "0x1003\n", f"{NET}/itdesk9/mtu": "1500\n", f"{NET}/itdesk9/speed": "1000\n",
        f"{NET}/itdesk8/operstate": "down\n", f"{NET}/itdesk8/speed": "-1\n", f"{NET}/itdesk8/flags": "odd",
        f"{NET}/lo/operstate": "unknown\n",
    })  # fmt: skip
    link(tmp_path, f"{NET}/itdesk9/device/driver", "sys/bus/pci/drivers/e1000e")
    down, up = adapters.read_adapters(tmp_path)
    assert up == {
        "name": "itdesk9",
        "mac": "aa:bb:cc:dd:ee:ff",
        "up": True,
        "mtu": 1500,
        "speed_mbps": 1000,
        "ipv4": [],
        "ipv6": [],
        "driver": "e1000e",
    }
    assert (down["up"], down["speed_mbps"], down["driver"]) == (False, None, "")


@pytest.mark.parametrize(
    ("line", "route"),
    [
        ("eth0 00000000 FE00000A 0003 0 0 100 00000000 0 0 0", ("0.0.0.0/0", "10.0.0.254", "eth0", 100)),
        ("eth0 0000000A 00000000 0001 0 0 0 00FFFFFF 0 0 0", ("10.0.0.0/24", "", "eth0", 0)),
    ],
)
def test_routes(line: str, route: tuple[object, ...]) -> None:
    told = adapters.parse_route(line)
    assert told is not None
    assert tuple(told.values()) == route


def test_routes_of_ipv6() -> None:
    zero, router = "0" * 32, "fe80000000000000020000fffe000001"
    told = adapters.parse_ipv6_route(f"{zero} 00 {zero} 00 {router} 00000400 00000002 00000000 00000003 eth0")
    assert told is not None
    assert tuple(told.values()) == ("::/0", "fe80::200:ff:fe00:1", "eth0", 1024)
    assert adapters.parse_ipv6_route(f"{zero} 00 {zero} 00 {zero} ffffffff 1 0 00200200 lo") is None


def test_neighbours_that_have_answered() -> None:
    told = [{"dst": "192.0.2.1", "dev": "eth0", "lladdr": "02:fc:00:00:00:05"}, {"dst": "fd00::1"}, "odd"]
    expected = [{"address": "192.0.2.1", "mac": "02:fc:00:00:00:05", "interface": "eth0"}]
    assert adapters.parse_neighbours(told) == expected
    arp = (
        "IP address       HW type     Flags       HW address            Mask     Device\n"
        "192.0.2.1        0x1         0x2         02:fc:00:00:00:05     *        eth0\n"
        "192.0.2.9        0x1         0x0         00:00:00:00:00:00     *        eth0\n"
    )
    assert adapters.parse_arp(arp) == expected


def test_own_lines_of_the_hosts_file() -> None:
    assert adapters.own_hosts(HOSTS, "pc-07.example.com") == [
        "10.0.0.5 intranet.example.com intranet",
        "127.0.0.1 ads.example.com",
    ]


@given(st.text() | st.lists(st.from_regex(r"[0-9A-Fa-f]{1,33}", fullmatch=True)).map(" ".join))
def test_no_text_breaks_the_parsers(text: str) -> None:
    adapters.parse_route(text)
    adapters.parse_route(f"eth0 {text} 0 0 0")
    adapters.parse_ipv6_route(text)
    adapters.parse_arp(f"head\n{text}")
    adapters.own_hosts(text, text)


def test_without_a_server_no_way_is_measured(tmp_path: Path) -> None:
    assert adapters.read("", tmp_path)["trace"] is None


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_the_way_to_this_very_computer_is_one_step(host: str) -> None:
    (hop,) = trace.trace(host)
    assert hop["hop"] == 1
    assert hop["address"] in {"127.0.0.1", "::1"}


@pytest.mark.parametrize("host", ["", "nowhere.invalid", "a\0b", "-x", "ż" * 300, "." * 70])
def test_a_host_without_an_address_is_told(host: str) -> None:
    with pytest.raises(NotAvailable, match=r"The name of the server has no address\."):
        trace.resolve(host) if host else trace.resolve("no such host")


def test_the_way_ends_where_the_host_answers() -> None:
    hops = [trace.Hop(1, "a", 1), trace.Hop(2, "b", 1, is_end=True), trace.Hop(3, "b", 1, is_end=True)]
    assert trace.until_end(hops) == hops[:2]
    assert trace.until_end(hops[:1]) == hops[:1]


def test_notes_of_the_kernel() -> None:
    head = trace.ERROR.pack(113, 2, 11, 0, 0, 0, 0)
    router = head + b"\2\0\0\0" + bytes([10, 0, 0, 254]) + bytes(8)
    assert trace.parse_note(router, socket.AF_INET) == ("10.0.0.254", False)
    assert trace.parse_note(router[:20], socket.AF_INET) is None


@given(st.binary(max_size=64), st.sampled_from([socket.AF_INET, socket.AF_INET6]))
def test_no_note_breaks_the_parser(note: bytes, family: socket.AddressFamily) -> None:
    trace.parse_note(note, family)
