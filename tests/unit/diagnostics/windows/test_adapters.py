"""The whole network: adapters, their drivers, the hosts file."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import adapters
from itdesk.diagnostics.windows.network import CONNECTIONS
from tests.unit.diagnostics.fake_registry import FakeRegistry

GUID = "{4D1F2A3B-0000-4000-8000-000000000001}"
REGISTRY = FakeRegistry(
    {
        rf"{adapters.CLASS_KEY}\0003": {
            "NetCfgInstanceId": GUID,
            "DriverDesc": "Intel(R) Wi-Fi 6 AX201 160MHz",
            "DriverVersion": "22.250.1.2",
        },
        rf"{adapters.CLASS_KEY}\Properties": {},
        rf"{CONNECTIONS}\{GUID}\Connection": {"Name": "Wi-Fi"},
    }
)
# The file as Windows ships it ends with these lines; the last three were written by hand.
HOSTS = """# Copyright (c) 1993-2009 Microsoft Corp.
#      102.54.94.97     rhino.acme.com          # source server
# localhost name resolution is handled within DNS itself.
#\t127.0.0.1       localhost
::1   LOCALHOST
10.0.0.7\tintranet.corp   intranet # by hand

"""
WIFI = adapters.Adapter(
    name="Wi-Fi", up=True, mtu=1500, speed_mbps=866, mac="a0:b1:c2:d3:e4:f5", ipv4=("10.0.0.5",)
)
TUNNEL = adapters.Adapter(name="Tunnel", up=False, mtu=0, speed_mbps=0)


def denied(*_: object) -> list[dict[str, object]]:
    raise NotAvailable("Windows does not tell its network tables (error 5).")


def test_the_whole_network(tmp_path: Path) -> None:
    (tmp_path / "hosts").write_text(HOSTS, "utf-8")
    route: dict[str, object] = {"destination": "0.0.0.0/0"}
    told = adapters.read(
        registry=REGISTRY,
        adapters=lambda: [WIFI, TUNNEL],
        routes=lambda: [route],
        neighbours=denied,
        trace=lambda host: [{"hop": 1, "address": host}],
        hosts=tmp_path / "hosts",
        server_host="help.example",
    )
    assert told["adapters"] == [
        {
            "name": "Wi-Fi",
            "mac": "a0:b1:c2:d3:e4:f5",
            "up": True,
            "mtu": 1500,
            "speed_mbps": 866,
            "ipv4": ["10.0.0.5"],
            "ipv6": [],
            "driver": "Intel(R) Wi-Fi 6 AX201 160MHz 22.250.1.2",
        },
        {
            "name": "Tunnel",
            "mac": "",
            "up": False,
            "mtu": None,
            "speed_mbps": None,
            "ipv4": [],
            "ipv6": [],
            "driver": None,
        },
    ]
    assert told["routes"] == [route]
    assert told["neighbours"] is None
    assert told["hosts"] == ["10.0.0.7 intranet.corp intranet"]
    assert told["trace"] == [{"hop": 1, "address": "help.example"}]


def test_without_a_server_no_way_is_traced(tmp_path: Path) -> None:
    def fail(host: str) -> list[dict[str, object]]:
        raise AssertionError(host)

    told = adapters.read(
        registry=REGISTRY,
        adapters=list,
        routes=list,
        neighbours=list,
        trace=fail,
        hosts=tmp_path / "missing",
    )
    assert told["trace"] is None
    assert told["hosts"] == []


def test_a_hardware_address_as_windows_writes_it() -> None:
    assert adapters.tidy_mac("A0-B1-C2-D3-E4-F5") == "a0:b1:c2:d3:e4:f5"


def test_this_computer_has_adapters() -> None:
    found = adapters.read_adapters()
    assert found
    assert all(adapter.name for adapter in found)
    assert not any("%" in address for adapter in found for address in adapter.ipv6)


@given(st.text())
def test_any_hosts_file_gives_lines_without_comments(content: str) -> None:
    assert not any("#" in line for line in adapters.own_lines(content))
