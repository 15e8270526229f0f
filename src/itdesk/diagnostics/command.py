"""Asks a tool of the operating system: by its absolute path, without a shell, within limits."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Thread

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.json_answer import parse_json
from itdesk.diagnostics.text_file import is_there
from itdesk.diagnostics.tool_output import Late, Process, read_output

LIMIT_S = 0.9
OUTPUT_BYTES = 256 * 1024
BURIAL_S = 0.2
"""How long a killed tool is waited for."""
LANGUAGE = "C.UTF-8" if sys.platform == "linux" else "C"
"""English answers. Plain C would have Linux tools write a question mark for each letter beyond English."""
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

    It sees `environment` and the language C alone. Of more than `most_bytes` the start is returned, and it is
    stopped. Raises NotAvailable when it is missing, fails (unless it `may_fail`) or takes longer than
    `limit_s` seconds; then it and its process group are killed.
    """
    tool = Path(command[0]).name
    if not is_there(Path(command[0])):
        raise NotAvailable(f"The tool {tool} is not on this computer.")
    try:
        printed, code = _run(command, environment or {}, limit_s, most_bytes)
    except Late as late:
        raise NotAvailable(f"The tool {tool} did not answer in time.") from late
    except OSError as error:
        raise NotAvailable(f"The tool {tool} cannot be started ({error.strerror}).") from error
    except ValueError as error:  # a NUL among the words
        raise NotAvailable(f"The tool {tool} cannot be asked that.") from error
    if code and not may_fail:
        raise NotAvailable(f"The tool {tool} failed with {code}.")
    return printed.decode("utf-8", "replace")


def ask_json(
    command: Sequence[str],
    *,
    limit_s: float = LIMIT_S,
    environment: Mapping[str, str] | None = None,
    most_bytes: int = OUTPUT_BYTES,
    may_fail: bool = False,
) -> object:
    """Return what the tool answers in JSON. Raises NotAvailable, as `ask_tool` does, or for no JSON."""
    printed = ask_tool(
        command, limit_s=limit_s, environment=environment, most_bytes=most_bytes, may_fail=may_fail
    )
    return parse_json(printed)


def first_tool(*paths: str) -> str:
    """Return the first of these programs that is on this computer. Raises NotAvailable."""
    for path in paths:
        if is_there(Path(path)):
            return path
    names = ", ".join(dict.fromkeys(Path(path).name for path in paths))
    raise NotAvailable(f"None of these tools is on this computer: {names}.")


def _run(
    command: Sequence[str], environment: Mapping[str, str], limit_s: float, most_bytes: int
) -> tuple[bytes, int]:
    """Return output and exit code, 0 when it was stopped for printing too much. Raises Late."""
    ends = time.monotonic() + limit_s
    process = _started(command, environment)
    try:
        printed = read_output(process, ends, most_bytes)
        if len(printed) >= most_bytes:
            return printed, 0
        return printed, process.wait(max(ends - time.monotonic(), 0.05))
    except subprocess.TimeoutExpired as late:
        raise Late(printed) from late
    finally:
        end(process)


def _started(command: Sequence[str], environment: Mapping[str, str]) -> Process:
    return subprocess.Popen(
        command,
        bufsize=0,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**_system_environment(), **environment, "LC_ALL": LANGUAGE},
        start_new_session=True,
        creationflags=NO_WINDOW,
        cwd=os.path.abspath(os.sep),  # noqa: PTH100 (the root of the drive, wherever we were started)
    )


def _system_environment() -> dict[str, str]:
    """Return what a Windows program needs to start at all; nothing elsewhere."""
    root = os.environ.get("SYSTEMROOT")
    return {"SYSTEMROOT": root} if root else {}


def end(process: Process) -> None:
    """Kill the tool and its group when it still runs, and see it off.

    One that waits inside the kernel, for a dying disk, dies only when that answers: it is waited for on a
    thread of its own.
    """
    if process.poll() is not None:
        return
    kill_group(process)
    try:
        process.wait(BURIAL_S)
    except subprocess.TimeoutExpired:
        Thread(target=process.wait, name="tool's end", daemon=True).start()


def kill_group(process: Process) -> None:
    """Kill a program and all of its group."""
    if sys.platform == "win32":
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return  # it ended just now, or runs with the rights of somebody else
