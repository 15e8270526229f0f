"""Asks a tool of the operating system: by its absolute path, without a shell, within limits."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from itdesk.diagnostics.base import NotAvailable

LIMIT_S = 0.9
OUTPUT_BYTES = 256 * 1024
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows a console program would flash a black window at the person."""


def ask_tool(
    command: Sequence[str],
    *,
    limit_s: float = LIMIT_S,
    environment: Mapping[str, str] | None = None,
    most_bytes: int = OUTPUT_BYTES,
    may_fail: bool = False,
) -> str:
    """Return what the tool printed; bytes that are no UTF-8 become replacement characters.

    It sees `environment` and LC_ALL=C alone. Of more than `most_bytes` the start is returned, and the tool is
    stopped. Raises NotAvailable when it is missing, fails (unless it `may_fail`) or takes longer than
    `limit_s` seconds; then it and all it started are killed.
    """
    tool = Path(command[0]).name
    if not Path(command[0]).exists():
        raise NotAvailable(f"The tool {tool} is not on this computer.")
    try:
        printed, code = _run(command, environment or {}, limit_s, most_bytes)
    except TimeoutError as late:
        raise NotAvailable(f"The tool {tool} did not answer in time.") from late
    except OSError as error:
        raise NotAvailable(f"The tool {tool} cannot be started ({error.strerror}).") from error
    if code and not may_fail:
        raise NotAvailable(f"The tool {tool} failed with {code}.")
    return printed.decode("utf-8", "replace")


def first_tool(*paths: str) -> str:
    """Return the first of these programs that is on this computer. Raises NotAvailable."""
    for path in paths:
        if Path(path).exists():
            return path
    names = ", ".join(dict.fromkeys(Path(path).name for path in paths))
    raise NotAvailable(f"None of these tools is on this computer: {names}.")


def _run(
    command: Sequence[str], environment: Mapping[str, str], limit_s: float, most_bytes: int
) -> tuple[bytes, int]:
    """Return output and exit code, 0 when it was stopped for printing too much. Raises TimeoutError."""
    ends = time.monotonic() + limit_s
    process = subprocess.Popen(
        command,
        bufsize=0,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**_system_environment(), **environment, "LC_ALL": "C"},
        start_new_session=True,
        creationflags=NO_WINDOW,
        cwd=os.path.abspath(os.sep),  # noqa: PTH100 (the root of the drive, wherever we were started)
    )
    try:
        printed = _output(process, ends, most_bytes)
        if len(printed) >= most_bytes:
            return printed, 0
        return printed, process.wait(max(ends - time.monotonic(), 0.05))
    except subprocess.TimeoutExpired as late:
        raise TimeoutError from late
    finally:
        if process.poll() is None:
            kill_group(process)
            process.wait()


def _output(process: "subprocess.Popen[bytes]", ends: float, most_bytes: int) -> bytes:
    """Return at most `most_bytes` of what is printed until `ends`. Raises TimeoutError.

    The pipe belongs to the thread that reads it: what escapes being killed may hold it open for ever, and
    then only that thread waits.
    """
    answer: SimpleQueue[bytes] = SimpleQueue()

    def read() -> None:
        content = bytearray()
        assert process.stdout is not None
        with process.stdout as stream:
            while len(content) < most_bytes and (piece := stream.read(most_bytes - len(content))):
                content += piece
        answer.put(bytes(content))

    Thread(target=read, name="tool's output", daemon=True).start()
    try:
        return answer.get(timeout=max(ends - time.monotonic(), 0.0))
    except Empty as late:
        raise TimeoutError from late


def _system_environment() -> dict[str, str]:
    """Return what a Windows program needs to start at all; nothing elsewhere."""
    root = os.environ.get("SYSTEMROOT")
    return {"SYSTEMROOT": root} if root else {}


def kill_group(process: "subprocess.Popen[bytes]") -> None:
    """Kill a program and all that it started."""
    if sys.platform == "win32":
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return  # it ended just now
