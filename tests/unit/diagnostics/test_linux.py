"""Linux: files as kernels and distributions write them, and hostile ones."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.anywhere.network import Addresses, Route
from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux import boot, foreground, machine, network, processor, session
from itdesk.diagnostics.linux.operating_system import parse_os_release
from itdesk.diagnostics.text_file import read_text

WITH_LINKS_AND_SCRIPTS = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no links for everybody and no scripts for a POSIX shell"
)
ROUTES = """\
Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
wlan0	00000000	0101A8C0	0003	0	0	600	00000000	0	0	0
eth0	00000000	FE00000A	0003	0	0	100	00000000	0	0	0
eth0	0000000A	00000000	0001	0	0	100	00FFFFFF	0	0	0
"""
ZERO = "0" * 32
LINK_LOCAL = "fe80" + "0" * 28
IPV6_ROUTES = f"""\
{ZERO} 00 {ZERO} 00 fe80000000000000020000fffe000001 00000400 00000002 00000000 00000003     eth0
{ZERO} 00 {ZERO} 00 {ZERO} ffffffff 00000001 00000000 00200200       lo
{LINK_LOCAL} 40 {ZERO} 00 {ZERO} 00000100 00000002 00000000 00000001     eth0
"""
RESOLV_CONF = "# by systemd\nnameserver 10.0.0.1\nnameserver fe80::1%2\nsearch x\nnameserver\n"


def write(root: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, "utf-8")
    return root


@pytest.mark.parametrize(
    ("text", "name", "version", "edition"),
    [
        (
            'PRETTY_NAME="Ubuntu 24"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nVERSION="24.04.1 LTS (Noble)"\n',
            "Ubuntu",
            "24.04.1 LTS (Noble)",
            None,
        ),
        (
            "NAME=Fedora\\ Linux\nVERSION_ID=40\nVARIANT='Workstation Edition'",
            "Fedora Linux",
            "40",
            "Workstation Edition",
        ),
        ("# comment\nnonsense\nNAME='broken\n", "broken", None, None),
        ("", "Linux", None, None),
    ],
)
def test_os_release(text: str, name: str, version: str | None, edition: str | None) -> None:
    assert parse_os_release(text) == {"name": name, "version": version, "edition": edition}


def test_a_restart_is_pending_where_the_distribution_says_so(tmp_path: Path) -> None:
    assert boot.read(tmp_path) == {}
    write(tmp_path, {"etc/debian_version": "12.1"})
    assert boot.read(tmp_path) == {"pending_restart": False}
    write(tmp_path, {"run/reboot-required": "*** System restart required ***"})
    assert boot.read(tmp_path) == {"pending_restart": True}


@pytest.mark.parametrize(
    ("cpuinfo", "model"),
    [
        (
            "processor\t: 0\nmodel name\t: Intel(R)  Core(TM) i5-8250U CPU\nmodel name\t: other\n",
            "Intel(R) Core(TM) i5-8250U CPU",
        ),
        ("processor : 0\nBogoMIPS : 108\n\nHardware : BCM2835\nModel : Raspberry Pi 4\n", "Raspberry Pi 4"),
    ],
)
def test_the_model_of_the_processor(tmp_path: Path, cpuinfo: str, model: str) -> None:
    assert processor.read_model(write(tmp_path, {"proc/cpuinfo": cpuinfo})) == model


def test_a_processor_without_a_name(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable):
        processor.read_model(write(tmp_path, {"proc/cpuinfo": "processor : 0\nmodel name :\n"}))


def test_the_machine_by_its_firmware(tmp_path: Path) -> None:
    dmi = "sys/class/dmi/id/"
    files = {"sys_vendor": "Dell Inc.\n", "product_name": "Latitude 5420\n", "chassis_type": "10\n"}
    told = machine.read(write(tmp_path, {dmi + name: text for name, text in files.items()}))
    expected = {
        "manufacturer": "Dell Inc.",
        "model": "Latitude 5420",
        "chassis": "laptop",
        "serial": "",
        "asset_tag": "",
    }
    assert told == expected


def test_the_machine_by_its_device_tree(tmp_path: Path) -> None:
    told = machine.read(write(tmp_path, {"proc/device-tree/model": "Raspberry Pi 4 Model B Rev 1.4\0"}))
    assert told["model"] == "Raspberry Pi 4 Model B Rev 1.4"


@pytest.mark.parametrize(
    ("environment", "kind"),
    [
        ({}, "text"),
        ({"DISPLAY": ":0"}, "x11"),
        ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, "wayland"),
        ({"DISPLAY": ":10", "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, "remote"),
    ],
)
def test_the_kind_of_session(environment: dict[str, str], kind: str) -> None:
    assert session.session_kind(environment) == kind


@WITH_LINKS_AND_SCRIPTS
def test_the_session_names_language_and_time_zone(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/localtime").symlink_to("/usr/share/zoneinfo/Europe/Warsaw")
    told = session.read({"LANG": "pl_PL.UTF-8", "XDG_CURRENT_DESKTOP": "KDE", "LC_ALL": ""}, tmp_path)
    assert (told["language"], told["time_zone"], told["desktop"]) == ("pl_PL", "Europe/Warsaw", "KDE")


def test_the_time_zone_of_a_copied_file(tmp_path: Path) -> None:
    write(tmp_path, {"etc/localtime": "TZif2", "etc/timezone": "Europe/Warsaw\n"})
    assert session.read({}, tmp_path)["time_zone"] == "Europe/Warsaw"


def test_the_window_in_front() -> None:
    parse = foreground.parse_active_window
    assert parse("_NET_ACTIVE_WINDOW(WINDOW): window id # 0x3c00007\n") == "0x3c00007"
    assert parse("_NET_ACTIVE_WINDOW(WINDOW): window id # 0x0\n") is None
    assert parse("_NET_ACTIVE_WINDOW:  no such atom on any window.\n") is None


def test_the_name_of_the_program_in_front(tmp_path: Path) -> None:
    write(tmp_path, {"proc/4242/comm": "soffice.bin\n"})
    given_class = 'WM_CLASS(STRING) = "libreoffice", "libreoffice-calc"\n'
    name = foreground.application_name
    assert name(f"{given_class}_NET_WM_PID(CARDINAL) = 4242\n", tmp_path) == "soffice.bin"
    assert name(f"{given_class}_NET_WM_PID:  not found.\n", tmp_path) == "libreoffice-calc"
    assert name("WM_CLASS:  not found.\n_NET_WM_PID(CARDINAL) = 5\n", tmp_path) is None


@WITH_LINKS_AND_SCRIPTS
def test_the_version_of_the_program_in_front_is_that_of_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foreground, "LIMIT_S", 20)
    script = tmp_path / "xprop"
    answer = """case $1 in
