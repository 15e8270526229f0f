"""Whether the router answers, by echo or by the table of neighbours."""

import socket
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.anywhere.gateway import (
    ECHO,
    Means,
    gateway_probe,
    means_of,
    measure,
    neighbour_state,
    ping,
)
from itdesk.diagnostics.anywhere.network import Route
from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.collector import ask

ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for a POSIX shell")
ROUTER = "192.0.2.1"
ROUTE = Route(interface="eth0", gateway=ROUTER)
HEAD = "IP address       HW type     Flags       HW address            Mask     Device\n"
COMPLETE = f"{HEAD}{ROUTER}        0x1         0x2         02:fc:00:00:00:05     *        eth0\n"
INCOMPLETE = f"{HEAD}{ROUTER}        0x1         0x0         00:00:00:00:00:00     *        eth0\n"
LINUX_ECHO = "64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time=0.345 ms\n"
LINUX_SILENCE = "1 packets transmitted, 0 received, 100% packet loss, time 0ms\n"


def tool(folder: Path, printed: str, code: int = 0) -> list[str]:
    path = folder / f"tool{len(list(folder.iterdir()))}"
    path.write_text(f"#!/bin/sh\ncat <<'END'\n{printed}END\nexit {code}\n")
    path.chmod(0o700)
    return [str(path)]


def table(folder: Path, text: str) -> Path:
    (folder / "proc/net").mkdir(parents=True)
    (folder / "proc/net/arp").write_text(text)
    return folder


@ON_POSIX
def test_an_echo_is_an_answer(tmp_path: Path) -> None:
    means = Means([[str(tmp_path / "none")], tool(tmp_path, LINUX_ECHO)], root=tmp_path)
    assert measure(ROUTE, means) == {"address": ROUTER, "answered": True, "by": "ping", "ms": 0.345}


@ON_POSIX
def test_a_router_that_keeps_silent_is_still_a_neighbour(tmp_path: Path) -> None:
    means = Means([tool(tmp_path, LINUX_SILENCE, 1)], root=table(tmp_path / "root", COMPLETE))
    assert measure(ROUTE, means) == {"address": ROUTER, "answered": True, "by": "neighbour"}


@ON_POSIX
def test_neither_echo_nor_neighbour(tmp_path: Path) -> None:
    silent = tool(tmp_path, LINUX_SILENCE, 1)
    for text in (HEAD, INCOMPLETE):
        means = Means([silent], root=table(tmp_path / str(len(text)), text))
        assert measure(ROUTE, means) == {"address": ROUTER, "answered": False}


def test_without_ping_the_neighbours_decide(tmp_path: Path) -> None:
    known = Means([], root=table(tmp_path / "a", COMPLETE))
    unknown = Means([], root=table(tmp_path / "b", INCOMPLETE))
    assert measure(ROUTE, known)["answered"] is True
    assert measure(ROUTE, unknown)["answered"] is False


def test_where_nothing_can_be_asked_nothing_is_claimed(tmp_path: Path) -> None:
    assert measure(ROUTE, Means([], root=tmp_path)) == {"address": ROUTER}
    assert measure(Route(gateway="fe80::1", interface="eth0"), Means([], root=tmp_path)) == {
        "address": "fe80::1"
    }


@ON_POSIX
def test_the_neighbours_of_other_systems(tmp_path: Path) -> None:
    macos = tool(tmp_path, f"? ({ROUTER}) at 3c:84:6a:1:2:3 on en0 ifscope [ethernet]\n")
    macos_none = tool(tmp_path, f"? ({ROUTER}) at (incomplete) on en0 ifscope [ethernet]\n")
    windows = tool(tmp_path, f"  {ROUTER}             3c-84-6a-01-02-03     dynamiczne\n")
    windows_none = tool(tmp_path, f"  {ROUTER}             00-00-00-00-00-00     invalid\n")
    other = tool(tmp_path, "  192.0.2.12             3c-84-6a-01-02-03     dynamic\n")
    found = [
        measure(ROUTE, Means([], command)).get("answered")
        for command in (macos, macos_none, windows, windows_none, other)
    ]
    assert found == [True, False, True, False, False]


@ON_POSIX
def test_an_address_of_the_link_is_asked_on_its_interface(tmp_path: Path) -> None:
    script = tmp_path / "ping"
    script.write_text('#!/bin/sh\n[ "$1" = "fe80::1%eth0" ] && echo "time=1.5 ms"\n')
    script.chmod(0o700)
    assert ping("fe80::1", "eth0", Means([[str(script)]])) == 1.5
    assert ping("fe80::1", "", Means([[str(script)]])) is None


@pytest.mark.parametrize("gateway", ["", "--version", "link#4", "0.0.0.0", "10.0.0.1; reboot"])
def test_what_is_no_address_is_never_asked(gateway: str, tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="knows no router"):
        measure(Route(gateway=gateway), Means([], root=tmp_path))


@pytest.mark.parametrize(
    ("printed", "ms"),
    [
        (LINUX_ECHO, "0.345"),
        ("Reply from 192.168.1.1: bytes=32 time<1ms TTL=64", "1"),
        ("Odpowiedź z 192.168.1.1: bajtów=32 czas=12 ms TTL=64", "12"),
        ("64 bytes from 10.0.0.1: icmp_seq=0 ttl=255 time=3,210 ms", "3,210"),
        (LINUX_SILENCE, None),
        ("Reply from 192.168.1.7: Destination host unreachable.", None),
        ("Request timed out.\n    Packets: Sent = 1, Received = 0, Lost = 1 (100% loss),", None),
    ],
)
def test_an_echo_is_known_in_every_language(printed: str, ms: str | None) -> None:
    found = ECHO.search(printed)
    assert (found[1] if found else None) == ms


@given(st.text(), st.sampled_from([ROUTER, "::1", ""]))
def test_any_table_is_read(text: str, address: str) -> None:
    assert neighbour_state(text, address) in (True, False, None)
    assert neighbour_state(f"{HEAD}{ROUTER} 0x1 zz {text}", ROUTER) in (True, False, None)


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_every_platform_has_absolute_means(platform: str) -> None:
    means = means_of(platform)
    commands = [command[0] for command in [*means.ping, *filter(None, [means.table])]]
    assert commands
    assert all(command.startswith(("/", "C:\\")) for command in commands)


@pytest.mark.skipif(sys.platform != "linux", reason="measures this Linux")
def test_the_neighbour_of_this_computer_is_told_or_why_not(tmp_path: Path) -> None:
    told = ask(gateway_probe(lambda _: Route(interface="lo", gateway="127.0.0.1")))
    assert told["address"] == "127.0.0.1"
    assert told.get("answered") in (True, None)  # it is no neighbour, and ping may be missing here
    assert "error" in ask(gateway_probe(lambda _: Route()))


def test_a_knock_is_one_empty_datagram(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.bind(("127.0.0.1", 0))
        ear.settimeout(10)
        monkeypatch.setattr("itdesk.diagnostics.anywhere.gateway.DISCARD", ear.getsockname()[1])
        measure(Route(gateway="127.0.0.1"), Means([], root=tmp_path))
        assert ear.recvfrom(100)[0] == b""
