"""Nothing that somebody wrote makes a window open a file or a connection: watched by strace."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.system.foreign_payloads import WORD

pytestmark = [pytest.mark.system, pytest.mark.timeout(400)]
ROOT = Path(__file__).parents[2]
LIMIT_S = 300
ELSEWHERE = re.compile(r"connect\(\d+, \{sa_family=AF_INET")


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture that every payload names."""
    path = tmp_path_factory.mktemp(WORD) / f"{WORD}.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    return path


def calls(folder: Path, *words: str) -> list[str]:
    """Return what the program that shows everything asks of the system: files, programs, connections."""
    trace = folder / "trace"
    watching = [
        "strace",
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-s",
        "400",
        "-e",
        "trace=%file,connect",
        "-o",
        str(trace),
    ]
    showing = [sys.executable, "-m", "tests.system.foreign_windows", str(folder / "data"), *words]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*watching, *showing],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert done.stdout == "shown\n", done.stderr
    return trace.read_text(errors="replace").splitlines()


def foreign(lines: list[str]) -> list[str]:
    """Return the calls that some foreign text has caused; starting the program names the canary once."""
    return [line for line in lines if ELSEWHERE.search(line) or (WORD in line and "execve(" not in line)]


def test_no_window_opens_what_foreign_text_names(canary: Path, tmp_path: Path) -> None:
    lines = calls(tmp_path, str(canary))
    assert any("openat(" in line for line in lines), "nothing was watched"
    assert foreign(lines) == []
    assert len([line for line in lines if "execve(" in line and WORD in line]) == 1, "a program was started"


def test_rich_text_would_be_noticed(canary: Path, tmp_path: Path) -> None:
    caused = foreign(calls(tmp_path, str(canary), "as rich text"))
    assert any("openat(" in line and str(canary) in line for line in caused)
