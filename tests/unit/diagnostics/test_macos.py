"""macOS: what its tools print, and hostile output."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.macos import foreground, machine, network, operating_system

HARDWARE = {
    "SPHardwareDataType": [
        {
            "_name": "hardware_overview",
            "chip_type": "Apple M2",
            "machine_model": "Mac14,2",
            "machine_name": "MacBook Air",
            "physical_memory": "16 GB",
            "platform_UUID": "0000",
            "serial_number": "C02XXXXXXX",
        }
    ]
}
ROUTE = """\
   route to: default
destination: default
       mask: default
    gateway: 192.168.1.1
  interface: en0
      flags: <UP,GATEWAY,DONE,STATIC,PRCLONING,GLOBAL>
"""
PORTS = """
Hardware Port: Ethernet Adapter (en4)
Device: en4
Ethernet Address: 00:00:00:00:00:01

Hardware Port: Wi-Fi
Device: en0
Ethernet Address: 00:00:00:00:00:02

VLAN Configurations
===================
"""
DNS = """\
DNS configuration

resolver #1
  search domain[0] : example.com
  nameserver[0] : 192.168.1.1
  nameserver[1] : fe80::1%en0
  if_index : 14 (en0)

resolver #2
  nameserver[0] : 192.168.1.1

DNS configuration (for scoped queries)

resolver #1
  nameserver[0] : 10.255.0.1
"""


def test_the_version() -> None:
    told = operating_system.parse_sw_vers(
        "ProductName:\t\tmacOS\nProductVersion:\t\t14.5\nBuildVersion:\t\t23F79\n"
    )
    assert told == {"name": "macOS", "version": "14.5", "build": "23F79"}


def test_the_model() -> None:
    assert machine.parse_hardware(json.dumps(HARDWARE)) == {
        "manufacturer": "Apple",
        "model": "MacBook Air (Mac14,2)",
        "chassis": "laptop",
        "serial": "C02XXXXXXX",
    }


@pytest.mark.parametrize(
    "printed", ["", "[]", "{}", '{"SPHardwareDataType": []}', '{"SPHardwareDataType": [1]}', "[" * 99999]
)
def test_another_document_is_told(printed: str) -> None:
    with pytest.raises(NotAvailable):
        machine.parse_hardware(printed)


def test_the_way_out() -> None:
    assert network.parse_route(ROUTE) == ("en0", "192.168.1.1")
    assert network.parse_route("    gateway: index: 17 utun4\n  interface: utun4\n") == ("utun4", "")
    assert network.parse_route("route: writing to routing socket: not in table\n") == ("", "")


def test_the_kind_of_interface() -> None:
    ports = network.parse_hardware_ports(PORTS)
    assert ports == {"en4": "Ethernet Adapter (en4)", "en0": "Wi-Fi"}
    kinds = [network.interface_kind(name, ports) for name in ("en0", "en4", "utun3", "en9")]
    assert kinds == ["wireless", "wired", "vpn", "wired"]


def test_the_name_servers_of_all_queries_alone() -> None:
    assert network.parse_resolvers(DNS) == ("192.168.1.1", "fe80::1%en0")


def test_the_application_in_front() -> None:
    assert foreground.parse_name('"LSDisplayName"="Microsoft Excel"\n') == "Microsoft Excel"
    assert foreground.parse_name("") is None


@given(st.text())
def test_no_text_breaks_a_parser(text: str) -> None:
    operating_system.parse_sw_vers(text)
    network.parse_route(text)
    network.parse_hardware_ports(text)
    network.parse_resolvers(text)
    foreground.parse_name(text)