-root) echo '_NET_ACTIVE_WINDOW(WINDOW): window id # 0x7';;
*) echo 'WM_CLASS(STRING) = "x", "gimp"';;
esac"""
    script.write_text(f"#!/bin/sh\n{answer}\n")
    script.chmod(0o700)
    told = foreground.read({"DISPLAY": ":7"}, tmp_path, lambda package: f"1 of {package}", str(script))
    assert told == {"application": "gimp", "version": "1 of gimp"}


def test_wayland_and_no_desktop_are_told() -> None:
    assert foreground.read({"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"})["application"] is None
    with pytest.raises(NotAvailable, match="no desktop"):
        foreground.read({})


def test_the_way_out(tmp_path: Path) -> None:
    files = {
        "proc/net/route": ROUTES,
        "proc/net/ipv6_route": IPV6_ROUTES,
        "etc/resolv.conf": "nameserver 127.0.0.53\n",
        "run/systemd/resolve/resolv.conf": RESOLV_CONF,
        "sys/class/net/eth0/uevent": "INTERFACE=eth0\n",
        "sys/class/net/wg0/uevent": "DEVTYPE=wireguard\n",
    }
    write(tmp_path, files)
    route = network.read_route({"eth0": Addresses(("10.0.0.5",), ())}, tmp_path, no_manager)
    assert (route.interface, route.kind, route.gateway, route.vpn) == ("eth0", "wired", "10.0.0.254", False)
    assert route.dns == ("10.0.0.1", "fe80::1%2")
    assert network.read_route({"wg0": Addresses(("10.9.0.2",), ())}, tmp_path).vpn


def test_the_way_out_by_ipv6_alone(tmp_path: Path) -> None:
    route = network.read_route({}, write(tmp_path, {"proc/net/ipv6_route": IPV6_ROUTES}))
    assert (route.interface, route.gateway) == ("eth0", "fe80::200:ff:fe00:1")


def test_no_way_out(tmp_path: Path) -> None:
    assert network.read_route({}, tmp_path, no_manager) == Route(level="none")


def no_manager(limit_s: float) -> str:
    raise NotAvailable("The tool nmcli is not on this computer.")


def test_how_far_the_network_goes_only_its_manager_knows(tmp_path: Path) -> None:
    write(tmp_path, {"proc/net/route": ROUTES})
    assert network.read_route({}, tmp_path, no_manager).level == ""
    assert network.read_route({}, tmp_path, lambda _: "portal").level == "portal"


@pytest.mark.parametrize(
    ("name", "files", "kind"),
    [
        ("wlan0", {"uevent": "DEVTYPE=wlan\n"}, "wireless"),
        ("wlp2s0", {"wireless/x": ""}, "wireless"),
        ("wwan0", {"uevent": "DEVTYPE=wwan\n"}, "mobile"),
        ("wg0", {"uevent": "DEVTYPE=wireguard\n"}, "vpn"),
        ("office", {"tun_flags": "0x1001\n"}, "vpn"),
        ("eno1", {"uevent": "INTERFACE=eno1\n"}, "wired"),
    ],
)
def test_the_kind_of_interface(tmp_path: Path, name: str, files: dict[str, str], kind: str) -> None:
    write(tmp_path, {f"sys/class/net/{name}/{file}": text for file, text in files.items()})
    assert network.interface_kind(name, tmp_path) == kind


@given(st.text())
def test_no_text_breaks_a_parser(text: str) -> None:
    network.parse_routes(text)
    network.parse_ipv6_routes(text)
    network.parse_routes("head\n" + text)
    parse_os_release(text)
    foreground.parse_active_window(text)


def test_files_that_are_no_text_become_text(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"\xffDell\0\n")
    assert read_text(tmp_path / "f") == "�Dell"
    assert read_text(tmp_path) == ""
    (tmp_path / "big").write_bytes(b"x" * 1_000_000)
    assert len(read_text(tmp_path / "big")) == 64 * 1024
