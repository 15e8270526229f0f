"""The desktop runs on a real X server, by Qt's xcb platform."""

import subprocess
import sysconfig
from pathlib import Path

import pytest

from tests.system.conftest import Environment

pytestmark = pytest.mark.system

ITDESK = Path(sysconfig.get_path("scripts")) / "itdesk"


def _visible_windows(session: Environment) -> list[str]:
    """Wait until this X server shows a window that has a title; answer the titles."""
    waiting = ["xdotool", "search", "--sync", "--onlyvisible", "--name", ".+", "getwindowname", "%@"]
    outcome = subprocess.run(waiting, env=session, capture_output=True, text=True, timeout=60, check=True)
    return outcome.stdout.splitlines()


def test_the_desktop_shows_itself_where_there_is_no_tray(x_session: Environment) -> None:
    session = x_session | {
        "QT_QPA_PLATFORM": "xcb",
        "ITDESK_DATA_DIR": x_session["HOME"],
        "ITDESK_CREDENTIAL_STORE": "memory",
    }
    with subprocess.Popen([ITDESK, "tray"], env=session, stderr=subprocess.PIPE, text=True) as desktop:
        try:
            assert any("itdesk" in title.lower() for title in _visible_windows(session))
            assert desktop.poll() is None
        finally:
            desktop.kill()
            _, complaints = desktop.communicate(timeout=10)
    assert "Traceback" not in complaints
    assert "platform plugin" not in complaints
