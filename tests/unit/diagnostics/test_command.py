"""Tools of the operating system, asked for a limited time."""

import os
import subprocess
import sys
import threading
import time
import tracemalloc
from pathlib import Path

import psutil
import pytest

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_json, ask_tool, end, first_tool

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


def test_of_a_tool_that_prints_for_ever_the_start_is_told_in_bounded_memory(tmp_path: Path) -> None:
    script = tool(tmp_path, "exec cat /dev/zero")
    tracemalloc.start()
    try:
        printed = ask_tool([script], limit_s=20, most_bytes=100_000)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(printed) == 100_000
    assert peak < 2_000_000


def test_a_tool_that_prints_a_gigabyte_and_then_fails_is_stopped_before(tmp_path: Path) -> None:
    begun = time.monotonic()
    assert ask_tool([tool(tmp_path, "head -c 1000000000 /dev/zero; exit 7")], limit_s=20)
    assert time.monotonic() - begun < 15


ESCAPE = "import os,time\nif os.fork(): os._exit(0)\nos.setsid()\nopen({!r},'w').write(str(os.getpid()))\n"


@pytest.fixture
def escape(tmp_path: Path) -> str:
    """Give a command whose child leaves the group, keeps the pipe open and is gone a minute later."""
    script = ESCAPE.format(str(tmp_path / "escaped")) + "time.sleep(60)"
    (tmp_path / "escape.py").write_text(script)
    return f"{sys.executable} {tmp_path / 'escape.py'}"


def open_files() -> int:
    return psutil.Process().num_fds()


def test_what_escapes_from_a_tool_that_ended_keeps_nobody_waiting(tmp_path: Path, escape: str) -> None:
    files, threads = open_files(), threading.active_count()
    script = f"printf before; {escape}; while ! test -s {tmp_path}/escaped; do :; done; printf after"
    assert ask_tool([tool(tmp_path, script)], limit_s=30) == "beforeafter"
    assert open_files() <= files
    assert threading.active_count() <= threads
    psutil.Process(int((tmp_path / "escaped").read_text())).kill()


def test_what_escapes_from_a_tool_that_hangs_keeps_nobody_waiting(tmp_path: Path, escape: str) -> None:
    files, threads = open_files(), threading.active_count()
    with pytest.raises(NotAvailable, match="did not answer in time"):
        ask_tool([tool(tmp_path, f"{escape}; sleep 60")], limit_s=3.0)
    assert open_files() <= files
    assert threading.active_count() <= threads
    psutil.Process(int((tmp_path / "escaped").read_text())).kill()


def test_a_tool_that_says_all_and_does_not_end_is_late(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="did not answer in time"):
        ask_tool([tool(tmp_path, "echo all; exec sleep 60 >&-")], limit_s=1.0)


class Immortal:
    """A process that waits inside the kernel: killing it does not end it until `may_die` is set."""

    pid = 2**22 + 1  # above every process number

    def __init__(self) -> None:
        self.may_die = threading.Event()

    def poll(self) -> int | None:
        return None

    def wait(self, timeout: float | None = None) -> int:
        if not self.may_die.wait(timeout):
            raise subprocess.TimeoutExpired("immortal", timeout or 0)
        return -9


def test_a_tool_that_cannot_be_killed_is_left_behind() -> None:
    immortal = Immortal()
    end(immortal)  # type: ignore[arg-type]
    waiting = [thread for thread in threading.enumerate() if thread.name == "tool's end"]
    assert all(thread.daemon for thread in waiting)
    immortal.may_die.set()
    for thread in waiting:
        thread.join(10)


def test_what_is_no_program_is_told(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(NotAvailable, match="loop is not on this computer"):
        ask_tool([str(loop)])
    with pytest.raises(NotAvailable, match="cannot be started"):
        ask_tool([str(tmp_path)])
    (tmp_path / "words").write_bytes(b"\x7fELF nonsense")
    (tmp_path / "words").chmod(0o700)
    with pytest.raises(NotAvailable, match="cannot be started"):
        ask_tool([str(tmp_path / "words")])
    with pytest.raises(NotAvailable, match="cannot be asked that"):
        ask_tool([tool(tmp_path, ":"), "a\0b"])


def test_the_first_tool_that_is_there(tmp_path: Path) -> None:
    assert first_tool("/nowhere/a", str(tmp_path)) == str(tmp_path)
    with pytest.raises(NotAvailable, match="None of these tools is on this computer: a, b"):
        first_tool("/nowhere/a", "/elsewhere/b", "/else/a")


@pytest.mark.parametrize("printed", ["", "{", "[" * 200_000, "1" * 200_000, '{"a": tru'])
def test_an_answer_that_is_no_json_is_told(tmp_path: Path, printed: str) -> None:
    (tmp_path / "answer").write_text(printed)
    with pytest.raises(NotAvailable, match="cannot be read"):
        ask_json([tool(tmp_path, f"cat {tmp_path}/answer")], limit_s=20)


def test_a_tool_does_not_keep_our_files_open(tmp_path: Path) -> None:
    descriptor = os.open(tmp_path, os.O_RDONLY)
    os.set_inheritable(descriptor, True)
    printed = ask_tool([tool(tmp_path, "ls /dev/fd/")], limit_s=20)
    os.close(descriptor)
    assert str(descriptor) not in printed.split()
