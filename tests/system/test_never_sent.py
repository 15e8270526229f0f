"""What a report never carries, on a real X server: the clipboard, what is selected, titles of windows.

The window is minimised and shows nothing: what a picture of the screen shows is another matter.
"""

import ctypes
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.e2e.canaries import Canaries
from tests.e2e.processes import Server
from tests.e2e.traces import words_in
from tests.e2e.watched_computer import Evidence, files_of, watched
from tests.system.conftest import Environment
from tests.system.running_desktop import wait_until

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]
LIMIT_S = 30
WINDOW, REPLACE, WORD_BITS = 33, 0, 32


@contextmanager
def selected(session: Environment, selection: str, word: str) -> Iterator[None]:
    """Have a program own a selection of the X server."""
    command = ["xclip", "-quiet", "-selection", selection]
    with subprocess.Popen(
        command, env=session, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as owner:
        try:
            assert owner.stdin is not None
            owner.stdin.write(word.encode())
            owner.stdin.close()
            wait_until_it_owns(session, selection, word)
            yield
        finally:
            owner.kill()


def wait_until_it_owns(session: Environment, selection: str, word: str) -> None:
    """Return once whoever asks the X server for this selection is told the word."""
    asking = ["xclip", "-out", "-selection", selection]

    def told() -> str:
        asked = subprocess.run(asking, env=session, capture_output=True, timeout=LIMIT_S, check=False)
        return asked.stdout.decode()

    wait_until(lambda: told() == word, f"nobody owns the selection {selection}")


@contextmanager
def window_in_front(session: Environment, canaries: Canaries) -> Iterator[None]:
    """Run a terminal with telling titles, minimised, that the X server says is in front."""
    title = canaries.at("the title of the window in front")
    titles = ["-T", title, "-n", canaries.at("the title of its icon")]
    inside = ["-e", "sh", "-c", f": {canaries.at('the command in a terminal')}; cat"]
    with subprocess.Popen(["xterm", "-iconic", *titles, *inside], env=session) as terminal:
        try:
            search = ["xdotool", "search", "--sync", "--name", title]
            found = subprocess.run(search, env=session, capture_output=True, timeout=LIMIT_S, check=True)
            say_it_is_in_front(session["DISPLAY"], int(found.stdout.split()[0]))
            yield
        finally:
            terminal.kill()


def say_it_is_in_front(display_name: str, window: int) -> None:
    """Set the root's property _NET_ACTIVE_WINDOW, as a window manager does: none runs here."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = x11.XInternAtom.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x11.XOpenDisplay(display_name.encode()))
    root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
    name = ctypes.c_ulong(x11.XInternAtom(display, b"_NET_ACTIVE_WINDOW", 0))
    value = ctypes.byref(ctypes.c_ulong(window))
    x11.XChangeProperty(display, root, name, ctypes.c_ulong(WINDOW), WORD_BITS, REPLACE, value, 1)
    x11.XCloseDisplay(display)


@pytest.fixture
def evidence(x_session: Environment, tmp_path: Path) -> Iterator[Evidence]:
    """What was seen of a computer that reported everything from a real desktop."""
    folder = tmp_path / "watched"
    store = folder / "store"
    store.mkdir(parents=True)
    Server(store).add_people()
    canaries = Canaries()
    desktop = {"DISPLAY": x_session["DISPLAY"], "XDG_SESSION_TYPE": "x11"}
    with ExitStack() as around:
        for selection in ("clipboard", "primary", "secondary"):
            around.enter_context(selected(x_session, selection, canaries.at(f"the selection {selection}")))
        around.enter_context(window_in_front(x_session, canaries))
        yield around.enter_context(watched(folder, store, desktop, canaries))


def test_clipboard_and_titles_do_not_leave_the_computer(evidence: Evidence) -> None:
    in_front = [said.get("application") for said in evidence.facts()["foreground"]]
    assert "xterm" in in_front, "the window with the telling title was looked at"
    told = evidence.told.by_place.values()
    assert {word for stream in evidence.streams for word in words_in(stream, told)} == set(told)

    planted = evidence.planted.by_place.values()
    seen = (*evidence.streams, *files_of(evidence.data_folder), *files_of(evidence.store))
    assert evidence.planted.places({word for one in seen for word in words_in(one, planted)}) == []
