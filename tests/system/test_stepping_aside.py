"""On a real X server our window is not in the picture that we take of the screen."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.system.conftest import Environment

pytestmark = pytest.mark.system


def test_what_lies_below_our_window_is_seen(x_session: Environment) -> None:
    command = [sys.executable, str(Path(__file__).parent / "stepping_aside.py")]
    environment = x_session | {"QT_QPA_PLATFORM": "xcb"}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout.split() == ["#2060c0", "True", "True"], run.stderr
