"""A computer that answers with nonsense, with far too much, or never: each fact is told or named in time."""

import contextlib
import os
import subprocess
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

import psutil
import pytest

from itdesk.diagnostics.anywhere import busiest as any_busiest
from itdesk.diagnostics.base import NotAvailable, Probe, Reading
from itdesk.diagnostics.collector import ask, collect
from itdesk.diagnostics.probes import every_probe

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="such files and processes are Linux's")

TEN_GIGABYTES = 10 * 2**30
MOST_MEMORY = 24 * 2**20
MOST_S = 30.0
"""Far above what is promised, for a busy machine; far below what a probe that waits would take."""
FILES = (
    *("etc/os-release", "etc/hosts", "etc/fstab", "etc/ufw/ufw.conf", "etc/resolv.conf"),
    *("etc/anydesk/system.conf", "opt/teamviewer/config/global.conf", "etc/timezone"),
    *("etc/localtime", "etc/debian_version"),
    *("proc/cpuinfo", "proc/net/route", "proc/net/ipv6_route", "proc/net/arp", "proc/net/wireless"),
    *("proc/self/mounts", "proc/self/mountinfo", "proc/asound/cards", "proc/1/comm", "proc/1/fd/0"),
    *("var/lib/dpkg/status", "var/log/dpkg.log", "var/log/dpkg.log.1", "var/log/dpkg.log.2.gz"),
    *("var/log/apt/history.log", "var/log/syslog", "var/crash/x.crash", "var/lib/dpkg/info/x.list"),
    *("var/lib/update-notifier/updates-available", "run/cups/cups.sock", "pulse/native", ".cert/x.pem"),
    *("usr/share/misc/pci.ids", "usr/share/misc/usb.ids", "snap/x/current/meta/snap.yaml"),
    *("sys/class/dmi/id/sys_vendor", "sys/class/dmi/id/chassis_type", "sys/class/power_supply/BAT0/type"),
    *("sys/class/net/x/uevent", "sys/class/net/x/speed", "sys/class/net/x/wireless/status"),
    *("sys/class/rfkill/rfkill0/type", "sys/class/tpm/tpm0/tpm_version_major", "sys/dev/block/0:0/dm/uuid"),
    *("sys/class/drm/card0/device/uevent", "sys/class/drm/card0-DP-1/edid", "sys/block/sda/size"),
    *("sys/block/sda/device/life_time", "sys/block/sda/device/hwmon/h/temp1_input"),
    *("sys/bus/pci/devices/x/class", "sys/bus/usb/devices/1-1/product", "sys/class/video4linux/video0/name"),
    *("sys/bus/thunderbolt/devices/0-1/device_name", "sys/firmware/efi/efivars/SecureBoot-x"),
    ".config/rustdesk/RustDesk.toml",
)
HEADS = {  # so that the odd content is reached
    "sys/class/power_supply/BAT0/type": b"Battery\n",
    "sys/class/rfkill/rfkill0/type": b"wlan\n",
    "sys/bus/pci/devices/x/class": b"0x030000\n",
}


def fifo(path: Path) -> None:
    os.mkfifo(path)


def loop(path: Path) -> None:
    path.symlink_to(path)


def sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(TEN_GIGABYTES)


