"""On a real X server the menu from which the report was chosen is not in the first picture of the screen."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.system.conftest import Environment

pytestmark = pytest.mark.system


def seen_after_choosing(session: Environment, *how: str) -> list[str]:
    """Return the colour at the menu's place, and whether the window below and the menu were shown then."""
    command = [sys.executable, str(Path(__file__).parent / "menu_gone.py"), *how]
    environment = session | {"QT_QPA_PLATFORM": "xcb"}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    return run.stdout.split()


def test_what_lies_below_the_menu_is_seen(x_session: Environment) -> None:
    assert seen_after_choosing(x_session)[:3] == ["#2060c0", "True", "False"]


def test_without_waiting_it_would_not_be(x_session: Environment) -> None:
    [color, *_] = seen_after_choosing(x_session, "at-once")
    assert color != "#2060c0"
