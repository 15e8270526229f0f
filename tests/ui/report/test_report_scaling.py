"""At every scale of a small screen what she needs first of a report is in sight, and the rest is reached."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

SCREENS = ("1024", "600", "1366", "768")
LIMIT_S = 120


@pytest.mark.parametrize("factor", ["1", "1.25", "1.5", "1.75", "2"])
def test_the_report_is_usable(
    factor: str, tmp_path: Path, off_guard: Callable[[], AbstractContextManager[None]]
) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": factor}
    with off_guard():
        run = subprocess.run(
            [sys.executable, "-m", "tests.ui.report.scaled_report", str(tmp_path / "data"), *SCREENS],
            env=environment,
            capture_output=True,
            text=True,
            timeout=LIMIT_S,
            check=False,
        )
    assert run.returncode == 0, run.stderr
    told = [json.loads(line) for line in run.stdout.splitlines()]
    assert [screen["ratio"] for screen in told] == [float(factor)] * 2
    assert {screen["screen"]: screen["faults"] for screen in told} == {"1024 x 600": [], "1366 x 768": []}
