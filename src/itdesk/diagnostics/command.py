"""Asks a tool of the operating system: by its absolute path, without a shell, for a limited time."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable

LIMIT_S = 0.9
OUTPUT_CHARS = 256 * 1024


def ask_tool(
    command: Sequence[str], *, limit_s: float = LIMIT_S, environment: Mapping[str, str] | None = None
) -> str:
    """Return what the tool printed; bytes that are no UTF-8 become replacement characters.

    It sees `environment` and LC_ALL=C alone. Raises NotAvailable when it is missing, fails or takes longer
    than `limit_s` seconds; then it and all it started are killed.
    """
    tool = Path(command[0]).name
    if not Path(command[0]).exists():
        raise NotAvailable(f"The tool {tool} is not on this computer.")
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**_system_environment(), **(environment or {}), "LC_ALL": "C"},
        start_new_session=True,
    ) as process:
        try:
            printed, _ = process.communicate(timeout=limit_s)
        except subprocess.TimeoutExpired as late:
            _kill_group(process)
            raise NotAvailable(f"The tool {tool} did not answer in time.") from late
    if process.returncode != 0:
        raise NotAvailable(f"The tool {tool} failed with {process.returncode}.")
    return printed[:OUTPUT_CHARS].decode("utf-8", "replace")


def _system_environment() -> dict[str, str]:
    """Return what a Windows program needs to start at all; nothing elsewhere."""
    root = os.environ.get("SYSTEMROOT")
    return {"SYSTEMROOT": root} if root else {}


def _kill_group(process: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