def folder(path: Path) -> None:
    path.mkdir()


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def bytes_of_nothing(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\0\x1b[31m\xc3" * 3_000)


def one_line(path: Path) -> None:
    path.write_bytes(b"x" * 3_000_000)


def numbers(path: Path) -> None:
    path.write_bytes(b"9" * 6_000 + b"\n")


KINDS = (fifo, loop, sparse, folder, device, bytes_of_nothing, one_line, numbers)


def hostile(root: Path, make: Callable[[Path], None]) -> Path:
    """Give a computer all of whose files are of one bad kind."""
    for name in FILES:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name in HEADS and make is not loop:
            path.write_bytes(HEADS[name])
        else:
            make(path)
    return root


def no_journal(begins: object, ends: object) -> str:
    raise NotAvailable("This computer keeps no journal.")


def readings(root: Path) -> dict[str, Reading]:
    """Return what Linux is asked, of another root."""
    from itdesk.diagnostics.linux import (
        adapters,
        battery,
        boot,
        crashes,
        disk_health,
        faulty_devices,
        graphics,
        machine,
        network,
        operating_system,
        printers,
        remote_support,
        security,
        session,
        shares,
        software,
        sound,
        system_log,
        updates,
        usb,
        vpn,
        wireless,
    )

    return {
        "boot": lambda: boot.read(root),
        "machine": lambda: machine.read(root),
        "operating_system": lambda: operating_system.read(root),
        "session": lambda: session.read({}, root),
        "network": lambda: vars(network.read_route({}, root)),
        "graphics": lambda: graphics.read(root),
        "battery": lambda: battery.read(root),
        "wireless": lambda: wireless.read(root),
        "security": lambda: security.read(root),
        "updates": lambda: updates.read(root),
        "faulty_devices": lambda: faulty_devices.read(root / "etc/hosts"),
        "crashes": lambda: crashes.read(root),
        "printers": lambda: printers.read(root),
        "remote_support": lambda: remote_support.read(root, root),
        "system_log": lambda: system_log.read(None, root, no_journal),
        "software": lambda: software.read(root, root),
        "adapters": lambda: adapters.read("", root),
        "disk_health": lambda: disk_health.read(root),
        "sound": lambda: sound.read(root, root),
        "usb": lambda: usb.read(root),
        "shares": lambda: shares.read(root, root),
        "vpn": lambda: vpn.read(root),
    }


@contextlib.contextmanager
def bounded_memory() -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MOST_MEMORY


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
def test_a_computer_whose_files_are_none_is_asked_in_time(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    root = hostile(tmp_path, make)
    declared = {probe.name: probe for probe in every_probe("", "linux")}
    begun = time.monotonic()
    with bounded_memory():
        for name, read in readings(root).items():
            told = ask(Probe(name=name, why="", fields=declared[name].fields, measure=read))
            assert "error" not in told or str(told["error"]).endswith("."), (name, told)
    assert time.monotonic() - begun < MOST_S


def test_a_computer_without_any_file_is_asked(tmp_path: Path) -> None:
    for name, read in readings(tmp_path / "nowhere").items():
        told = ask(Probe(name=name, why="", fields=(), measure=read))
        assert "error" not in told or str(told["error"]).endswith("."), name


def test_names_that_are_no_utf8_can_be_sent(tmp_path: Path) -> None:
    from itdesk.diagnostics.linux import adapters

    (tmp_path / "sys/class/net" / os.fsdecode(b"za\xff\xbf")).mkdir(parents=True)
    fields = next(probe for probe in every_probe("", "linux") if probe.name == "adapters").fields
    probe = Probe(name="adapters", why="", fields=fields, measure=lambda: adapters.read("", tmp_path))
    content = collect([probe]).to_json()
    assert "za\ufffd\ufffd" in content.decode("utf-8")


class Vanishing:
    """Starts programs that end at once, as long as it runs."""

    def __init__(self) -> None:
        self._enough = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        while not self._enough.is_set():
            subprocess.run(["/bin/true"], check=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._enough.set()
        self._thread.join()


def test_processes_that_vanish_while_they_are_counted() -> None:
    with Vanishing():
        told = [any_busiest.read(own=-1, pause_s=0.1) for _ in range(5)]
    assert all(each["by_memory"] for each in told)


def test_a_proc_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psutil, "PROCFS_PATH", str(tmp_path / "nowhere"))
    with pytest.raises(NotAvailable, match=r"cannot be listed\."):
        any_busiest.read(pause_s=0)
    for probe in every_probe("", "linux"):
        told = ask(probe)
        assert "implausible" not in told, probe.name


def test_processes_that_hide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stat").write_text("cpu 1 2 3\nbtime 1700000000\n")
    for number in range(1, 50):
        (tmp_path / str(number)).mkdir()  # as with the option hidepid
    monkeypatch.setattr(psutil, "PROCFS_PATH", str(tmp_path))
    assert any_busiest.read(pause_s=0) == {"by_processor": [], "by_memory": []}
