"""Joanna's way by mouse and keyboard, with a real window manager and a real tray: icon, report, My tickets.

Where to click is asked of AT-SPI, as a person looks. A picture of each step stays in the test's own folder.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jeepney.io.blocking import DBusConnection

from tests.e2e.conftest import computer, server, staffed_store
from tests.e2e.processes import Client
from tests.system.accessible import Node, find, frames, has
from tests.system.conftest import Environment, _running
from tests.system.running_desktop import LIMIT_S, desktop, wait_for_window, wait_until
from tests.system.test_accessibility import DESCRIPTION, listener, spoken
from tests.system.test_accessibility import titles as titles_of
from tests.system.test_tray_xembed import LEFT, RIGHT, TRAYER, click_on_icon, menus, pointer, wait_for_icon

__all__ = ["computer", "listener", "server", "spoken", "staffed_store"]
pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]
Computer = Callable[[str], Client]
WORDS = "The printer blinks red. It worked this morning."
TITLE = "The printer blinks red"
WIDTH, HEIGHT = 1024, 600
TAKE_PICTURE = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
assert app.primaryScreen().grabWindow(0).save(sys.argv[1])
"""


def test_from_the_icon_to_my_tickets(
    spoken: Environment, listener: DBusConnection, computer: Computer, tmp_path: Path
) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    quiet = {"env": spoken, "stderr": subprocess.DEVNULL}
    with (
        _running(["openbox"], **quiet),
        _running([*TRAYER, "--SetDockType", "true"], **quiet),
        desktop(spoken, joanna.folder),
    ):
        wait_for_icon(spoken)
        keep_picture(spoken, tmp_path / "1-icon.png")
        click_on_icon(spoken, LEFT)
        wait_for_window(spoken, "My tickets")
        click_on_icon(spoken, RIGHT)
        wait_until(lambda: bool(menus(spoken)), "no menu opened")
        keep_picture(spoken, tmp_path / "2-menu.png")
        pointer(spoken, "key", "Down", "Return")
        wait_for_window(spoken, "Report")

        report = window(listener, "Report")
        click(spoken, find(report(), "text", DESCRIPTION))
        pointer(spoken, "type", "--delay", "20", WORDS)
        wait_until(lambda: find(report(), "text", DESCRIPTION).read() == WORDS, "the words were not typed")
        keep_picture(spoken, tmp_path / "3-report.png")
        click(spoken, find(report(), "push button", "Send report"))
        wait_until(lambda: has(report(), "push button", "Send now"), "no receipt came")
        keep_picture(spoken, tmp_path / "4-receipt.png")
        click(spoken, find(report(), "push button", "Send now"))
        wait_until(lambda: titles_of(marek) == [TITLE], "the report did not arrive")
        pointer(spoken, "key", "Escape")
        wait_until(lambda: not frames(listener, "Report"), "the report did not close")

        click_on_icon(spoken, LEFT)
        wait_for_window(spoken, "My tickets")
        mine = window(listener, "My tickets")
        wait_until(lambda: any(TITLE in node.name for node in mine().walk()), "My tickets does not show it")
        keep_picture(spoken, tmp_path / "5-my-tickets.png")
    assert len({one.read_bytes() for one in tmp_path.glob("?-*.png")}) == 5, "each step looks different"


def window(bus: DBusConnection, title: str) -> Callable[[], Node]:
    """Wait for a window; return what returns it as it is now."""
    wait_until(lambda: bool(frames(bus, title)), f"“{title}” is not on the accessibility bus")
    return lambda: frames(bus, title)[0]


def click(session: Environment, node: Node) -> None:
    """Click in the middle of something, which must be on the screen."""
    x, y = node.middle
    assert 0 <= x < WIDTH, f"{node.name} is at {x}, {y}: beside the screen"
    assert 0 <= y < HEIGHT, f"{node.name} is at {x}, {y}: below the screen"
    pointer(session, "mousemove", str(x), str(y), "click", LEFT)


def keep_picture(session: Environment, path: Path) -> None:
    """Keep a picture of the whole screen."""
    taking = [sys.executable, "-c", TAKE_PICTURE, str(path)]
    subprocess.run(taking, env=session | {"QT_QPA_PLATFORM": "xcb"}, timeout=LIMIT_S, check=True)
