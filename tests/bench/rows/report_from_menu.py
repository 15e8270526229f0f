"""The report from the tray's menu: from the choice to a screen without the menu, on a real X server."""

import os
import statistics
import subprocess
import sys

from tests.bench.row import Row

BUDGET_MS = 50
CHOICES = 5
SCREEN = "-screen 0 1920x1080x24"


def measure() -> list[Row]:
    """Choose several times, each in a program and on a screen of its own."""
    waited_ms = [_waited_ms() for _ in range(CHOICES)]
    what = "report: chosen in the menu until the menu has left the screen, median"
    return [Row(what, statistics.median(waited_ms), "ms", BUDGET_MS)]


def _waited_ms() -> float:
    done = subprocess.run(
        ["xvfb-run", "-a", "-s", SCREEN, sys.executable, "-m", "tests.system.menu_gone"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
    )
    return float(done.stdout.split()[-1])
