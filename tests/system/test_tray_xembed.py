"""The tray where a panel embeds the icon's own window: driven by mouse, and what remains without a panel."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import computer, server, staffed_store
from tests.e2e.processes import Client
from tests.system.conftest import Environment, _running
from tests.system.running_desktop import LIMIT_S, desktop, titles, wait_for_window, wait_until

__all__ = ["computer", "server", "staffed_store"]
pytestmark = [pytest.mark.system, pytest.mark.timeout(400)]
Computer = Callable[[str], Client]
LEFT, RIGHT = "1", "3"
NARROWEST_ICON = 20
TRAYER = ["trayer", "--edge", "top", "--align", "right", "--widthtype", "request", "--height", "32"]


@pytest.fixture
def managed(x_session: Environment) -> Iterator[Environment]:
    """A session with a real window manager."""
    with _running(["openbox"], env=x_session, stderr=subprocess.DEVNULL):
        yield x_session


@pytest.fixture
def panel(managed: Environment) -> Iterator["subprocess.Popen[bytes]"]:
    """A real tray host."""
    with _running([*TRAYER, "--SetDockType", "true"], env=managed, stderr=subprocess.DEVNULL) as trayer:
        yield trayer


def pointer(session: Environment, *words: str) -> str:
    """Do something by xdotool, and return what it says."""
    done = subprocess.run(
        ["xdotool", *words], env=session, capture_output=True, text=True, timeout=LIMIT_S, check=False
    )
    return done.stdout


def panel_width(session: Environment) -> int:
    """Return how wide the panel is: as wide as the icons in it."""
    told = pointer(session, "search", "--name", "^panel$", "getwindowgeometry", "--shell")
    return int(told.split("WIDTH=")[1].split()[0]) if "WIDTH=" in told else 0


def wait_for_icon(session: Environment) -> None:
    """Wait until the panel holds an icon, and the person's tickets have come."""
    wait_until(lambda: panel_width(session) >= NARROWEST_ICON, "no icon came into the panel")


def click_on_icon(session: Environment, button: str) -> None:
    """Click in the middle of the panel, which holds nothing but our icon."""
    window = pointer(session, "search", "--name", "^panel$").split()[0]
    middle = str(panel_width(session) // 2)
    pointer(session, "mousemove", "--window", window, middle, "16", "click", button)


def menus(session: Environment) -> list[str]:
    """Return the program's windows that have no title: an open menu is the only one."""
    ours = pointer(session, "search", "--onlyvisible", "--class", "itdesk").split()
    return [one for one in ours if is_menu(session, one)]


def is_menu(session: Environment, window: str) -> bool:
    """Tell by what the program says of its window."""
    told = ["xprop", "-id", window, "_NET_WM_WINDOW_TYPE"]
    said = subprocess.run(told, env=session, capture_output=True, text=True, timeout=LIMIT_S, check=False)
    return "MENU" in said.stdout


def test_left_opens_the_tickets_and_right_the_menu(
    managed: Environment, panel: "subprocess.Popen[bytes]", computer: Computer
) -> None:
    joanna = computer("joanna")
    with desktop(managed, joanna.folder) as process:
        wait_for_icon(managed)
        assert not [title for title in titles(managed) if "itdesk" in title.lower()]
        click_on_icon(managed, LEFT)
        wait_for_window(managed, "My tickets")
        click_on_icon(managed, RIGHT)
        wait_until(lambda: bool(menus(managed)), "no menu opened")
        pointer(managed, "key", "Down", "Return")
        wait_for_window(managed, "Report")
        assert process.poll() is None


def test_the_menu_ends_the_program(
    managed: Environment, panel: "subprocess.Popen[bytes]", tmp_path: Path
) -> None:
    with desktop(managed, tmp_path / "data") as process:
        wait_for_icon(managed)
        click_on_icon(managed, RIGHT)
        wait_until(lambda: bool(menus(managed)), "no menu opened")
        pointer(managed, "key", "Up", "Return")
        assert process.wait(LIMIT_S) == 0


def test_when_the_panel_ends_a_window_remains(
    managed: Environment, panel: "subprocess.Popen[bytes]", computer: Computer
) -> None:
    joanna = computer("joanna")
    with desktop(managed, joanna.folder) as process:
        wait_for_icon(managed)
        assert not [title for title in titles(managed) if "itdesk" in title.lower()]
        panel.terminate()
        wait_for_window(managed, "My tickets")
        assert process.poll() is None


def test_a_panel_that_comes_late_gets_the_icon(managed: Environment, computer: Computer) -> None:
    joanna = computer("joanna")
    with desktop(managed, joanna.folder):
        wait_for_window(managed, "My tickets")
        with _running([*TRAYER, "--SetDockType", "true"], env=managed, stderr=subprocess.DEVNULL):
            wait_for_icon(managed)
