"""Tools of the operating system, asked for a limited time."""

import sys
from pathlib import Path

import psutil
import pytest

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for a POSIX shell")


def tool(folder: Path, script: str) -> str:
    path = folder / "tool"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)
    return str(path)


def test_a_tool_answers_and_bytes_become_text(tmp_path: Path) -> None:
    assert ask_tool([tool(tmp_path, "printf 'a\\377b%s' \"$1\""), "$(id)"], limit_s=20) == "a�b$(id)"


def test_a_tool_sees_nothing_of_the_environment_but_what_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANARY", "yellow")
    printed = ask_tool([tool(tmp_path, "/usr/bin/env")], environment={"DISPLAY": ":7"}, limit_s=20)
    assert "yellow" not in printed
    assert "DISPLAY=:7" in printed
    assert "LC_ALL=C" in printed


def test_a_missing_and_a_failing_tool_are_told(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="nothing is not on this computer"):
        ask_tool([str(tmp_path / "nothing")])
    with pytest.raises(NotAvailable, match="failed with 3"):
        ask_tool([tool(tmp_path, "exit 3")], limit_s=20)


def test_a_hanging_tool_is_killed_with_all_that_it_started(tmp_path: Path) -> None:
    started = tmp_path / "started"
    script = tool(tmp_path, f"sleep 120 & echo $! > {started}.new; mv {started}.new {started}; wait")
    with pytest.raises(NotAvailable, match="did not answer in time"):
        ask_tool([script], limit_s=2.0)
    child = int(started.read_text())
    if psutil.pid_exists(child):
        psutil.wait_procs([psutil.Process(child)], timeout=10)
    assert not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE
