"""The central store as a process: how soon it is ready, how much memory it takes."""

import subprocess
import sysconfig
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

import psutil

from tests.bench.row import Row

ITDESK = Path(sysconfig.get_path("scripts")) / "itdesk"
READY_WITHIN_S = 1.5
MEMORY_MB = 150
PATIENCE_S = 30


def measure() -> list[Row]:
    """Start the server on a fresh data folder twice: the first start also makes the database."""
    with tempfile.TemporaryDirectory(prefix="itdesk-bench-") as folder:
        first, _ = _start(folder)
        again, memory = _start(folder)
    return [
        Row("server process: first start until it answers /readyz", first, "s", READY_WITHIN_S),
        Row("server process: a later start until it answers /readyz", again, "s", READY_WITHIN_S),
        Row("server process: memory when ready (PSS)", memory, "MB", MEMORY_MB),
    ]


def _start(folder: str) -> tuple[float, float]:
    """Answer (seconds until ready, PSS in MB)."""
    begun = time.perf_counter()
    command = [str(ITDESK), "server", "run", "--data-dir", folder, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().removeprefix("listening on ").strip()
            with urlopen(f"{address}/readyz", timeout=PATIENCE_S) as answer:
                answer.read()
            ready = time.perf_counter() - begun
            return ready, _memory_mb(server.pid)
        finally:
            server.terminate()
            server.wait(PATIENCE_S)


def _memory_mb(pid: int) -> float:
    """Proportional set size where the system knows it (Linux), else the resident size."""
    memory = psutil.Process(pid).memory_full_info()
    return float(getattr(memory, "pss", memory.rss)) / 1e6
