"""The desktop as a real process on a real X server, and what can be seen of it from outside."""

import subprocess
import sysconfig
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from tests.system.conftest import Environment

ITDESK = Path(sysconfig.get_path("scripts")) / "itdesk"
LIMIT_S = 90
LOOK_EVERY_S = 0.1


@contextmanager
def desktop(session: Environment, folder: Path, wanted: str = "tray") -> Iterator["subprocess.Popen[str]"]:
    """Run the desktop on a data folder; it must not have complained when it is over."""
    environment = session | {
        "QT_QPA_PLATFORM": "xcb",
        "ITDESK_DATA_DIR": str(folder),
        "ITDESK_CREDENTIAL_STORE": "file",
        "ITDESK_LANGUAGE": "en",
    }
    with subprocess.Popen(
        [ITDESK, wanted], env=environment, stderr=subprocess.PIPE, text=True, process_group=0
    ) as process:
        try:
            yield process
        finally:
            process.kill()
            _, complaints = process.communicate(timeout=LIMIT_S)
    assert "Traceback" not in complaints, complaints


def titles(session: Environment) -> list[str]:
    """Return the titles of the windows that are to be seen now."""
    command = ["xdotool", "search", "--onlyvisible", "--name", ".+", "getwindowname", "%@"]
    seen = subprocess.run(command, env=session, capture_output=True, text=True, timeout=LIMIT_S, check=False)
    return seen.stdout.splitlines()


def wait_for_window(session: Environment, title: str) -> None:
    """Wait until a window with this in its title is to be seen."""
    wait_until(lambda: any(title in one for one in titles(session)), f"no window “{title}”")


def wait_until(fact: Callable[[], bool], otherwise: str) -> None:
    """Wait for a fact that another process makes true."""
    ends = monotonic() + LIMIT_S
    while not fact():
        assert monotonic() < ends, otherwise
        sleep(LOOK_EVERY_S)


def bus_of(session: Environment) -> str:
    """Return the address of the session's bus."""
    return session["DBUS_SESSION_BUS_ADDRESS"]
