"""`itdesk tray` as the real process that runs all day: what is started beside it, and how it ends."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtNetwork import QLocalSocket

from itdesk.ui.single_instance import socket_name
from tests.e2e.processes import LIMIT_S, Client

Computer = Callable[[str], Client]
NO_SCREEN = {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}  # of another locale Qt complains
LATER_STARTS = (("console",), ("report",), ("tray",), ())
NEWS = json.dumps({"version": 1, "wanted": "changed"}).encode() + b"\n"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there a program is ended otherwise")


@contextmanager
def tray_of(client: Client) -> Iterator["subprocess.Popen[str]"]:
    """Run the tray on a computer; it has to be ended in order before this block is left."""
    tray = client.start("tray", **NO_SCREEN)
    try:
        yield tray
        assert tray.returncode is not None
    finally:
        if tray.returncode is None:
            tray.kill()
            tray.communicate(timeout=LIMIT_S)


def ended(tray: "subprocess.Popen[str]", number: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
    """Ask it to end; return its exit code and what it complained of. Of a missing screen Qt itself does."""
    tray.send_signal(number)
    _, complaints = tray.communicate(timeout=LIMIT_S)
    lines = [line for line in complaints.splitlines() if not line.startswith("This plugin does not support")]
    return tray.returncode, "\n".join(lines)


def wait_until(true: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + LIMIT_S
    while not true():
        assert time.monotonic() < deadline, f"never came: {what}"
        time.sleep(0.05)


def has_heard(client: Client) -> bool:
    """Tell whether the running tray has answered a knock: then it has also heard all who knocked before."""
    socket = QLocalSocket()
    socket.connectToServer(socket_name(client.folder))
    if not socket.waitForConnected(1_000):
        return False
    socket.write(NEWS)
    return socket.waitForBytesWritten(1_000) and socket.waitForDisconnected(LIMIT_S * 1_000)


def hand_over(client: Client, *command: str) -> str:
    """Start the program a second time; return all that it said. It has to leave at once."""
    second = client.start(*command, **NO_SCREEN)
    said, complaints = second.communicate(timeout=LIMIT_S)
    assert second.returncode == 0, complaints
    return said + complaints


def windows_of(client: Client) -> set[str]:
    """Return which windows were open when the program ended."""
    return set(json.loads((client.folder / "windows.json").read_text("utf-8")))


def test_later_starts_hand_over_to_it_and_it_sends_what_others_saved(computer: Computer) -> None:
    barbara = computer("barbara")
    with tray_of(barbara) as tray:
        wait_until(lambda: has_heard(barbara), "the tray")
        barbara.report("Drukarka", "--wait", "0")
        wait_until(lambda: barbara.ask("status")["pending"] == 0, "the report to go out by the tray")
        number = barbara.ask("tickets")[0]["number"]
        assert number.startswith("IT-")
        assert barbara.sync()["pending"] == 0, "a command beside the running tray waits its turn"

        assert [hand_over(barbara, *words) for words in LATER_STARTS] == [""] * len(LATER_STARTS)
        assert tray.poll() is None
        assert has_heard(barbara)
        assert ended(tray) == (0, "")
    assert windows_of(barbara) >= {"console", "report"}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_before_anybody_signed_in_it_asks_to_and_ends_in_order(
    tmp_path_factory: pytest.TempPathFactory, number: signal.Signals
) -> None:
    fresh = Client(tmp_path_factory.mktemp("fresh"), "joanna")
    with tray_of(fresh) as tray:
        wait_until(lambda: has_heard(fresh), "the tray")
        assert ended(tray, number) == (0, "")
    assert windows_of(fresh) <= {"sign_in"}
    with tray_of(fresh) as again:
        wait_until(lambda: has_heard(fresh), "the tray, once more")
        assert ended(again, number) == (0, "")


def test_a_killed_one_is_in_nobodys_way(tmp_path_factory: pytest.TempPathFactory) -> None:
    fresh = Client(tmp_path_factory.mktemp("fresh"), "joanna")
    with tray_of(fresh) as tray:
        wait_until(lambda: has_heard(fresh), "the tray")
        ended(tray, signal.SIGKILL)
    with tray_of(fresh) as again:
        wait_until(lambda: has_heard(fresh), "the tray, once more")
        assert ended(again) == (0, "")
