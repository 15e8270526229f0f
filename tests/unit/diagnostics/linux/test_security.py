"""What protects a Linux."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.linux import security
from itdesk.diagnostics.linux.block_devices import is_encrypted, parse_root_mount
from itdesk.diagnostics.linux.units import unit_names
from tests.unit.diagnostics.linux.tree import link, write

MOUNTS = """\
24 1 0:22 / /proc rw,relatime shared:5 - proc proc rw
26 1 253:1 / / rw,relatime shared:1 - ext4 /dev/mapper/vg-root rw,errors=remount-ro
99 26 8:1 / /boot rw shared:2 - ext4 /dev/sda1 rw
"""
SECURE_BOOT = "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c"


def encrypted_laptop(root: Path, uuid: str = "CRYPT-LUKS2-ab12-sda3_crypt") -> Path:
    """Give "/" on a logical volume on a mapping on a partition."""
    write(root, {
        "proc/self/mountinfo": MOUNTS,
        "sys/devices/virtual/block/dm-1/dm/uuid": "LVM-abc\n",
        "sys/devices/virtual/block/dm-0/dm/uuid": f"{uuid}\n",
    })  # fmt: skip
    link(root, "sys/dev/block/253:1", "sys/devices/virtual/block/dm-1")
    link(root, "sys/devices/virtual/block/dm-1/slaves/dm-0", "sys/devices/virtual/block/dm-0")
    link(root, "sys/devices/virtual/block/dm-0/slaves/sda3", "sys/devices/pci/block/sda/sda3")
    return root


def test_a_root_on_an_encrypted_disk(tmp_path: Path) -> None:
    assert is_encrypted(encrypted_laptop(tmp_path)) is True


def test_a_root_on_a_plain_disk(tmp_path: Path) -> None:
    assert is_encrypted(encrypted_laptop(tmp_path, "LVM-xyz")) is False


def test_a_root_of_which_nothing_is_to_be_seen(tmp_path: Path) -> None:
    assert is_encrypted(tmp_path) is None
    write(tmp_path, {"proc/self/mountinfo": "26 1 0:50 / / rw - overlay overlay rw,lowerdir=/x\n"})
    assert is_encrypted(tmp_path) is None


def test_a_file_system_with_a_number_of_its_own_is_found_by_its_source(tmp_path: Path) -> None:
    write(tmp_path, {"proc/self/mountinfo": "26 1 0:31 /@ / rw shared:1 - btrfs /dev/mapper/luks rw\n"})
    link(tmp_path, "dev/mapper/luks", "dev/dm-0")
    write(tmp_path, {"sys/class/block/dm-0/dm/uuid": "CRYPT-LUKS2-x\n"})
    assert is_encrypted(tmp_path) is True


def test_devices_that_lie_on_each_other_in_a_ring_end(tmp_path: Path) -> None:
    encrypted_laptop(tmp_path, "LVM-xyz")
    link(tmp_path, "sys/devices/virtual/block/dm-0/slaves/dm-1", "sys/devices/virtual/block/dm-1")
    assert is_encrypted(tmp_path) is False


@given(st.text() | st.just(MOUNTS))
def test_no_list_of_mounts_breaks_the_parser(text: str) -> None:
    told = parse_root_mount(text)
    assert told is None or len(told) == 2


@pytest.mark.parametrize(("value", "is_on"), [(b"\6\0\0\0\1", True), (b"\6\0\0\0\0", False), (b"\6", None)])
def test_secure_boot(tmp_path: Path, value: bytes, is_on: bool | None) -> None:
    assert security.secure_boot(tmp_path) is None
    assert security.secure_boot(write(tmp_path, {SECURE_BOOT: value})) is is_on


def test_the_tpm(tmp_path: Path) -> None:
    assert security.tpm_version(tmp_path) is None
    write(tmp_path, {"sys/class/tpm/tpm0/device/caps": "TCG version: 1.2\n"})
    assert security.tpm_version(tmp_path) == "1.2"
    assert security.tpm_version(write(tmp_path, {"sys/class/tpm/tpm0/tpm_version_major": "2\n"})) == "2.0"


def test_the_firewall(tmp_path: Path) -> None:
    write(tmp_path, {"etc/ufw/ufw.conf": "# /etc/ufw/ufw.conf\nENABLED=no\nLOGLEVEL=low\n"})
    write(tmp_path, {"sys/fs/cgroup/system.slice/firewalld.service/cgroup.procs": "1"})
    assert security.firewall(tmp_path) == {"firewall": True, "firewall_name": "firewalld"}
    write(tmp_path, {"etc/ufw/ufw.conf": "ENABLED=yes\n"})
    assert security.firewall(tmp_path) == {"firewall": True, "firewall_name": "ufw"}


def test_antivirus_programs(tmp_path: Path) -> None:
    signatures = "var/lib/clamav/daily.cld"
    write(tmp_path, {"usr/bin/clamscan": "", signatures: "", "opt/microsoft/mdatp/x": ""})
    write(tmp_path, {"sys/fs/cgroup/system.slice/mdatp.service/cgroup.procs": ""})
    assert security.read(tmp_path)["antivirus"] == [
        {"name": "ClamAV", "enabled": False, "up_to_date": True},
        {"name": "Microsoft Defender", "enabled": True},
    ]
    old_s = time.time() - 30 * 86_400
    os.utime(tmp_path / signatures, (old_s, old_s))
    assert security.read(tmp_path)["antivirus"][0]["up_to_date"] is False  # type: ignore[index]


def test_units_stand_first_in_their_lines() -> None:
    printed = "● ssh.service    loaded failed failed OpenBSD Secure Shell server\n  x.mount loaded active\n\n"
    assert unit_names(printed) == ["ssh.service", "x.mount"]
