"""What every platform measures alike."""

from collections.abc import Mapping

import pytest

from itdesk.diagnostics.anywhere.clock import utc_offset_min
from itdesk.diagnostics.anywhere.disks import Mount, choose_mounts
from itdesk.diagnostics.anywhere.host import describe
from itdesk.diagnostics.anywhere.machine import chassis_word, tidy
from itdesk.diagnostics.anywhere.network import Addresses, interface_of, proxy_host
from itdesk.diagnostics.anywhere.processor import measure
from itdesk.diagnostics.base import NotAvailable


def test_host_and_domain() -> None:
    assert describe("pc-07.example.com", "other") == {"name": "pc-07", "domain": "example.com"}
    assert describe("PC-07", "corp.example.com") == {"name": "PC-07", "domain": "corp.example.com"}
    assert describe("PC-07") == {"name": "PC-07"}


def test_each_disk_once_and_no_images() -> None:
    mounts = [
        Mount("/dev/sda2", "/var/lib/docker", "ext4"),
        Mount("/dev/sda2", "/", "ext4"),
        Mount("/dev/loop3", "/snap/core/1", "squashfs"),
        Mount("/dev/sdb1", "/home", "xfs"),
        Mount("D:\\", "D:\\", ""),
    ]
    assert [mount.place for mount in choose_mounts(mounts, "/")] == ["/", "/home"]
    assert [mount.place for mount in choose_mounts(mounts[3:], "/")] == ["/", "/home"]


@pytest.mark.parametrize(
    "word", ["To Be Filled By O.E.M.", "Default string", "0", "None", "  ", "0x00000000", "-"]
)
def test_what_makers_leave_unfilled_is_left_out(word: str) -> None:
    assert tidy({"manufacturer": "Dell", "model": word, "serial": None}) == {"manufacturer": "Dell"}


def test_a_machine_that_tells_nothing() -> None:
    with pytest.raises(NotAvailable):
        tidy({"manufacturer": "Default string", "model": ""})


@pytest.mark.parametrize("maker", ["QEMU", "VMware, Inc.", "innotek GmbH"])
def test_a_virtual_machine_is_told_as_one(maker: str) -> None:
    assert tidy({"manufacturer": maker, "chassis": "desktop"})["chassis"] == "virtual"


def test_chassis() -> None:
    assert [chassis_word(number) for number in (3, 9, 0x89, 30, 23, 2, 999)] == [
        *("desktop", "laptop", "laptop", "tablet", "server"),
        *(None, None),
    ]


@pytest.mark.parametrize(
    ("proxies", "host"),
    [
        ({}, ""),
        ({"https": "http://ann:hunter2@proxy.example:3128/x?y"}, "proxy.example:3128"),
        ({"http": "proxy.example"}, "proxy.example"),
        ({"all": "http://[::1"}, ""),
        ({"http": "http://p:99999"}, ""),
    ],
)
def test_of_a_proxy_the_host_alone_is_told(proxies: Mapping[str, str], host: str) -> None:
    assert proxy_host(proxies) == host


def test_the_interface_that_has_the_address() -> None:
    by_interface = {"a": Addresses(("10.0.0.1",), ()), "b": Addresses((), ("fd00::1",))}
    assert interface_of(["10.0.0.1"], by_interface) == "a"
    assert interface_of(["192.0.2.9", "fd00::1"], by_interface) == "b"
    assert interface_of([], by_interface) == ""


def test_a_processor_without_a_name_still_tells_its_load() -> None:
    def fail() -> str:
        raise NotAvailable("no name")

    told = measure(fail)
    assert "model" not in told
    assert 0 <= float(str(told["load_percent"])) <= 100


def test_the_offset_is_in_minutes() -> None:
    assert -14 * 60 <= utc_offset_min() <= 14 * 60
