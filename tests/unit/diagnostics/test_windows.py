"""Windows: the registry and the firmware's table as they are documented, and hostile ones."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.anywhere.network import Addresses, Route
from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import (
    boot,
    firmware,
    host,
    machine,
    network,
    operating_system,
    processor,
    session,
)
from tests.unit.diagnostics.fake_registry import FakeRegistry

VERSION = {
    "ProductName": "Windows 10 Pro",
    "DisplayVersion": "23H2",
    "EditionID": "Professional",
    "CurrentBuildNumber": "22631",
    "UBR": 4317,
    "InstallDate": 1_700_000_000,
}
NOTHING = FakeRegistry({})


def test_windows_11_says_10_in_the_registry() -> None:
    told = operating_system.read(FakeRegistry({operating_system.KEY: dict(VERSION)}))
    assert (told["name"], told["version"], told["build"]) == ("Windows 11 Pro", "23H2", "22631.4317")
    assert told["installed_at"] == "2023-11-14T22:13:20+00:00"


@pytest.mark.parametrize(
    ("product", "build", "name"),
    [
        ("Windows 10 Pro", "19045", "Windows 10 Pro"),
        ("Windows 10 Enterprise", "26100", "Windows 11 Enterprise"),
        ("Windows Server 2025 Standard", "26100", "Windows Server 2025 Standard"),
        ("", "", "Windows"),
    ],
)
def test_the_build_decides_the_name(product: str, build: str, name: str) -> None:
    assert operating_system.windows_name(product, build) == name


@pytest.mark.parametrize("installed", ["text", 10**30, -1e9, None])
def test_a_damaged_day_of_installation_is_left_out(installed: object) -> None:
    told = operating_system.read(FakeRegistry({operating_system.KEY: VERSION | {"InstallDate": installed}}))
    assert told["installed_at"] is None


def test_a_pending_restart() -> None:
    assert boot.read(NOTHING) == {"pending_restart": False, "fast_startup": False}
    for key in boot.PENDING_KEYS:
        keys: dict[str, dict[str, object]] = {key: {}, boot.POWER_KEY: {"HiberbootEnabled": 1}}
        assert boot.read(FakeRegistry(keys)) == {"pending_restart": True, "fast_startup": True}


def test_the_processor() -> None:
    registry = FakeRegistry({processor.KEY: {"ProcessorNameString": "Intel(R) Core(TM) i7  "}})
    assert processor.read_model(registry) == "Intel(R) Core(TM) i7"
    with pytest.raises(NotAvailable):
        processor.read_model(NOTHING)


def structure(kind: int, formatted: bytes, *texts: str) -> bytes:
    head = struct.pack("<BBH", kind, len(formatted) + 4, 0)
    return head + formatted + (b"\0".join(text.encode() for text in texts) or b"\0") + b"\0\0"


def table(*structures: bytes) -> bytes:
    content = b"".join(structures)
    return struct.pack("<BBBBI", 0, 3, 2, 0, len(content)) + content


LENOVO = table(
    structure(0, bytes([1, 2, 0, 0, 3, 0]), "LENOVO", "N2HET", "2024"),
    structure(
        1, bytes([1, 2, 3, 4]) + bytes(16) + bytes([6, 0, 0]), "LENOVO", "20XW", "ThinkPad X1", "PF-12345"
    ),
    structure(3, bytes([1, 0x80 | 10, 0, 2, 3]), "LENOVO", "PF-12345", "INV-0042"),
    structure(127, b""),
)


def test_the_firmware_tells_model_serial_and_inventory_number() -> None:
    registry = FakeRegistry({machine.KEY: {"SystemManufacturer": "other", "SystemProductName": "other"}})
    assert machine.read(registry, lambda: LENOVO) == {
        "manufacturer": "LENOVO",
        "model": "20XW",
        "serial": "PF-12345",
        "chassis": "laptop",
        "asset_tag": "INV-0042",
    }


def test_without_the_table_the_registry_tells_the_model() -> None:
    def fail() -> bytes:
        raise NotAvailable("no")

    registry = FakeRegistry({machine.KEY: {"SystemManufacturer": "HP", "SystemProductName": "EliteBook"}})
    assert machine.read(registry, fail) == {"manufacturer": "HP", "model": "EliteBook"}


@given(st.binary(max_size=200) | st.integers(0, len(LENOVO)).map(lambda end: LENOVO[:end]))
def test_no_table_breaks_the_parser(content: bytes) -> None:
    assert set(firmware.parse_table(content)) <= {
        "manufacturer",
        "model",
        "serial",
        "chassis_number",
        "asset_tag",
    }


def connection(guid: str, name: str, **values: object) -> dict[str, dict[str, object]]:
    return {rf"{network.CONNECTIONS}\{guid}\Connection": {"Name": name, **values}}


REGISTRY = FakeRegistry(
    connection("{A}", "Ethernet 2")
    | connection("{B}", "Sieć", MediaSubType=2)
    | {
        rf"{network.INTERFACES}\{{A}}": {
            "DhcpDefaultGateway": ["10.0.0.1"],
            "DhcpNameServer": "10.0.0.2 10.0.0.3",
            "NameServer": "",
        },
        rf"{network.INTERFACES}\{{B}}": {
            "DefaultGateway": ["", "192.168.1.1"],
            "DhcpNameServer": "192.168.1.1",
            "NameServer": "9.9.9.9,1.1.1.1",
        },
    }
)


def test_the_way_out_by_cable() -> None:
    route = network.route_of("Ethernet 2", REGISTRY, {"Ethernet 2": Addresses(("10.0.0.5",), ())})
    assert (route.kind, route.gateway, route.dns) == ("wired", "10.0.0.1", ("10.0.0.2", "10.0.0.3"))
    assert not route.vpn


def test_the_way_out_by_air_with_a_vpn() -> None:
    addresses = {"Sieć": Addresses(("192.168.1.5",), ()), "WireGuard Tunnel": Addresses(("10.9.0.2",), ())}
    route = network.route_of("Sieć", REGISTRY, addresses)
    assert (route.kind, route.gateway, route.dns) == ("wireless", "192.168.1.1", ("9.9.9.9", "1.1.1.1"))
    assert route.vpn


def test_an_unknown_connection_tells_nothing_wrong() -> None:
    route = network.route_of("OpenVPN TAP", REGISTRY, {})
    assert (route.kind, route.gateway, route.dns) == ("vpn", "", ())
    assert network.route_of("", NOTHING, {}) == Route()


def test_the_time_zone() -> None:
    registry = FakeRegistry(
        {session.ZONE_KEY: {"TimeZoneKeyName": "Central European Standard Time\0junk"[:31]}}
    )
    assert session.read(registry)["time_zone"] == "Central European Standard Time"


def test_the_domain() -> None:
    assert host.read_domain(NOTHING) == ""
    given_by_network: dict[str, object] = {"Domain": "", "DhcpDomain": "home.arpa"}
    assert host.read_domain(FakeRegistry({host.KEY: given_by_network})) == "home.arpa"
    assert host.read_domain(FakeRegistry({host.KEY: given_by_network | {"Domain": "corp"}})) == "corp"
