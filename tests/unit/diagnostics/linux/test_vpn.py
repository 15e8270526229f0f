"""VPN connections of NetworkManager, of services, and tunnels."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.linux import vpn
from tests.unit.diagnostics.linux.tree import write

CONNECTIONS = """\
Office\\: main:vpn:activated:wlp2s0
home-wg:wireguard::
Branch:vpn:activating:
Wired connection 1:802-3-ethernet:activated:enp3s0
tun0:tun:activated:tun0
"""
UNITS = """\
openvpn.service                loaded active   exited  OpenVPN service
openvpn-client@office.service  loaded active   running OpenVPN tunnel for office
● wg-quick@wg0.service         loaded failed   failed  WireGuard via wg-quick(8) for wg0
wg-quick@wg1.service           loaded active   exited  WireGuard via wg-quick(8) for wg1
gone.service                   not-found inactive dead gone.service
"""


def test_connections_of_network_manager() -> None:
    connections, devices = vpn.parse_connections(CONNECTIONS)
    assert [tuple(row.values()) for row in connections] == [
        ("Office: main", "vpn", "connected"),
        ("home-wg", "wireguard", "disconnected"),
        ("Branch", "vpn", "connecting"),
    ]
    assert devices == {"wlp2s0", "enp3s0", "tun0"}


def test_services() -> None:
    assert [tuple(row.values()) for row in vpn.parse_services(UNITS)] == [
        ("openvpn-client@office", "openvpn", "connected"),
        ("wg-quick@wg0", "wireguard", "disconnected"),
        ("wg-quick@wg1", "wireguard", "connected"),
    ]


def test_tunnels_of_anybody_else(tmp_path: Path) -> None:
    net = "sys/class/net"
    write(tmp_path, {
        f"{net}/wg0/uevent": "DEVTYPE=wireguard\n", f"{net}/wg0/operstate": "unknown\n",
        f"{net}/tun3/tun_flags": "0x1001\n", f"{net}/tun3/operstate": "down\n",
        f"{net}/ppp0/operstate": "unknown\n", f"{net}/eth0/operstate": "up\n",
    })  # fmt: skip
    assert [tuple(row.values()) for row in vpn.read_tunnels(tmp_path)] == [
        ("ppp0", "ppp", "connected"),
        ("wg0", "wireguard", "connected"),
    ]


@given(st.text() | st.lists(st.sampled_from((CONNECTIONS + UNITS).splitlines()) | st.text()).map("\n".join))
def test_no_text_breaks_the_parsers(text: str) -> None:
    for row in (*vpn.parse_connections(text)[0], *vpn.parse_services(text)):
        assert row["state"] in {"connected", "connecting", "disconnected"}
