"""A technician's day by keyboard alone: a real X server, a real window manager, real keys from outside.

What each key does is seen by a colleague's computer, over a real server. A picture of each step stays in the
folder that KEYBOARD_DAY names, else in the test's own.
"""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import computer, server, staffed_store
from tests.e2e.processes import Client
from tests.system.conftest import Environment, _running
from tests.system.running_desktop import LIMIT_S, desktop, titles, wait_for_window, wait_until
from tests.system.test_story import keep_picture

__all__ = ["computer", "server", "staffed_store"]
pytestmark = [pytest.mark.system, pytest.mark.timeout(400)]
Computer = Callable[[str], Client]
CONSOLE = "console"
PRINTER, PROJECTOR, NETWORK = "Printer jams", "Projector is dark", "Network is slow"


@dataclass
class Day:
    """What is pressed on Marek's keyboard, and what Barbara sees of it on her own computer."""

    session: Environment
    barbara: Client
    pictures: Path
    taken: list[Path] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, in whatever window has the keyboard."""
        self._xdotool("key", "--delay", "60", *keys)

    def write(self, words: str) -> None:
        """Type words."""
        self._xdotool("type", "--delay", "15", words)

    def tickets(self) -> dict[str, dict[str, Any]]:
        """Return the tickets by title, as Barbara's computer knows them now."""
        self.barbara.sync()
        return {one["title"]: one for one in self.barbara.ask("tickets")}

    def kinds(self, title: str) -> list[str]:
        """Return what happened on a ticket."""
        return self.barbara.kinds(self.tickets()[title]["number"])

    def wait_for(self, fact: Callable[[], bool], otherwise: str) -> None:
        """Wait until a key has done what it stands for; keep a picture."""
        wait_until(fact, otherwise)
        self.look(otherwise)

    def happened(self, kind: str, title: str = PRINTER, times: int = 1) -> None:
        """Wait until this has happened on a ticket so often."""
        self.wait_for(lambda: self.kinds(title).count(kind) >= times, f"no {kind} on {title}")

    def dialog(self, title: str) -> None:
        """Wait for a dialog: the next keys are for it."""
        wait_for_window(self.session, title)
        wait_until(
            lambda: title in self._active(), f"the keyboard is not in “{title}” but in “{self._active()}”"
        )
        self.look(title)

    def home(self) -> None:
        """Wait until the keyboard is back in the console, and lead it to the list."""
        wait_until(lambda: CONSOLE in self._active(), f"the keyboard is in “{self._active()}”")
        self.press("Escape")

    def look(self, words: str) -> None:
        """Keep a picture of the screen."""
        name = "".join(letter if letter.isalnum() else "-" for letter in words.lower())[:40]
        path = self.pictures / f"{len(self.taken) + 1:02}-{name}.png"
        keep_picture(self.session, path)
        self.taken.append(path)

    def _active(self) -> str:
        command = ["xdotool", "getactivewindow", "getwindowname"]
        found = subprocess.run(command, env=self.session, capture_output=True, text=True, check=False)
        return found.stdout.strip()

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self.session, check=True, timeout=LIMIT_S)


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where the pictures stay."""
    folder = Path(os.environ.get("KEYBOARD_DAY") or tmp_path / "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def test_a_working_day_without_a_mouse(x_session: Environment, computer: Computer, pictures: Path) -> None:
    joanna, marek, barbara = computer("joanna"), computer("marek"), computer("barbara")
    for title in (PRINTER, PROJECTOR, NETWORK):
        joanna.report(title)
        joanna.sync()
    marek.sync()
    day = Day(x_session, barbara, pictures)
    with (
        _running(["openbox"], env=x_session, stderr=subprocess.DEVNULL),
        desktop(x_session, marek.folder, "console"),
    ):
        day.dialog(CONSOLE)
        the_morning(day)
        the_conversation(day)
        the_paperwork(day)
        many_at_once(day)
        a_call(day)
        the_evening(day)
    assert len({one.read_bytes() for one in day.taken}) > len(day.taken) // 2, (
        "the screen hardly ever changed"
    )


def the_morning(day: Day) -> None:
    """Find a ticket by the palette, take it."""
    day.press("ctrl+k")
    day.dialog("Go")
    day.write("printer")
    day.press("Return")
    day.home()
    day.press("t")
    day.happened("Assigned")
    day.wait_for(lambda: day.tickets()[PRINTER]["assignee"] == "marek", "it was not taken")


def the_conversation(day: Day) -> None:
    """A note, then a reply, which goes out after its ten seconds."""
    day.press("n")
    day.write("The roller is worn")
    day.press("ctrl+Return")
    day.happened("CommentAdded")
    day.home()
    day.press("r")
    day.write("I am on my way")
    day.press("ctrl+Return")
    day.happened("CommentAdded", times=2)
    day.home()


def the_paperwork(day: Day) -> None:
    """Priority, a tag, time spent and taken back, a colleague."""
    day.press("p")
    day.dialog("Priority")
    day.press("Up", "Return")
    day.happened("PrioritySet")
    day.home()
    day.press("numbersign")
    day.dialog("ag")
    day.write("roller")
    day.press("Return")
    day.happened("TagsChanged")
    day.home()
    day.press("l")
    day.dialog("Time spent")
    day.write("15")
    day.press("Return")
    day.happened("TimeSpent")
    day.home()
    day.press("ctrl+z")
    day.happened("TimeCorrected")
    day.press("z")
    day.dialog("aside")
    day.press("Return")
    day.home()
    day.press("ctrl+z")
    day.press("a")
    day.dialog("Who takes")
    day.press("Down", "Return")
    day.happened("Assigned", times=2)
    day.home()


def many_at_once(day: Day) -> None:
    """Search, go on to the list, choose all, tag all."""
    day.press("slash")
    day.write("created:today -printer")
    day.press("Return")
    day.look("found")
    day.press("ctrl+a", "numbersign")
    day.dialog("ag")
    day.write("morning")
    day.press("Return")
    for title in (PROJECTOR, NETWORK):
        day.happened("TagsChanged", title)
    assert day.kinds(PRINTER).count("TagsChanged") == 1
    day.home()


def a_call(day: Day) -> None:
    """Somebody calls: found by name, two fields, done."""
    day.press("ctrl+n")
    day.dialog("call")
    day.write("joanna")
    day.press("Return")
    day.write("No sound on the phone")
    day.press("Return")
    day.wait_for(lambda: "No sound on the phone" in day.tickets(), "the call is no ticket")
    day.home()


def the_evening(day: Day) -> None:
    """All keys, the table and back, the last ticket solved, the window closed."""
    day.press("question")
    day.dialog("eys")
    day.press("Escape")
    day.home()
    day.press("v")
    day.look("table")
    day.press("v")
    day.press("ctrl+k")
    day.dialog("Go")
    day.write("projector")
    day.press("Return")
    day.home()
    day.press("e")
    day.dialog("solve")
    day.write("A new lamp")
    day.press("ctrl+Return")
    day.happened("StatusChanged", PROJECTOR)
    day.home()
    day.press("alt+F4")
    wait_until(lambda: not any(CONSOLE in one for one in titles(day.session)), "the console did not close")
