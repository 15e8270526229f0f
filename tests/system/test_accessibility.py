"""The report as a screen reader meets it: everything has a name, and a report is sent by AT-SPI alone."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jeepney.io.blocking import DBusConnection

from tests.e2e.conftest import computer, server, staffed_store
from tests.e2e.processes import Client
from tests.system.accessible import FOCUSABLE, FOCUSED, Node, find, frames, has, open_accessibility_bus
from tests.system.conftest import Environment, _running
from tests.system.running_desktop import bus_of, desktop, wait_until

__all__ = ["computer", "server", "staffed_store"]
pytestmark = [pytest.mark.system, pytest.mark.timeout(240)]
Computer = Callable[[str], Client]
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
DESCRIPTION = "Describe it in your own words"
TEXT = "Drukarka miga na czerwono."
CONTROLS = (
    "push button",
    "button",
    "toggle button",
    "text",
    "check box",
    "radio button",
    "combo box",
    "link",
)


@pytest.fixture
def spoken(x_session: Environment) -> Iterator[Environment]:
    """A session in which programs speak to screen readers."""
    session = x_session | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    launching = [str(LAUNCHER), "--launch-immediately"]
    with _running(launching, env=session, stderr=subprocess.DEVNULL):
        waiting = ["gdbus", "wait", "--session", "--timeout", "20", "org.a11y.Bus"]
        subprocess.run(waiting, env=session, check=True, timeout=30)
        yield session


@pytest.fixture
def listener(spoken: Environment) -> Iterator[DBusConnection]:
    """A screen reader's connection."""
    with open_accessibility_bus(bus_of(spoken)) as bus:
        yield bus


@pytest.fixture
def report(spoken: Environment, listener: DBusConnection, computer: Computer) -> Iterator[Callable[[], Node]]:
    """`report()` returns the report's window as it is now; Joanna has just opened it."""
    joanna = computer("joanna")
    with desktop(spoken, joanna.folder, "report"):
        wait_until(lambda: bool(frames(listener, "Report")), "no report on the accessibility bus")
        yield lambda: frames(listener, "Report")[0]


def test_every_control_has_a_name(report: Callable[[], Node]) -> None:
    told = [(node.role, node.name.strip(), node.has(FOCUSABLE)) for node in report().walk()]
    assert ("text", DESCRIPTION) in {(role, name) for role, name, _ in told}, told
    assert ("push button", "Send report") in {(role, name) for role, name, _ in told}, told
    assert not [one for one in told if not one[1] and (one[0] in CONTROLS or one[2])], told


def test_she_begins_in_the_description(report: Callable[[], Node]) -> None:
    wait_until(lambda: find(report(), "text", DESCRIPTION).has(FOCUSED), "the description has no focus")


def test_a_report_is_written_and_sent_without_eyes(report: Callable[[], Node], computer: Computer) -> None:
    find(report(), "text", DESCRIPTION).write(TEXT)
    assert find(report(), "text", DESCRIPTION).read() == TEXT
    find(report(), "push button", "Send report").press()
    wait_until(lambda: has(report(), "push button", "Undo"), "no receipt came")
    find(report(), "push button", "Send now").press()
    marek = computer("marek")
    wait_until(lambda: bool(titles(marek)), "the report did not arrive")
    assert titles(marek) == ["Drukarka miga na czerwono"]


def titles(client: Client) -> list[str]:
    """Return the titles that a person sees after an exchange."""
    client.sync()
    return [row["title"] for row in client.ask("tickets")]
