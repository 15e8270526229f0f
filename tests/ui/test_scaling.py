"""Every window of the employee is whole and within reach of the keyboard, however the desktop is scaled."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

LIMIT_S = 240
SCREENS = [
    (1.0, (1024, 600)),
    (1.25, (1024, 600)),
    (1.5, (1368, 768)),
    (1.75, (1680, 945)),
    (2.0, (1920, 1080)),
]
"""The scale of a desktop, and the smallest screen in pixels on which people set it."""


@pytest.mark.parametrize(("scale", "pixels"), SCREENS, ids=str)
def test_every_window_is_usable(
    scale: float,
    pixels: tuple[int, int],
    tmp_path: Path,
    off_guard: Callable[[], AbstractContextManager[None]],
) -> None:
    with off_guard():
        told = json.loads(run(scale, pixels, tmp_path).splitlines()[-1])
    assert told["scale"] == scale
    assert told["screen"] == [round(side / scale) for side in pixels]
    assert told["problems"] == []


def run(scale: float, pixels: tuple[int, int], folder: Path) -> str:
    """Return what a process says whose desktop has one screen of so many pixels, scaled so."""
    screen = {"name": "small", "x": 0, "y": 0, "width": pixels[0], "height": pixels[1], "dpr": 1}
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96}]}))
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
        "QT_SCALE_FACTOR": str(scale),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.scaled_windows"],
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
