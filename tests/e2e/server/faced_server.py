"""A server process that is told by its command line how the network sees it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.server.server_process import STOP_LIMIT_S, Visitor


@dataclass(frozen=True)
class FacedServer:
    """A running one. `url` is what its first line says."""

    url: str
    process: subprocess.Popen[str]
    log: Path

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def visitor(self) -> Visitor:
        """Return somebody who asks over loopback, by plain HTTP."""
        return Visitor(f"http://127.0.0.1:{self.port}")


def command(folder: Path, *options: str) -> list[str]:
    return [
        sys.executable,
        "-m",
        "itdesk",
        "server",
        "run",
        "--data-dir",
        str(folder),
        "--port",
        "0",
        *options,
    ]


@contextmanager
def faced(folder: Path, *options: str) -> Iterator[FacedServer]:
    """Run a server over `folder` until the end of the block, where it must end cleanly."""
    log = folder.parent / f"{folder.name}.log"
    with log.open("w") as errors:
        process = subprocess.Popen(
            command(folder, *options), stdout=subprocess.PIPE, stderr=errors, text=True
        )
    assert process.stdout is not None
    first = process.stdout.readline()
    try:
        assert first.startswith("listening on "), log.read_text()
        yield FacedServer(first.removeprefix("listening on ").strip(), process, log)
    finally:
        process.terminate()
        code = process.wait(STOP_LIMIT_S)
        process.stdout.close()
    assert code == 0


def sentence_of_refusal(folder: Path, *options: str) -> str:
    """Return the one sentence with which a server does not start."""
    done = subprocess.run(
        command(folder, *options), capture_output=True, text=True, timeout=STOP_LIMIT_S, check=False
    )
    assert (done.returncode, done.stdout) == (1, ""), done
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr
